"""The steps by which parts that run become an answer, and parts that stop ask for the next step."""

from kruispunt.arrangements import queries
from kruispunt.arrangements.models import Arrangement
from kruispunt.arrangements.states import UNANSWERED, UNDER_WAY
from kruispunt.base.actor import Actor
from kruispunt.matching import actions as matching
from kruispunt.matching import queries as invitations
from kruispunt.questions import actions as questions
from kruispunt.questions import queries as asks
from kruispunt.questions.states import ROUTES, State


def answer_runs(inside: Actor, arrangement: Arrangement) -> None:
    """When every need is met, the question is answered and nobody else is kept waiting."""
    question = arrangement.question
    if question.state not in ROUTES | {State.UNANSWERED} or queries.unmet(arrangement):
        return
    questions.arrange(inside, question.pk)
    for other in invitations.waiting_for(inside, question.pk):
        matching.take_back(inside, other)


def part_ended(inside: Actor, arrangement: Arrangement, *, planned: bool, why: str) -> bool:
    """A part that stops early puts the question back; when all is done, it is asked to close.

    Returns whether the question went back to be answered anew.
    """
    question = arrangement.question
    question.refresh_from_db()
    if question.state != State.ANSWERED:
        return False
    nothing_runs = not queries.runs(arrangement)
    if planned:
        if nothing_runs:
            questions.ask_to_close(inside, question.pk)
        return False
    still_open = question.needs.exists() and queries.unmet(arrangement)
    if nothing_runs or still_open:
        questions.resume(inside, question.pk, why=why)
        return True
    return False


def count_helpers(inside: Actor, arrangement: Arrangement) -> None:
    """Let the next round know who helps already, or is thinking about it."""
    open_ones = arrangement.matches.filter(state__in=sorted(UNANSWERED | UNDER_WAY))
    ids = tuple(open_ones.values_list("volunteering_id", flat=True))
    questions.count_helpers(inside, arrangement.question_id, helped_by=ids)


def kinds_met(arrangement: Arrangement, kinds: frozenset[str]) -> list[str]:
    """Which needs of a question somebody with these kinds meets: those still open, else any."""
    needs = asks.needs(arrangement.question)
    still = [kind for kind in queries.unmet(arrangement) if kind in kinds]
    return still or [kind for kind in needs if kind in kinds]
