"""How long each step of the walk takes, in the middle and for nine in ten (D31)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from kruispunt.arrangements.queries import counting as answers
from kruispunt.arrangements.states import MatchState, ReferralState
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.base.terms import amount
from kruispunt.core.lead_times import Stretch, nine_in_ten, stretches
from kruispunt.core.vocabulary import Intensity
from kruispunt.insights import permits
from kruispunt.insights.queries.small import Reader, reader
from kruispunt.questions.queries import counting as questions
from kruispunt.questions.states import State

# The steps of the walk in their order: the noun, its states, and what is waited for there.
WALK = (
    ("question", State.NEW, "Tot het eerste contact"),
    ("question", State.CONTACTED, "Verhelderen"),
    ("question", State.CLARIFIED, "Wegen"),
    ("question", State.TRIAGED, "Kiezen hoe het verder gaat"),
    ("question", State.SEARCHING, "Een vrijwilliger zoeken"),
    ("question", State.COMBINING, "Hulp samenstellen"),
    ("match", MatchState.PROPOSED, "Tot het eerste ja"),
    ("match", MatchState.VOLUNTEER_AGREED, "Tot het ja van de inwoner"),
    ("match", MatchState.INTRODUCTION, "Tot de kennismaking"),
    ("match", MatchState.TRIAL, "Proberen"),
    ("match", MatchState.WINDING_DOWN, "Afronden"),
    ("referral", ReferralState.SENT, "Tot een organisatie antwoordt"),
    ("referral", ReferralState.ACCEPTED, "Tot de organisatie zegt wat zij doet"),
    ("referral", ReferralState.ORGANISED, "Tot de hulp begint"),
    ("question", State.UNANSWERED, "Bij de procesmanager"),
)
NOUNS = frozenset(noun for noun, _, _ in WALK)
NOWHERE, NOT_WEIGHED = "Onbekend", "Nog niet gewogen"


@dataclass(frozen=True, slots=True)
class Lead:
    """One step: how often it was taken, the middle number of days, and nine in ten.

    Nothing is shown of fewer than ten, nor of what would follow from the others (PRV-16).
    """

    name: str
    times: int | None
    middle: float | None
    most: float | None


@dataclass(frozen=True, slots=True)
class Split:
    """One step, split over neighbourhoods or classes."""

    step: str
    parts: tuple[Lead, ...]


@dataclass(frozen=True, slots=True)
class LeadTimes:
    """All steps together, and each of them by neighbourhood and by class."""

    steps: tuple[Lead, ...]
    by_neighbourhood: tuple[Split, ...]
    by_class: tuple[Split, ...]


@dataclass(frozen=True, slots=True)
class _Taken:
    days: float
    neighbourhood: str
    intensity: str


def lead_times(actor: Actor) -> LeadTimes:
    """Everything that began in the period, step by step."""
    may_begin(actor, permits.NUMBERS)
    taken, told = _taken(actor), reader(actor)
    steps = {name: taken[noun, state] for noun, state, name in WALK if taken[noun, state]}
    return LeadTimes(
        _leads(told, {name: [one.days for one in some] for name, some in steps.items()}),
        _split(told, steps, lambda one: one.neighbourhood),
        _split(told, steps, lambda one: one.intensity),
    )


def _taken(actor: Actor) -> dict[tuple[str, str], list[_Taken]]:
    since = actor.at - timedelta(days=amount(actor, "lead_time.days"))
    of = {
        "question": questions.where_and_how_heavy(actor, since),
        "match": answers.matches_where_and_how_heavy(actor, since),
        "referral": answers.referrals_where_and_how_heavy(actor, since),
    }
    found: dict[tuple[str, str], list[_Taken]] = defaultdict(list)
    for noun, one in _walked(actor, since):
        pk = int(one.subject.rpartition(":")[2])
        if pk in of[noun]:
            place, intensity = of[noun][pk]
            label = Intensity(intensity).label if intensity else NOT_WEIGHED
            found[noun, one.state].append(_Taken(one.days, place or NOWHERE, label))
    return found


def _walked(actor: Actor, since: datetime) -> Iterator[tuple[str, Stretch]]:
    lines = journal.moves_since(actor.municipality_id, NOUNS, since)
    for noun, told in lines.items():
        for one in stretches(told):
            yield noun, one


def _leads(told: Reader, days: dict[str, list[float]]) -> tuple[Lead, ...]:
    times = told.shown({name: len(some) for name, some in days.items()})
    return tuple(_lead(name, times[name], some) for name, some in days.items())


def _lead(name: str, times: int | None, days: list[float]) -> Lead:
    if not times:
        return Lead(name, times, None, None)
    return Lead(name, times, round(median(days), 1), round(nine_in_ten(days), 1))


def _split(
    told: Reader, steps: dict[str, list[_Taken]], by: Callable[[_Taken], str]
) -> tuple[Split, ...]:
    names = sorted({by(one) for some in steps.values() for one in some})
    return tuple(
        Split(step, _leads(told, {name: _days(some, by, name) for name in names}))
        for step, some in steps.items()
    )


def _days(some: Iterable[_Taken], by: Callable[[_Taken], str], name: str) -> list[float]:
    return [one.days for one in some if by(one) == name]
