"""What a place is worth with every volunteer: not one number but two, and both are exact."""

from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.checked import Numbers, nested_caps
from kruispunt.core.assign.compiled import as_lists, is_small, kernels_for
from kruispunt.core.assign.flow import solve
from kruispunt.core.assign.problem import pose
from kruispunt.core.assign.tables import Paper, Tables, blank_paper

type Ints = npt.NDArray[np.int64]


class Intervals(NamedTuple):
    """Per volunteer what one place less would cost and one place more would bring.

    Attributes
    ----------
    less, more : int64[n_volunteers]
        In the unit of the weights. Where a place is free both are 0.
    """

    less: Ints
    more: Ints


def intervals(  # noqa: PLR0913 - the arrays of one instance
    indptr: Numbers,
    indices: Numbers,
    weights: Numbers,
    *,
    cap: Numbers,
    limits: Numbers | None = None,
    level: Numbers | None = None,
    ties: npt.NDArray[np.uint64] | None = None,
    value_bits: int | None = None,
    compiled: bool | None = None,
) -> Intervals:
    """Tell of every volunteer what a place less would cost and a place more would bring.

    The prices of an optimum leave this open: between the two any price is right. Each is what
    ``assign`` would say after the change of that one number (class limits stay as they are).

    Parameters
    ----------
    indptr, indices, weights, cap, limits, level, ties, value_bits, compiled
        As for ``assign``; every question needs one helper, and hours do not count.

    Returns
    -------
    Intervals

    Raises
    ------
    ValueError, TypeError, OverflowError
        As ``assign``.

    Notes
    -----
    One solve and then two searches from the street in all directions, O(edges log nodes) together,
    however many volunteers there are. The second place more is worth at most as much as the first,
    and for two volunteers at once single gains are only an upper bound.

    References
    ----------
    R. Ahuja, T. Magnanti and J. Orlin, *Network Flows* (1993), on sensitivity.

    Examples
    --------
    Two questions want the one place of volunteer 0; nobody wants volunteer 1.

    >>> found = intervals([0, 1, 2], [0, 0], [5, 4], cap=[1, 1])
    >>> found.less.tolist(), found.more.tolist()
    ([5, 0], [4, 0])
    """
    problem = pose(
        indptr,
        indices,
        weights,
        cap=cap,
        limits=limits,
        level=level,
        ties=ties,
        value_bits=value_bits,
    )
    small = is_small(len(problem.indices)) if compiled is None else not compiled
    roomier = nested_caps(np.asarray(cap, np.int64) + 1, limits)
    tables = solve(problem, small=small, whole=True)
    raised = (roomier > problem.caps).sum(axis=1)
    return spread(tables, raised, shift=problem.scale.value_shift, small=small)


def spread(tables: Tables, raised: Ints, *, shift: int, small: bool) -> Intervals:
    """Search from the street in all directions, over tables that are settled.

    ``raised`` tells per volunteer how many of the lowest levels a place more would open.
    """
    kernels, volunteers = kernels_for(small=small), len(raised)
    graph, state = (as_lists(tables.graph), as_lists(tables.state)) if small else tables
    found = Intervals(np.zeros(volunteers, np.int64), np.zeros(volunteers, np.int64))

    def inward() -> None:
        paper = _paper(tables, small=small)
        kernels.spread_in(graph, state, paper, shift)
        kernels.gain_of_more(graph, state, paper, shift, raised.astype(np.int64), found.more)

    def outward() -> None:
        paper = _paper(tables, small=small)
        kernels.spread_out(graph, state, paper, shift)
        kernels.loss_of_less(state, paper, found.less)

    if small:
        inward()
        outward()
        return found
    with ThreadPoolExecutor(2) as threads:
        for search in (threads.submit(inward), threads.submit(outward)):
            search.result()
    return found


def _paper(tables: Tables, *, small: bool) -> Paper:
    paper = blank_paper(tables.state)
    return as_lists(paper) if small else paper
