"""A question that others took over comes to its end: what came of it, never decided by us."""

from dataclasses import dataclass

from kruispunt.base.actor import Actor
from kruispunt.base.verbs import action
from kruispunt.questions import permits
from kruispunt.questions.actions import letters
from kruispunt.questions.actions.steps import move_question, take_question
from kruispunt.questions.models import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluded:
    """What came of it elsewhere, in one word of the list and in a sentence."""

    outcome: str
    ending: str


@action
def conclude(actor: Actor, question_id: int, *, concluded: Concluded) -> Question:
    """Note what the municipality, the guide or the team made of it, and close the question."""
    question = take_question(actor, question_id, permits.CONCLUDE)
    question.outcome, question.ending = concluded.outcome, concluded.ending
    letters.tell_bringer(actor, question)
    return move_question(actor, question, "conclude", outcome=concluded.outcome)
