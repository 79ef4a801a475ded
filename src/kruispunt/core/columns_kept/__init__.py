"""For which purpose each column is kept: a column that is not here fails a test (PRV-01)."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from kruispunt.core.columns_kept import of_answers, of_people, of_questions, of_the_house

# By noun, and then by purpose: the names of the columns, with a space between them.
COLUMNS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {**of_the_house.COLUMNS, **of_people.COLUMNS, **of_questions.COLUMNS, **of_answers.COLUMNS}
)


def declared() -> Iterator[tuple[str, str]]:
    """Every column as `room.noun.column`, with the code of its purpose."""
    for noun, by_purpose in COLUMNS.items():
        for code, names in by_purpose.items():
            for name in names.split():
                yield f"{noun}.{name}", code


def columns_of(code: str) -> list[str]:
    """Which columns are kept for one purpose.

    Examples
    --------
    >>> "people.exclusion.set_at" in columns_of("APART")
    True
    """
    return sorted(column for column, purpose in declared() if purpose == code)
