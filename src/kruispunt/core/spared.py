"""What may be spared later on by helping early: an example with every assumption said (COST-04).

It is never called saved money: what would have happened otherwise is a judgement of somebody.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What one takes for true: euros and hours of one match, and parts of one."""

    matches: int
    rate: float
    """Euros for one hour of the care that might have come instead."""
    deadweight: float
    """The part that would have gone well anyway."""
    attribution: float
    """The part that is ours, and not of others who helped as well."""
    displacement: float = 0.0
    """The part that only moved to somebody else."""
    drop_off: float = 0.0
    """The part that is lost each year."""
    years: int = 1


def spared(assumed: Assumptions, hours: float) -> float:
    """Return euros, when each match spares so many hours of care in its first year.

    Examples
    --------
    >>> halves = Assumptions(matches=50, rate=60.0, deadweight=0.5, attribution=0.5)
    >>> spared(halves, 10)
    7500.0
    >>> spared(Assumptions(50, 60.0, 0.5, 0.5, drop_off=0.5, years=2), 10)
    11250.0
    """
    ours = (1 - assumed.deadweight) * assumed.attribution * (1 - assumed.displacement)
    first = assumed.matches * hours * assumed.rate * ours
    return sum(first * (1 - assumed.drop_off) ** year for year in range(assumed.years))


def break_even(matches: int, rate: float, cost: float) -> float:
    """Return how many hours of care each match must spare once to be worth what it costs (COST-03).

    Examples
    --------
    >>> round(break_even(52, 55.80, 17_500), 1)
    6.0
    """
    return cost / (matches * rate) if matches and rate else 0.0
