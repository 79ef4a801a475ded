"""The replay itself: day after day, one way to work after another, against knowing everything."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from kruispunt.core.assign import assign
from kruispunt.core.propose import AT_MOST
from kruispunt.core.replay.board import Board
from kruispunt.core.replay.history import History, Period, period_of
from kruispunt.core.replay.outcome import Outcome, outcome_of
from kruispunt.core.replay.policies import Batch, FirstCome, Greedy, Live, Policy

EXACT_UP_TO = 100_000
"""Pairs up to which the ceiling counts hours and teams exactly."""
MEASURES: Mapping[str, Callable[[Outcome], float]] = {
    "served": lambda one: float(one.everyone.served),
    "served_share": lambda one: one.served_share,
    "quality": lambda one: one.quality,
    "mean_score": lambda one: one.mean_score,
    "wait_mean": lambda one: one.everyone.mean,
    "wait_p90": lambda one: one.everyone.p90,
    "changed": lambda one: float(one.changed),
}
"""What is compared, by name."""


def usual_policies(*, answer_days: int = 0) -> list[Policy]:
    """The ways to work that are compared unless others are asked for."""
    return [
        FirstCome(),
        Greedy(),
        Batch("elke dag een ronde", 1),
        Batch("elke week een ronde", 7),
        Live(answer_days=answer_days),
    ]


def replay(history: History, period: Period, policies: Iterable[Policy]) -> list[Outcome]:
    """Let the same questions come once more for each way to work.

    Parameters
    ----------
    history, period
    policies
        Each keeps every hard rule and every load rule (CAP-01, places, hours, `aantal`).

    Returns
    -------
    list of Outcome
        In the order of the policies, all with the same ceiling.

    Notes
    -----
    A match holds its places to the end of the period. The ceiling is the proven bound of the best
    proposal by someone who knew beforehand who would come; nothing can surpass it.
    """
    ceiling, most_served = hindsight(history, period)
    return [
        outcome_of(
            played(history, period, policy),
            policy.name,
            ceiling=ceiling,
            most_served=most_served,
        )
        for policy in policies
    ]


def hindsight(history: History, period: Period) -> tuple[int, int]:
    """What no way to work can surpass, and how many questions that proposal helps.

    In a large town hours are left out and each helper of a team is sought apart: that can only
    raise the ceiling, and it is found in seconds.
    """
    large = int(np.diff(history.edges.indptr)[period.rows].sum()) > EXACT_UP_TO
    need = history.packed.need[period.rows]
    seats = np.repeat(np.arange(len(period.rows)), need if large else 1)
    rows = period.rows[seats]
    at, counts = history.edges_of(rows)
    owner = np.repeat(np.arange(len(rows)), counts)
    volunteers = history.edges.indices[at].astype(np.int64)
    met = history.came_on[volunteers] < period.gone_on[seats[owner]]
    if not met.any():
        return 0, 0
    indptr = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum(np.bincount(owner[met], minlength=len(rows)), out=indptr[1:])
    packed = history.packed
    found = assign(
        indptr, volunteers[met], history.worth[at[met]],
        cap=packed.places, limits=AT_MOST, level=packed.step[rows],
        need=None if large else packed.need[rows],
        hours=None if large else packed.questions.hours[rows],
        room=None if large else packed.volunteers.hours,
    )  # fmt: skip
    helpers = np.bincount(seats[found.questions], minlength=len(need))
    return int(found.bound), int((helpers == need).sum())


def played(history: History, period: Period, policy: Policy) -> Board:
    """Let one way to work go through a period, day after day."""
    board = Board(history, period)
    for board.day in range(period.first, period.last + 1):
        policy.work(board)
    return board


@dataclass(frozen=True, slots=True)
class Spread:
    """A mean over several towns, and how far it may be off (95 %); 0 with one town."""

    mean: float
    off: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Ways to work compared over several towns that might as well have been.

    Attributes
    ----------
    outcomes : list of list of Outcome
        Town by town, in each the policies in the same order.
    """

    outcomes: Sequence[Sequence[Outcome]]

    @property
    def policies(self) -> list[str]:
        """The names of the ways to work."""
        return [one.policy for one in self.outcomes[0]]

    def of(self, policy: str) -> list[Outcome]:
        """What one way to work came to, town by town."""
        at = self.policies.index(policy)
        return [town[at] for town in self.outcomes]

    def spread(self, policy: str, measure: str) -> Spread:
        """One of MEASURES over all towns."""
        return spread_of([MEASURES[measure](one) for one in self.of(policy)])


def compare(
    history: History,
    policies: Callable[[], Iterable[Policy]] = usual_policies,
    *,
    seeds: Sequence[int | None] = (None,),
    warm_up: int = 0,
    patience: int | None = None,
) -> Comparison:
    """Replay a history under several ways to work, in several towns drawn from it.

    Parameters
    ----------
    seeds
        One town each; None is the history as it was.
    warm_up, patience
        As for `period_of`.

    Examples
    --------
    >>> from kruispunt.core.cards import Question, Volunteer
    >>> from kruispunt.core.replay import history_of
    >>> from kruispunt.core.vocabulary import Intensity
    >>> from kruispunt.core.weights import Weights
    >>> asked = [Question(f"v{n}", ("KOFFIE",), Intensity.LIGHT, x=0, y=0, days_waiting=n)
    ...          for n in range(3)]
    >>> noor = Volunteer("noor", frozenset({"KOFFIE"}), x=0, y=0, places=2, hours=4000)
    >>> found = compare(history_of(asked, [noor], Weights()))
    >>> found.spread("hoogste score", "served"), found.spread("hoogste score", "quality")
    (Spread(mean=2.0, off=0.0), Spread(mean=1.0, off=0.0))
    """
    return Comparison(
        [
            replay(
                history,
                period_of(history, warm_up=warm_up, patience=patience, seed=seed),
                policies(),
            )
            for seed in seeds
        ]
    )


def spread_of(numbers: Sequence[float]) -> Spread:
    """The mean, and the half width of its 95 % interval by Student's t."""
    count = len(numbers)
    mean = sum(numbers) / count
    if count == 1:
        return Spread(mean, 0.0)
    from scipy.special import stdtrit  # noqa: PLC0415 - only who draws several towns needs it

    variance = sum((number - mean) ** 2 for number in numbers) / (count - 1)
    return Spread(mean, float(stdtrit(count - 1, 0.975)) * sqrt(variance / count))
