"""What a report tells about, and how it writes numbers, dates and names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from html import escape
from typing import Final

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.gap import Shortage
from kruispunt.core.propose import Proposal
from kruispunt.core.unlock import Unmatched
from kruispunt.core.weights import Weights

MOST_ROWS: Final = 500
"""Rows of a table that a person still reads; a longer one ends with a count."""
_MONTHS: Final = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()


@dataclass(frozen=True, slots=True)
class Findings:
    """The cards, the proposal, and what was found out about what is open and what is missing.

    `unlockers` and `missing` are None where nobody asked for them.
    """

    questions: Sequence[Question]
    volunteers: Sequence[Volunteer]
    weights: Weights
    proposal: Proposal
    today: date
    unlockers: Sequence[Unmatched] | None = None
    missing: Sequence[Shortage] | None = None
    has_previous: bool = False

    @property
    def served(self) -> int:
        """How many questions have a proposal."""
        return len(self.questions) - len(self.proposal.unmatched)


def dutch_date(day: date) -> str:
    """Write a date as people say it."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def dutch(number: int, scale: int = 1, *, decimals: int | None = None) -> str:
    """Write a whole number of so many to one with a decimal comma and dots between thousands.

    Examples
    --------
    >>> dutch(1234567), dutch(7525, 100), dutch(2500, 1000), dutch(1, 2, decimals=1)
    ('1.234.567', '75,25', '2,5', '0,5')
    """
    worth = Decimal(number) / scale
    text = f"{worth:,f}" if decimals is None else f"{worth:,.{decimals}f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def table(caption: str, header: Sequence[str], rows: Iterable[str], *, style: str = "") -> str:
    """Write a table; a header that starts with # is one of numbers."""
    heads = "".join(
        f'<th scope="col" class="number">{escape(name[1:])}</th>'
        if name.startswith("#")
        else f'<th scope="col">{escape(name)}</th>'
        for name in header
    )
    named = f"<caption>{escape(caption)}</caption>" if caption else ""
    return (
        f'<div class="scroll"><table class="{style}">{named}<thead><tr>{heads}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def row(*cells: str) -> str:
    """Write one row of cells that are HTML already; one that starts with # is a number."""
    return (
        "<tr>"
        + "".join(
            f'<td class="number">{cell[1:]}</td>' if cell.startswith("#") else f"<td>{cell}</td>"
            for cell in cells
        )
        + "</tr>\n"
    )


def and_more(shown: int, total: int, where: str) -> str:
    """Say that a table was cut short, and where the rest stands; nothing when it was not."""
    if shown >= total:
        return ""
    return (
        f'<p class="soft">Hier staan de eerste {dutch(shown)} van {dutch(total)}. '
        f"De rest staat in {where}.</p>"
    )
