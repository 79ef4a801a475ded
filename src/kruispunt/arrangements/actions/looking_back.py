"""Looking back with one side: what works, what does not, why, and what is next (CHK-03)."""

from datetime import date

from kruispunt.arrangements.actions.steps import arrangement_of
from kruispunt.arrangements.actions.steps_of_looking_back import LookedBack, look_back
from kruispunt.arrangements.models import Evaluation, Match
from kruispunt.arrangements.permits import goals as permits
from kruispunt.arrangements.states.goals import Moment
from kruispunt.arrangements.states.reasons import Side
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.steps import keep, may_begin
from kruispunt.base.verbs import action


@action
def plan_evaluation(
    actor: Actor, question_id: int, *, side: str, due_on: date, moment: str = Moment.QUARTERLY.value
) -> Evaluation:
    """Agree on a day to look back, whether a match, an organisation or both help."""
    may_begin(actor, permits.LOOK_BACK_TOGETHER)
    arrangement = arrangement_of(actor, question_id)
    evaluation = keep(
        Evaluation(
            municipality_id=actor.municipality_id,
            arrangement=arrangement,
            moment=moment,
            side=side,
            due_on=due_on,
            state_since=actor.at,
        )
    )
    journal.write(actor, "evaluation.plan", evaluation, moment=moment)
    return evaluation


@action
def look_back_together(actor: Actor, evaluation_id: int, *, said: LookedBack) -> Evaluation:
    """Keep what one side says; the other side never reads it."""
    evaluation = take(
        actor,
        Evaluation,
        evaluation_id,
        may=permits.LOOK_BACK_TOGETHER,
        see=permits.READ_EVALUATION,
    )
    held = look_back(actor, evaluation, said)
    if held.moment == Moment.END and held.match is not None:
        _give_voice(held.match, held)
    return held


def _give_voice(match: Match, held: Evaluation) -> None:
    """The last time someone looks back is her voice in the closing (SM-4)."""
    words = "\n".join(line for line in (held.works, held.works_not) if line)
    if held.side == Side.RESIDENT:
        match.resident_looks_back = words
    else:
        match.volunteer_looks_back = words
    keep(match)
