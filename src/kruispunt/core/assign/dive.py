"""From a proposal that forgot hours, teams and packages to one that keeps them, bit by bit."""

from itertools import combinations

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.certificate import Pairs, over_hours
from kruispunt.core.assign.clashes import can_be_dealt, clashing, slots_of_both
from kruispunt.core.assign.flow import solve
from kruispunt.core.assign.loose import Loose, taken_apart
from kruispunt.core.assign.problem import Problem
from kruispunt.core.assign.tables import NOBODY
from kruispunt.core.assign.together import torn, units

FEW = 10
"""Up to this many guests every choice of whom to keep is tried."""


def dive(problem: Problem, *, small: bool) -> Pairs:
    """Solve for places, settle whoever has too many hours or half a team, and solve again.

    Every round settles at least one volunteer, team or package for good, so it ends.
    """
    loose = taken_apart(problem)
    allowed = np.ones(len(loose.problem.indices), bool)
    while True:
        pairs = _loose_pairs(loose, allowed, small=small)
        settled = (
            _settle_hours(loose, allowed, pairs)
            or _settle_doubles(loose, allowed, pairs)
            or _settle_teams(problem, loose, allowed, pairs)
        )
        if not settled:
            return _joined(loose, pairs)


def loose_fit(problem: Problem, pairs: Pairs) -> bool:
    """Tell whether a proposal keeps the hours and slots, and teams and packages whole."""
    if over_hours(problem, pairs).any() or clashing(problem, pairs).any():
        return False
    if torn(problem, pairs[0]):
        return False
    if int(problem.need.max(initial=1)) == 1:
        return True
    keys = pairs[0] * problem.volunteers + pairs[1]
    taken = np.bincount(pairs[0], minlength=problem.questions)
    return len(np.unique(keys)) == len(keys) and not ((taken > 0) & (taken < problem.need)).any()


def _joined(loose: Loose, pairs: Pairs) -> Pairs:
    questions = loose.origin[pairs[0]]
    order = np.lexsort((pairs[1], questions))
    return questions[order], pairs[1][order]


def _loose_pairs(loose: Loose, allowed: npt.NDArray[np.bool_], *, small: bool) -> Pairs:
    state = solve(loose.problem.keeping(allowed), small=small).state
    asked = np.flatnonzero(state.mate != NOBODY)
    return asked, state.mate[asked].astype(np.int64)


def _settle_hours(loose: Loose, allowed: npt.NDArray[np.bool_], pairs: Pairs) -> bool:
    problem = loose.problem
    over = over_hours(problem, pairs) | clashing(problem, pairs)
    if not over.any():
        return False
    kept = np.zeros(len(allowed), bool)
    worth = problem.edges_of(*pairs)
    for volunteer in np.flatnonzero(over):
        mine = np.flatnonzero(pairs[1] == volunteer)
        kept[_best_fitting(problem, worth[mine])] = True
    allowed &= kept | ~over[problem.indices]
    return True


def _best_fitting(problem: Problem, edges: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Choose among the edges of one volunteer those worth most together within hours and slots."""
    room = int(problem.free_hours[problem.indices[edges[0]]])
    hours = problem.hours[problem.rows[edges]].tolist()
    worth = problem.composite[edges].tolist()
    order = sorted(range(len(hours)), key=lambda i: (-worth[i], i))[:FEW]
    masks = slots_of_both(problem, problem.rows[edges], problem.indices[edges]).tolist()
    choices = (c for size in range(len(order) + 1) for c in combinations(order, size))
    fitting = (
        c
        for c in choices
        if sum(hours[i] for i in c) <= room and can_be_dealt([masks[i] for i in c])
    )
    return edges[list(max(fitting, key=lambda c: sum(worth[i] for i in c)))]


def _settle_doubles(loose: Loose, allowed: npt.NDArray[np.bool_], pairs: Pairs) -> bool:
    keys = loose.origin[pairs[0]] * loose.problem.volunteers + pairs[1]
    order = np.argsort(keys, kind="stable")
    twice = order[1:][np.diff(keys[order]) == 0]
    if not len(twice):
        return False
    allowed[loose.problem.edges_of(pairs[0][twice], pairs[1][twice])] = False
    return True


def _settle_teams(
    problem: Problem, loose: Loose, allowed: npt.NDArray[np.bool_], pairs: Pairs
) -> bool:
    unit = units(problem)
    need = np.bincount(unit, weights=problem.need, minlength=problem.questions)
    mine = unit[loose.origin]
    taken = np.bincount(mine[pairs[0]], minlength=problem.questions)
    half = np.flatnonzero((taken > 0) & (taken < need))
    if not len(half):
        return False
    worth = np.zeros(problem.questions)
    edges = loose.problem.edges_of(*pairs)
    np.add.at(worth, mine[pairs[0]], loose.problem.weights[edges].astype(float))
    promise = worth[half] / need[half]
    given_up = half[np.lexsort((half, promise))][: (len(half) + 1) // 2]
    allowed &= ~np.isin(mine[loose.problem.rows], given_up)
    return True
