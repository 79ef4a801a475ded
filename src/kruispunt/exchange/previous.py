"""Reads an earlier voorstellen.csv: the pairs that people may already be talking about."""

from collections.abc import Collection

from kruispunt.exchange.columns import PAIR_COLUMNS
from kruispunt.exchange.intake import Filled, Intake, take_in

Pair = tuple[str, str]


def read_previous(path: str) -> Intake[Pair]:
    """Read the pairs of question and volunteer; whether they still exist is not asked here."""
    intake = take_in(path, PAIR_COLUMNS, _pair)
    intake.unknown = ()  # a proposal says more than its pairs, and rightly so
    return intake


def still_there(
    pairs: Collection[Pair], questions: Collection[str], volunteers: Collection[str]
) -> list[Pair]:
    """Keep the pairs of which both sides are still in the files, each once."""
    return sorted({pair for pair in pairs if pair[0] in questions and pair[1] in volunteers})


def _pair(filled: Filled) -> Pair:
    return filled["vraag_id"], filled["vrijwilliger_id"]
