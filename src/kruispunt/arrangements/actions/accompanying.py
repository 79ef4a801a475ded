"""Asking both sides apart how it goes, and letting a volunteer ask a professional (CHK, TRI-06)."""

from dataclasses import dataclass, fields

from kruispunt.arrangements import permits, queries
from kruispunt.arrangements.actions import letters
from kruispunt.arrangements.actions.steps import take_match
from kruispunt.arrangements.models import Advice, CheckIn, Match
from kruispunt.arrangements.states import ADVICE_MOVES, CHECK_IN_MOVES
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep, make_move
from kruispunt.base.terms import due
from kruispunt.base.verbs import action


class NobodyBehind(ImpossibleMove):
    """There is no professional behind this match yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HowItGoes:
    """What someone answers in two minutes (CHK-02)."""

    times_met: int
    contact_score: int
    costs_more: bool
    as_agreed: bool
    needs: str = ""
    words: str = ""


@action
def ask_check_in(actor: Actor, check_in_id: int) -> CheckIn:
    """Ask one side how it goes, on the day that was planned."""
    check_in = take(actor, CheckIn, check_in_id, may=permits.CHASE)
    letters.ask_how_it_goes(actor, check_in)
    return make_move(actor, check_in, table=CHECK_IN_MOVES, verb="ask_check_in")


@action
def answer_check_in(actor: Actor, check_in_id: int, *, goes: HowItGoes) -> CheckIn:
    """Keep what one side tells; the other side never reads it."""
    match = _match_of(actor, check_in_id)
    check_in = take(
        actor, CheckIn, check_in_id, may=permits.ANSWER_CHECK_IN, see=permits.READ_CHECK_IN
    )
    for field in fields(goes):
        setattr(check_in, field.name, getattr(goes, field.name))
    check_in.answered_by_id = actor.person_id
    letters.how_it_goes_answered(actor, check_in)
    answered = make_move(actor, check_in, table=CHECK_IN_MOVES, verb="answer_check_in")
    _keep_told(match)
    return answered


@action
def miss_check_in(actor: Actor, check_in_id: int) -> CheckIn:
    """No answer in two weeks: that is a sign, and somebody calls."""
    match = _match_of(actor, check_in_id)
    check_in = take(actor, CheckIn, check_in_id, may=permits.CHASE)
    missed = make_move(actor, check_in, table=CHECK_IN_MOVES, verb="miss_check_in")
    _keep_told(match)
    return missed


@action
def read_told(actor: Actor, match_id: int) -> Match:
    """Look for the first time at what was told about a match that came from elsewhere."""
    match = take(actor, Match, match_id, may=permits.CHASE)
    _keep_told(match)
    return match


@action
def ask_advice(actor: Actor, match_id: int, *, words: str) -> Advice:
    """The volunteer asks the professional behind the match something (TRI-06)."""
    match = take_match(actor, match_id, permits.ASK_ADVICE)
    if match.backup_id is None:
        raise NobodyBehind("Er is nog geen vaste beroepskracht. Bel uw coördinator.")
    advice = keep(
        Advice(
            municipality_id=actor.municipality_id,
            match=match,
            to_id=match.backup_id,
            words=words,
            asked_at=actor.at,
            state_since=actor.at,
            due_on=due(actor, "advice.answer"),
        ),
        giving=actor,
    )
    journal.write(actor, "advice.ask", advice)
    letters.ask_professional(actor, advice)
    return advice


@action
def answer_advice(actor: Actor, advice_id: int, *, answer: str) -> Advice:
    """The professional answers, and the volunteer hears it at once."""
    advice = take(actor, Advice, advice_id, may=permits.ANSWER_ADVICE, see=permits.READ_ADVICE)
    advice.answer, advice.due_on = answer, None
    letters.tell_advice(actor, advice)
    return make_move(actor, advice, table=ADVICE_MOVES, verb="answer_advice")


def _match_of(actor: Actor, check_in_id: int) -> Match:
    """The match before its check-in: everyone who writes in both takes them in this order."""
    rows = Match.objects.select_for_update(of=("self",))
    return rows.get(municipality_id=actor.municipality_id, check_ins=check_in_id)


def _keep_told(match: Match) -> None:
    match.told = queries.told_of(match)
    match.save(update_fields=["told"])
