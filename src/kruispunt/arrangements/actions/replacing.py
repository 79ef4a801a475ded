"""While somebody rests, another volunteer may stand in (CAP-02, UIT-03)."""

from kruispunt.arrangements.actions.steps import take_match
from kruispunt.arrangements.models import Match
from kruispunt.arrangements.permits import guidance as permits
from kruispunt.arrangements.states import MatchState
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.verbs import action
from kruispunt.questions import actions as questions
from kruispunt.questions.states import State


class NotResting(ImpossibleMove):
    """Only while a match rests somebody else may stand in."""


@action
def replace(actor: Actor, match_id: int) -> Match:
    """Look for someone who stands in for as long as the pause lasts; the match itself stays."""
    match = take_match(actor, match_id, permits.REPLACE)
    if match.state != MatchState.PAUSED:
        raise NotResting("Deze koppeling heeft geen pauze.")
    question, inside = match.arrangement.question, actor.through("arrangements")
    if question.state != State.ANSWERED:
        raise NotResting("Wij zoeken al iemand voor deze vraag.")
    questions.resume(inside, question.pk, why="replacement")
    look = questions.combine if question.formal_leads else questions.search
    look(inside, question.pk)
    journal.write(actor, "match.replace", match, person_id=question.asked_by_id)
    return match
