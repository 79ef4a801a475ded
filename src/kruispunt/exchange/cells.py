"""What a cell may say: words, numbers, dates, ids; and how to mend one that says something else."""

import re
import unicodedata
from collections.abc import Callable, Collection
from datetime import date
from decimal import Decimal
from typing import Final

from kruispunt.exchange.refusals import quoted
from kruispunt.exchange.tables.table import trimmed

NUMBER: Final = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d{1,4})?", re.ASCII)
THOUSANDS: Final = re.compile(r"[+-]?\d{1,3}(?:[., ' \u202f]\d{3})+(?:[.,]\d+)?", re.ASCII)
FORMULA_SIGNS: Final = "=+-@\uff1d\uff0b\uff0d\uff20"
"""Signs, also their wide twins, with which some spreadsheet takes a text for a formula."""
ISO_DATE: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
DUTCH_DATE: Final = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})", re.ASCII)
SERIAL: Final = re.compile(r"\d{5}([.,]\d+)?", re.ASCII)
LARGEST: Final = Decimal(10) ** 9
MANY_TIMES_A_WEEK: Final = Decimal(10_000)
"""Hours beyond which someone slipped on the keys; "always free" is sometimes written as 999."""
MORE_THAN_A_CROWD: Final = Decimal(1_000)
FIRST_BIRTH_YEAR: Final = 1900
MANY: Final = 12
MOST_REMEMBERED: Final = 20_000
"""Distinct texts of one column that are kept while a file is read."""

Reader = Callable[[str], object]
"""Turns the text of a filled cell into what a card holds."""


class CellRefused(ValueError):
    """A cell does not say what its column must hold; what is wrong and how to mend it."""


def read_once(read: Reader, text: str, before: dict[str, object]) -> object:
    """Read what was not read before in this column, or say what is wrong with it."""
    if text in before:
        return before[text]
    try:
        found = read(text)
    except CellRefused as wrong:
        return wrong
    if len(before) < MOST_REMEMBERED:
        before[text] = found
    return found


def identifier(text: str) -> str:
    """An id: any text, kept to the letter."""
    if text[0] in FORMULA_SIGNS and not NUMBER.fullmatch(text):
        raise CellRefused(f"{quoted(text)} begint met '{text[0]}'; laat een id met een letter of "
                          "cijfer beginnen")  # fmt: skip
    return text


def identifiers(text: str) -> frozenset[str]:
    """Ids of people or questions that may never be paired with this one."""
    return frozenset(items(text))


def items(text: str) -> list[str]:
    """Cut a list at its bars; spaces and empty places fall out."""
    return [found for item in text.split("|") if (found := trimmed(item))]


def free_words(text: str) -> frozenset[str]:
    """Words without a fixed list; big and small letters are one."""
    return frozenset(unicodedata.normalize("NFC", item).lower() for item in items(text))


