"""How a volunteer is, asked apart from any match (SIG-02)."""

from django.db.models import TextChoices

from kruispunt.base.moves import Table, move


class WellbeingState(TextChoices):
    """Where asking a volunteer how she is stands."""

    ASKED = "asked", "Gevraagd"
    ANSWERED = "answered", "Beantwoord"
    MISSED = "missed", "Geen antwoord"


W = WellbeingState
WELLBEING_MOVES = Table(
    "wellbeing",
    (
        move("answer_wellbeing", {W.ASKED, W.MISSED}, W.ANSWERED),
        move("miss_wellbeing", {W.ASKED}, W.MISSED),
    ),
)
