"""Asking a resident what she has in her own hands and whom she sees, and keeping it (C15)."""

from dataclasses import dataclass

from kruispunt.arrangements.actions import letters_of_footing as letters
from kruispunt.arrangements.actions.steps import arrangement_of
from kruispunt.arrangements.models import Arrangement, Footing
from kruispunt.arrangements.permits import footing as permits
from kruispunt.arrangements.queries.footing import occasion, silent_before, to_ask
from kruispunt.arrangements.states.footing import ANSWERABLE, FOOTING_MOVES
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep, make_move, may_begin
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.questions import queries as questions


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """Three answers: what she decides herself, how many people she sees, and is that enough."""

    in_hand: int
    seen: int
    enough: int


@action
def ask_footing(actor: Actor, arrangement_id: int) -> Footing:
    """Ask a resident by letter how she stands, when it is time for it."""
    may_begin(actor, permits.ASK_FOOTING)
    if not to_ask(actor).filter(pk=arrangement_id).exists():
        raise ImpossibleMove("Dit is al gevraagd.")
    for silent in silent_before(actor, arrangement_id):
        _let_go(actor, silent)
    asked = _fresh(actor, arrangement_id)
    letters.ask_how_she_stands(actor, asked)
    journal.write(actor, "footing.ask", asked, person_id=_asker(asked))
    return asked


@action
def answer_footing(actor: Actor, footing_id: int, *, said: Stands) -> Footing:
    """Keep what the resident says herself, by link, by phone or on paper."""
    return _answer(actor, _take(actor, footing_id), said)


@action
def decline_footing(actor: Actor, footing_id: int) -> Footing:
    """She would rather not say: for this question nobody asks again."""
    asked = _take(actor, footing_id)
    letters.she_answered(actor, asked)
    return _move(actor, asked, "decline_footing")


@action
def miss_footing(actor: Actor, footing_id: int) -> Footing:
    """No answer in time: somebody calls."""
    return _move(actor, take(actor, Footing, footing_id, may=permits.ASK_FOOTING), "miss_footing")


@action
def drop_footing(actor: Actor, footing_id: int) -> Footing:
    """Help ended long ago and nobody could reach her: it is let go."""
    return _let_go(actor, footing_id)


@action
def note_footing(actor: Actor, question_id: int, *, said: Stands) -> Footing:
    """Write down what she says in a talk: the letter that still waits is answered with it."""
    may_begin(actor, permits.NOTE_FOOTING)
    arrangement = _answer_to(actor, questions.one(actor, question_id).pk)
    rows = Footing.objects.filter(arrangement=arrangement)
    open_one = rows.filter(state__in=sorted(ANSWERABLE)).order_by("-pk").first()
    if open_one is not None:
        return _answer(actor, _take(actor, open_one.pk), said)
    if rows.filter(asked_on=actor.today).exists():
        raise ImpossibleMove("Dit is vandaag al gevraagd.")
    return _answer(actor, _fresh(actor, arrangement.pk), said)


def _answer_to(actor: Actor, question_id: int) -> Arrangement:
    """The last answer to this question: also when it is over, for that is when one looks back."""
    rows = Arrangement.objects.filter(question_id=question_id).order_by("-pk")
    last = rows.select_for_update(of=("self",)).first()
    return last or arrangement_of(actor, question_id)


def _fresh(actor: Actor, arrangement_id: int) -> Footing:
    return keep(
        Footing(
            municipality_id=actor.municipality_id,
            arrangement_id=arrangement_id,
            occasion=occasion(arrangement_id),
            asked_on=actor.today,
            due_on=due(actor, "footing.answer"),
            again_on=due(actor, "footing.again"),
            state_since=actor.at,
        )
    )


def _take(actor: Actor, footing_id: int) -> Footing:
    return take(actor, Footing, footing_id, may=permits.ANSWER_FOOTING, see=permits.READ_FOOTING)


def _let_go(actor: Actor, footing_id: int) -> Footing:
    return _move(actor, take(actor, Footing, footing_id, may=permits.ASK_FOOTING), "drop_footing")


def _answer(actor: Actor, asked: Footing, said: Stands) -> Footing:
    asked.in_hand, asked.seen, asked.enough = said.in_hand, said.seen, said.enough
    asked.again_on = due(actor, "footing.again")
    letters.she_answered(actor, asked)
    return _move(actor, asked, "answer_footing")


def _move(actor: Actor, asked: Footing, verb: str) -> Footing:
    return make_move(actor, asked, table=FOOTING_MOVES, verb=verb, person_id=_asker(asked))


def _asker(asked: Footing) -> int:
    return asked.arrangement.question.asked_by_id
