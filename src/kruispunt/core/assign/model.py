"""The sums that HiGHS is asked to do: one sentence per kind of row."""

from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.certificate import Pairs
from kruispunt.core.assign.clashes import clashing, tight_sets
from kruispunt.core.assign.problem import Problem
from kruispunt.core.assign.together import units

if TYPE_CHECKING:
    import highspy

NODES = 300
"""Branch-and-bound nodes at most: a limit that does not depend on the machine."""

CLOSE_ENOUGH, FEW_COLUMNS = 5e-4, 5_000
"""A search over more columns than these ends this near to its bound: the last bit takes longest."""

MANY_COLUMNS = 20_000
"""Beyond this many columns a search begins without presolving."""

HALF = 0.5
"""What a solver's near-whole number is compared with."""

type Entries = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]


@dataclass(frozen=True)
class Answer:
    """The best proposal of a search and a bound on all proposals inside it."""

    pairs: Pairs
    bound: int


@dataclass(frozen=True)
class Rows:
    """Rows of one kind: entries (row, column, factor), upper limits, and whose rows they are."""

    entries: Entries
    upper: npt.NDArray[np.int64]
    owner: npt.NDArray[np.int64]


@dataclass(frozen=True)
class Model:
    """Columns: one per edge, then one per team or package; rows by kind.

    ``bound`` are the questions that get all their helpers or none, and ``column`` says with which
    others: those of one package have one column.
    """

    problem: Problem
    bound: npt.NDArray[np.int64]
    column: npt.NDArray[np.int64]
    asked: Rows
    taken: tuple[Rows, ...]
    spent: Rows
    dealt: Rows

    @property
    def columns(self) -> int:
        """Edges, teams and packages."""
        return len(self.problem.indices) + self.groups

    @property
    def groups(self) -> int:
        """Teams and packages."""
        return int(self.column.max(initial=-1)) + 1


def model_of(problem: Problem) -> Model:
    """Write an instance down as rows."""
    rows, volunteers = problem.rows, problem.indices
    edges = np.arange(len(rows))
    unit = units(problem)
    is_bound = (problem.need > 1) | (np.bincount(unit, minlength=len(unit))[unit] > 1)
    bound = np.flatnonzero(is_bound)
    column = np.unique(unit[bound], return_inverse=True)[1].astype(np.int64)
    level = problem.level[rows]
    return Model(
        problem,
        bound,
        column,
        _asked(problem, bound, column),
        # a volunteer takes no more questions of a level than the limit of that level
        tuple(
            _grouped(volunteers[level >= at], edges[level >= at], None, problem.caps[:, at])
            for at in range(problem.levels)
        ),
        # the hours of a volunteer's questions fit in the hours that are free
        _grouped(volunteers, edges, problem.hours[rows], problem.free_hours),
        # of the questions that some few slots are all for, a volunteer takes one for each slot
        _dealt(problem),
    )


def _dealt(problem: Problem) -> Rows:
    if problem.free_slots is None:
        none = np.zeros(0, np.int64)
        return Rows((none, none, none), none, none)
    places, edges, sizes = tight_sets(problem)
    return Rows((places, edges, np.ones(len(edges), np.int64)), sizes, np.arange(len(sizes)))


def _asked(problem: Problem, bound: npt.NDArray[np.int64], column: npt.NDArray[np.int64]) -> Rows:
    """A question gets one helper at most; a team or package all of its helpers or none."""
    rows, edges = problem.rows, np.arange(len(problem.indices))
    entries = (
        np.concatenate([rows, bound]),
        np.concatenate([edges, len(edges) + column]),
        np.concatenate([np.ones(len(edges), np.int64), -problem.need[bound]]),
    )
    upper = np.ones(problem.questions, np.int64)
    upper[bound] = 0
    return Rows(entries, upper, np.arange(problem.questions))


def _grouped(
    owners: npt.NDArray[np.int64],
    columns: npt.NDArray[np.int64],
    factors: npt.NDArray[np.int64] | None,
    upper: npt.NDArray[np.int64],
) -> Rows:
    """One row per owner, left out where it cannot bind."""
    factors = np.ones(len(owners), np.int64) if factors is None else factors
    most = np.zeros(len(upper), np.int64)
    np.add.at(most, owners, factors)
    binding = np.flatnonzero(most > upper)
    kept = (most > upper)[owners]
    place = np.searchsorted(binding, owners[kept])
    return Rows((place, columns[kept], factors[kept]), upper[binding], binding)


