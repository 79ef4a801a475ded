"""Writes kandidaten.csv: every pair that may be weighed, with the share of each criterion."""

from collections.abc import Iterator
from itertools import chain
from typing import IO, Final

import numpy as np

from kruispunt.core.criteria import CRITERIA
from kruispunt.core.explain import points
from kruispunt.core.propose import Weighed
from kruispunt.core.weights import ALL_POINTS
from kruispunt.exchange.many_rows import COMMA, SHEET, Pick, Style, rows
from kruispunt.exchange.pairs import pairs_of
from kruispunt.exchange.printing import csv_line, is_workbook, thousandth
from kruispunt.exchange.workbook_out import refuse_too_many, sheet_row, write_sheet

HEADER: Final = (
    "vraag_id", "vrijwilliger_id", "score", "prioriteit",
    *(f"deel_{criterion.name}" for criterion in CRITERIA),
)  # fmt: skip


def write_candidates(file: IO[bytes], name: str, weighed: Weighed) -> None:
    """Write every eligible pair, sorted by question id and then volunteer id.

    Raises
    ------
    TargetRefused
        When the pairs do not fit in a workbook.
    """
    if is_workbook(name):
        refuse_too_many(len(weighed.edges.indices))
        write_sheet(file, chain([sheet_row(HEADER)], _printed(weighed, SHEET)))
    else:
        file.writelines(chain([csv_line(HEADER).encode()], _printed(weighed, COMMA)))


def _printed(weighed: Weighed, style: Style) -> Iterator[bytes]:
    packed = weighed.packed
    asked = style.first(map(style.word, packed.question_ids))
    offered = style.middle(map(style.word, packed.volunteer_ids))
    urgent = style.middle(style.figure(thousandth(one)) for one in packed.priority.tolist())
    figures = [style.figure(points(share)) for share in range(ALL_POINTS + 1)]
    shares, last = style.middle(figures), style.last(figures)
    for pairs in pairs_of(weighed):
        columns = np.ascontiguousarray(pairs.shares.T)
        yield rows(
            Pick(asked, pairs.question),
            Pick(offered, pairs.volunteer),
            Pick(shares, columns.sum(axis=0)),
            Pick(urgent, pairs.question),
            *(Pick(shares, column) for column in columns[:-1]),
            Pick(last, columns[-1]),
        )
