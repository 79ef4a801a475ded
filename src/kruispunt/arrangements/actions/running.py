"""From getting to know each other to a match that runs: trial, agreement, pause (SM-4)."""

from dataclasses import dataclass, fields
from datetime import date, timedelta

from kruispunt.arrangements import permits
from kruispunt.arrangements.actions.steps import move_match, plan_check_ins, take_match
from kruispunt.arrangements.actions.steps_of_looking_back import plan_yearly
from kruispunt.arrangements.actions.steps_of_pause import stop_looking_for_a_stand_in
from kruispunt.arrangements.actions.steps_when_ready import missing
from kruispunt.arrangements.models import Match
from kruispunt.arrangements.queries.at_term import term_of
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep
from kruispunt.base.verbs import action
from kruispunt.core import terms
from kruispunt.people import queries as people


class NotYet(ImpossibleMove):
    """Something must be there before this match can go on; the message says what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What two people agree on paper (MAT-05): never for an unlimited time."""

    activity: str
    frequency: str
    term_months: int
    boundaries: str = ""
    absence: str = ""


@action
def start_trial(actor: Actor, match_id: int, *, met_on: date | None = None) -> Match:
    """They met and want to try: six weeks, in which both may stop without fault."""
    match = take_match(actor, match_id, permits.INTRODUCE)
    match.met_on = met_on or actor.today
    match.trial_until = match.met_on + timedelta(weeks=terms.TRIAL_WEEKS)
    due_on = terms.working_day_from(match.trial_until)
    trial = move_match(actor, match, "start_trial", due_on=due_on)
    plan_check_ins(actor, trial, after=match.met_on, until=match.trial_until)
    return trial


@action
def back_up(actor: Actor, match_id: int, *, person_id: int) -> Match:
    """Name the professional whom the volunteer may ask for advice (TRI-06)."""
    match = take_match(actor, match_id, permits.SIGN)
    match.backup = people.known(actor, person_id)
    keep(match, giving=actor)
    journal.write(actor, "match.back_up", match)
    return match


@action
def sign(actor: Actor, match_id: int, *, agreement: Agreement) -> Match:
    """Write down what was agreed: what, how often, how long, and what not."""
    match = take_match(actor, match_id, permits.SIGN)
    for field in fields(agreement):
        setattr(match, field.name, getattr(agreement, field.name))
    match.signed_on = actor.today
    keep(match)
    journal.write(actor, "match.sign", match, term_months=agreement.term_months)
    return match


@action
def activate(actor: Actor, match_id: int) -> Match:
    """The trial went well; from now on it counts for the agreed term."""
    match = take_match(actor, match_id, permits.ACTIVATE)
    if lacks := missing(actor, match):
        raise NotYet(f"Nog niet in orde: {', '.join(lacks)}.")
    match.active_since = actor.today
    match.term_ends_on = actor.today + term_of(match.term_months)
    active = move_match(actor, match, "activate", due_on=match.term_ends_on)
    begun = match.trial_until or actor.today
    plan_check_ins(actor, active, after=begun, until=match.term_ends_on)
    plan_yearly(actor, active, since=actor.today, until=match.term_ends_on)
    return active


@action
def pause(actor: Actor, match_id: int, *, why: str = "") -> Match:
    """Stop for a while: holiday, illness, or because something is not safe (CAP-02, MLD-07)."""
    match = take_match(actor, match_id, permits.PAUSE)
    match.pause_reason = why
    return move_match(actor, match, "pause")


@action
def resume(actor: Actor, match_id: int) -> Match:
    """Go on after a pause."""
    match = take_match(actor, match_id, permits.RESUME)
    if lacks := missing(actor, match):
        raise NotYet(f"Nog niet in orde: {', '.join(lacks)}.")
    stop_looking_for_a_stand_in(actor, match)
    return move_match(actor, match, "resume", due_on=match.term_ends_on)
