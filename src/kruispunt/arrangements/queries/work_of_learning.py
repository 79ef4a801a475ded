"""What waits for the process manager because something is missing."""

from kruispunt.arrangements.models.learning import Bottleneck, Development
from kruispunt.arrangements.models.partnership import Mandate, Promise
from kruispunt.arrangements.permits import learning as permits
from kruispunt.arrangements.states.learning import (
    BottleneckState,
    DevelopmentState,
    MandateState,
    PromiseState,
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
PROMISED = {PromiseState.OPEN: "Is dit gedaan? Vraag het na"}
ASKING = {MandateState.OFFERED: "Vraag om het antwoord op de opdracht"}


def learning(actor: Actor) -> list[Pile]:
    """New services, bottlenecks and tasks that partners have not answered yet."""
    if not actor.is_a(Role.PROCESS_MANAGER):
        return []
    made = permits.DEVELOP.narrow(Development.objects.all(), actor)
    stuck = permits.IMPROVE.narrow(Bottleneck.objects.all(), actor)
    asked = permits.AGREE_WITH_PARTNER.narrow(Mandate.objects.all(), actor)
    promised = permits.AGREE_WITH_PARTNER.narrow(Promise.objects.all(), actor)
    due = promised.filter(due_on__lte=actor.today)  # until its day it is the owner's work
    return [
        Pile("development", "development", MAKING, made, words="words"),
        Pile("bottleneck", "bottleneck", IMPROVING, stuck, due="", words="words"),
        Pile("mandate", "agreement", ASKING, asked, due="offered_on", about="organisation_id",
             words="organisation__name"),
        Pile("promise", "promise", PROMISED, due, about="organisation_id", words="words"),
    ]  # fmt: skip
