"""How much each criterion counts, what waiting adds, and what a change costs: a dated set.

Learning returns here as data: a new file that a named person adopts, never as code.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Final

from kruispunt.core.cards import Question
from kruispunt.core.criteria import CRITERIA
from kruispunt.core.vocabulary import Intensity

ALL_POINTS: Final = 100_00
"""A hundred points, in hundredths."""
FIRST: Final = ("meeste_waarde", "langst_wachtend")
"""Who goes first in a proposal for everybody: by worth, as a rule, or by waiting."""
MOST_BONUS: Final = 100_00
"""The first one served in a neighbourhood may add as much as a full score."""
LARGEST: Final = 1_000_000_000
COSTS: Final = (
    "plaats", "km", "dagdeel", "uur", "training", "vog", "klasse", "soort", "nieuwe_vrijwilliger",
)  # fmt: skip
"""The changes that have a price, in the order in which equal prices are preferred."""


class WeightsRefused(ValueError):
    """The weights file does not say what it must; the message says what, where and how to mend."""


def _fixed[Key](given: Mapping[Key, int]) -> Mapping[Key, int]:
    return MappingProxyType(dict(given))


@dataclass(frozen=True, slots=True)
class Weights:
    """One dated set. Points in hundredths, priorities and bonus in thousandths, costs in cents.

    `points` adds up to 10,000 hundredths, so that a score lies between 0 and 100.
    """

    points: Mapping[str, int] = field(
        default_factory=lambda: _fixed(
            dict(
                zip(
                    (criterion.name for criterion in CRITERIA),
                    (2500, 2000, 1500, 1500, 1000, 1000, 500),
                    strict=True,
                )
            )
        )
    )
    intensity: Mapping[str, int] = field(
        default_factory=lambda: _fixed({"licht": 1000, "intensief": 1100, "zeer_intensief": 1250})
    )
    waiting_most: int = 500
    waiting_days: int = 180
    costs: Mapping[str, int] = field(
        default_factory=lambda: _fixed(
            dict(zip(COSTS, (200, 100, 100, 100, 400, 300, 300, 200, 1000), strict=True))
        )
    )
    switch_bonus: int = 100
    longest_first: bool = False
    """Who waits longest goes before anybody who waits shorter; worth decides among equals."""
    spread_bonus: int = 0
    """What the first ones served in a neighbourhood add, in hundredths of a point."""
    own_slots: bool = False
    """Each question that a volunteer takes gets a slot of its own among those that suit both."""
    valid_from: date = date(2026, 11, 21)
    adopted_by: str = "Kruispunt (standaard)"

    @property
    def highest_priority(self) -> int:
        """The most a priority can be, in thousandths."""
        return max(self.intensity.values()) + self.waiting_most

    def priority(self, question: Question) -> int:
        """The priority of a question in thousandths: its class and its whole days of waiting."""
        days = min(max(question.days_waiting, 0), self.waiting_days)
        waiting = (2 * self.waiting_most * days + self.waiting_days) // (2 * self.waiting_days)
        return self.intensity[question.intensity] + waiting


def from_toml(text: str) -> Weights:
    """Read a weights file; what it leaves out keeps its default.

    Raises
    ------
    WeightsRefused
        With one Dutch sentence that says what is wrong, in which table, and what is expected.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise WeightsRefused(f"het gewichtenbestand is geen geldige TOML: {wrong}") from wrong
    _only(tables, {"geldig_vanaf", "vastgesteld_door", "gewichten", "prioriteit", "kosten",
                   "wisselbonus", "verdeling"}, "het gewichtenbestand")  # fmt: skip
    standard = Weights()
    points = _table(tables, "gewichten", standard=standard.points, scale=100)
    if sum(points.values()) != ALL_POINTS:
        total = Decimal(sum(points.values())) / 100
        raise WeightsRefused(f"[gewichten]: de punten zijn samen {total}, maar moeten 100 zijn")
    priority = _table(tables, "prioriteit", standard=_priority_defaults(standard), scale=1000)
    if any(priority[word] <= 0 for word in Intensity):
        raise WeightsRefused("[prioriteit]: elke klasse heeft een getal boven 0 nodig")
    days, rest = divmod(priority["wachtdagen"], 1000)
    if rest or days < 1:
        raise WeightsRefused("[prioriteit] wachtdagen: verwacht een heel aantal dagen vanaf 1")
    longest_first, spread_bonus, own_slots = _sharing(tables.get("verdeling", {}))
    return Weights(
        points=points,
        intensity=_fixed({word: priority[word] for word in Intensity}),
        waiting_most=priority["wachten_hoogstens"],
        waiting_days=days,
        costs=_table(tables, "kosten", standard=standard.costs, scale=100),
        switch_bonus=_number(tables, "wisselbonus", standard=standard.switch_bonus, scale=1000),
        longest_first=longest_first,
        spread_bonus=spread_bonus,
        own_slots=own_slots,
        valid_from=_date(tables.get("geldig_vanaf", standard.valid_from)),
        adopted_by=str(tables.get("vastgesteld_door", standard.adopted_by)),
    )


