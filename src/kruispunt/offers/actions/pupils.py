"""A pupil does an internship here: who follows it for the school, and until when (RET-14)."""

from datetime import date

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.roles import Role
from kruispunt.base.steps import keep
from kruispunt.base.verbs import action
from kruispunt.offers import permits
from kruispunt.offers.models import Volunteering
from kruispunt.offers.models.volunteering import VolunteerType
from kruispunt.people import queries as people


@action
def place_pupil(
    actor: Actor, volunteering_id: int, *, mentor_id: int, school_year_ends: date
) -> Volunteering:
    """Note that this is an internship: the mentor sees it until the school year ends."""
    row = take(actor, Volunteering, volunteering_id, may=permits.PLACE_PUPIL, see=permits.READ)
    if mentor_id not in people.seated(actor, Role.SCHOOL):
        raise ImpossibleMove("Kies iemand van een school.")
    row.type = VolunteerType.SOCIAL_INTERNSHIP
    row.mentor_id, row.school_year_ends = mentor_id, school_year_ends
    keep(row)
    journal.write(actor, "volunteer.place_pupil", row, person_id=row.person_id)
    return row
