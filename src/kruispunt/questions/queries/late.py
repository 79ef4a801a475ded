"""What lies too long before there is an answer: the process manager hears it, without a name."""

from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.base.work import Pile, long_late, long_waiting
from kruispunt.questions import permits
from kruispunt.questions.models import Liveability, Question, Signal
from kruispunt.questions.permits import neighbourhood
from kruispunt.questions.queries import EARLY
from kruispunt.questions.states import SignalState, State
from kruispunt.questions.states.liveability import LiveabilityState

# A search whose term is over gets stuck by itself (SM-8); these wait for somebody here.
AT_A_DESK = (*EARLY, State.WITH_TEAM, State.ANSWERED)
AT_THE_DESK = "Dit ligt te lang bij het Startpunt. Vraag waarom"
AT_THE_TEAM = "Dit ligt te lang bij het wijkteam. Vraag waarom"


def late(actor: Actor) -> list[Pile]:
    """Questions, signals and matters of the street that wait past amber (SM-1, SM-2, SM-9)."""
    if not actor.is_a(Role.PROCESS_MANAGER):
        return []
    before = long_late(actor)
    asked = permits.GLANCE.narrow(Question.objects.all(), actor)
    heard = neighbourhood.HEAR_LATE.narrow(Signal.objects.all(), actor)
    street = neighbourhood.HEAR_LATE.narrow(Liveability.objects.all(), actor)
    brought = tuple(set(SignalState) - {SignalState.DRAFT})
    open_ones = tuple(set(LiveabilityState) - {LiveabilityState.FED_BACK})
    return [
        long_waiting("question", asked, AT_A_DESK, AT_THE_DESK, before=before),
        long_waiting("signal", heard, brought, AT_THE_DESK, before=before),
        long_waiting("liveability", street, open_ones, AT_THE_TEAM, due="answer_by",
                     before=before),
        long_waiting("liveability", street, (LiveabilityState.RAISED,), AT_THE_TEAM,
                     before=before),
    ]  # fmt: skip
