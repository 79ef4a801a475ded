"""Reasons in plain Dutch: read off the shares, never reconstructed."""

from decimal import Decimal

from kruispunt.core.cards import Reason, Standing
from kruispunt.core.criteria import CRITERIA
from kruispunt.core.eligibility import RULES

_LABELS = {criterion.name: criterion.label for criterion in CRITERIA}
_REFUSALS = {rule.name: rule.refusal for rule in RULES}


def points(hundredths: int) -> str:
    """Print hundredths of a point with two decimals: 7525 → '75.25'."""
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def dutch_points(hundredths: int) -> str:
    """Print hundredths as people read them: 7525 → '75,25', 2500 → '25'."""
    return format((Decimal(hundredths) / 100).normalize(), "f").replace(".", ",")


def reason_sentence(reason: Reason) -> str:
    """Say one reason: what, how many of how many points, and whether something was unknown."""
    unknown = "" if reason.value.known else " (onbekend)"
    gained, most = dutch_points(reason.share), dutch_points(reason.weight)
    return f"{_LABELS[reason.criterion]} {gained} van {most}{unknown}"


def why(standing: Standing) -> str:
    """Say why this volunteer: every reason, so that the points add up to the score.

    Examples
    --------
    >>> from kruispunt.core.cards import Reason, Standing, Value
    >>> why(Standing("a", (Reason("tijd", Value(1, 2, known=False), 1500, 750),)))
    'gedeelde tijd 7,5 van 15 (onbekend)'
    """
    return "; ".join(reason_sentence(reason) for reason in standing.reasons)


def why_not(rules: tuple[str, ...]) -> str:
    """Say why a volunteer fell off: one sentence part for each rule."""
    return "; ".join(_REFUSALS[name] for name in rules)
