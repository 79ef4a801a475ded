"""What will wait in twelve weeks when it goes on like this, and the room there is (A4, C18)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.core.ahead import Ahead, ahead
from kruispunt.core.vocabulary import Intensity, Theme
from kruispunt.insights import permits
from kruispunt.insights.queries import NOT_YET, NOWHERE
from kruispunt.insights.queries.small import Reader, reader
from kruispunt.offers.queries import counting as offers
from kruispunt.people import queries as people
from kruispunt.questions.queries import counting as questions
from kruispunt.questions.queries.counting import Flow

SEEN_WEEKS, WEEKS = 26, 12
NO_THEME = "Zonder bijzonder onderwerp"


@dataclass(frozen=True, slots=True)
class Expected:
    """One line: what waits now, came and went in half a year, and will wait in twelve weeks."""

    name: str
    waiting: int | None
    came: int | None
    went: int | None
    then: Ahead | None


@dataclass(frozen=True, slots=True)
class Forecast:
    """The same questions three times: by class, by theme and by neighbourhood; and the room."""

    by_class: tuple[Expected, ...]
    by_theme: tuple[Expected, ...]
    by_neighbourhood: tuple[Expected, ...]
    room: tuple[tuple[str, int | None], ...]


def forecast(actor: Actor) -> Forecast:
    """Look twelve weeks ahead, from the last half year."""
    may_begin(actor, permits.NUMBERS)
    seen = questions.flow(actor, actor.today - timedelta(weeks=SEEN_WEEKS))
    places = [one.name for one in people.neighbourhoods(actor)]
    classes = [one.label for one in Intensity]
    free = offers.free_places(actor)
    told = reader(actor)
    room = told.shown({one.label: free.get(one.value, 0) for one in Intensity})
    return Forecast(
        _lines(told, [*classes, NOT_YET], seen, _class),
        _lines(told, [*(one.label for one in Theme), NO_THEME], seen, _themes),
        _lines(told, [*places, NOWHERE], seen, lambda one: (one.neighbourhood or NOWHERE,)),
        tuple(room.items()),
    )


def _lines(
    told: Reader, names: list[str], seen: list[Flow], named: Callable[[Flow], Iterable[str]]
) -> tuple[Expected, ...]:
    waiting, came, went = (dict.fromkeys(names, 0) for _ in range(3))
    for one in seen:
        for name in named(one):
            waiting[name] += one.waits * one.number
            came[name] += one.came * one.number
            went[name] += one.went * one.number
    columns = [told.shown(column) for column in (waiting, came, went)]
    return tuple(_expected(name, *(column[name] for column in columns)) for name in names)


def _expected(name: str, waiting: int | None, came: int | None, went: int | None) -> Expected:
    """A forecast of which one may work out what is hidden is hidden as well."""
    then = None
    if waiting is not None and came is not None and went is not None:
        then = ahead(waiting, came=came, went=went, seen_weeks=SEEN_WEEKS, weeks=WEEKS)
    return Expected(name, waiting, came, went, then)


def _class(one: Flow) -> tuple[str, ...]:
    return (Intensity(one.intensity).label if one.intensity else NOT_YET,)


def _themes(one: Flow) -> tuple[str, ...]:
    return tuple(Theme(theme).label for theme in one.themes) or (NO_THEME,)
