"""Someone who cares is seen: talked with, perhaps measured, relieved, and asked again (SM-13)."""

from django.db.models import TextChoices

from kruispunt.base.moves import Table, move


class CarerState(TextChoices):
    """Where the support of a carer stands."""

    IN_SIGHT = "in_sight", "In beeld"
    TALKED = "talked", "Gesprek gehad"
    MEASURED = "measured", "Vragenlijst ingevuld"
    PLANNED = "planned", "Plan gemaakt"
    RUNNING = "running", "Loopt"
    MEASURED_AGAIN = "measured_again", "Opnieuw gevraagd"
    CLOSED = "closed", "Afgesloten"


C = CarerState
OPEN_CARER = frozenset(set(C) - {C.CLOSED})

CARER_MOVES = Table(
    "carer_case",
    (
        move("talk_with_carer", {C.IN_SIGHT}, C.TALKED),
        # A questionnaire helps some people to talk; nobody has to fill one in.
        move("measure_carer", {C.TALKED}, C.MEASURED),
        move("plan_relief", {C.TALKED, C.MEASURED, C.MEASURED_AGAIN}, C.PLANNED),
        move("begin_relief", {C.PLANNED}, C.RUNNING),
        move("measure_again", {C.RUNNING}, C.MEASURED_AGAIN),
        move("close_carer", OPEN_CARER, C.CLOSED),
    ),
)
