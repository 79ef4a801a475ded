"""One of the best volunteers for a question, as the arrays tell it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """A volunteer for one question, with the reasons in numbers.

    Attributes
    ----------
    volunteer : str
    score : int
        Hundredths of a point; the sum of the shares.
    value : int
        What the order is by: the score, or the score minus the price.
    shares : tuple of 7 ints
        What each criterion earned, in the order of CRITERIA.
    unknown : int
        Bit c is set when the criterion at place c was partly unknown.
    """

    volunteer: str
    score: int
    value: int
    shares: tuple[int, ...]
    unknown: int
