"""Hiding counts so small that one could recognise someone, also by subtraction (PRV-16)."""

from collections.abc import Mapping
from typing import Final

LOWEST: Final = 5
"""A municipality may set its own number, and no lower one than this."""


def conceal(counts: Mapping[str, int], least: int) -> dict[str, int | None]:
    """Hide every count from 1 to `least` - 1, and as many more as the total would give away.

    A reader who knows the total learns the sum of what is hidden, so at least two cells are hidden
    and together they hold at least `least`. Nought may be shown: nobody stands in it.

    Examples
    --------
    >>> conceal({"Noord": 3, "Zuid": 40, "Oost": 12, "West": 0}, 10)
    {'Noord': None, 'Zuid': 40, 'Oost': None, 'West': 0}
    """
    hidden = {name for name, count in counts.items() if 0 < count < least}
    others = sorted((count, name) for name, count in counts.items() if count >= least)
    while hidden and others and not _safe(counts, hidden, least):
        hidden.add(others.pop(0)[1])
    return {name: None if name in hidden else count for name, count in counts.items()}


def _safe(counts: Mapping[str, int], hidden: set[str], least: int) -> bool:
    return len(hidden) > 1 and sum(counts[name] for name in hidden) >= least
