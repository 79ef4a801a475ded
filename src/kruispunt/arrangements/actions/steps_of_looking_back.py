"""The steps by which looking back and saying goodbye get on somebody's desk (CHK-03, SIG-03)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from kruispunt.arrangements.models import Evaluation, Farewell, Goal, Match, Progress
from kruispunt.arrangements.states.goals import EVALUATION_MOVES, EvaluationState, Moment
from kruispunt.arrangements.states.reasons import EndReason, Side
from kruispunt.base.actor import Actor
from kruispunt.base.steps import keep, make_move, named
from kruispunt.base.terms import due
from kruispunt.core import terms

A_YEAR = timedelta(days=365)
BOTH_SIDES = (Side.RESIDENT, Side.VOLUNTEER)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedBack:
    """What one side says: in words, why it does not work in codes, and how far each goal came."""

    works: str
    next_step: str
    works_not: str = ""
    why: tuple[str, ...] = ()
    next_words: str = ""
    reached: Mapping[int, str] = field(default_factory=dict)


def plan_yearly(
    actor: Actor, match: Match, *, since: date, until: date, after: date | None = None
) -> None:
    """Both sides look back every year that the match runs; what was planned before is left."""
    days = []
    day = since + A_YEAR
    while day < until:
        if after is None or day >= after:
            days.append(terms.working_day_from(max(day, actor.today)))
        day += A_YEAR
    Evaluation.objects.bulk_create(
        (
            _planned(actor, match, moment=Moment.YEARLY, side=side, day=day)
            for day in days
            for side in BOTH_SIDES
        ),
        ignore_conflicts=True,
    )


def plan_the_end(actor: Actor, match: Match) -> None:
    """Whoever was not heard yet looks back now; what was planned for later falls away."""
    drop_evaluations(actor, match)
    heard = {
        Side.RESIDENT: match.resident_looks_back or match.end_reason == EndReason.DEATH,
        Side.VOLUNTEER: match.volunteer_looks_back,
    }
    day = due(actor, "evaluation.end")
    silent = [side for side, said in heard.items() if not said]
    Evaluation.objects.bulk_create(
        (_planned(actor, match, moment=Moment.END, side=side, day=day) for side in silent),
        ignore_conflicts=True,
    )


def drop_evaluations(actor: Actor, match: Match, *, side: str = "") -> None:
    """Nobody is asked again what was told already."""
    rows = Evaluation.objects.filter(match=match, state=EvaluationState.PLANNED)
    rows = rows.filter(side=side, moment=Moment.END) if side else rows
    rows.update(
        state=EVALUATION_MOVES.target("drop_evaluation", EvaluationState.PLANNED),
        state_since=actor.at,
    )


def plan_farewell(actor: Actor, match: Match) -> None:
    """A farewell for two who really went together; after a death, a talk within two weeks."""
    if match.active_since is None:
        return
    after_death = match.end_reason == EndReason.DEATH
    term = "match.aftercare" if after_death else "match.farewell"
    farewell, fresh = Farewell.objects.get_or_create(
        municipality_id=actor.municipality_id,
        match=match,
        defaults={
            "after_death": after_death,
            "due_on": due(actor, term),
            "state_since": actor.at,
        },
    )
    if after_death and not fresh and not farewell.after_death:
        farewell.after_death, farewell.due_on = True, due(actor, term)
        farewell.save(update_fields=["after_death", "due_on"])


def _planned(actor: Actor, match: Match, *, moment: str, side: str, day: date) -> Evaluation:
    return Evaluation(
        municipality_id=actor.municipality_id,
        arrangement_id=match.arrangement_id,
        match=match,
        moment=moment,
        side=side,
        due_on=day,
        state_since=actor.at,
    )


def look_back(actor: Actor, evaluation: Evaluation, said: LookedBack) -> Evaluation:
    """Keep what was said and who heard it, and how far each goal came."""
    evaluation.works, evaluation.works_not = said.works, said.works_not
    evaluation.why, evaluation.held_by_id = list(said.why), named(actor)
    evaluation.next_step, evaluation.next_words = said.next_step, said.next_words
    held = make_move(
        actor,
        evaluation,
        table=EVALUATION_MOVES,
        verb="look_back_together",
        why=said.why,
        next_step=said.next_step,
    )
    _keep_progress(held, said.reached)
    return held


def _keep_progress(evaluation: Evaluation, reached: Mapping[int, str]) -> None:
    """Keep how far each goal came, when somebody looked back on it."""
    for goal in Goal.objects.filter(pk__in=reached, arrangement_id=evaluation.arrangement_id):
        keep(
            Progress(
                municipality_id=evaluation.municipality_id,
                evaluation=evaluation,
                goal=goal,
                reached=reached[goal.pk],
            )
        )
