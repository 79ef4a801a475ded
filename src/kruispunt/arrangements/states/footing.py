"""How someone stands in life: who decides, and how many people she sees (C15)."""

from django.db.models import IntegerChoices, TextChoices

from kruispunt.base.moves import Table, move


class FootingState(TextChoices):
    """Where asking a resident how she stands is."""

    ASKED = "asked", "Gevraagd"
    ANSWERED = "answered", "Beantwoord"
    MISSED = "missed", "Geen antwoord"
    DECLINED = "declined", "Liever niet"
    DROPPED = "dropped", "Niet meer gevraagd"


F = FootingState
UNANSWERED = frozenset({F.ASKED, F.MISSED})
# Whoever would rather not may say it after all.
ANSWERABLE = UNANSWERED | {F.DECLINED}
FOOTING_MOVES = Table(
    "footing",
    (
        move("answer_footing", ANSWERABLE, F.ANSWERED),
        move("miss_footing", {F.ASKED}, F.MISSED),
        move("decline_footing", UNANSWERED, F.DECLINED),
        # Long after the end of help nobody calls about it, nor when it is asked once more.
        move("drop_footing", UNANSWERED, F.DROPPED),
    ),
)


class Occasion(TextChoices):
    """When it is asked: what changed lies between the first time and the last."""

    BEGIN = "begin", "Aan het begin"
    ALONG = "along", "Onderweg"
    END = "end", "Aan het einde"


class InHand(IntegerChoices):
    """How much of her day someone decides herself."""

    NEVER = 1, "Nooit"
    SELDOM = 2, "Bijna nooit"
    SOMETIMES = 3, "Soms"
    MOSTLY = 4, "Vaak"
    ALWAYS = 5, "Altijd"


class Seen(IntegerChoices):
    """How many people someone spoke in a week: the size of her network."""

    NOBODY = 0, "Niemand"
    ONE = 1, "1 mens"
    A_FEW = 2, "2 of 3 mensen"
    MORE = 3, "4 of meer mensen"


class Enough(IntegerChoices):
    """Whether that is enough for her: the quality of her network is hers to judge."""

    NO = 1, "Nee, te weinig"
    JUST = 2, "Het gaat"
    YES = 3, "Ja, genoeg"
