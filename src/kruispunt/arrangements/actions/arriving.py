"""Matches that run already elsewhere and come in: with a question, an agreement and a place."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from django.utils import timezone

from kruispunt.arrangements import permits
from kruispunt.arrangements.actions.running import NotYet
from kruispunt.arrangements.actions.steps import arrangement_of, plan_check_ins
from kruispunt.arrangements.actions.steps_when_ready import missing
from kruispunt.arrangements.models import CheckIn, Match
from kruispunt.arrangements.queries.at_term import term_of
from kruispunt.arrangements.states import CheckInState, MatchState
from kruispunt.base import usage
from kruispunt.base.actor import Actor
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep, may_begin
from kruispunt.base.verbs import action
from kruispunt.core import terms
from kruispunt.offers import actions as offers
from kruispunt.people import queries as people
from kruispunt.questions import actions as questions


class NotTakenOver(ImpossibleMove):
    """This match cannot come in from a list; the words give away nothing about anyone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A match as another list knows it."""

    asked_by_id: int
    volunteering_id: int
    kind: str
    intensity: str
    since: date
    frequency: str
    term_months: int
    hours: Decimal = Decimal(2)
    activity: str = ""


@action
def arrive(actor: Actor, *, running: Running) -> Match:
    """Take a running match over, within the same rules as a match that began here."""
    may_begin(actor, permits.ARRIVE)
    inside = actor.through("arrangements")
    match = _match(actor, running, _question(inside, running))
    if match.volunteering.person_id in people.never_with(actor, running.asked_by_id):
        raise NotTakenOver
    match.place = offers.take_place(
        inside, running.volunteering_id, intensity=match.intensity, hours=match.hours
    )
    match.state = MatchState.ACTIVE
    keep(match, giving=actor)
    if lacks := missing(actor, match):
        raise NotYet(f"Nog niet in orde: {', '.join(lacks)}.")
    plan_check_ins(actor, match, after=actor.today, until=match.term_ends_on or actor.today)
    return match


@action
def leave_again(actor: Actor, *, ids: tuple[int, ...]) -> list[int]:
    """Take matches out that came in by mistake; say which stay because somebody worked on them."""
    may_begin(actor, permits.ARRIVE)
    inside = actor.through("arrangements")
    begun = CheckIn.objects.filter(match_id__in=ids).exclude(state=CheckInState.PLANNED)
    stay = usage.touched(Match, ids) | set(begun.values_list("match_id", flat=True))
    stay |= usage.pointed_at(Match, ids, but=("arrangements.checkin",))
    mine = Match.objects.filter(municipality_id=actor.municipality_id)
    for match in mine.filter(pk__in=set(ids) - stay).select_related("arrangement"):
        arrangement, place_id = match.arrangement, match.place_id
        match.delete()
        if place_id is not None:
            offers.free_place(inside, place_id)
        arrangement.delete()
        questions.leave_again(inside, ids=(arrangement.question_id,))
    return sorted(stay)


def _question(inside: Actor, running: Running) -> int:
    asked = questions.Brought(
        asked_by_id=running.asked_by_id,
        words=running.activity or "Loopt al; overgenomen uit een lijst.",
        kind=running.kind,
        intensity=running.intensity,
        hours=running.hours,
        frequency=running.frequency,
        term_months=running.term_months,
        opened_at=_morning(running.since),
        answered=True,
    )
    [(question_id, _)] = questions.arrive(inside, brought=(asked,))
    return question_id


def _match(actor: Actor, running: Running, question_id: int) -> Match:
    ends_on = running.since + term_of(running.term_months)
    began = _morning(running.since)
    return Match(
        municipality_id=actor.municipality_id,
        arrangement=arrangement_of(actor, question_id),
        volunteering_id=running.volunteering_id,
        intensity=running.intensity,
        hours=running.hours,
        state_since=began,
        due_on=terms.working_day_from(ends_on),
        proposed_at=began,
        volunteer_agreed_at=began,
        resident_agreed_at=began,
        met_on=running.since,
        activity=running.activity,
        frequency=running.frequency,
        term_months=running.term_months,
        signed_on=running.since,
        active_since=running.since,
        term_ends_on=ends_on,
    )


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9)))
