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


class Wish(TextChoices):
    """What a volunteer wants next; stopping is always possible."""

    GO_ON = "go_on", "Zo doorgaan"
    LESS = "less", "Minder doen"
    REST = "rest", "Even pauze"
    STOP = "stop", "Stoppen"
    MORE = "more", "Meer doen"


class GuidanceKind(TextChoices):
    """What the minutes went to (CAP-04)."""

    INTAKE = "intake", "Intake"
    SEARCHING = "searching", "Zoeken"
    INTRODUCTION = "introduction", "Kennismaking"
    CHECK_IN = "check_in", "Hoe gaat het"
    CRISIS = "crisis", "Spoed of zorgen"
    INTERVISION = "intervision", "Intervisie"
    RECRUITMENT = "recruitment", "Werving"
