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
    OFFERED = "offered", "Plek aangeboden"
    ENROLLED = "enrolled", "Doet mee"
    MISSED = "missed", "Geen antwoord op een plek"
    ENDED = "ended", "Gestopt"


N = EnrolmentState
ENROLMENT_MOVES = Table(
    "enrolment",
    (
        move("move_up", {N.WAITING}, N.ENROLLED),
        # A place that fell free is held for her until she answers, or her time is over (K22).
        move("offer_place", {N.WAITING}, N.OFFERED),
        move("confirm_place", {N.OFFERED}, N.ENROLLED),
        # Who never answered and is called says it then: no, or she waits for a next place.
        move("decline_place", {N.OFFERED, N.MISSED}, N.ENDED),
        move("let_offer_pass", {N.OFFERED}, N.MISSED),
        # Coming or not coming changes nothing but the count: people may miss a week.
        move("attend", {N.ENROLLED}, N.ENROLLED),
        move("end_enrolment", {N.WAITING, N.OFFERED, N.ENROLLED, N.MISSED}, N.ENDED),
        move("enrol_again", {N.ENDED, N.MISSED}, N.WAITING),
    ),
)
HOLDS_A_PLACE = frozenset({N.OFFERED, N.ENROLLED})
