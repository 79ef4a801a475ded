"""What one place more or less is worth, for everybody at once; the file thinks in indexes.

Two searches of Dijkstra's algorithm, each from the street in all directions: one tells how cheaply
somebody can be brought to every place, the other how cheaply somebody can be taken from it. As in
`kernels`, every function runs as plain Python on lists and, compiled, on arrays.
"""

# ruff: noqa: C901, PLR0912, PLR0913, PLR0915, PLR0917 - array kernels: flat and long on purpose

from kruispunt.core.assign.kernels import nearest, reach
from kruispunt.core.assign.tables import FAR, NOBODY, Graph, Ints, Paper, State


def spread_in(graph: Graph, state: State, paper: Paper, shift: int) -> None:
    """Find the cheapest way from the street to every node.

    Leaves in ``distance`` what it costs in composite weight on top of the prices, and in
    ``parent_weight`` what it changes in plain value, the new place not counted.
    """
    way, levels = paper.way, state.levels
    way.tally[0] = 0
    way.tally[1] = 0
    for volunteer in range(len(state.seat_start)):
        node = volunteer * levels
        if state.flow[node] > 0:
            reach(way, node, state.price[node], NOBODY, 0)
    for question in range(len(state.mate)):
        if state.mate[question] == NOBODY and state.surplus[question] < FAR:
            walk_on(graph, state, paper, question, 0, 0, shift)
    while way.tally[0] > 0:
        node = nearest(way)
        length, value = way.distance[node], way.parent_weight[node]
        volunteer = node // levels
        own = node - volunteer * levels
        if own > 0 and state.flow[node] < state.cap[node]:
            reach(way, node - 1, length, NOBODY, value)
        if own + 1 < levels and state.flow[node + 1] > 0:
            up = length + state.price[node + 1] - state.price[node]
            reach(way, node + 1, up, NOBODY, value)
        for at in range(state.seat_start[volunteer], state.seat_end[volunteer]):
            guest = state.seat[at]
            if guest != NOBODY and state.level[guest] == own:
                left = value - (state.mate_weight[guest] >> shift)
                walk_on(graph, state, paper, guest, length, left, shift)


def walk_on(
    graph: Graph, state: State, paper: Paper, question: int, length: int, value: int, shift: int
) -> None:
    """Let a question, so far away, tell all nodes it may go to how near they are."""
    ahead = length + state.surplus[question]
    own = state.level[question]
    for edge in range(graph.row_start[question], graph.row_end[question]):
        node = graph.row_volunteer[edge] * state.levels + own
        if state.cap[node] == 0:
            continue
        weight = graph.row_weight[edge]
        further = ahead - weight + state.price[node]
        if further < paper.way.distance[node]:
            reach(paper.way, node, further, NOBODY, value + (weight >> shift))


def spread_out(graph: Graph, state: State, paper: Paper, shift: int) -> None:
    """Find the cheapest way from every node to the street.

    Leaves in ``distance`` what it costs in composite weight on top of the prices, and in
    ``parent_weight`` what it changes in plain value.
    """
    way, levels = paper.way, state.levels
    way.tally[0] = 0
    way.tally[1] = 0
    for volunteer in range(len(state.seat_start)):
        node = volunteer * levels
        if state.flow[node] < state.cap[node]:
            reach(way, node, 0, NOBODY, 0)
    for question in range(len(state.mate)):
        if state.mate[question] != NOBODY:
            node = state.mate[question] * levels + state.level[question]
            lost = -(state.mate_weight[question] >> shift)
            reach(way, node, state.surplus[question], NOBODY, lost)
    while way.tally[0] > 0:
        node = nearest(way)
        length, value = way.distance[node], way.parent_weight[node]
        volunteer = node // levels
        own = node - volunteer * levels
        if own + 1 < levels and state.flow[node + 1] < state.cap[node + 1]:
            reach(way, node + 1, length, NOBODY, value)
        if own > 0 and state.flow[node] > 0:
            down = length + state.price[node] - state.price[node - 1]
            reach(way, node - 1, down, NOBODY, value)
        ahead = length + state.price[node]
        for edge in range(graph.column_start[volunteer], graph.column_end[volunteer]):
            question = graph.column_question[edge]
            host = state.mate[question]
            if state.level[question] != own or host in (NOBODY, volunteer):
                continue
            weight = graph.column_weight[edge]
            further = ahead + state.surplus[question] - weight
            seat = host * levels + own
            if further < way.distance[seat]:
                moved = value + (weight >> shift) - (state.mate_weight[question] >> shift)
                reach(way, seat, further, NOBODY, moved)


def gain_of_more(
    graph: Graph, state: State, paper: Paper, shift: int, raised: Ints, more: Ints
) -> None:
    """Write what one place more is worth with every volunteer; ``spread_in`` has just run.

    ``raised`` tells per volunteer how many of the lowest levels a place more would open.
    """
    way, levels = paper.way, state.levels
    for volunteer in range(len(more)):
        first = volunteer * levels
        best = 0
        for node in range(first, first + raised[volunteer]):
            if state.cap[node] == 0 or way.distance[node] == FAR:
                continue
            gain = state.price[node] - way.distance[node]
            if gain > best:
                best = gain
                more[volunteer] = way.parent_weight[node]
        if state.cap[first] > 0:
            continue
        for edge in range(graph.column_start[volunteer], graph.column_end[volunteer]):
            question = graph.column_question[edge]
            own = state.level[question]
            if own >= raised[volunteer]:
                continue
            weight, length, value = graph.column_weight[edge], 0, 0
            if state.mate[question] != NOBODY:
                node = state.mate[question] * levels + own
                length = way.distance[node]
                value = way.parent_weight[node] - (state.mate_weight[question] >> shift)
            if length == FAR:
                continue
            gain = weight - state.surplus[question] - length
            if gain > best:
                best = gain
                more[volunteer] = value + (weight >> shift)


def loss_of_less(state: State, paper: Paper, less: Ints) -> None:
    """Write what one place less costs with every volunteer; ``spread_out`` has just run."""
    for volunteer in range(len(less)):
        node = volunteer * state.levels
        if state.cap[node] > 0 and state.flow[node] == state.cap[node]:
            less[volunteer] = -paper.way.parent_weight[node]


KERNELS = (walk_on, spread_in, spread_out, gain_of_more, loss_of_less)
"""In an order in which each function calls earlier ones only."""
