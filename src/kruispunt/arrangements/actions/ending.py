"""Winding down, saying goodbye, and looking back with both (SIG-03, CHK-03)."""

from django.db.models import Q

from kruispunt.arrangements import permits
from kruispunt.arrangements.actions.steps import drop_check_ins, move_match, take_match
from kruispunt.arrangements.actions.steps_of_looking_back import (
    drop_evaluations,
    plan_farewell,
    plan_the_end,
)
from kruispunt.arrangements.actions.steps_of_resting import rest_after
from kruispunt.arrangements.actions.steps_when_running import count_helpers, part_ended
from kruispunt.arrangements.models import Arrangement, Match
from kruispunt.arrangements.states import UNANSWERED, UNDER_WAY, MatchState
from kruispunt.arrangements.states import ReferralState as R
from kruispunt.arrangements.states.odd_jobs import ODD_JOB_OVER
from kruispunt.arrangements.states.reasons import EndReason, Side
from kruispunt.arrangements.states.trajectory import ENDED_TRAJECTORY
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep
from kruispunt.base.verbs import action
from kruispunt.core.triage import DEPENDENT
from kruispunt.offers import actions as offers
from kruispunt.questions import actions as questions


class StillRunning(ImpossibleMove):
    """Something of this answer still runs."""


@action
def wind_down(actor: Actor, match_id: int) -> Match:
    """Begin the farewell, so that nobody is left from one day to the next."""
    winding = move_match(actor, take_match(actor, match_id, permits.WIND_DOWN), "wind_down")
    plan_the_end(actor, winding)
    plan_farewell(actor, winding)
    return winding


@action
def look_back(actor: Actor, match_id: int, *, side: str, words: str) -> Match:
    """Keep what the resident or the volunteer says of it: what went well, what did not, and why."""
    match = take_match(actor, match_id, permits.LOOK_BACK)
    if side == Side.RESIDENT:
        match.resident_looks_back = words
    else:
        match.volunteer_looks_back = words
    keep(match)
    drop_evaluations(actor, match, side=side)
    journal.write(actor, "match.look_back", match, side=side)
    return match


@action
def end(actor: Actor, match_id: int, *, reason: str, ended_by: str, planned: bool = False) -> Match:
    """End a match with its reason; the place is free again, and the question goes on or closes."""
    inside = actor.through("arrangements")
    match = take_match(actor, match_id, permits.END)
    match.ended_at, match.end_reason, match.ended_by = actor.at, reason, ended_by
    match.end_planned = planned
    moved = move_match(actor, match, "end", reason=reason, by=ended_by, planned=planned)
    drop_check_ins(actor, moved)
    if moved.active_since is not None:
        plan_the_end(actor, moved)
        plan_farewell(actor, moved)
    if moved.place_id is not None:
        offers.free_place(inside, moved.place_id)
    if not planned and reason != EndReason.NO_CLICK:
        offers.await_reflection(inside, match.volunteering_id)
    count_helpers(inside, moved.arrangement)
    rest_after(inside, moved)
    went_back = part_ended(inside, moved.arrangement, planned=planned, why=reason)
    if went_back and moved.active_since is not None and reason != EndReason.DEATH:
        questions.await_talk(inside, moved.arrangement.question_id)
    return moved


@action
def close(actor: Actor, question_id: int, *, ending: str) -> Arrangement:
    """Everything for this question is done, and both voices were heard: close it."""
    arrangement = take(
        actor,
        Arrangement,
        Arrangement.objects.get(question_id=question_id, closed_at=None).pk,
        may=permits.CLOSE,
        see=permits.READ,
    )
    if arrangement.matches.filter(state__in=sorted(UNDER_WAY | UNANSWERED)).exists():
        raise StillRunning("Er loopt nog een koppeling bij deze vraag.")
    if arrangement.referrals.exclude(state__in=(R.DECLINED, R.CLOSED)).exists():
        raise StillRunning("Er loopt nog iets bij een organisatie.")
    if arrangement.odd_jobs.exclude(state__in=sorted(ODD_JOB_OVER)).exists():
        raise StillRunning("Er wacht nog een klus bij deze vraag.")
    if arrangement.trajectories.exclude(state__in=sorted(ENDED_TRAJECTORY)).exists():
        raise StillRunning("Er loopt nog een traject van een hybride team bij deze vraag.")
    if arrangement.matches.filter(_unheard()).exists():
        raise StillRunning("Hoor eerst beide kanten: hoe kijken zij terug?")
    _professional_if_dependent(arrangement)
    arrangement.closed_at = actor.at
    keep(arrangement)
    questions.complete(actor.through("arrangements"), question_id, ending=ending)
    journal.write(actor, "arrangement.close", arrangement)
    return arrangement


def _professional_if_dependent(arrangement: Arrangement) -> None:
    """Who depends on care is never closed with an informal answer only (5.1)."""
    helped = (
        arrangement.referrals.filter(delivered_on__isnull=False).exists()
        or arrangement.trajectories.filter(started_on__isnull=False).exists()
    )
    if arrangement.question.self_reliance == DEPENDENT and not helped:
        raise StillRunning("Bij deze vraag hoort ook een beroepskracht. Regel dat eerst.")


def _unheard() -> Q:
    """A match that ran and of which we have not heard both sides (SM-4); after a death, one."""
    ran = Q(state=MatchState.ENDED, active_since__isnull=False)
    silent = Q(volunteer_looks_back="") | (
        Q(resident_looks_back="") & ~Q(end_reason=EndReason.DEATH)
    )
    return ran & silent
