"""What waits for the process manager because something is missing."""

from kruispunt.arrangements.models.learning import Bottleneck, Development
from kruispunt.arrangements.models.partnership import Mandate
from kruispunt.arrangements.permits import learning as permits
from kruispunt.arrangements.states.learning import (
    BottleneckState,
    DevelopmentState,
    MandateState,
)
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.base.work import Pile

MAKING = {
    DevelopmentState.NEED: "Ontwerp dit samen met anderen",
    DevelopmentState.DESIGN: "Begin een proef",
    DevelopmentState.PILOT: "Kijk of de proef lukt",
}
IMPROVING = {
    BottleneckState.SEEN: "Doe een voorstel",
    BottleneckState.PROPOSED: "Neem het voorstel over, of leg het weg",
}
ASKING = {MandateState.OFFERED: "Vraag om het antwoord op de opdracht"}


def learning(actor: Actor) -> list[Pile]:
    """New services, bottlenecks and tasks that partners have not answered yet."""
    if not actor.is_a(Role.PROCESS_MANAGER):
        return []
    made = permits.DEVELOP.narrow(Development.objects.all(), actor)
    stuck = permits.IMPROVE.narrow(Bottleneck.objects.all(), actor)
    asked = permits.AGREE_WITH_PARTNER.narrow(Mandate.objects.all(), actor)
    return [
        Pile("development", "development", MAKING, made),
        Pile("bottleneck", "bottleneck", IMPROVING, stuck, due=""),
        Pile("mandate", "agreement", ASKING, asked, due="offered_on", about="organisation_id"),
    ]
