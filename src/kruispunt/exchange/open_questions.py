"""Writes niet-gekoppeld.csv: each question without a proposal, why, and what would unlock it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from kruispunt.core.unlock import Change, Subject, Unmatched
from kruispunt.core.unlock.sentences import unlocker_sentence
from kruispunt.exchange.intake import Texts
from kruispunt.exchange.printing import Line
from kruispunt.exchange.workbook_out import Figure

HEADER: Final = (
    "vraag_id", "reden", "regel", "ontgrendelaar", "soort_wijziging", "wie", "kolom", "van",
    "naar", "kosten",
)  # fmt: skip
NUMBERS: Final = frozenset({"plaatsen", "max_km", "uren", "aantal"})


def open_question_lines(
    unmatched: Iterable[Unmatched], written: Mapping[str, Texts]
) -> Iterator[Line]:
    """Yield a line for each open question, by id; `written` is what the files say themselves."""
    for one in sorted(unmatched, key=lambda found: found.question):
        change = one.unlocker
        yield (
            one.question,
            one.because.value,
            one.rule,
            unlocker_sentence(change, one.question),
            *(_cells(change, written) if change else (Subject.NOTHING.value, "", "", "", "", "")),
        )


def _cells(change: Change, written: Mapping[str, Texts]) -> Line:
    own = written.get(change.subject, {}).get(change.who, {}).get(change.column, "")
    # The cell as it stands in the file, so that an empty one stays empty; the sentence beside it
    # names the default. Only a number goes out with a point, as every number here does.
    if change.column in NUMBERS:
        own = own.replace(",", ".").removeprefix("+")
    return (
        change.subject.value,
        change.who,
        change.column,
        own,
        change.new,
        Figure(f"{change.cost // 100}.{change.cost % 100:02d}"),
    )
