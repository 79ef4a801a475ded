"""What each column of a file probably is, and what is still missing."""

from collections.abc import Mapping, Sequence
from typing import Final

from kruispunt.exchange.arriving.lists import COLUMNS
from kruispunt.exchange.arriving.words import spelled

# Headers under which the number stands that we never keep (PRV-07), and what is nobody's business
# when people are brought together (PRV-10): these columns are not even read.
NEVER: Final = frozenset(
    {
        "bsn", "burgerservicenummer", "sofinummer", "sofi", "bsn nummer",
        "geloof", "geloofsovertuiging", "godsdienst", "religie", "kerk",
        "afkomst", "herkomst", "etniciteit", "etnische achtergrond", "nationaliteit",
        "geboorteland", "migratieachtergrond", "geaardheid", "seksuele geaardheid",
    }
)  # fmt: skip


def guess(kind: str, headers: Sequence[str], remembered: Mapping[str, str]) -> dict[str, str]:
    """What each header probably means: as a person said before, else by its name; each once."""
    names = {name: column.name for column in reversed(COLUMNS[kind]) for name in column.names}
    real = {column.name for column in COLUMNS[kind]}
    found: dict[str, str] = {}
    for header in headers:
        meant = remembered.get(header, names.get(spelled(header), ""))
        if meant in real and meant not in found.values():
            found[header] = meant
        else:
            found[header] = ""
    return found


def missing(kind: str, mapping: Mapping[str, str]) -> list[str]:
    """Labels of what must be there and has no column yet."""
    given = set(mapping.values())
    return [
        column.label for column in COLUMNS[kind] if column.required and column.name not in given
    ]
