"""Everything that can happen to a spreadsheet that comes in."""

from kruispunt.arrivals.actions.bringing import (
    LARGEST,
    FileBrought,
    agree,
    bring,
    drop,
    map_columns,
    undo,
)
from kruispunt.arrivals.actions.carrying import carry_turn, try_rows
from kruispunt.arrivals.actions.forgetting import forget_import
from kruispunt.arrivals.actions.reading import check, keep_found, keep_turn, read, refuse
from kruispunt.arrivals.actions.undoing import take_back_turn

__all__ = [
    "LARGEST",
    "FileBrought",
    "agree",
    "bring",
    "carry_turn",
    "check",
    "drop",
    "forget_import",
    "keep_found",
    "keep_turn",
    "map_columns",
    "read",
    "refuse",
    "take_back_turn",
    "try_rows",
    "undo",
]
