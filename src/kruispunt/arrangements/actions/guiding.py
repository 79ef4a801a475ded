"""Noting the minutes that guidance takes, and asking a volunteer how she is (CAP-04, SIG-02)."""

from dataclasses import dataclass, fields
from datetime import date

from kruispunt.arrangements.actions import letters_of_guidance as letters
from kruispunt.arrangements.models.guidance import Minutes, Wellbeing
from kruispunt.arrangements.permits import guidance as permits
from kruispunt.arrangements.queries import guidance as queries
from kruispunt.arrangements.states.guidance import WELLBEING_MOVES
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.steps import keep, make_move, may_begin, named
from kruispunt.base.terms import due
from kruispunt.base.verbs import action


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """What the minutes went to, and about whom; recruiting is about nobody yet."""

    kind: str
    minutes: int
    on: date | None = None
    match_id: int | None = None
    question_id: int | None = None
    volunteering_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feels:
    """What a volunteer answers about herself."""

    feels: int
    too_much: bool
    life_changed: bool
    wish: str
    words: str = ""


@action
def note_minutes(actor: Actor, *, worked: Worked) -> Minutes:
    """Note how long it took, on the page where the work was done."""
    may_begin(actor, permits.NOTE_MINUTES)
    about = queries.about(actor, worked.match_id, worked.question_id, worked.volunteering_id)
    minutes = keep(
        Minutes(
            municipality_id=actor.municipality_id,
            kind=worked.kind,
            minutes=worked.minutes,
            on=worked.on or actor.today,
            by_id=named(actor),
            match_id=about.match_id,
            question_id=about.question_id,
            volunteering_id=about.volunteering_id,
        )
    )
    journal.write(actor, "minutes.note", minutes, kind=worked.kind, minutes=worked.minutes)
    return minutes


@action
def ask_wellbeing(actor: Actor, volunteering_id: int) -> Wellbeing:
    """Ask a volunteer how she is, apart from any match."""
    may_begin(actor, permits.ASK_WELLBEING)
    asked = keep(
        Wellbeing(
            municipality_id=actor.municipality_id,
            volunteering_id=volunteering_id,
            asked_on=actor.today,
            again_on=due(actor, "wellbeing.again"),
            state_since=actor.at,
        )
    )
    letters.ask_how_she_is(actor, asked)
    journal.write(actor, "wellbeing.ask", asked, person_id=asked.volunteering.person_id)
    return asked


@action
def answer_wellbeing(actor: Actor, wellbeing_id: int, *, said: Feels) -> Wellbeing:
    """Keep how a volunteer says she is; only she and the coordinator read it."""
    asked = take(
        actor, Wellbeing, wellbeing_id, may=permits.ANSWER_WELLBEING, see=permits.READ_WELLBEING
    )
    for field in fields(said):
        setattr(asked, field.name, getattr(said, field.name))
    letters.she_answered(actor, asked)
    return _move(actor, asked, "answer_wellbeing")


@action
def miss_wellbeing(actor: Actor, wellbeing_id: int) -> Wellbeing:
    """No answer in two weeks: somebody calls."""
    return _move(
        actor, take(actor, Wellbeing, wellbeing_id, may=permits.ASK_WELLBEING), "miss_wellbeing"
    )


def _move(actor: Actor, asked: Wellbeing, verb: str) -> Wellbeing:
    who = asked.volunteering.person_id
    return make_move(actor, asked, table=WELLBEING_MOVES, verb=verb, person_id=who)
