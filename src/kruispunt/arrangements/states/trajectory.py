"""A hybrid trajectory from notification to farewell (SM-6), and the hours of a welfare coach."""

from django.db.models import TextChoices

from kruispunt.base.moves import Table, move


class TrajectoryState(TextChoices):
    """Where a trajectory of a hybrid team stands."""

    REPORTED = "reported", "Gemeld"
    TALKED = "talked", "Gesprek gehad"
    NOT_INDICATED = "not_indicated", "Verder zonder indicatie"
    INDICATED = "indicated", "Indicatie afgegeven"
    CONSULTING = "consulting", "Teamoverleg"
    STARTER_CHOSEN = "starter_chosen", "Starter gekozen"
    STARTED = "started", "Gestart"
    RUNNING = "running", "Loopt op doelen"
    REVIEWING = "reviewing", "Evaluatie"
    PROLONGED = "prolonged", "Verlengd"
    PHASED_OUT = "phased_out", "Afgebouwd"
    STOPPED = "stopped", "Gestopt"


T = TrajectoryState
ENDED_TRAJECTORY = frozenset({T.NOT_INDICATED, T.PHASED_OUT, T.STOPPED})
OPEN_TRAJECTORY = frozenset(set(T) - ENDED_TRAJECTORY)
# From here on the municipality's advisor has said yes, and we keep what was said.
WITH_INDICATION = frozenset(
    {
        T.INDICATED,
        T.CONSULTING,
        T.STARTER_CHOSEN,
        T.STARTED,
        T.RUNNING,
        T.REVIEWING,
        T.PROLONGED,
        T.PHASED_OUT,
    }
)
WITH_STARTER = WITH_INDICATION - {T.INDICATED, T.CONSULTING}
UNDER_SUPPORT = frozenset({T.STARTED, T.RUNNING, T.REVIEWING, T.PROLONGED})

TRAJECTORY_MOVES = Table(
    "trajectory",
    (
        move("talk_over", {T.REPORTED}, T.TALKED),
        # Only the advisor of the municipality records what was decided there (HYB-01).
        move("indicate", {T.TALKED}, T.INDICATED),
        move("not_indicate", {T.TALKED}, T.NOT_INDICATED),
        move("consult_team", {T.INDICATED}, T.CONSULTING),
        # Made by the last of the providers who names the same one; nobody decides it alone.
        move("choose_starter", {T.CONSULTING}, T.STARTER_CHOSEN),
        move("start_support", {T.STARTER_CHOSEN}, T.STARTED),
        move("run_on_goals", {T.STARTED}, T.RUNNING),
        move("review_goals", {T.RUNNING, T.PROLONGED}, T.REVIEWING),
        move("prolong", {T.REVIEWING}, T.PROLONGED),
        move("phase_out", {T.REVIEWING}, T.PHASED_OUT),
        # One can always stop, and need not say why.
        move("stop_trajectory", OPEN_TRAJECTORY, T.STOPPED),
    ),
)


class BookingState(TextChoices):
    """Where an appointment with the welfare coach stands."""

    BOOKED = "booked", "Afgesproken"
    USED = "used", "Geweest"
    CANCELLED = "cancelled", "Ging niet door"


B = BookingState
BOOKING_MOVES = Table(
    "booking",
    (
        move("use_coach", {B.BOOKED}, B.USED),
        move("cancel_coach", {B.BOOKED}, B.CANCELLED),
    ),
)


class Received(TextChoices):
    """Whether someone gets the support that was agreed."""

    YES = "yes", "Ja"
    PARTLY = "partly", "Deels"
    NO = "no", "Nee"
