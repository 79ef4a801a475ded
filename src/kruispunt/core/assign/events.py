"""What the tables of a live optimum go through when somebody comes or goes: one call an event.

Like the kernels, every function runs as plain Python on lists and, compiled, on arrays. An arrival
first counts the room that it takes and writes nothing when a pool is too short, so that the board
can make the pool longer and call again.
"""

# ruff: noqa: PLR0913, PLR0915, PLR0917, C901 - array kernels: flat and long on purpose

from kruispunt.core.assign.kernels import (
    enrol_question,
    enrol_volunteer,
    enter_question,
    enter_volunteer,
    leave_question,
    leave_volunteer,
    wipe_column,
    wipe_row,
)
from kruispunt.core.assign.tables import NOBODY, Graph, Ints, Paper, State

SHORT = 1
"""An arrival that was not written down, because a pool is too short."""


def put_in_order(others: Ints, weights: Ints) -> None:
    """Order edges, the heaviest first and the lowest number among equals (Shell's sort)."""
    size = len(others)
    step = 1
    while step < size:
        step = 3 * step + 1
    while step > 1:
        step //= 3
        for i in range(step, size):
            other, weight = others[i], weights[i]
            at = i - step
            while at >= 0 and (
                weights[at] < weight or (weights[at] == weight and others[at] > other)
            ):
                others[at + step], weights[at + step] = others[at], weights[at]
                at -= step
            others[at + step], weights[at + step] = other, weight


def more_room(start: int, stop: int, limit: int) -> int:
    """Tell what a row that gets one edge more takes at the end of its pool."""
    if stop < limit:
        return 0
    size = stop - start
    return size + (size >> 2) + 4


def fits_in(graph: Graph, state: State, paper: Paper) -> bool:
    """Tell whether the pools hold what ``effort`` says that they must: rows, columns, seats."""
    return bool(
        paper.effort[0] <= len(graph.row_volunteer)
        and paper.effort[1] <= len(graph.column_question)
        and paper.effort[2] <= len(state.seat)
    )


def come_question(
    graph: Graph, state: State, paper: Paper, caps: Ints, at: int, edges: Ints, level: int
) -> int:
    """Let a question come with these edges (volunteers and composite weights), and seat it."""
    volunteers, weights = edges[0], edges[1]
    size = len(volunteers)
    place = graph.row_start[at]
    rows, columns, seats = 0, 0, 0
    if graph.row_limit[at] - place < size:
        place, rows = graph.used[0], size
    for v in volunteers:
        columns += more_room(graph.column_start[v], graph.column_end[v], graph.column_limit[v])
        suitors = graph.column_end[v] - graph.column_start[v] + 1
        wanted = min(caps[v * state.levels], suitors + 1)
        if wanted > state.cap[v * state.levels]:
            seats += wanted
    paper.effort[0] = graph.used[0] + rows
    paper.effort[1] = graph.used[1] + columns
    paper.effort[2] = graph.used[2] + seats
    if not fits_in(graph, state, paper):
        return SHORT
    put_in_order(volunteers, weights)
    graph.row_start[at] = place
    graph.row_end[at] = place + size
    if rows:
        graph.row_limit[at] = place + size
        graph.used[0] += size
    for i in range(size):
        graph.row_volunteer[place + i] = volunteers[i]
        graph.row_weight[place + i] = weights[i]
    state.level[at] = level
    state.mate[at] = NOBODY
    state.mate_weight[at] = 0
    enrol_question(graph, at)
    for v in volunteers:
        widen(graph, state, caps, v)
    enter_question(graph, state, paper, at)
    return 0


def widen(graph: Graph, state: State, caps: Ints, volunteer: int) -> None:
    """Give a volunteer who has one suitor more a seat more, as far as her places go."""
    first = volunteer * state.levels
    suitors = graph.column_end[volunteer] - graph.column_start[volunteer]
    wanted = min(caps[first], suitors + 1)
    if wanted <= state.cap[first]:
        return
    start = graph.used[2]
    old = state.seat_start[volunteer]
    taken = state.seat_end[volunteer] - old
    for i in range(wanted):
        state.seat[start + i] = state.seat[old + i] if i < taken else NOBODY
    state.seat_start[volunteer] = start
    state.seat_end[volunteer] = start + wanted
    graph.used[2] = start + wanted
    for node in range(first, first + state.levels):
        state.cap[node] = min(caps[node], wanted)


def come_volunteer(
    graph: Graph, state: State, paper: Paper, caps: Ints, at: int, edges: Ints
) -> int:
    """Let a volunteer come with these edges (questions and composite weights), and seat guests.

    ``caps`` holds already what she has room for.
    """
    questions, weights = edges[0], edges[1]
    size = len(questions)
    first = at * state.levels
    places = min(caps[first], size + 1)
    column, seats = graph.column_start[at], state.seat_start[at]
    rows, columns, chairs = 0, 0, 0
    if graph.column_limit[at] - column < size:
        column, columns = graph.used[1], size
    if state.seat_end[at] - seats < places:
        seats, chairs = graph.used[2], places
    for q in questions:
        rows += more_room(graph.row_start[q], graph.row_end[q], graph.row_limit[q])
    paper.effort[0] = graph.used[0] + rows
    paper.effort[1] = graph.used[1] + columns
    paper.effort[2] = graph.used[2] + chairs
    if not fits_in(graph, state, paper):
        return SHORT
    put_in_order(questions, weights)
    graph.column_start[at] = column
    graph.column_end[at] = column + size
    if columns:
        graph.column_limit[at] = column + size
        graph.used[1] += size
    for i in range(size):
        graph.column_question[column + i] = questions[i]
        graph.column_weight[column + i] = weights[i]
    graph.used[2] += chairs
    state.seat_start[at] = seats
    state.seat_end[at] = seats + places
    for i in range(seats, seats + places):
        state.seat[i] = NOBODY
    for node in range(first, first + state.levels):
        state.cap[node] = min(caps[node], places)
        state.flow[node] = 0
    enrol_volunteer(graph, at)
    enter_volunteer(graph, state, paper, at)
    return 0


def go_question(graph: Graph, state: State, paper: Paper, at: int) -> None:
    """Let a question go and use its place for others."""
    wipe_row(graph, at)
    leave_question(graph, state, paper, at)


def go_volunteer(graph: Graph, state: State, paper: Paper, caps: Ints, at: int) -> None:
    """Let a volunteer go and find the guests their next best places."""
    wipe_column(graph, at)
    leave_volunteer(graph, state, paper, at)
    for node in range(at * state.levels, (at + 1) * state.levels):
        state.price[node] = 0
        state.cap[node] = 0
        caps[node] = 0


EVENTS = (
    put_in_order,
    more_room,
    fits_in,
    widen,
    come_question,
    come_volunteer,
    go_question,
    go_volunteer,
)
"""In an order in which each function calls earlier ones only."""
