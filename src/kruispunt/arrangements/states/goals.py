"""From a goal to less help, from looking back to a farewell: the states around an ending."""

from django.db.models import TextChoices

from kruispunt.base.moves import Table, move


class GoalState(TextChoices):
    """Where a goal stands."""

    SET = "set", "Afgesproken"
    REACHED = "reached", "Bereikt"
    LET_GO = "let_go", "Losgelaten"


GOAL_MOVES = Table(
    "goal",
    (
        move("reach_goal", {GoalState.SET}, GoalState.REACHED),
        move("let_go_of_goal", {GoalState.SET}, GoalState.LET_GO),
    ),
)


class EvaluationState(TextChoices):
    """Where looking back stands."""

    PLANNED = "planned", "Gepland"
    HELD = "held", "Gedaan"
    DROPPED = "dropped", "Niet meer nodig"


EVALUATION_MOVES = Table(
    "evaluation",
    (
        move("look_back_together", {EvaluationState.PLANNED}, EvaluationState.HELD),
        move("drop_evaluation", {EvaluationState.PLANNED}, EvaluationState.DROPPED),
    ),
)


class StepDownState(TextChoices):
    """Where a step to less help stands."""

    PLANNED = "planned", "Gepland"
    TAKEN = "taken", "Gezet"
    KEPT = "kept", "Houdt stand"
    SLIPPED = "slipped", "Hield geen stand"
    DROPPED = "dropped", "Gaat niet door"


STEP_DOWN_MOVES = Table(
    "step_down",
    (
        move("take_step", {StepDownState.PLANNED}, StepDownState.TAKEN),
        move("keep_going", {StepDownState.TAKEN}, StepDownState.KEPT),
        move("slip_back", {StepDownState.TAKEN}, StepDownState.SLIPPED),
        move("drop_step", {StepDownState.PLANNED}, StepDownState.DROPPED),
    ),
)


class FarewellState(TextChoices):
    """Where a farewell stands."""

    PLANNED = "planned", "Gepland"
    HELD = "held", "Gedaan"


FAREWELL_MOVES = Table(
    "farewell", (move("say_farewell", {FarewellState.PLANNED}, FarewellState.HELD),)
)


class Domain(TextChoices):
    """The part of life a goal is about: the same eight as on the sociale kaart (E3)."""

    HOME = "home", "Wonen"
    HEALTH = "health", "Gezondheid"
    CARE = "care", "Zorg en ondersteuning"
    CHILDREN = "children", "Kinderen en opvoeding"
    LEARNING = "learning", "Leren"
    CONTACTS = "contacts", "Contact en meedoen"
    WORK = "work", "Werk en vrijwilligerswerk"
    MONEY = "money", "Geld en papieren"


class Moment(TextChoices):
    """When we look back."""

    QUARTERLY = "quarterly", "Na drie maanden"
    YEARLY = "yearly", "Na een jaar"
    END = "end", "Aan het einde"


class Hitch(TextChoices):
    """Why something does not work; counted, so that what is missing gets seen (HYB-04)."""

    GOAL_TOO_BIG = "goal_too_big", "Het doel is te groot"
    HEALTH = "health", "Gezondheid"
    NO_FITTING_OFFER = "no_fitting_offer", "Er is geen passend aanbod"
    NO_CLICK = "no_click", "Geen klik"
    TRANSPORT = "transport", "Vervoer"
    MONEY = "money", "Geld"
    MOTIVATION = "motivation", "Geen zin of moed"
    NETWORK = "network", "De mensen dichtbij"
    NOT_AS_AGREED = "not_as_agreed", "Afspraken niet nagekomen"
    OTHER = "other", "Iets anders"


class NextStep(TextChoices):
    """What comes after looking back."""

    GO_ON = "go_on", "Zo doorgaan"
    ADJUST = "adjust", "Het anders doen"
    STEP_DOWN = "step_down", "Een stap naar minder hulp"
    END = "end", "Afronden"


class Reached(TextChoices):
    """How far a goal came."""

    YES = "yes", "Ja"
    PARTLY = "partly", "Deels"
    NO = "no", "Nog niet"


class Rung(TextChoices):
    """Where on the way to less help, heaviest first (C12)."""

    FORMAL = "formal", "Met een beroepskracht"
    BUDDY = "buddy", "Met een vrijwilliger"
    GROUP = "group", "In een groep"
    ALONE = "alone", "Zelf, of met eigen mensen"