def to_toml(weights: Weights) -> str:
    """Print a set as the file that reads back to it."""
    lines = [
        f"geldig_vanaf = {weights.valid_from.isoformat()}",
        f'vastgesteld_door = "{weights.adopted_by}"',
        f"wisselbonus = {_plain(weights.switch_bonus, 1000)}",
    ]
    priority = _priority_defaults(weights)
    for title, table, scale in (
        ("gewichten", weights.points, 100),
        ("prioriteit", priority, 1000),
        ("kosten", weights.costs, 100),
    ):
        lines += ["", f"[{title}]"]
        lines += [f"{name} = {_plain(number, scale)}" for name, number in table.items()]
    if rules := list(_rules_of(weights)):
        lines += ["", "[verdeling]", *rules]
    return "\n".join(lines) + "\n"


def _rules_of(weights: Weights) -> Iterator[str]:
    """Print how places are shared out, where worth alone is not the rule."""
    if weights.longest_first:
        yield f'eerst = "{FIRST[1]}"'
    elif weights.spread_bonus:
        yield f"buurtbonus = {_plain(weights.spread_bonus, 100)}"
    if weights.own_slots:
        yield "eigen_dagdeel = true"


def _sharing(given: object) -> tuple[bool, int, bool]:
    """Read whether who waits longest goes first, a neighbourhood's bonus, and own slots."""
    if not isinstance(given, dict):
        raise WeightsRefused(
            "[verdeling]: verwacht een tabel met eerst, buurtbonus of eigen_dagdeel"
        )
    _only(given, {"eerst", "buurtbonus", "eigen_dagdeel"}, "[verdeling]")
    first = given.get("eerst", FIRST[0])
    if first not in FIRST:
        raise WeightsRefused(
            f"[verdeling] eerst: verwacht '{FIRST[0]}' of '{FIRST[1]}', kreeg {first!r}"
        )
    bonus = _number(given, "buurtbonus", standard=0, scale=100, table="verdeling")
    if bonus > MOST_BONUS:
        raise WeightsRefused("[verdeling] buurtbonus: verwacht hoogstens 100 punten")
    if bonus and first == FIRST[1]:
        raise WeightsRefused(
            "[verdeling]: kies 'langst_wachtend' of een buurtbonus; samen kan niet"
        )
    own_slots = given.get("eigen_dagdeel", False)
    if not isinstance(own_slots, bool):
        raise WeightsRefused(
            f"[verdeling] eigen_dagdeel: verwacht true of false, kreeg {own_slots!r}"
        )
    return first == FIRST[1], bonus, own_slots


def _priority_defaults(weights: Weights) -> dict[str, int]:
    return {
        **weights.intensity,
        "wachten_hoogstens": weights.waiting_most,
        "wachtdagen": weights.waiting_days * 1000,
    }


def _plain(number: int, scale: int) -> str:
    return format((Decimal(number) / scale).normalize(), "f")


def _only(given: Mapping[str, object], known: set[str], where: str) -> None:
    if unknown := sorted(set(given) - known):
        raise WeightsRefused(
            f"{where}: onbekend woord '{unknown[0]}'; verwacht: {', '.join(sorted(known))}"
        )


def _table(
    tables: Mapping[str, object], name: str, *, standard: Mapping[str, int], scale: int
) -> Mapping[str, int]:
    given = tables.get(name, {})
    if not isinstance(given, dict):
        raise WeightsRefused(f"[{name}]: verwacht een tabel met getallen")
    _only(given, set(standard), f"[{name}]")
    return _fixed(
        {
            word: _number(given, word, standard=standard[word], scale=scale, table=name)
            for word in standard
        }
    )


def _number(
    given: Mapping[str, object], word: str, *, standard: int, scale: int, table: str = ""
) -> int:
    if word not in given:
        return standard
    where = f"[{table}] {word}" if table else word
    raw = given[word]
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise WeightsRefused(f"{where}: verwacht een getal, kreeg {raw!r}")
    try:
        scaled = Decimal(str(raw)) * scale
        whole = scaled == scaled.to_integral_value()
    except InvalidOperation as wrong:
        raise WeightsRefused(f"{where}: verwacht een eindig getal, kreeg {raw!r}") from wrong
    if not whole or not 0 <= scaled <= LARGEST:
        decimals = len(str(scale)) - 1
        raise WeightsRefused(
            f"{where}: verwacht een getal vanaf 0 met hoogstens {decimals} decimalen, kreeg {raw}"
        )
    return int(scaled)


def _date(raw: object) -> date:
    if type(raw) is not date:
        raise WeightsRefused(f"geldig_vanaf: verwacht een datum als 2026-11-21, kreeg {raw!r}")
    return raw
