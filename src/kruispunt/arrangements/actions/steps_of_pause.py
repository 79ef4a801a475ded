"""The step by which a question has its answer again when a pause is over (CAP-02)."""

from kruispunt.arrangements.models import Match
from kruispunt.base.actor import Actor
from kruispunt.matching import actions as matching
from kruispunt.matching import queries as invitations
from kruispunt.questions import actions as questions
from kruispunt.questions.states import FOR_VOLUNTEERS


def stop_looking_for_a_stand_in(actor: Actor, match: Match) -> None:
    """The pause is over: the question has its answer again, and nobody is kept waiting."""
    question, inside = match.arrangement.question, actor.through("arrangements")
    if question.state not in FOR_VOLUNTEERS:
        return
    questions.arrange(inside, question.pk)
    for other in invitations.waiting_for(inside, question.pk):
        matching.take_back(inside, other)
