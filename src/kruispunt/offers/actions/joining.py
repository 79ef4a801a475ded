"""Joining for the first time: who wants to do something, and what, in one go."""

from kruispunt.base.actor import Actor
from kruispunt.base.verbs import action
from kruispunt.offers.actions.recruiting import came_by_link
from kruispunt.offers.actions.volunteers import Profile, apply_as_volunteer
from kruispunt.offers.models import Volunteering
from kruispunt.people import actions as people
from kruispunt.people.actions import Particulars


@action
def join(actor: Actor, *, who: Particulars, profile: Profile, campaign: str = "") -> Volunteering:
    """Get to know someone and note what they would like to do, and by which link they came."""
    person = people.register_person(actor, who=who)
    given = apply_as_volunteer(actor, person_id=person.pk, profile=profile)
    came_by_link(actor, given.pk, word=campaign)
    return given
