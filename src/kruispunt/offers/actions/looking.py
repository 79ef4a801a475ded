"""Looking into the file of a volunteer: noted with its ground, for her to read (PRV-15)."""

from kruispunt.base.actor import Actor
from kruispunt.base.looking import note_look
from kruispunt.base.verbs import action
from kruispunt.offers import permits
from kruispunt.offers.models import Volunteering


@action
def look_into_volunteer(actor: Actor, volunteering_id: int) -> Volunteering:
    """Open the file of a volunteer; her VOG and benefit stand in it."""
    volunteering = permits.READ.narrow(Volunteering.objects.all(), actor).get(pk=volunteering_id)
    note_look(actor, volunteering, person_id=volunteering.person_id)
    return volunteering
