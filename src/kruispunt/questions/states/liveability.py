"""What is wrong or missing in the street, from raised to told (SM-9): the neighbourhood team's."""

from django.db.models import TextChoices

from kruispunt.base.moves import Table, move


class LiveabilityState(TextChoices):
    """Where something about the neighbourhood stands."""

    RAISED = "raised", "Ingebracht"
    RECEIVED = "received", "Wijkteam heeft het"
    TAKEN_UP = "taken_up", "Opgepakt"
    BY_RESIDENTS = "by_residents", "Bewoners doen het zelf"
    PASSED_ON = "passed_on", "Doorgezet"
    FED_BACK = "fed_back", "Teruggekoppeld"


L = LiveabilityState
ANSWERABLE = frozenset({L.TAKEN_UP, L.BY_RESIDENTS, L.PASSED_ON})
LIVEABILITY_MOVES = Table(
    "liveability",
    (
        move("receive", {L.RAISED}, L.RECEIVED),
        move("take_up_liveability", {L.RECEIVED}, L.TAKEN_UP),
        move("leave_to_residents", {L.RECEIVED, L.TAKEN_UP}, L.BY_RESIDENTS),
        move("pass_on", {L.RECEIVED, L.TAKEN_UP}, L.PASSED_ON),
        move("answer_liveability", ANSWERABLE, L.FED_BACK),
    ),
)
