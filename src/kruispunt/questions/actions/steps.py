"""The steps that every verb of a question shares: take the row, move it, count its term."""

from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.permits import Permit
from kruispunt.base.steps import make_move
from kruispunt.base.terms import due
from kruispunt.questions import permits
from kruispunt.questions.models import Question
from kruispunt.questions.states import ENDED, FOR_VOLUNTEERS, MOVES, State

TERM_OF = {
    State.NEW: "question.new",
    State.CONTACTED: "question.contacted",
    State.CLARIFIED: "question.clarified",
    State.TRIAGED: "question.triaged",
    State.REFERRED: "question.formal",
    State.WITH_TEAM: "liveability.answer",
    State.WITH_MUNICIPALITY: "wmo.investigation",
    State.WITH_GUIDE: "question.update",
    State.WITH_HANDYMAN: "question.odd_job",
    State.DEVELOPING: "question.update",
}


def take_question(actor: Actor, question_id: int, may: Permit) -> Question:
    """Lock the row and see whether this actor may do this to it."""
    see = permits.READ if not any(role.startswith("room:") for role in actor.roles) else None
    return take(actor, Question, question_id, may=may, see=see)


def move_question(actor: Actor, question: Question, verb: str, **facts: object) -> Question:
    """Make the move, and count from today how long the new state may last."""
    target = State(MOVES.target(verb, question.state))
    term = _term(target, question.intensity)
    question.due_on = due(actor, term) if term else None
    if target in ENDED:
        question.ended_at = actor.at
    return make_move(
        actor, question, table=MOVES, verb=verb, person_id=question.asked_by_id, **facts
    )


def _term(state: State, intensity: str) -> str:
    if state in FOR_VOLUNTEERS:
        return f"question.search.{intensity}"
    return TERM_OF.get(state, "")
