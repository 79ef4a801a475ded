"""Reading a concern leaves a line too, but in nobody's dossier."""

from kruispunt.base.actor import Actor
from kruispunt.base.looking import note_look
from kruispunt.base.verbs import action
from kruispunt.safety import permits
from kruispunt.safety.models import Concern


@action
def look_into_concern(actor: Actor, concern_id: int) -> Concern:
    """Read a concern. Whoever reads along at home may not learn that there is one."""
    found = permits.SEE.narrow(Concern.objects.all(), actor).get(pk=concern_id)
    note_look(actor, found, person_id=None)
    return found
