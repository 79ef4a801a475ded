"""What a cell in a list of people may say: names, words with their labels, telephones, days."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any, Final

from kruispunt.exchange import cells
from kruispunt.exchange.cells import CellRefused
from kruispunt.exchange.refusals import quoted

BETWEEN: Final = re.compile(r"[|;,/\n]| en ")
POSTCODE: Final = re.compile(r"([1-9]\d{3})\s*([A-Za-z]{2})")
MAIL: Final = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\"]+")
PHONE_SIGNS: Final = re.compile(r"[\d +()./-]+")
NATIONAL: Final = re.compile(r"0\d{9}")
WITHOUT_ZERO: Final = re.compile(r"[1-9]\d{8}")
YES: Final = frozenset({"ja", "j", "x", "1", "waar", "yes", "true"})
NO: Final = frozenset({"nee", "n", "0", "onwaar", "no", "false", "-"})
MOST_WORDS_SHOWN: Final = 8


def spelled(text: str) -> str:
    """A word without capitals, accents, dashes and doubled spaces: people type as they like."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[_\-.:()/]+", " ", letters).split())


def text(longest: int) -> Callable[[str], str]:
    """Any words, up to a length."""

    def read(said: str) -> str:
        if len(said) > longest:
            raise CellRefused(f"is te lang: hoogstens {longest} tekens")
        return said

    return read


def one_word(choices: Iterable[tuple[str, str]], what: str) -> Callable[[str], str]:
    """One word out of a list, by its code or by the word that people read."""
    known = _known(choices)

    def read(said: str) -> str:
        return _find(said, known, what)

    return read


def some_words(choices: Iterable[tuple[str, str]], what: str) -> Callable[[str], list[str]]:
    """One or more words out of a list, with commas, semicolons or slashes between them."""
    known = _known(choices)

    def read(said: str) -> list[str]:
        whole = known.get(spelled(said))  # a label may hold a comma itself
        if whole is not None:
            return [whole]
        parts = [part.strip() for part in BETWEEN.split(said) if part.strip()]
        return list(dict.fromkeys(_find(part, known, what) for part in parts))

    return read


def free_words(said: str) -> list[str]:
    """Short words without a list."""
    parts = [part.strip().lower() for part in BETWEEN.split(said) if part.strip()]
    if any(len(part) > 60 for part in parts):  # noqa: PLR2004
        raise CellRefused("zet korte woorden, met komma's ertussen")
    return list(dict.fromkeys(parts))


def postcode(said: str) -> str:
    """1234 AB, however it is typed."""
    if not (found := POSTCODE.fullmatch(said)):
        raise CellRefused(f"{quoted(said)} is geen postcode; verwacht bijvoorbeeld 1234 AB")
    return f"{found[1]} {found[2].upper()}"


def mail(said: str) -> str:
    """An e-mail address."""
    if not MAIL.fullmatch(said) or len(said) > 254:  # noqa: PLR2004
        raise CellRefused(f"{quoted(said)} is geen e-mailadres")
    return said.lower()


def phone(said: str) -> str:
    """A telephone number; a spreadsheet that dropped the first zero gets it back."""
    if not PHONE_SIGNS.fullmatch(said):
        raise CellRefused(f"{quoted(said)} is geen telefoonnummer")
    digits = re.sub(r"\D", "", said)
    if digits.startswith("0031"):
        digits = "0" + digits[4:].removeprefix("0")
    elif said.lstrip().startswith("+31"):
        digits = "0" + digits[2:].removeprefix("0")
    if WITHOUT_ZERO.fullmatch(digits):
        digits = f"0{digits}"
    if not NATIONAL.fullmatch(digits):
        raise CellRefused(f"{quoted(said)} is geen telefoonnummer van 10 cijfers")
    return digits


def yes_or_no(said: str) -> bool:
    """Ja or nee, as people fill it in."""
    word = spelled(said)
    if word in YES or said.strip() in YES:
        return True
    if word in NO or said.strip() in NO:
        return False
    raise CellRefused(f"{quoted(said)}: verwacht ja of nee")


def day(said: str) -> str:
    """A day, kept as text."""
    return cells.day(said.replace("/", "-")).isoformat()


def amount(said: str) -> str:
    """A number with a comma or a point, kept as text."""
    return str(cells.number(said, most=cells.MORE_THAN_A_CROWD))


def metres(said: str) -> float:
    """A coordinate of the Dutch grid."""
    return float(cells.number(said))


def _known(choices: Iterable[tuple[str, str]]) -> dict[str, str]:
    known: dict[str, str] = {}
    for code, label in choices:
        known |= {spelled(label): code, spelled(code): code}
    return known


def _find(said: str, known: dict[str, str], what: str) -> str:
    found = known.get(spelled(said))
    if found is None:
        some = list(dict.fromkeys(known.values()))
        hint = f"; kies uit {', '.join(some)}" if len(some) <= MOST_WORDS_SHOWN else ""
        raise CellRefused(f"{quoted(said)} kennen we niet als {what}{hint}")
    return found


Read = Callable[[str], Any]
