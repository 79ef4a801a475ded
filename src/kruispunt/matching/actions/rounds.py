"""Keeping a round, and deciding on it line by line: nothing is sent by itself (PRV-08)."""

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.steps import keep, make_move, may_begin, named
from kruispunt.base.verbs import action
from kruispunt.core.weights import Weights
from kruispunt.matching import permits, queries
from kruispunt.matching.actions.inviting import invite
from kruispunt.matching.models import Round, RoundLine
from kruispunt.matching.states import LINE_MOVES, Sharing


@action
def keep_round(actor: Actor, *, draft: queries.Draft) -> Round:
    """Keep a proposal, so that a person can read it line by line."""
    may_begin(actor, permits.ROUND)
    made = keep(
        Round(
            municipality_id=actor.municipality_id,
            made_by_id=named(actor),
            made_at=actor.at,
            seen_at=draft.seen_at,
            value=draft.value,
            bound=draft.bound,
            proven=draft.proven,
            asked=draft.asked,
            weights_from=draft.weights.valid_from,
            sharing=_sharing(draft.weights),
            own_slots=draft.weights.own_slots,
        )
    )
    RoundLine.objects.bulk_create(
        RoundLine(
            municipality_id=actor.municipality_id,
            round=made,
            question_id=line.question_id,
            volunteering_id=line.volunteering_id,
            score=line.score,
            why=line.why,
            state_since=actor.at,
        )
        for line in draft.lines
    )
    journal.write(actor, "round.keep", made, lines=len(draft.lines), asked=draft.asked)
    return made


def _sharing(weights: Weights) -> Sharing:
    if weights.longest_first:
        return Sharing.LONGEST_FIRST
    return Sharing.NEIGHBOURHOODS if weights.spread_bonus else Sharing.BY_WORTH


@action
def adopt(actor: Actor, line_id: int, *, words: str) -> RoundLine:
    """Follow one line: the volunteer is invited. What no longer fits is refused here."""
    line = take(actor, RoundLine, line_id, may=permits.ROUND_LINE)
    line.decided_by_id = actor.person_id
    adopted = make_move(actor, line, table=LINE_MOVES, verb="adopt")
    invite(actor, line.question_id, volunteering_ids=(line.volunteering_id,), words=words)
    return adopted


@action
def put_aside(actor: Actor, line_id: int, *, reason: str) -> RoundLine:
    """Do not follow one line, and say why: that is what the weights can learn from (MAT-10)."""
    line = take(actor, RoundLine, line_id, may=permits.ROUND_LINE)
    line.decided_by_id, line.reason = actor.person_id, reason
    return make_move(actor, line, table=LINE_MOVES, verb="put_aside")
