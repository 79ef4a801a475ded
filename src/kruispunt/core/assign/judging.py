"""The tables of a live optimum read as an instance, so that the certificate can judge them."""

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.certificate import Certificate, certify
from kruispunt.core.assign.composite import Scale
from kruispunt.core.assign.problem import ENDLESS, Problem
from kruispunt.core.assign.tables import NOBODY, Tables


def judged(
    tables: Tables, caps: npt.NDArray[np.int64], scale: Scale, *, questions: int
) -> Certificate:
    """Judge pairs and prices that stand in the tables, in O(edges).

    ``caps`` are the places of everyone, [volunteers, levels]; whoever left has none.
    """
    graph, state = tables
    starts, stops = (np.asarray(c)[:questions] for c in (graph.row_start, graph.row_end))
    counts = stops - starts
    indptr = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    edges = np.repeat(starts - indptr[:-1], counts) + np.arange(int(indptr[-1]))
    composite = np.asarray(graph.row_weight, np.int64)[edges]
    weights = composite >> np.int64(scale.value_shift)
    problem = Problem(
        indptr=indptr,
        indices=np.asarray(graph.row_volunteer, np.int64)[edges],
        weights=weights,
        caps=caps,
        level=np.asarray(state.level, np.int64)[:questions],
        need=np.ones(questions, np.int64),
        hours=np.zeros(questions, np.int64),
        free_hours=np.full(len(caps), ENDLESS),
        scale=scale,
        heaviest=int(weights.max(initial=0)),
        falling=True,
        made=composite,
    )
    mate = np.asarray(state.mate, np.int64)[:questions]
    asked = np.flatnonzero(mate != NOBODY)
    price = np.where(np.asarray(state.cap) > 0, np.asarray(state.price), 0)
    table = np.maximum.accumulate(price.reshape(-1, state.levels)[: len(caps)], axis=1)
    return certify(problem, (asked, mate[asked]), table)
