"""Help from someone's own circle: named, begun, asked after, ended (D45)."""

from dataclasses import dataclass
from datetime import date

from kruispunt.arrangements.actions.steps import arrangement_of
from kruispunt.arrangements.actions.steps_when_running import answer_runs, part_ended
from kruispunt.arrangements.models import OwnHelp
from kruispunt.arrangements.permits import parts as permits
from kruispunt.arrangements.states.parts import OWN_HELP_MOVES, OwnHelpState
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.permits import Permit
from kruispunt.base.steps import keep, make_move
from kruispunt.base.terms import due
from kruispunt.base.verbs import action


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearby:
    """Somebody near: who that is to the resident, what they can do, and which needs that meets."""

    who: str
    what: str
    meets: tuple[str, ...]


@action
def name_own_help(actor: Actor, question_id: int, *, nearby: Nearby) -> OwnHelp:
    """Note that someone of the own circle can do something; it does not run yet."""
    arrangement = arrangement_of(actor, question_id)
    permits.NAME_OWN_HELP.require(actor, arrangement)
    found = keep(
        OwnHelp(
            municipality_id=actor.municipality_id,
            arrangement=arrangement,
            who=nearby.who,
            what=nearby.what,
            meets=list(nearby.meets),
            state_since=actor.at,
        )
    )
    asker = arrangement.question.asked_by_id
    journal.write(actor, "own_help.name", found, person_id=asker, meets=nearby.meets)
    return found


@action
def start_own_help(actor: Actor, own_help_id: int, *, on: date | None = None) -> OwnHelp:
    """They begin, or begin again; after a while we ask whether they can keep it up."""
    found = _take(actor, own_help_id, permits.START_OWN_HELP)
    found.started_on = on or actor.today
    found.due_on = due(actor, "own_help.keep_up")
    moved = _move(actor, found, "start_own_help")
    answer_runs(actor.through("arrangements"), moved.arrangement)
    return moved


@action
def keep_up(actor: Actor, own_help_id: int, *, note: str = "") -> OwnHelp:
    """They can keep it up; we ask again later."""
    found = _take(actor, own_help_id, permits.KEEP_UP)
    found.note = note or found.note
    found.due_on = due(actor, "own_help.keep_up")
    return _move(actor, found, "keep_up")


@action
def end_own_help(
    actor: Actor, own_help_id: int, *, planned: bool = False, note: str = ""
) -> OwnHelp:
    """It stops. When that was not the plan, the question goes on looking."""
    found = _take(actor, own_help_id, permits.KEEP_UP)
    ran = found.state == OwnHelpState.RUNNING
    found.note, found.due_on = note or found.note, None
    moved = _move(actor, found, "end_own_help", planned=planned)
    if ran:
        inside = actor.through("arrangements")
        part_ended(inside, moved.arrangement, planned=planned, why="own_help")
    return moved


def _take(actor: Actor, own_help_id: int, may: Permit) -> OwnHelp:
    return take(actor, OwnHelp, own_help_id, may=may, see=permits.READ_PART)


def _move(actor: Actor, found: OwnHelp, verb: str, **facts: object) -> OwnHelp:
    asker = found.arrangement.question.asked_by_id
    return make_move(actor, found, table=OWN_HELP_MOVES, verb=verb, person_id=asker, **facts)
