"""The informal parts of an answer: help from the own circle, and taking part in an activity."""

from django.db.models import TextChoices

from kruispunt.base.moves import Table, move


class OwnHelpState(TextChoices):
    """Where help from someone's own circle stands."""

    OFFERED = "offered", "Kan helpen"
    RUNNING = "running", "Loopt"
    ENDED = "ended", "Gestopt"


H = OwnHelpState
OWN_HELP_MOVES = Table(
    "own_help",
    (
        move("start_own_help", {H.OFFERED, H.ENDED}, H.RUNNING),
        move("keep_up", {H.RUNNING}, H.RUNNING),
        move("end_own_help", {H.OFFERED, H.RUNNING}, H.ENDED),
    ),
)


class EnrolmentState(TextChoices):
    """Where taking part in an activity stands."""

    WAITING = "waiting", "Op de wachtlijst"
    ENROLLED = "enrolled", "Doet mee"
    ENDED = "ended", "Gestopt"


N = EnrolmentState
ENROLMENT_MOVES = Table(
    "enrolment",
    (
        move("move_up", {N.WAITING}, N.ENROLLED),
        # Coming or not coming changes nothing but the count: people may miss a week.
        move("attend", {N.ENROLLED}, N.ENROLLED),
        move("end_enrolment", {N.WAITING, N.ENROLLED}, N.ENDED),
        move("enrol_again", {N.ENDED}, N.WAITING),
    ),
)
HOLDS_A_PLACE = frozenset({N.ENROLLED})
