"""Looking back with one side: what works, what does not, why, and what is next (CHK-03)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kruispunt.arrangements.actions.steps import arrangement_of
from kruispunt.arrangements.actions.steps_of_looking_back import keep_progress
from kruispunt.arrangements.models import Evaluation, Match
from kruispunt.arrangements.permits import goals as permits
from kruispunt.arrangements.states.goals import EVALUATION_MOVES, Moment
from kruispunt.arrangements.states.reasons import Side
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.steps import keep, make_move, may_begin
from kruispunt.base.verbs import action


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedBack:
    """What one side says: in words, why it does not work in codes, and how far each goal came."""

    works: str
    next_step: str
    works_not: str = ""
    why: tuple[str, ...] = ()
    next_words: str = ""
    reached: Mapping[int, str] = field(default_factory=dict)


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
    evaluation.works, evaluation.works_not = said.works, said.works_not
    evaluation.why, evaluation.held_by_id = list(said.why), actor.person_id
    evaluation.next_step, evaluation.next_words = said.next_step, said.next_words
    held = make_move(
        actor,
        evaluation,
        table=EVALUATION_MOVES,
        verb="look_back_together",
        why=said.why,
        next_step=said.next_step,
    )
    keep_progress(held, said.reached)
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
