"""Hours and teams brought down to places: what surely cannot be; teams, packages taken apart."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.clashes import most_at_once, slots_of_both
from kruispunt.core.assign.problem import ENDLESS, Problem


def tightened(problem: Problem) -> Problem:
    """Lower each limit to the number of eligible questions whose hours fit together at all.

    Loses no proposal: who has two hours free never takes two questions of two hours, whatever the
    number of places says, nor three questions in two slots. Often this makes hours and slots
    superfluous.
    """
    if problem.free_slots is not None:
        suits = slots_of_both(problem, problem.rows, problem.indices) != 0
        problem = problem if suits.all() else problem.keeping(suits)
        dealt = [most_at_once(problem, level) for level in range(problem.levels)]
        caps = np.minimum(problem.caps, np.stack(dealt, axis=1))
        problem = replace(problem, caps=np.minimum.accumulate(caps, axis=1))
    if (problem.free_hours == ENDLESS).all():
        return problem
    fits = problem.hours[problem.rows] <= problem.free_hours[problem.indices]
    problem = problem if fits.all() else problem.keeping(fits)
    rows, volunteers = problem.rows, problem.indices
    order = np.lexsort((problem.hours[rows], volunteers))
    caps = problem.caps.copy()
    for level in range(problem.levels):
        kept = order[problem.level[rows[order]] >= level]
        count = _how_many_fit(problem, volunteers[kept], problem.hours[rows[kept]])
        caps[:, level] = np.minimum(caps[:, level], count)
    return replace(problem, caps=np.minimum.accumulate(caps, axis=1))


def _how_many_fit(
    problem: Problem, volunteers: npt.NDArray[np.int64], hours: npt.NDArray[np.int64]
) -> npt.NDArray[np.int64]:
    total = np.cumsum(hours)
    first = np.searchsorted(volunteers, np.arange(problem.volunteers))
    before = np.concatenate([[0], total])[first]
    fits = total - before[volunteers] <= problem.free_hours[volunteers]
    return np.bincount(volunteers[fits], minlength=problem.volunteers)


def without_closed(problem: Problem) -> tuple[Problem, npt.NDArray[np.int64] | None]:
    """Leave out the pairs with who has no place, where these are many; tell which are left.

    Nobody can be helped there, and in a scarce town they are most of what would be read.
    """
    places = problem.caps[:, 0] > 0
    if 2 * np.count_nonzero(places) > len(places):
        return problem, None
    kept = places[problem.indices]
    return problem.keeping(kept), np.flatnonzero(kept)


@dataclass(frozen=True)
class Loose:
    """A problem of single places: each helper of a team is a question of its own."""

    problem: Problem
    origin: npt.NDArray[np.int64]


def taken_apart(problem: Problem) -> Loose:
    """Let each question of a package, and each helper of a team, be asked for alone.

    Whoever solves this bounds the real thing.
    """
    origin = np.repeat(np.arange(problem.questions), problem.need)
    if problem.packages:
        problem = replace(problem, packages=())
    if len(origin) == problem.questions:
        return Loose(problem, origin)
    counts = np.diff(problem.indptr)[origin]
    starts = np.repeat(problem.indptr[:-1][origin] - np.cumsum(counts) + counts, counts)
    edges = starts + np.arange(int(counts.sum()))
    return Loose(
        replace(
            problem,
            indptr=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
            indices=problem.indices[edges],
            weights=problem.weights[edges],
            made=problem.composite[edges],
            level=problem.level[origin],
            hours=problem.hours[origin],
            slots=None if problem.slots is None else problem.slots[origin],
            need=np.ones(len(origin), np.int64),
        ),
        origin,
    )
