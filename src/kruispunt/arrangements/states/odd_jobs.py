"""A small job in or around the house: asked, tested, planned, done, and was it good? (SM-12)."""

from django.db.models import TextChoices

from kruispunt.base.moves import Table, move


class OddJobState(TextChoices):
    """Where an odd job stands."""

    REQUESTED = "requested", "Aangevraagd"
    TESTED = "tested", "Getoetst"
    PLANNED = "planned", "Ingepland"
    DONE = "done", "Klaar"
    HEARD = "heard", "Tevreden gevraagd"
    UNFIT = "unfit", "Past hier niet"
    CANCELLED = "cancelled", "Niet meer nodig"


J = OddJobState
ODD_JOB_MOVES = Table(
    "odd_job",
    (
        move("accept_odd_job", {J.REQUESTED}, J.TESTED),
        move("find_unfit", {J.REQUESTED}, J.UNFIT),
        # Another day or somebody else is the same plan, made again.
        move("plan_odd_job", {J.TESTED, J.PLANNED}, J.PLANNED),
        # Who would come cannot after all: the desk looks for somebody else.
        move("hand_back_odd_job", {J.PLANNED}, J.TESTED),
        move("finish_odd_job", {J.PLANNED}, J.DONE),
        move("hear_odd_job", {J.DONE}, J.HEARD),
        # It was not good yet: somebody comes once more.
        move("come_again", {J.DONE}, J.TESTED),
        move("cancel_odd_job", {J.REQUESTED, J.TESTED, J.PLANNED}, J.CANCELLED),
    ),
)
# Somebody comes or has been: the question has its answer.
ANSWERS = frozenset({J.PLANNED, J.DONE, J.HEARD})
ODD_JOB_OVER = frozenset({J.HEARD, J.UNFIT, J.CANCELLED})


class Part(TextChoices):
    """Of the day."""

    MORNING = "ochtend", "in de ochtend"
    AFTERNOON = "middag", "in de middag"
    EVENING = "avond", "in de avond"


class Satisfied(TextChoices):
    """How the resident finds it."""

    YES = "yes", "Ja, het is goed"
    MOSTLY = "mostly", "Het gaat, het kon beter"
    NO = "no", "Nee, het is nog niet goed"