def relaxation(problem: Problem, shift: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Solve without wholeness; give the prices of places and hours, ``<< shift``."""
    # prices are made without slots: a bound that leaves a rule out holds all the same
    model = model_of(replace(problem, slots=None, free_slots=None))
    solver, unit = _loaded(model, whole=False)
    solver.run()
    dual = -np.asarray(solver.getSolution().row_dual) * unit * (1 << shift)
    dual = np.maximum(np.rint(dual), 0).astype(np.int64)
    at = len(model.asked.upper)
    steps = np.zeros((problem.volunteers, problem.levels), np.int64)
    for level, group in enumerate(model.taken):
        steps[group.owner, level] = dual[at : at + len(group.upper)]
        at += len(group.upper)
    hourly = np.zeros(problem.volunteers, np.int64)
    hourly[model.spent.owner] = dual[at : at + len(model.spent.upper)]
    return np.cumsum(steps, axis=1), hourly


def search(problem: Problem, start: Pairs) -> Answer:
    """Branch and bound from a proposal on, within a fixed number of nodes."""
    model = model_of(problem)
    solver, unit = _loaded(model, whole=True)
    solver.setOptionValue("mip_rel_gap", CLOSE_ENOUGH if model.columns > FEW_COLUMNS else 0.0)
    if model.columns > MANY_COLUMNS:
        # the start is nearly the best already and wants a bound: presolving takes longer than that
        solver.setOptionValue("presolve", "off")
    _begin_at(solver, model, start)
    solver.run()
    chosen = np.asarray(solver.getSolution().col_value)[: len(problem.indices)] > HALF
    pairs = problem.rows[chosen], problem.indices[chosen]
    found = int(problem.weights[chosen].sum())
    before = int(problem.weights[problem.edges_of(*start)].sum())
    bound = int(np.floor(-solver.getInfo().mip_dual_bound * unit + 1e-6 * unit))
    if found < before or clashing(problem, pairs).any():
        pairs, found = start, before
    return Answer(pairs, max(bound, found))


def _begin_at(solver: "highspy.Highs", model: Model, start: Pairs) -> None:
    values = np.zeros(model.columns)
    values[model.problem.edges_of(*start)] = 1
    values[len(model.problem.indices) + model.column] = np.isin(model.bound, start[0])
    given = highs().HighsSolution()
    given.col_value = values.tolist()
    solver.setSolution(given)


def _stacked(model: Model) -> Entries:
    """Put the rows of all kinds under each other: (rows, columns, factors), row by row."""
    groups = (model.asked, *model.taken, model.spent, model.dealt)
    heights = np.cumsum([0, *(len(group.upper) for group in groups)])
    rows = np.concatenate([g.entries[0] + h for g, h in zip(groups, heights[:-1], strict=True)])
    columns = np.concatenate([g.entries[1] for g in groups])
    factors = np.concatenate([g.entries[2] for g in groups])
    order = np.lexsort((columns, rows))
    return rows[order], columns[order], factors[order]


def _loaded(model: Model, *, whole: bool) -> tuple["highspy.Highs", float]:
    """Hand the rows to HiGHS: one thread, one seed, no clock."""
    unit = max(1.0, float(model.problem.weights.max(initial=0)) / 1000)
    lp = _sparse_model(model, unit)
    if whole:
        lp.integrality_ = [highs().HighsVarType.kInteger] * model.columns
    solver: highspy.Highs = highs().Highs()
    for name, setting in _settings(whole=whole).items():
        solver.setOptionValue(name, setting)
    solver.passModel(lp)
    return solver, unit


def _sparse_model(model: Model, unit: float) -> "highspy.HighsLp":
    rows, columns, factors = _stacked(model)
    groups = (model.asked, *model.taken, model.spent, model.dealt)
    modelling = highs()
    lp: highspy.HighsLp = modelling.HighsLp()
    lp.num_col_ = model.columns
    lp.num_row_ = sum(len(group.upper) for group in groups)
    lp.col_cost_ = np.concatenate([-model.problem.weights / unit, np.zeros(model.groups)])
    lp.col_lower_, lp.col_upper_ = np.zeros(model.columns), np.ones(model.columns)
    upper = np.concatenate([group.upper for group in groups]).astype(float)
    lower = np.full(len(upper), -modelling.kHighsInf)
    lower[model.bound] = 0
    lp.row_lower_, lp.row_upper_ = lower, upper
    lp.a_matrix_.format_ = modelling.MatrixFormat.kRowwise
    counts = np.bincount(rows, minlength=len(upper))
    lp.a_matrix_.start_ = np.concatenate([[0], np.cumsum(counts)])
    lp.a_matrix_.index_, lp.a_matrix_.value_ = columns, factors.astype(float)
    return lp


def highs() -> Any:  # noqa: ANN401 - a module
    """Import HiGHS only when hours or teams bind: it is heavy."""
    return import_module("highspy")


def _settings(*, whole: bool) -> dict[str, Any]:
    quiet = {"output_flag": False, "threads": 1, "random_seed": 1}
    if not whole:
        return quiet
    return quiet | {
        "mip_allow_restart": False,
        "mip_detect_symmetry": False,
        "mip_abs_gap": 1e-6,
        "mip_max_nodes": NODES,
    }
