"""How it goes today: what is open and how long, what runs, and where help is short."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from kruispunt.arrangements import queries as arrangements
from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.core.vocabulary import Intensity
from kruispunt.insights import permits
from kruispunt.insights.queries.small import Reader, reader
from kruispunt.matching import queries as matching
from kruispunt.matching.queries import Short
from kruispunt.people import queries as people
from kruispunt.questions.queries import counting as questions

NOT_YET = "Nog niet gewogen"
NOWHERE = "Onbekend"


@dataclass(frozen=True, slots=True)
class Count:
    """One line: open questions, how long the middle one waits, and matches that run.

    Nothing in a column means that the number is too small to show (PRV-16).
    """

    name: str
    waiting: int | None
    days_waiting: int | None
    running: int | None


@dataclass(frozen=True, slots=True)
class Today:
    """The numbers of today, twice: by class and by neighbourhood."""

    by_class: tuple[Count, ...]
    by_neighbourhood: tuple[Count, ...]
    first_match_days: int | None
    """Days from the first words to the first meeting, for the middle question of the last year."""


def today(actor: Actor) -> Today:
    """Count what waits and what runs."""
    may_begin(actor, permits.NUMBERS)
    waiting, running = questions.waiting_days(actor), arrangements.running(actor)
    told = reader(actor)
    labels = [*(intensity.label for intensity in Intensity), NOT_YET]
    places = [one.name for one in people.neighbourhoods(actor)]
    met = arrangements.days_to_first_meeting(actor)
    return Today(
        _counts(
            told,
            labels,
            [(_class(one.intensity), one.days) for one in waiting],
            (_class(one.intensity) for one in running),
        ),
        _counts(
            told,
            [*places, NOWHERE],
            [(one.neighbourhood or NOWHERE, one.days) for one in waiting],
            (one.neighbourhood or NOWHERE for one in running),
        ),
        round(median(met)) if told.may_know(len(met)) else None,
    )


def gap(actor: Actor) -> Short:
    """Where help is short: what each missing volunteer would add, as the house last saw it."""
    may_begin(actor, permits.GAP)
    return matching.short(actor)


def _counts(
    told: Reader, names: list[str], waiting: list[tuple[str, int]], running: Iterable[str]
) -> tuple[Count, ...]:
    days: dict[str, list[int]] = {name: [] for name in names}
    for name, waited in waiting:
        days[name].append(waited)
    runs = Counter(running)
    asked = told.shown({name: len(days[name]) for name in names})
    met = told.shown({name: runs[name] for name in names})
    return tuple(
        Count(name, asked[name], round(median(days[name])) if asked[name] else None, met[name])
        for name in names
    )


def _class(intensity: str) -> str:
    return Intensity(intensity).label if intensity else NOT_YET
