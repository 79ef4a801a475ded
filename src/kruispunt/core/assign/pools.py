"""Tables that can grow: room at the end for whoever may come."""

from typing import Any

import numpy as np

from kruispunt.core.assign.tables import FAR, NOBODY, Graph, State, Tables

PER_QUESTION = ("row_start", "row_end", "row_limit", "level", "surplus", "mate", "mate_weight")
PER_VOLUNTEER = ("column_start", "column_end", "column_limit", "seat_start", "seat_end")
PER_NODE = ("price", "flow", "cap")
ROW_POOL = ("row_volunteer", "row_weight")
COLUMN_POOL = ("column_question", "column_weight")
SEATS = ("seat",)
FILL = {"mate": NOBODY, "seat": NOBODY, "surplus": FAR}


def sizes(tables: Tables) -> dict[str, int]:
    """Tell how long each group of columns is."""
    graph, state = tables
    return {
        "questions": len(graph.row_end),
        "volunteers": len(graph.column_end),
        "rows": len(graph.row_volunteer),
        "columns": len(graph.column_question),
        "seats": len(state.seat),
    }


def stretched(tables: Tables, **least: int) -> Tables:
    """Give the same tables with room for at least this many of each; a half more when it grows."""
    graph, state = tables
    for group, size in sizes(tables).items():
        if least.get(group, 0) > size:
            graph, state = _lengthened(graph, state, group, least[group] * 3 // 2 + 8)
    return Tables(graph, state)


def _lengthened(graph: Graph, state: State, group: str, size: int) -> Tables:
    names: dict[str, int] = {}
    if group == "questions":
        names = dict.fromkeys(PER_QUESTION, size)
    elif group == "volunteers":
        names = dict.fromkeys(PER_VOLUNTEER, size) | dict.fromkeys(PER_NODE, size * state.levels)
    else:
        pool = {"rows": ROW_POOL, "columns": COLUMN_POOL, "seats": SEATS}[group]
        names = dict.fromkeys(pool, size)
    graph = graph._replace(
        **{n: _longer(getattr(graph, n), n, s) for n, s in names.items() if n in Graph._fields}
    )
    state = state._replace(
        **{n: _longer(getattr(state, n), n, s) for n, s in names.items() if n in State._fields}
    )
    return Tables(graph, state)


def _longer(column: Any, name: str, size: int) -> Any:  # noqa: ANN401 - list or array
    more = size - len(column)
    if isinstance(column, list):
        return column + [FILL.get(name, 0)] * more
    return np.concatenate([column, np.full(more, FILL.get(name, 0), column.dtype)])


def has_many_holes(tables: Tables) -> bool:
    """Tell whether less than half of some pool that was given out is still in use."""
    graph, state = tables
    extents = (
        (graph.row_start, graph.row_end),
        (graph.column_start, graph.column_end),
        (state.seat_start, state.seat_end),
    )
    alive = [int((np.asarray(stop) - np.asarray(start)).sum()) for start, stop in extents]
    return any(2 * n < given for n, given in zip(alive, np.asarray(graph.used), strict=True))


def repacked(tables: Tables) -> None:
    """Close the holes that moved rows and columns left in the pools."""
    graph, state = tables
    rows = _packed(graph.row_start, graph.row_end, (graph.row_volunteer, graph.row_weight))
    columns = _packed(
        graph.column_start, graph.column_end, (graph.column_question, graph.column_weight)
    )
    seats = _packed(state.seat_start, state.seat_end, (state.seat,))
    for extents, names in ((rows, "row"), (columns, "column")):
        _put(getattr(graph, f"{names}_start"), extents[0])
        _put(getattr(graph, f"{names}_end"), extents[1])
        _put(getattr(graph, f"{names}_limit"), extents[1])
    _put(state.seat_start, seats[0])
    _put(state.seat_end, seats[1])
    _put(graph.used, np.array([rows[2], columns[2], seats[2]]))


def _packed(starts: Any, ends: Any, pools: tuple[Any, ...]) -> tuple[Any, Any, int]:  # noqa: ANN401
    first, last = np.asarray(starts), np.asarray(ends)
    counts = last - first
    after = np.cumsum(counts)
    total = int(after[-1]) if len(after) else 0
    source = np.repeat(first - after + counts, counts) + np.arange(total)
    for pool in pools:
        _put(pool, np.asarray(pool)[source])
    return after - counts, after, total


def _put(target: Any, values: np.ndarray[Any, Any]) -> None:  # noqa: ANN401 - list or array
    target[: len(values)] = values.tolist() if isinstance(target, list) else values
