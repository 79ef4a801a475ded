"""What is someone's to do: every open row lies on a pile, and each pile says the next step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone, translation
from django.utils.formats import date_format

from kruispunt.base.actor import Actor
from kruispunt.base.terms import working_days
from kruispunt.core import terms

LONG_LATE = "work.long_late"
COUNTED = 1_000
"""So far a pile is read and counted: nobody works through more today, however much there is."""


@dataclass(frozen=True, slots=True)
class Pile:
    """Rows of one noun that wait for this actor, with the next step for each state.

    The states of `steps` are what the pile covers; a test sees to it that no open state of any
    noun is on nobody's pile.
    """

    noun: str
    where: str
    steps: Mapping[Any, str]
    rows: "QuerySet[Any]"
    due: str = "due_on"
    whose: str = ""
    words: str = ""
    # The column with the number of its question, by which it is called where no name is told.
    question: str = ""
    about: str = "pk"
    column: str = "state"
    # The word for each code, where `words` is the name of a column of codes.
    labels: Mapping[str, str] = field(default_factory=dict)
    # The column of whoever has a row in hand; without anybody it is of the whole desk.
    worker: str = ""
    # Hers, and others are busy with it: counted beside her work, and back on top when it is due.
    resting: bool = False

    @property
    def waiting(self) -> "QuerySet[Any]":
        return self.rows.filter(**{f"{self.column}__in": list(self.steps)})


def until_its_day(pile: Pile, calm: Iterable[Any], today: date) -> list[Pile]:
    """What runs well waits for nobody: it is counted beside the work, and back on its day."""
    runs = Q(**{f"{pile.column}__in": list(calm), f"{pile.due}__gt": today})
    return [
        replace(pile, rows=pile.rows.exclude(runs)),
        replace(pile, rows=pile.rows.filter(runs), resting=True),
    ]


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing to do: for whom, before when, and the one next step."""

    noun: str
    where: str
    about: int
    step: str
    whose: str
    words: str
    due_on: date | None
    worker: int | None = None

    def is_late(self, today: date) -> bool:
        return self.due_on is not None and self.due_on < today


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that waits for someone, and how much there is.

    A number above `COUNTED` says only that there is more than that.
    """

    duties: list[Duty]
    waiting: int
    late: int
    resting: int = 0


def desk(piles: Iterable[Pile], today: date, *, most: int | None = None) -> Desk:
    """Lay the piles together, the longest overdue on top, and no more than so many of them.

    One question for each pile, however long it is: what is read of it is counted as well, so that
    a full desk asks the database no more often than an empty one.
    """
    duties: list[Duty] = []
    resting = 0
    for pile in piles:
        if pile.resting:
            resting += pile.waiting.order_by()[: COUNTED + 1].count()
        else:
            duties += [_duty(pile, row) for row in _read(pile)]
    duties.sort(key=lambda duty: (duty.due_on is None, duty.due_on or today, duty.noun, duty.about))
    late = sum(duty.is_late(today) for duty in duties)
    return Desk(duties[:most], len(duties), late, resting)


def long_late(actor: Actor) -> date:
    """Whatever was due before this day waits so long that somebody else must hear of it."""
    day = actor.today
    for _ in range(working_days(actor.municipality_id, day)[LONG_LATE]):
        day -= timedelta(days=1)
        while not terms.is_working_day(day):
            day -= timedelta(days=1)
    return day


def long_waiting(  # noqa: PLR0913  (a pile has this many parts)
    noun: str,
    rows: "QuerySet[Any]",
    states: Iterable[str],
    step: str,
    *,
    before: date,
    due: str = "due_on",
    where: str = "late",
) -> Pile:
    """Whatever of this noun was due before that day: no name and no words, only that it waits."""
    waited = rows.filter(**{f"{due}__lt": before})
    return Pile(noun, where, dict.fromkeys(sorted(states), step), waited, due=due)


def _read(pile: Pile) -> list[tuple[Any, ...]]:
    """What lies on a pile as far as it is counted, the longest overdue on top."""
    names = [pile.about, pile.column]
    extra = [pile.due] if pile.due else []
    extra += [f"{pile.whose}__given_name", f"{pile.whose}__surname"] if pile.whose else []
    extra += [pile.words] if pile.words else []
    extra += [pile.question] if pile.question else []
    extra += [f"{pile.worker}_id"] if pile.worker else []
    order = [F(pile.due).asc(nulls_last=True)] if pile.due else []
    rows = pile.waiting.order_by(*order, "pk")[: COUNTED + 1]
    if pile.whose:
        # Who it is about is looked up only for what is read: for all that waits it took longest.
        found = pile.rows.model._default_manager.filter(pk__in=rows.values("pk"))
        rows = found.order_by(*order, "pk")
    return list(rows.values_list(*names, *extra))


def _duty(pile: Pile, row: tuple[Any, ...]) -> Duty:
    about, state, *rest = row
    due = rest.pop(0) if pile.due else None
    due_on = timezone.localdate(due) if isinstance(due, datetime) else due
    whose = " ".join(filter(None, (rest.pop(0), rest.pop(0)))) if pile.whose else ""
    words = _said(pile, rest.pop(0)) if pile.words else ""
    if pile.question:
        words = ", ".join(filter(None, (words, f"vraag {rest.pop(0)}")))
    worker = rest.pop(0) if pile.worker else None
    return Duty(pile.noun, pile.where, about, pile.steps[state], whose, words, due_on, worker)


def _said(pile: Pile, said: object) -> str:
    """The first words of what waits, or its day, so that two of one kind are told apart."""
    if isinstance(said, datetime):
        return f"van {_in_words(timezone.localtime(said), 'j F Y, H.i')} uur"
    if isinstance(said, date):
        return f"van {_in_words(said, 'j F Y')}"
    return pile.labels.get(str(said), str(said))[:90]


def _in_words(day: date, form: str) -> str:
    with translation.override("nl"):
        return date_format(day, form)
