"""What waits for whom while an answer runs: asking how it goes, goals, steps, parts, teams."""

from datetime import timedelta

from django.db.models import Q

from kruispunt.arrangements import permits
from kruispunt.arrangements.models import (
    Booking,
    CarerCase,
    CheckIn,
    Enrolment,
    Evaluation,
    Farewell,
    Footing,
    OwnHelp,
    StepDown,
    Trajectory,
    Wellbeing,
)
from kruispunt.arrangements.permits import carers, footing, goals, guidance, parts, trajectory
from kruispunt.arrangements.queries import places
from kruispunt.arrangements.queries.check_ins import not_heard_since
from kruispunt.arrangements.queries.guidance import wellbeing_to_call
from kruispunt.arrangements.queries.guides import guide_contacts
from kruispunt.arrangements.queries.odd_jobs import of_odd_jobs
from kruispunt.arrangements.states import CheckInState
from kruispunt.arrangements.states.carers import CarerState as C
from kruispunt.arrangements.states.footing import FootingState
from kruispunt.arrangements.states.goals import EvaluationState, FarewellState, StepDownState
from kruispunt.arrangements.states.guidance import WellbeingState
from kruispunt.arrangements.states.guides import GuideContactState
from kruispunt.arrangements.states.parts import EnrolmentState, OwnHelpState
from kruispunt.arrangements.states.reasons import Side
from kruispunt.arrangements.states.trajectory import BookingState, TrajectoryState
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.base.work import Pile

T, G = TrajectoryState, GuideContactState
QUIET = timedelta(weeks=6)
ASKER = "arrangement__question__asked_by"
WORKER = "arrangement__question__worker"
QUESTION = "arrangement__question_id"
TRAJECTORY_STEPS = {
    T.REPORTED: "Plan het gesprek",
    T.TALKED: "Besluit over de hulp",
    T.INDICATED: "Leg het voor aan het team",
    T.CONSULTING: "Kies samen wie begint",
    T.STARTER_CHOSEN: "Begin met de hulp",
    T.STARTED: "Spreek doelen af",
    T.RUNNING: "Kijk samen terug op de doelen",
    T.REVIEWING: "Kies: verder, minder of stoppen",
    T.PROLONGED: "Kijk samen terug op de doelen",
}
GUIDE_STEPS = {
    G.CHOSEN: "Maak kennis",
    G.MET: "Zoek samen verder",
    G.SEARCHING: "Vraag hoe het gaat",
    G.APPLIED: "Vraag hoe het afliep",
}
GUIDE_FOR_RESIDENT = {
    G.ASKED: "Bekijk wie er met u kan meedenken",
    G.SHOWN: "Kies iemand die met u meedenkt",
    G.COMPLETED: "Vertel hoe het meedenken was",
}
CARER_STEPS = {
    C.IN_SIGHT: "Bel deze mantelzorger",
    C.TALKED: "Maak samen een plan",
    C.MEASURED: "Maak samen een plan",
    C.PLANNED: "Begin met het plan",
    C.RUNNING: "Vraag opnieuw hoe het gaat",
    C.MEASURED_AGAIN: "Kijk of het plan nog past",
}
TEAM = (Role.WMO_ADVISOR, Role.PROVIDER, Role.COACH)


def along_the_way(actor: Actor) -> list[Pile]:
    """Everything that comes back while help runs."""
    found: list[Pile] = []
    if actor.is_a(Role.COORDINATOR):
        found += _for_the_coordinator(actor)
    else:
        found += [*_for_one_side(actor), places.places_to_answer(actor)]
    found += _of_guides(actor)
    found += of_odd_jobs(actor)
    if actor.is_a(Role.WORKER):
        found += _parts(actor)
    if actor.roles & set(TEAM):
        found += _of_the_team(actor)
    return found


def _for_one_side(actor: Actor) -> list[Pile]:
    checks = permits.READ_CHECK_IN.narrow(CheckIn.objects.all(), actor)
    asked = {CheckInState.ASKED: "Vertel ons hoe het gaat"}
    wellbeing = guidance.READ_WELLBEING.narrow(Wellbeing.objects.all(), actor)
    feels = {WellbeingState.ASKED: "Vertel ons hoe het met u gaat"}
    stands = footing.READ_FOOTING.narrow(Footing.objects.all(), actor)
    mine = stands.filter(arrangement__question__asked_by_id=actor.person_id or 0)
    return [
        Pile("check_in", "check_in", asked, checks, due="on"),
        Pile("wellbeing", "wellbeing", feels, wellbeing, due="asked_on"),
        Pile("footing", "footing", {FootingState.ASKED: "Beantwoord 3 korte vragen"}, mine),
    ]