def one_name(text: str) -> str:
    """A name without a fixed list, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def lowered(text: str) -> str:
    """A word without a fixed list; big and small letters are one."""
    return text.lower()


def one_of(words: Collection[str], *, what: str) -> Reader:
    """A reader of exactly one word from a fixed list."""

    def read(text: str) -> str:
        return _known(text, words, what)

    return read


def some_of(words: Collection[str], *, what: str) -> Reader:
    """A reader of one or more words from a fixed list, in their order and without repeats."""

    def read(text: str) -> tuple[str, ...]:
        found = tuple(dict.fromkeys(_known(item, words, what) for item in items(text)))
        if not found:
            raise CellRefused(f"{quoted(text)} noemt geen {what}")
        return found

    return read


def _known(text: str, words: Collection[str], what: str) -> str:
    for spelled in (text.lower(), text.upper()):
        if spelled in words:
            return spelled
    if "|" in text:
        raise CellRefused(f"{quoted(text)} is een lijst; vul hier één {what} in")
    expected = f"; kies uit {', '.join(words)}" if len(words) <= MANY else ""
    raise CellRefused(f"{quoted(text)} kennen we niet als {what}{expected}")


def number(text: str, *, most: Decimal = LARGEST) -> Decimal:
    """A number from 0 with a decimal comma or point."""
    if not NUMBER.fullmatch(text):
        if THOUSANDS.fullmatch(text):
            raise CellRefused(
                f"{quoted(text)}: schrijf een getal zonder punten of spaties ertussen"
            )
        raise CellRefused(f"{quoted(text)} is geen getal; verwacht bijvoorbeeld 2 of 2,5")
    found = Decimal(text.replace(",", "."))
    if found < 0:
        raise CellRefused(f"{quoted(text)} is negatief; verwacht een getal vanaf 0")
    if found > most:
        raise CellRefused(f"{quoted(text)} is te groot; verwacht hoogstens {most:f}")
    return found


def hours(text: str) -> int:
    """Hours a week in whole thousandths of an hour."""
    return int((number(text, most=MANY_TIMES_A_WEEK) * 1000).to_integral_value())


def whole(text: str, *, most: Decimal = LARGEST) -> int:
    """A whole number from 0; 2,0 is one too."""
    found = number(text, most=most)
    if found != found.to_integral_value():
        raise CellRefused(f"{quoted(text)} is geen heel getal")
    return int(found)


def helpers(text: str) -> int:
    """How many helpers together: a whole number from 1."""
    if (found := whole(text, most=MORE_THAN_A_CROWD)) < 1:
        raise CellRefused(f"{quoted(text)}: verwacht een heel getal vanaf 1")
    return found


Bounds = tuple[str, str]


def between(name: str, bounds: Bounds, *, swapped_with: str, whose: Bounds) -> Reader:
    """A reader of a coordinate between two bounds, both included; it knows a likely mix-up."""
    lowest, highest = map(Decimal, bounds)
    other_lowest, other_highest = map(Decimal, whose)

    def read(text: str) -> Decimal:
        found = number(text)
        if not lowest <= found <= highest:
            mixed_up = other_lowest <= found <= other_highest
            raise CellRefused(
                f"{quoted(text)} ligt buiten Nederland; {name} ligt tussen {' en '.join(bounds)}"
                + (f" (zijn {name} en {swapped_with} verwisseld?)" if mixed_up else "")
            )
        return found

    return read


def one_term(terms: Collection[int]) -> Reader:
    """A reader of one agreed number of months."""

    def read(text: str) -> int:
        return _term(text, terms)

    return read


def some_terms(terms: Collection[int]) -> Reader:
    """A reader of agreed numbers of months."""

    def read(text: str) -> frozenset[int]:
        return frozenset(_term(item, terms) for item in items(text))

    return read


def _term(text: str, terms: Collection[int]) -> int:
    if (found := whole(text)) not in terms:
        raise CellRefused(f"{quoted(text)}: kies uit {', '.join(map(str, terms))} maanden")
    return found


def day(text: str) -> date:
    """A date, ISO or as the Dutch write it."""
    if iso := ISO_DATE.fullmatch(text):
        year, month, number_of_day = iso.groups()
    elif dutch := DUTCH_DATE.fullmatch(text):
        number_of_day, month, year = dutch.groups()
    elif SERIAL.fullmatch(text):
        raise CellRefused(f"{quoted(text)} is het nummer van een dag; maak de cel op als datum")
    else:
        raise CellRefused(
            f"{quoted(text)} is geen datum; verwacht bijvoorbeeld 21-11-2026 of 2026-11-21"
        )
    try:
        return date(int(year), int(month), int(number_of_day))
    except ValueError:
        raise CellRefused(f"{quoted(text)} is geen dag die bestaat") from None


def birth_year(text: str) -> int:
    """A year of four figures."""
    if (found := whole(text)) < FIRST_BIRTH_YEAR:
        raise CellRefused(f"{quoted(text)}: verwacht een jaartal van vier cijfers")
    return found


def yes_or_no(text: str) -> bool:
    """Ja or nee."""
    return _known(text, ("ja", "nee"), "antwoord") == "ja"
