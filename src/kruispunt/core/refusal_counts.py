"""Why a question stays open, and which hard rule stands in the way most often."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from kruispunt.core.eligibility import RULES


class OpenBecause(StrEnum):
    """Why a question has no proposal."""

    NOBODY = "niemand_geschikt"
    TOO_FEW = "te_weinig_geschikt"
    ELSEWHERE = "elders_nodig"
    TOGETHER = "alleen_samen"


def why_open(eligible: int, helpers_needed: int, *, in_package: bool = False) -> OpenBecause:
    """Say why a question stays open from how many volunteers may answer it."""
    if eligible == 0:
        return OpenBecause.NOBODY
    if eligible < helpers_needed:
        return OpenBecause.TOO_FEW
    return OpenBecause.TOGETHER if in_package else OpenBecause.ELSEWHERE


def standing_in_the_way(refused: Iterable[tuple[str, ...]]) -> str:
    """Name the rule that alone refuses most volunteers, or else the one that refuses most.

    `refused` holds the broken rules of each volunteer. Equal counts go by the order of the rules;
    nobody refused gives an empty name.

    Examples
    --------
    >>> standing_in_the_way([("taal",), ("soort", "afstand"), ("soort", "afstand")])
    'taal'
    >>> standing_in_the_way([("soort", "afstand"), ("afstand", "taal"), ()])
    'afstand'
    """
    broken = [rules for rules in refused if rules]
    alone = Counter(rules[0] for rules in broken if len(rules) == 1)
    counted = alone or Counter(name for rules in broken for name in rules)
    return max((rule.name for rule in RULES), key=lambda name: counted[name]) if counted else ""
