"""What we aim at and how far we are: matches a week, money, hours and guidance (A6, A7, A8)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from kruispunt.arrangements import queries as running
from kruispunt.arrangements.queries import counting as arrangements
from kruispunt.arrangements.queries.counting import Lived
from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.core.aims import Aim, guidance_of, matches_of
from kruispunt.core.capacity import ROUND_WEEKS
from kruispunt.core.vocabulary import Intensity
from kruispunt.insights import permits
from kruispunt.insights.models import Target
from kruispunt.insights.queries.small import Reader, reader

WEEKS = 13
A_YEAR_IN_WEEKS = 52
LASTING = timedelta(days=91)
CHOICES = tuple(Aim.choices())


@dataclass(frozen=True, slots=True)
class Agreed:
    """What is aimed at today; nothing is unknown."""

    number: Decimal | None = None
    baseline: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Weekly:
    """One class: how many matches began a week, against what was agreed."""

    name: str
    baseline: Decimal | None
    number: Decimal | None
    actual: float | None

    @property
    def extra(self) -> float | None:
        """What is more than before we aimed at it: a minus is less."""
        if self.actual is None or self.baseline is None:
            return None
        return self.actual - float(self.baseline)


@dataclass(frozen=True, slots=True)
class Guided:
    """One class: hours of guidance to reckon with in six weeks, and hours that were noted."""

    name: str
    running: int | None
    minutes: Decimal | None
    noted: float | None

    @property
    def planned(self) -> float | None:
        if self.running is None or self.minutes is None:
            return None
        return self.running * float(self.minutes) / 60


@dataclass(frozen=True, slots=True)
class Money:
    """Money, hours and matches beside each other, over the last thirteen weeks."""

    budget: Decimal | None
    hours: Decimal | None
    noted: float
    begun: int | None
    lasting: int | None

    @property
    def an_hour(self) -> float | None:
        if not self.budget or not self.hours:
            return None
        return float(self.budget) / (float(self.hours) * A_YEAR_IN_WEEKS)

    @property
    def a_match(self) -> float | None:
        """What one match costs that began, its guidance and recruiting included (COST-01)."""
        return self._each(self.begun)

    @property
    def a_lasting_match(self) -> float | None:
        """What one match costs that lasted three months (COST-07)."""
        return self._each(self.lasting)

    @property
    def hours_a_match(self) -> float | None:
        return float(self.hours) * WEEKS / self.begun if self.hours and self.begun else None

    def _each(self, matches: int | None) -> float | None:
        if not self.budget or not matches:
            return None
        return float(self.budget) * WEEKS / A_YEAR_IN_WEEKS / matches


@dataclass(frozen=True, slots=True)
class Course:
    """Where we are against what we aim at."""

    weekly: tuple[Weekly, ...]
    guided: tuple[Guided, ...]
    money: Money


def agreed(actor: Actor) -> dict[str, Agreed]:
    """What is aimed at today: of each the last number that counts already."""
    may_begin(actor, permits.NUMBERS)
    rows = Target.objects.filter(
        municipality_id=actor.municipality_id, valid_from__lte=actor.today
    ).order_by("valid_from")
    return {row.aim: Agreed(row.number, row.baseline) for row in rows}


def may_aim(actor: Actor) -> bool:
    return permits.AIM.every_row(actor)


def course(actor: Actor) -> Course:
    """Hold the last thirteen weeks against what we aim at."""
    aims, told = agreed(actor), reader(actor)
    since = actor.today - timedelta(weeks=WEEKS)
    lived = arrangements.lived(actor, since - LASTING)
    return Course(
        _weekly(told, aims, Counter(one.intensity for one in lived if one.met_on > since)),
        _guided(actor, told, aims),
        _money(actor, told, aims, lived),
    )


def _weekly(told: Reader, aims: Mapping[str, Agreed], begun: Counter[str]) -> tuple[Weekly, ...]:
    seen = told.shown({one: begun[one.value] for one in Intensity})
    found = []
    for intensity, count in seen.items():
        aim = aims.get(matches_of(intensity), Agreed())
        actual = None if count is None else count / WEEKS
        found.append(Weekly(intensity.label, aim.baseline, aim.number, actual))
    return tuple(found)


def _guided(actor: Actor, told: Reader, aims: Mapping[str, Agreed]) -> tuple[Guided, ...]:
    now = Counter(one.intensity for one in running.running(actor))
    seen = told.shown({one: now[one.value] for one in Intensity})
    minutes = arrangements.minutes_by_class(actor, actor.today - timedelta(weeks=ROUND_WEEKS))
    return tuple(
        Guided(
            one.label,
            count,
            aims.get(guidance_of(one), Agreed()).number,
            # Minutes of few matches tell about those few.
            None if count is None else minutes.get(one.value, 0) / 60,
        )
        for one, count in seen.items()
    )


def _money(actor: Actor, told: Reader, aims: Mapping[str, Agreed], lived: list[Lived]) -> Money:
    since = actor.today - timedelta(weeks=WEEKS)
    begun = sum(one.met_on > since for one in lived)
    # Those that could have lasted three months by now, in as many weeks.
    earlier = [one for one in lived if since - LASTING < one.met_on <= since]
    lasting = sum(one.days(actor.today) >= LASTING.days for one in earlier)
    return Money(
        aims.get(Aim.BUDGET, Agreed()).number,
        aims.get(Aim.HOURS, Agreed()).number,
        arrangements.minutes_since(actor, since) / 60,
        told.shown({"": begun})[""],
        told.shown({"": lasting})[""],
    )
