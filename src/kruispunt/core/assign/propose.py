"""The best proposal for everybody at once: from arrays to pairs, prices and a proof."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.certificate import certify
from kruispunt.core.assign.checked import Numbers, whole
from kruispunt.core.assign.compiled import WORTH_IT, is_small, kernels_for
from kruispunt.core.assign.composite import Scale
from kruispunt.core.assign.dive import loose_fit
from kruispunt.core.assign.flow import load, solve
from kruispunt.core.assign.loose import taken_apart, tightened, without_closed
from kruispunt.core.assign.mixed import Mixed, solve_mixed
from kruispunt.core.assign.problem import Problem, pose
from kruispunt.core.assign.tables import NOBODY


@dataclass(frozen=True, kw_only=True)
class Assignment:
    """Who helps whom, what it is worth, and why it cannot be better.

    Attributes
    ----------
    questions, volunteers
        The pairs, sorted by question and then volunteer.
    value, served
        Sum of the weights given in, and how many questions have their helpers. Where hours,
        slots, teams or packages bind, another proposal of the same value may serve more: there only
        the value is searched.
    bound
        No proposal is worth more than this.
    proven
        True when value and bound meet: by the independent certificate, or, where one of
        those binds, by branch and bound over all that could matter.
    prices_u, prices_v
        Per question its surplus and per volunteer and level what a place costs, in composite
        units; ``>> scale.value_shift`` gives the unit of the weights.
    """

    questions: npt.NDArray[np.int64]
    volunteers: npt.NDArray[np.int64]
    value: int
    served: int
    bound: int
    proven: bool
    prices_u: npt.NDArray[np.int64]
    prices_v: npt.NDArray[np.int64]
    scale: Scale

    @property
    def start(self) -> npt.NDArray[np.int64]:
        """What a place costs, per volunteer and level in whole weights, for tomorrow's `assign`."""
        return self.prices_v >> np.int64(self.scale.value_shift)

    @property
    def gap(self) -> float:
        """What the bound leaves open, as a share of the bound."""
        return (self.bound - self.value) / self.bound if self.bound else 0.0


def assign(  # noqa: PLR0913 - the arrays of one instance
    indptr: Numbers,
    indices: Numbers,
    weights: Numbers,
    *,
    cap: Numbers,
    limits: Numbers | None = None,
    level: Numbers | None = None,
    need: Numbers | None = None,
    hours: Numbers | None = None,
    room: Numbers | None = None,
    slots: Numbers | None = None,
    free_slots: Numbers | None = None,
    package: Numbers | None = None,
    ties: npt.NDArray[np.uint64] | None = None,
    value_bits: int | None = None,
    start: Numbers | None = None,
    compiled: bool | None = None,
) -> Assignment:
    """Find the proposal of the highest value and prove it.

    Parameters
    ----------
    indptr : int64[n_questions + 1]
    indices, weights : int64[n_edges]
        Sparse rows: question ``q`` may be helped by ``indices[indptr[q]:indptr[q + 1]]``, each
        worth a whole number of at least 0. A pair worth 0 is still made. Arrays of this kind are
        read where they are; rows that begin with their heaviest edge are solved a little faster.
    cap : int64[n_volunteers]
        Per volunteer the number of places.
    limits : int64[n_levels - 1] or int64[n_volunteers, n_levels - 1]
    level : int64[n_questions]
        Nested class limits: ``level[q]`` is 0, 1, … and of the questions of level ``l`` or higher a
        volunteer takes at most ``limits[l - 1]`` (one row for all, or one row per volunteer).
    need : int64[n_questions]
        Per question how many different helpers it gets, or none at all. Default 1.
    hours : int64[n_questions]
    room : int64[n_volunteers]
        Per question its hours and per volunteer the hours free, in any whole unit.
    slots : int64[n_questions]
    free_slots : int64[n_volunteers]
        Per question and volunteer the slots of the week that suit, as bits below 2**61 (0: any).
        Given both, each question that a volunteer takes gets a slot of its own among those that
        suit both; questions for which that cannot be are not taken together.
    package : int64[n_questions]
        Questions with the same number above 0 are served together, each by whom it likes, or none
        of them; 0 is on its own.
    ties : uint64[n_edges]
        Per edge 64 random-looking bits made of the two ids; they decide between proposals of the
        same value that serve as many. Default: made of the row and column numbers.
    value_bits
        Bits to keep for a weight, so that related instances break ties alike.
    start : int64[n_volunteers] or int64[n_volunteers, n_levels]
        What a place costs to begin with, per volunteer or per volunteer and level, in whole
        weights: ``start`` of yesterday's `Assignment`. Good prices save most of the time; whatever
        they are, the answer is the same.
    compiled
        Force (or forbid) numba; default: by size.

    Returns
    -------
    Assignment
        Pairs, value, bound, prices. Among proposals of equal value the one that serves most.

    Raises
    ------
    ValueError, TypeError, OverflowError
        In a sentence, when the arrays make no instance or the weights do not fit in 64 bits.

    Notes
    -----
    O(edges) for the checks, for a round of bidding and for the certificate; O(edges log nodes) at
    worst for each of the few searches that bidding leaves. No copy of the edges is made unless
    ``ties`` are given, teams are asked for, or the arrays are of another kind. To keep
    yesterday's pairs where little is lost, add a bonus to their weights; ``value`` then counts it.

    References
    ----------
    Bidding: D. Bertsekas, *The auction algorithm* (1988). Shortest paths on what is left: R. Ahuja,
    T. Magnanti and J. Orlin, *Network Flows* (1993), chapters 9 and 12.

    Examples
    --------
    Two questions want the same single place; the other volunteer takes what is left.

    >>> best = assign([0, 2, 3], [0, 1, 0], [5, 4, 3], cap=[1, 1])
    >>> best.questions.tolist(), best.volunteers.tolist(), best.value, best.proven
    ([0, 1], [1, 0], 7, True)

    The next day a weight is different; the prices of yesterday are a good beginning.

    >>> assign([0, 2, 3], [0, 1, 0], [5, 1, 3], cap=[1, 1], start=best.start).value
    5

    With two hours free nobody helps two questions of two hours, however many places there are.

    >>> assign([0, 1, 2], [0, 0], [5, 4], cap=[2], hours=[2, 2], room=[2]).value
    5

    Nor does anybody who can only come on Monday, when both ask for one morning.

    >>> assign([0, 1, 2], [0, 0], [5, 4], cap=[2], slots=[3, 1], free_slots=[1]).value
    5
    """
    problem = pose(
        indptr,
        indices,
        weights,
        cap=cap,
        limits=limits,
        level=level,
        need=need,
        hours=hours,
        room=room,
        slots=slots,
        free_slots=free_slots,
        package=package,
        ties=ties,
        value_bits=value_bits,
    )
    small = is_small(len(problem.indices)) if compiled is None else not compiled
    return propose(problem, small=small, start=_opening(problem, start))


