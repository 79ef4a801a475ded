"""What lies too long around answers: after amber the process manager hears it, without a name."""

from typing import Any

from kruispunt.arrangements.models import (
    Advice,
    Booking,
    CarerCase,
    CheckIn,
    Enrolment,
    Evaluation,
    Farewell,
    Footing,
    GuideContact,
    IntervisionGroup,
    IntervisionMeeting,
    IntervisionMember,
    Match,
    OddJob,
    OwnHelp,
    Promise,
    Referral,
    StepDown,
    Trajectory,
    Wellbeing,
)
from kruispunt.arrangements.permits import guides as guiding
from kruispunt.arrangements.permits import learning as permits
from kruispunt.arrangements.queries.check_ins import not_heard_since
from kruispunt.arrangements.queries.odd_jobs import STEPS
from kruispunt.arrangements.queries.work import FOR_CONTACT, FOR_STARTPUNT, GUIDED
from kruispunt.arrangements.queries.work_along_the_way import (
    CARER_STEPS,
    GUIDE_STEPS,
    TRAJECTORY_STEPS,
)
from kruispunt.arrangements.states import AdviceState, CheckInState
from kruispunt.arrangements.states.footing import FootingState
from kruispunt.arrangements.states.goals import EvaluationState, FarewellState, StepDownState
from kruispunt.arrangements.states.guidance import WellbeingState
from kruispunt.arrangements.states.intervision import GroupState, MeetingState, MemberState
from kruispunt.arrangements.states.learning import PromiseState
from kruispunt.arrangements.states.parts import EnrolmentState, OwnHelpState
from kruispunt.arrangements.states.trajectory import BookingState
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.base.work import Pile, long_late, long_waiting

ASK = "Dit ligt te lang bij {seat}. Vraag waarom"
DESK, COORDINATOR, GUIDES = "het Startpunt", "de maatjescoördinator", "de meedenker"
PARTNER, TEAM, CIRCLE = "een organisatie", "het hybride team", "wie de intervisie begeleidt"
# Of each noun the states with a term, the column of the day, and with whom it lies.
WITH_A_TERM: tuple[tuple[str, Any, tuple[str, ...], str, str], ...] = (
    ("match", Match, tuple(GUIDED), "due_on", COORDINATOR),
    ("referral", Referral, tuple(FOR_CONTACT), "due_on", PARTNER),
    ("referral", Referral, tuple(FOR_STARTPUNT), "due_on", DESK),
    ("advice", Advice, (AdviceState.ASKED,), "due_on", PARTNER),
    ("wellbeing", Wellbeing, (WellbeingState.MISSED,), "asked_on", COORDINATOR),
    ("footing", Footing, (FootingState.MISSED,), "due_on", DESK),
    ("evaluation", Evaluation, (EvaluationState.PLANNED,), "due_on", COORDINATOR),
    ("step_down", StepDown, (StepDownState.PLANNED,), "planned_on", COORDINATOR),
    ("step_down", StepDown, (StepDownState.TAKEN,), "check_on", COORDINATOR),
    ("farewell", Farewell, (FarewellState.PLANNED,), "due_on", COORDINATOR),
    ("enrolment", Enrolment, (EnrolmentState.MISSED,), "due_on", DESK),
    ("own_help", OwnHelp, (OwnHelpState.OFFERED, OwnHelpState.RUNNING), "due_on", DESK),
    ("odd_job", OddJob, tuple(STEPS), "due_on", DESK),
    ("carer_case", CarerCase, tuple(CARER_STEPS), "due_on", DESK),
    ("trajectory", Trajectory, tuple(TRAJECTORY_STEPS), "due_on", TEAM),
    ("booking", Booking, (BookingState.BOOKED,), "on", TEAM),
    ("intervision_group", IntervisionGroup, (GroupState.WAITING,), "due_on", CIRCLE),
    ("intervision_meeting", IntervisionMeeting, (MeetingState.PLANNED,), "on", CIRCLE),
    ("intervision_member", IntervisionMember, (MemberState.MISSING,), "due_on", COORDINATOR),
    ("promise", Promise, (PromiseState.OPEN,), "due_on", PARTNER),
)


def ask(seat: str) -> str:
    """Whoever asks why must know with whom it lies: with a desk, never with a name."""
    return ASK.format(seat=seat)


def late(actor: Actor) -> list[Pile]:
    """What waits past amber, for whoever must ask why; of guides only their coordinator hears."""
    if actor.is_a(Role.PROCESS_MANAGER):
        before = long_late(actor)
        silent = not_heard_since(permits.HEAR_LATE.narrow(CheckIn.objects.all(), actor))
        return [
            *(
                long_waiting(noun, permits.HEAR_LATE.narrow(model.objects.all(), actor),
                             states, ask(seat), due=due, before=before)
                for noun, model, states, due, seat in WITH_A_TERM
            ),
            # An old silence that was followed by an answer keeps nobody waiting.
            long_waiting("check_in", silent, (CheckInState.MISSED,), ask(COORDINATOR), due="on",
                         before=before),
        ]  # fmt: skip
    if actor.is_a(Role.GUIDE_COORDINATOR):
        rows = guiding.FOLLOW_GUIDES.narrow(GuideContact.objects.all(), actor)
        pile = long_waiting(
            "guide_contact", rows, tuple(GUIDE_STEPS), ask(GUIDES), due="due_on",
            before=long_late(actor), where="guide_list",
        )  # fmt: skip
        return [pile]
    return []
