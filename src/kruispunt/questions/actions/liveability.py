"""What happens with something about the neighbourhood: raised, received, worked on, told (SM-9)."""

from dataclasses import dataclass

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.permits import Permit
from kruispunt.base.steps import keep, make_move, may_begin
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.core.triage import goes_to_the_neighbourhood_team
from kruispunt.core.vocabulary import Kind
from kruispunt.people import actions as people
from kruispunt.questions import permits
from kruispunt.questions.actions.steps import move_question, take_question
from kruispunt.questions.models import Liveability, Question
from kruispunt.questions.permits import neighbourhood
from kruispunt.questions.states import State
from kruispunt.questions.states.liveability import LIVEABILITY_MOVES, LiveabilityState


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised:
    """What the team gets to read: the street and the thing itself, and nobody's health."""

    kind: str
    words: str
    place: str = ""
    neighbourhood_id: int | None = None
    brought_by_id: int | None = None
    signal_id: int | None = None
    question_id: int | None = None


@action
def raise_liveability(actor: Actor, *, raised: Raised) -> Liveability:
    """Bring something about the neighbourhood to its team, without anything of health (TAX-04)."""
    may_begin(actor, neighbourhood.RAISE)
    if not goes_to_the_neighbourhood_team([raised.kind]):
        raise ImpossibleMove("Dit gaat niet over de buurt.")
    row = keep(
        Liveability(
            municipality_id=actor.municipality_id,
            kind=raised.kind,
            words=raised.words,
            place=raised.place,
            neighbourhood_id=raised.neighbourhood_id,
            brought_by_id=raised.brought_by_id,
            signal_id=raised.signal_id,
            question_id=raised.question_id,
            raised_at=actor.at,
            state_since=actor.at,
            due_on=due(actor, "liveability.raised"),
            answer_by=due(actor, "liveability.answer"),
        )
    )
    journal.write(actor, "liveability.raise", row, kind=raised.kind)
    return row


@action
def hand_to_team(actor: Actor, question_id: int, *, words: str = "", kind: str = "") -> Question:
    """Hand a question about the neighbourhood to its team: in words of our own, not the dossier."""
    question = take_question(actor, question_id, permits.ROUTE)
    moved = move_question(actor, question, "hand_to_team")
    about = kind or question.kind
    if not goes_to_the_neighbourhood_team([about]):
        about = Kind.NEIGHBOURHOOD_MEETING
    raise_liveability(
        actor,
        raised=Raised(
            kind=about,
            words=words or Kind(about).label,
            neighbourhood_id=question.asked_by.neighbourhood_id,
            brought_by_id=question.asked_by_id,
            question_id=question.pk,
        ),
    )
    return moved


@action
def receive(actor: Actor, liveability_id: int) -> Liveability:
    """The team has seen it."""
    row = _take(actor, liveability_id, neighbourhood.WORK_ON_LIVEABILITY)
    return _move(actor, row, "receive")


@action
def take_up_liveability(actor: Actor, liveability_id: int) -> Liveability:
    """The team does it."""
    row = _take(actor, liveability_id, neighbourhood.WORK_ON_LIVEABILITY)
    return _move(actor, row, "take_up_liveability")


@action
def leave_to_residents(actor: Actor, liveability_id: int) -> Liveability:
    """People in the street do it themselves; the team helps them begin."""
    row = _take(actor, liveability_id, neighbourhood.WORK_ON_LIVEABILITY)
    return _move(actor, row, "leave_to_residents")


@action
def pass_on(actor: Actor, liveability_id: int, *, to: str) -> Liveability:
    """Someone else must do it: the municipality, the landlord, the police."""
    row = _take(actor, liveability_id, neighbourhood.WORK_ON_LIVEABILITY)
    row.passed_to = to
    return _move(actor, row, "pass_on")


@action
def answer_liveability(actor: Actor, liveability_id: int, *, outcome: str) -> Liveability:
    """Tell who brought it what came of it; a question that waited for this is done."""
    row = _take(actor, liveability_id, neighbourhood.ANSWER_LIVEABILITY)
    row.outcome = outcome
    moved = _move(actor, row, "answer_liveability")
    if moved.brought_by_id is not None:
        people.write_to(
            actor,
            moved.brought_by_id,
            subject="Wat er met uw bericht gebeurde",
            lines=("U vertelde iets over uw buurt. Dank u wel.", outcome),
            key=f"liveability.answer:{moved.pk}",
        )
    if moved.question is not None and moved.question.state == State.WITH_TEAM:
        moved.question.ending = outcome
        move_question(actor, moved.question, "conclude")
    return moved


def _take(actor: Actor, liveability_id: int, may: Permit) -> Liveability:
    return take(actor, Liveability, liveability_id, may=may, see=neighbourhood.READ_LIVEABILITY)


def _move(actor: Actor, row: Liveability, verb: str) -> Liveability:
    row.taken_by_id = row.taken_by_id or actor.person_id
    told = LIVEABILITY_MOVES.target(verb, row.state) == LiveabilityState.FED_BACK
    row.due_on = None if told else row.answer_by
    return make_move(actor, row, table=LIVEABILITY_MOVES, verb=verb)