def _opening(problem: Problem, start: Numbers | None) -> npt.NDArray[np.int64] | None:
    if start is None:
        return None
    price = whole(start, "start")
    if price.ndim == 1 and problem.levels == 1:
        price = price[:, None]
    if price.shape != problem.caps.shape:
        raise ValueError(f"start has shape {price.shape} for {problem.caps.shape} places")
    return price


def propose(
    problem: Problem,
    *,
    small: bool,
    start: npt.NDArray[np.int64] | None = None,
    stages: int = 0,
) -> Assignment:
    """Solve for places; where that keeps hours, teams and packages it is best, else look on.

    ``start`` and ``stages`` are those of `solve`.
    """
    within = tightened(problem)
    loose = taken_apart(within)
    few, _ = without_closed(loose.problem)
    state = solve(few, small=small, start=start, stages=stages).state
    asked = np.flatnonzero(state.mate != NOBODY)
    pairs = loose.origin[asked], state.mate[asked].astype(np.int64)
    price = np.where(state.cap > 0, state.price, 0).reshape(problem.caps.shape)
    price = np.maximum.accumulate(price, axis=1)
    if loose_fit(problem, pairs):
        return _conclude(problem, within, Mixed(pairs, price, None, None))
    return _conclude(problem, within, solve_mixed(within, price, small=small))


def _conclude(problem: Problem, within: Problem, found: Mixed) -> Assignment:
    pairs = found.pairs
    if not (np.diff(pairs[0]) > 0).all():
        order = np.lexsort((pairs[1], pairs[0]))
        pairs = pairs[0][order], pairs[1][order]
    paper = certify(within, pairs, found.price)
    if paper.complaints:
        raise RuntimeError(f"the proposal breaks a rule: {'; '.join(paper.complaints)}")
    bound = paper.value if paper.proven else paper.dual >> problem.scale.value_shift
    if found.bound is not None:
        bound = max(min(bound, found.bound), paper.value)
    return Assignment(
        questions=pairs[0],
        volunteers=pairs[1],
        value=paper.value,
        served=paper.served,
        bound=bound,
        proven=bound == paper.value,
        prices_u=paper.surplus,
        prices_v=found.price,
        scale=problem.scale,
    )


def warm() -> None:
    """Compile, or load from the cache, every kernel that a later `assign` needs.

    The first time on a machine this takes a minute or so, later half a second; nothing else of the
    library waits for numba. For a worker at its start, so that no page has to wait.
    """
    kernels_for(small=False)
    many = np.arange(WORTH_IT + 1)
    one = many[:-1], np.ones(WORTH_IT, np.int64)
    load(pose(many, *one, cap=one[1]))
    assign(many, *one, cap=one[1])