def _for_the_coordinator(actor: Actor) -> list[Pile]:
    looks = goals.READ_EVALUATION.narrow(Evaluation.objects.all(), actor)
    steps = goals.READ_STEP.narrow(StepDown.objects.all(), actor)
    farewells = goals.SAY_FAREWELL.narrow(Farewell.objects.all(), actor)
    asker = f"match__{ASKER}"
    return [
        *_to_call(actor),
        Pile(
            "evaluation", "evaluation", {EvaluationState.PLANNED: "Kijk samen terug"}, looks,
            whose=ASKER,
        ),
        Pile(
            "step_down", "goals", {StepDownState.PLANNED: "Zet deze stap"}, steps,
            due="planned_on", whose=ASKER, about=QUESTION,
        ),
        # By then the question may be closed for long: only the step itself is still to be seen.
        Pile(
            "step_down", "step", {StepDownState.TAKEN: "Vraag of het nog gaat"}, steps,
            due="check_on", whose=ASKER,
        ),
        Pile(
            "farewell", "match", {FarewellState.PLANNED: "Regel het afscheid"}, farewells,
            whose=asker, about="match_id",
        ),
    ]  # fmt: skip


def _to_call(actor: Actor) -> list[Pile]:
    """Who did not answer, each under her own name: on the page the questions can be filled in."""
    checks = not_heard_since(permits.READ_CHECK_IN.narrow(CheckIn.objects.all(), actor))
    silent = {CheckInState.MISSED: "Bel: geen antwoord gekregen"}
    sides = ((Side.RESIDENT, f"match__{ASKER}"), (Side.VOLUNTEER, "match__volunteering__person"))
    unwell = {WellbeingState.MISSED: "Bel: hoe gaat het met deze vrijwilliger?"}
    return [
        *(
            Pile("check_in", "call_check_in", silent, checks.filter(side=side), due="on",
                 whose=whose)
            for side, whose in sides
        ),
        Pile("wellbeing", "call_wellbeing", unwell, wellbeing_to_call(actor), due="asked_on",
             whose="volunteering__person"),
    ]  # fmt: skip


def _of_guides(actor: Actor) -> list[Pile]:
    """A guide stands beside a resident; each finds the step that is theirs."""
    rows = guide_contacts(actor)
    mine = rows.filter(resident_id=actor.person_id or 0)
    if not actor.is_a(Role.GUIDE):
        return [Pile("guide_contact", "resident", GUIDE_FOR_RESIDENT, mine)]
    return [Pile("guide_contact", "guides", GUIDE_STEPS, rows, words="resident__given_name")]


def _parts(actor: Actor) -> list[Pile]:
    own = parts.READ_PART.narrow(OwnHelp.objects.all(), actor)
    groups = parts.READ_PART.narrow(Enrolment.objects.all(), actor)
    seen = carers.READ_CARER.narrow(CarerCase.objects.all(), actor)
    # Whoever was seen there lately is well: that is asked again when it has been quiet.
    comes = Q(state=EnrolmentState.ENROLLED, last_on__gte=actor.today - QUIET)
    stands = footing.READ_FOOTING.narrow(Footing.objects.all(), actor)
    silent = {FootingState.MISSED: "Bel: drie korte vragen"}
    near = {
        OwnHelpState.OFFERED: "Vraag of deze hulp kan beginnen",
        OwnHelpState.RUNNING: "Vraag of dit nog loopt",
    }
    joins = {
        EnrolmentState.WAITING: "Kijk of er plaats is",
        EnrolmentState.ENROLLED: "Vraag of het bevalt",
    }
    return [
        Pile("own_help", "own_help", near, own, whose=ASKER, worker=WORKER),
        Pile("enrolment", "enrolment", joins, groups.exclude(comes), due="", whose=ASKER,
             worker=WORKER),
        Pile("enrolment", "enrolment", joins, groups.filter(comes), due="", resting=True),
        *places.places_to_watch(groups),
        Pile("carer_case", "carer", CARER_STEPS, seen, whose="carer", worker="worker"),
        Pile("footing", "stands", silent, stands, whose=ASKER, about=QUESTION, worker=WORKER),
    ]  # fmt: skip


def _of_the_team(actor: Actor) -> list[Pile]:
    rows = trajectory.READ_TRAJECTORY.narrow(Trajectory.objects.all(), actor)
    found = [Pile("trajectory", "trajectory", TRAJECTORY_STEPS, rows, words="opened_on")]
    if actor.is_a(Role.COACH):
        booked = trajectory.READ_BOOKING.narrow(Booking.objects.all(), actor)
        step = {BookingState.BOOKED: "Schrijf op of dit uur doorging"}
        found.append(Pile("booking", "trajectory", step, booked, due="on", about="trajectory_id",
                          words="trajectory__opened_on"))  # fmt: skip
    return found
