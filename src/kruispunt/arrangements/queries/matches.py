"""Reading what was agreed: each sees their own part of it, and no more."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Min, QuerySet

from kruispunt.arrangements import permits
from kruispunt.arrangements.models import Arrangement, Match
from kruispunt.arrangements.states import MATCH_MOVES, UNANSWERED, UNDER_WAY, MatchState
from kruispunt.base.actor import Actor
from kruispunt.base.letter_words import LetterWord
from kruispunt.people import queries as people

# Of two who are not together yet, who is nearest to it.
FURTHEST = (MatchState.VOLUNTEER_AGREED, MatchState.RESIDENT_AGREED, MatchState.PROPOSED)
WORD = LetterWord("kruispunt.arrangements.match", Match, "arrangement__question__asked_by_id")


@dataclass(frozen=True, slots=True)
class Running:
    """One match that runs, without who: its class and its area."""

    intensity: str
    neighbourhood: str | None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What a volunteer may know of a resident: before two yeses a rough place and no name."""

    name: str
    address: str
    phone: str
    place: tuple[int, int] | None
    good_to_know: str


def visible(actor: Actor) -> QuerySet[Arrangement]:
    rows = Arrangement.objects.select_related("question__asked_by")
    return permits.READ.narrow(rows, actor)


def of_question(actor: Actor, question_id: int) -> Arrangement | None:
    """The arrangement around a question, the open one first."""
    found = visible(actor).filter(question_id=question_id)
    return found.order_by("-closed_at", "-pk").prefetch_related("matches").first()


def matches(actor: Actor) -> QuerySet[Match]:
    """Matches the actor has a part in, or guides."""
    rows = Match.objects.select_related(
        "arrangement__question__asked_by", "volunteering__person", "place", "backup"
    )
    return permits.READ_MATCH.narrow(rows, actor)


def match(actor: Actor, match_id: int) -> Match:
    return matches(actor).get(pk=match_id)


def due(actor: Actor) -> QuerySet[Match]:
    """Matches in which something must happen, longest overdue first."""
    running = matches(actor).filter(state__in=sorted(UNANSWERED | UNDER_WAY))
    return running.filter(due_on__lte=actor.today).order_by("due_on", "pk")


def waiting_for_resident(actor: Actor) -> QuerySet[Match]:
    """Proposals a resident has not answered yet."""
    unanswered = matches(actor).filter(state__in=sorted(UNANSWERED))
    return unanswered.filter(resident_agreed_at__isnull=True).order_by("due_on", "pk")


def not_met_yet(actor: Actor, question_id: int) -> list[Match]:
    """Matches of a question that wait for a yes or for the introduction, furthest first."""
    waits = sorted(UNANSWERED | {MatchState.INTRODUCTION})
    rows = matches(actor).filter(arrangement__question_id=question_id, state__in=waits)
    furthest = [MatchState.INTRODUCTION, *FURTHEST]
    return sorted(rows.order_by("pk"), key=lambda row: furthest.index(MatchState(row.state)))


def running(actor: Actor) -> list[Running]:
    """Matches that run, for counting only."""
    rows = permits.COUNT.narrow(Match.objects.filter(state__in=sorted(UNDER_WAY)), actor)
    place = "arrangement__question__asked_by__neighbourhood__name"
    return [Running(*found) for found in rows.values_list("intensity", place)]


def days_to_first_meeting(actor: Actor) -> list[int]:
    """For each question of the last year: the days until two people first said yes."""
    since = actor.at - timedelta(days=365)
    rows = Match.objects.filter(place__isnull=False, proposed_at__gte=since)
    firsts = (
        permits.COUNT.narrow(rows, actor)
        .values("arrangement__question", "arrangement__question__opened_at")
        .annotate(first=Min("place__taken_at"))
        .order_by()
    )
    return [(one["first"] - one["arrangement__question__opened_at"]).days for one in firsts]


def neighbour(actor: Actor, match_id: int) -> Neighbour:
    """What this volunteer may know now (PRV-05): the address only after both said yes."""
    found = permits.MEET_RESIDENT.narrow(matches(actor), actor).get(pk=match_id)
    who, arrangement = found.arrangement.question.asked_by, found.arrangement
    if found.state not in UNDER_WAY:
        return Neighbour("", "", "", _rough(who.x, who.y), "")
    sealed = who.address_sealed
    address = "" if sealed else f"{who.street}, {who.postcode} {who.city}".strip(", ")
    shared = arrangement.good_to_know if arrangement.approved_at else ""
    return Neighbour(who.given_name, address, who.phone, None, shared)


def verbs(match: Match) -> tuple[str, ...]:
    """What can happen to a match in its state; the permits say who may."""
    return MATCH_MOVES.verbs(match.state)


def link(match: Match) -> str:
    """The word in a letter with which a resident answers without signing in."""
    return WORD.write(match)


def by_link(word: str) -> tuple[int, int, int]:
    """Read a word from a letter: the match, the resident who may answer, and the municipality."""
    return WORD.read(word)


def _rough(x: float | None, y: float | None) -> tuple[int, int] | None:
    """The middle of the square kilometre in which someone lives."""
    if x is None or y is None:
        return None
    east, north = people.on_the_grid(x, y)
    return (int(east), int(north))
