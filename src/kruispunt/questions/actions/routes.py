"""The ways to an answer: informal first, formal when that is really needed (WMO-07)."""

from kruispunt.base.actor import Actor
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.verbs import action
from kruispunt.questions import permits
from kruispunt.questions.actions.steps import move_question, take_question
from kruispunt.questions.actions.steps_wmo import open_wmo
from kruispunt.questions.models import Question
from kruispunt.questions.models.question import SelfReliance
from kruispunt.questions.queries.ways import closed_by
from kruispunt.questions.states import MOVES


class WrongWay(ImpossibleMove):
    """This way does not suit this question; the message says which rule says so."""


@action
def search(actor: Actor, question_id: int) -> Question:
    """Look for a volunteer."""
    question = take_question(actor, question_id, permits.ROUTE)
    _is_open(question, "search")
    return move_question(actor, question, "search")


@action
def combine(actor: Actor, question_id: int) -> Question:
    """Look for a volunteer and a professional together."""
    question = take_question(actor, question_id, permits.ROUTE)
    _is_open(question, "combine")
    return move_question(actor, question, "combine")


@action
def refer(actor: Actor, question_id: int, *, why: str = "") -> Question:
    """Bring the question to an organisation."""
    question = take_question(actor, question_id, permits.ROUTE)
    if question.self_reliance == SelfReliance.FULL and not why.strip():
        raise WrongWay("Wie zich redt, verwijzen we alleen door met een reden.")
    return move_question(actor, question, "refer", why=why)


@action
def notify(actor: Actor, question_id: int) -> Question:
    """Help to notify the municipality; it decides, we only note that and when (WMO-01)."""
    question = take_question(actor, question_id, permits.ROUTE)
    question.wmo_noticed_on = question.wmo_noticed_on or actor.today
    open_wmo(actor, question)
    return move_question(actor, question, "notify")


@action
def hand_to_guide(actor: Actor, question_id: int) -> Question:
    """Bring someone to the guides, of whom the resident chooses one (OCO-04)."""
    return move_question(actor, take_question(actor, question_id, permits.ROUTE), "hand_to_guide")


@action
def hand_to_handyman(actor: Actor, question_id: int) -> Question:
    """Look for a handy neighbour who comes by once (SM-12)."""
    question = take_question(actor, question_id, permits.ROUTE)
    return move_question(actor, question, "hand_to_handyman")


@action
def develop(actor: Actor, question_id: int) -> Question:
    """Nothing fits yet: let a service be made for this and for others who ask the same."""
    return move_question(actor, take_question(actor, question_id, permits.ROUTE), "develop")


def _is_open(question: Question, verb: str) -> None:
    """First whether it is time, then whether this way suits the question."""
    MOVES.target(verb, question.state)
    if why := closed_by(question, verb):
        raise WrongWay(why)
