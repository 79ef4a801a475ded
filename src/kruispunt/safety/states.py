"""From worried to decided: three steps for volunteers, five for professionals (MLD-02, MLD-03)."""

from django.db.models import TextChoices

from kruispunt.base.moves import Table, move


class ConcernState(TextChoices):
    """Where a concern stands."""

    REPORTED = "reported", "Opgeschreven"
    DISCUSSED = "discussed", "Besproken"
    CONSULTED = "consulted", "Overlegd"
    TALKED = "talked", "Gesproken"
    WEIGHED = "weighed", "Gewogen"
    DECIDED = "decided", "Besloten"
    CLOSED = "closed", "Afgesloten"


C = ConcernState
CONCERN_MOVES = Table(
    "concern",
    (
        # Three steps for volunteers: write down, discuss, and somebody else decides.
        move("discuss", {C.REPORTED}, C.DISCUSSED),
        # Five for professionals: signals, a colleague or Veilig Thuis, the people, weigh, decide.
        move("consult", {C.REPORTED, C.DISCUSSED}, C.CONSULTED),
        move("talk_with_them", {C.CONSULTED}, C.TALKED),
        # Talking first is not always safe; then it is weighed without.
        move("weigh_up", {C.CONSULTED, C.TALKED}, C.WEIGHED),
        move("decide_on", {C.DISCUSSED, C.WEIGHED}, C.DECIDED),
        move("act_at_once", {C.REPORTED, C.DISCUSSED, C.CONSULTED, C.TALKED}, C.DECIDED),
        move("close_concern", {C.DECIDED}, C.CLOSED),
    ),
)


class ConcernKind(TextChoices):
    """What somebody is worried about."""

    WORRY = "worry", "Ik maak me zorgen over iemand"
    INTEGRITY = "integrity", "Iemand van ons gaat te ver"
    CALAMITY = "calamity", "Er is iets ernstigs gebeurd"
