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
