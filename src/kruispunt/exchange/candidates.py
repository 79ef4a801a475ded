"""Writes kandidaten.csv: every pair that may be weighed, with the share of each criterion."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import IO, Final

import numpy as np

from kruispunt.core.criteria import CRITERIA
from kruispunt.core.explain import points
from kruispunt.core.weights import ALL_POINTS
from kruispunt.exchange.many_rows import COMMA, SHEET, Pick, Style, rows
from kruispunt.exchange.pairs import Crowd, Pairs, pairs_of
from kruispunt.exchange.printing import csv_line, is_workbook, thousandth
from kruispunt.exchange.workbook_out import refuse_too_many, sheet_row, write_sheet

HEADER: Final = (
    "vraag_id", "vrijwilliger_id", "score", "prioriteit",
    *(f"deel_{criterion.name}" for criterion in CRITERIA),
)  # fmt: skip


def write_candidates(file: IO[bytes], name: str, crowd: Crowd) -> int:
    """Write every eligible pair, sorted by question id and then volunteer id; return how many.

    Raises
    ------
    TargetRefused
        When the pairs do not fit in a workbook.
    """
    as_workbook = is_workbook(name)
    count = 0

    def counted() -> Iterator[Pairs]:
        nonlocal count
        for pairs in pairs_of(crowd):
            count += len(pairs)
            if as_workbook:
                refuse_too_many(count)
            yield pairs

    if as_workbook:
        write_sheet(file, chain([sheet_row(HEADER)], _printed(counted(), SHEET, crowd)))
    else:
        file.writelines(chain([csv_line(HEADER).encode()], _printed(counted(), COMMA, crowd)))
    return count


def _printed(some: Iterable[Pairs], style: Style, crowd: Crowd) -> Iterator[bytes]:
    asked = style.first(style.word(card.id) for card in crowd.questions)
    offered = style.middle(style.word(card.id) for card in crowd.volunteers)
    urgent = style.middle(
        style.figure(thousandth(crowd.weights.priority(card))) for card in crowd.questions
    )
    figures = [style.figure(points(share)) for share in range(ALL_POINTS + 1)]
    shares, last = style.middle(figures), style.last(figures)
    for pairs in some:
        columns = np.ascontiguousarray(pairs.shares.T)
        yield rows(
            Pick(asked, pairs.question),
            Pick(offered, pairs.volunteer),
            Pick(shares, columns.sum(axis=0)),
            Pick(urgent, pairs.question),
            *(Pick(shares, column) for column in columns[:-1]),
            Pick(last, columns[-1]),
        )
