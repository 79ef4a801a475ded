"""How one question or one free place finds its best way in; the file thinks in indexes.

Every function runs as plain Python on lists and, compiled by numba, on arrays, and gives the same
answer. All of it is Dijkstra's algorithm on reduced costs
in the residual network question -> node (volunteer, level) -> next lower level -> outside. What
always holds between two searches:

- no edge is cheaper than its two prices: ``surplus[q] + price[n] >= weight``;
- a served question sits on an edge that is exactly tight;
- the price of a level above the next lower one is positive only where that level is full;
- a node without any place has an endless price.

A search mends one of the two breaches that are allowed in between: a question that stays outside
with a surplus (search_seat), or a free place with a price (search_guest).
"""

# ruff: noqa: PLR0915, PLR0912, PLR0917, C901 - array kernels: flat and long on purpose

from kruispunt.core.assign.composite import COLUMN, HASH_BITS, mingled
from kruispunt.core.assign.tables import FAR, NOBODY, Graph, Ints, Log, Paper, State, Way

type Ways = tuple[Ints, Ints, Ints, Ints]
"""How far each node is, the heap of those still to be opened, where each is in it, and who was."""


def note(log: Log, kind: int, at: int, old: int) -> None:
    """Write the old worth of a cell in the undo log, once per epoch."""
    epoch = log.epoch[1]
    if epoch == 0:
        return
    cell = log.offset[kind] + at
    if log.stamp[cell] == epoch:
        return
    log.stamp[cell] = epoch
    i = log.epoch[0]
    log.cell[i] = cell
    log.old[i] = old
    log.epoch[0] = i + 1


def undo(state: State, log: Log) -> None:
    """Put every logged cell back."""
    for i in range(log.epoch[0]):
        cell = log.cell[i]
        old = log.old[i]
        if cell < log.offset[1]:
            state.price[cell] = old
        elif cell < log.offset[2]:
            state.flow[cell - log.offset[1]] = old
        elif cell < log.offset[3]:
            state.surplus[cell - log.offset[2]] = old
        elif cell < log.offset[4]:
            state.mate[cell - log.offset[3]] = old
        elif cell < log.offset[5]:
            state.mate_weight[cell - log.offset[4]] = old
        else:
            state.seat[cell - log.offset[5]] = old
    log.epoch[0] = 0


def rise(heap: Ints, position: Ints, distance: Ints, at: int) -> None:
    """Move a heap entry up to its place."""
    node = heap[at]
    key = distance[node]
    while at > 0:
        above = (at - 1) >> 1
        other = heap[above]
        if distance[other] <= key:
            break
        heap[at] = other
        position[other] = at
        at = above
    heap[at] = node
    position[node] = at


def sink(heap: Ints, position: Ints, distance: Ints, size: int) -> None:
    """Move the first heap entry down to its place."""
    node = heap[0]
    key = distance[node]
    at = 0
    while True:
        below = 2 * at + 1
        if below >= size:
            break
        if below + 1 < size and distance[heap[below + 1]] < distance[heap[below]]:
            below += 1
        other = heap[below]
        if distance[other] >= key:
            break
        heap[at] = other
        position[other] = at
        at = below
    heap[at] = node
    position[node] = at


def draw_near(ways: Ways, tally: Ints, node: int, length: int) -> None:
    """Hear of a way to a node that is shorter than any before."""
    distance, heap, position, touched = ways
    if distance[node] == FAR:
        touched[tally[1]] = node
        tally[1] += 1
        heap[tally[0]] = node
        position[node] = tally[0]
        tally[0] += 1
    distance[node] = length
    rise(heap, position, distance, position[node])


def take_nearest(ways: Ways, tally: Ints) -> int:
    """Take the nearest node from the heap."""
    distance, heap, position, _ = ways
    node: int = heap[0]
    size = tally[0] - 1
    tally[0] = size
    if size > 0:
        last = heap[size]
        heap[0] = last
        position[last] = 0
        sink(heap, position, distance, size)
    return node


def reach(way: Way, node: int, length: int, parent: int, weight: int) -> None:
    """Hear of a way to a node; remember it when it is the shortest so far."""
    if length < way.distance[node]:
        way.parent[node] = parent
        way.parent_weight[node] = weight
        draw_near((way.distance, way.heap, way.position, way.touched), way.tally, node, length)


def nearest(way: Way) -> int:
    """Take the nearest node from the heap of a way."""
    return take_nearest((way.distance, way.heap, way.position, way.touched), way.tally)


def seat(state: State, log: Log, question: int, volunteer: int, weight: int) -> None:
    """Give a question a free place with a volunteer."""
    at = state.seat_start[volunteer]
    while state.seat[at] != NOBODY:
        at += 1
    note(log, 5, at, NOBODY)
    state.seat[at] = question
    note(log, 3, question, state.mate[question])
    note(log, 4, question, state.mate_weight[question])
    state.mate[question] = volunteer
    state.mate_weight[question] = weight
    first = volunteer * state.levels
    for node in range(first, first + state.level[question] + 1):
        note(log, 1, node, state.flow[node])
        state.flow[node] += 1
    state.totals[0] += weight >> state.shift
    state.totals[1] += 1


def unseat(state: State, log: Log, question: int) -> None:
    """Take a question out of its place."""
    volunteer = state.mate[question]
    at = state.seat_start[volunteer]
    while state.seat[at] != question:
        at += 1
    note(log, 5, at, question)
    state.seat[at] = NOBODY
    note(log, 3, question, volunteer)
    note(log, 4, question, state.mate_weight[question])
    state.totals[0] -= state.mate_weight[question] >> state.shift
    state.totals[1] -= 1
    state.mate[question] = NOBODY
    state.mate_weight[question] = 0
    first = volunteer * state.levels
    for node in range(first, first + state.level[question] + 1):
        note(log, 1, node, state.flow[node])
        state.flow[node] -= 1


def look(graph: Graph, state: State, paper: Paper, question: int, length: int, best: int) -> None:
    """Let a question, ``length`` away, tell the nodes it may go to how near they are."""
    volunteers, weights, price = graph.row_volunteer, graph.row_weight, state.price
    shift, plus, spread, down = graph.shift, graph.plus, graph.spread, graph.down
    distance, parent, parent_weight = paper.way.distance, paper.way.parent, paper.way.parent_weight
    ways = distance, paper.way.heap, paper.way.position, paper.way.touched
    tally, levels, ordered = paper.way.tally, state.levels, graph.ordered
    ahead = length + state.surplus[question]
    own = state.level[question]
    key = mingled(2 * question + 1)
    for edge in range(graph.row_start[question], graph.row_end[question]):
        weight = (weights[edge] << shift) + plus
        if ahead - weight - spread >= best:
            if ordered:
                break
            continue
        node = volunteers[edge] * levels + own
        further = ahead - weight + price[node]
        if down < HASH_BITS:
            if further - spread >= best:
                continue
            tie = mingled(key ^ (volunteers[edge] * COLUMN)) >> down
            weight += tie
            further -= tie
        if further < best and further < distance[node]:
            parent[node] = question
            parent_weight[node] = weight
            draw_near(ways, tally, node, further)


def search_seat(graph: Graph, state: State, paper: Paper, guest: int) -> int:
    """Find the best way in for a question that stands outside with a surplus, and take it.

    The way ends at a free place, at a question that gives up its place, or at the guest itself
    when staying outside is best. Returns what it cost, in composite weight.
    """
    levels, price, flow, cap = state.levels, state.price, state.flow, state.cap
    surplus, level, seat_of = state.surplus, state.level, state.seat
    distance, parent, tally = paper.way.distance, paper.way.parent, paper.way.tally
    ways = distance, paper.way.heap, paper.way.position, paper.way.touched
    question_distance, via, met_questions = (
        paper.question_distance,
        paper.via,
        paper.touched_questions,
    )
    best: int = surplus[guest]
    leaver = guest
    last_node = NOBODY
    tally[0] = 0
    tally[1] = 0
    met = 0
    look(graph, state, paper, guest, 0, best)
    while tally[0] > 0:
        node = take_nearest(ways, tally)
        length = distance[node]
        if length >= best:
            break
        volunteer = node // levels
        own = node - volunteer * levels
        if flow[node] < cap[node]:
            if own == 0:
                best = length
                last_node = node
                leaver = NOBODY
                break
            if length < distance[node - 1]:
                parent[node - 1] = -2 - node
                draw_near(ways, tally, node - 1, length)
        if own + 1 < levels and flow[node + 1] > 0:
            up = length + price[node + 1] - price[node]
            if up < best and up < distance[node + 1]:
                parent[node + 1] = -2 - node
                draw_near(ways, tally, node + 1, up)
        for at in range(state.seat_start[volunteer], state.seat_end[volunteer]):
            other = seat_of[at]
            if other == NOBODY or level[other] != own:
                continue
            question_distance[other] = length
            via[other] = node
            met_questions[met] = other
            met += 1
            if length + surplus[other] < best:
                best = length + surplus[other]
                last_node = node
                leaver = other
            look(graph, state, paper, other, length, best)
    settle_seat(state, paper, guest, best, met)
    if leaver != guest:
        move_along_seat(state, paper, guest, leaver, last_node)
    return best


def settle_seat(state: State, paper: Paper, guest: int, best: int, met: int) -> None:
    """Shift the prices of all that was nearer than the end of the way, and clear the paper."""
    note(paper.log, 2, guest, state.surplus[guest])
    state.surplus[guest] -= best
    for i in range(met):
        question = paper.touched_questions[i]
        if paper.question_distance[question] < best:
            note(paper.log, 2, question, state.surplus[question])
            state.surplus[question] -= best - paper.question_distance[question]
        paper.question_distance[question] = FAR
    for i in range(paper.way.tally[1]):
        node = paper.way.touched[i]
        if paper.way.distance[node] < best:
            note(paper.log, 0, node, state.price[node])
            state.price[node] += best - paper.way.distance[node]
    for i in range(paper.way.tally[1]):
        node = paper.way.touched[i]
        paper.way.distance[node] = FAR
        upper = node + 1
        while upper % state.levels != 0 and state.price[upper] < state.price[upper - 1]:
            note(paper.log, 0, upper, state.price[upper])
            state.price[upper] = state.price[upper - 1]
            upper += 1


def move_along_seat(state: State, paper: Paper, guest: int, leaver: int, last_node: int) -> None:
    """Seat everybody along the way found by search_seat, from its end to the guest."""
    if leaver != NOBODY:
        unseat(state, paper.log, leaver)
    node = last_node
    while True:
        while paper.way.parent[node] < NOBODY:
            node = -2 - paper.way.parent[node]
        mover = paper.way.parent[node]
        weight = paper.way.parent_weight[node]
        if mover == guest:
            seat(state, paper.log, mover, node // state.levels, weight)
            return
        volunteer = node // state.levels
        node = paper.via[mover]
        unseat(state, paper.log, mover)
        seat(state, paper.log, mover, volunteer, weight)


def search_guest(graph: Graph, state: State, paper: Paper, start: int) -> int:
    """Find the best use of a free place with a price, and take it.

    ``start`` is the node of the highest level at which the place is free. The way ends at
    a question outside, at a place elsewhere that may fall empty, or at the host itself when the
    place is worth nothing. Returns what the price fell, in composite weight; NOBODY, and nothing
    done, where edges that are not in the columns might have led further; ``effort[0]`` then holds
    how much further the columns must reach.
    """
    levels, price, flow, cap = state.levels, state.price, state.flow, state.cap
    surplus, level, mate = state.surplus, state.level, state.mate
    first, last = graph.column_start, graph.column_end
    asking, weights, sight = graph.column_question, graph.column_weight, graph.sight
    distance, parent, tally = paper.way.distance, paper.way.parent, paper.way.tally
    ways = distance, paper.way.heap, paper.way.position, paper.way.touched
    question_distance, via, via_weight = paper.question_distance, paper.via, paper.via_weight
    host = start // levels
    best: int = price[start]
    newcomer = NOBODY
    last_node = start
    tally[0] = 0
    tally[1] = 0
    met = 0
    blind = FAR
    parent[start] = NOBODY
    draw_near(ways, tally, start, 0)
    while tally[0] > 0:
        node = take_nearest(ways, tally)
        length = distance[node]
        if length >= best or length > blind:
            break
        volunteer = node // levels
        own = node - volunteer * levels
        worth = price[node]
        if len(sight) > 0:
            blind = min(blind, length + sight[node])
        if own == 0:
            if node != start and length + worth < best:
                best = length + worth
                newcomer = NOBODY
                last_node = node
        elif flow[node] > 0 or volunteer == host:
            down = length + worth - price[node - 1]
            if down < best and down < distance[node - 1]:
                parent[node - 1] = -2 - node
                draw_near(ways, tally, node - 1, down)
        if own + 1 < levels and flow[node + 1] < cap[node + 1] and length < distance[node + 1]:
            parent[node + 1] = -2 - node
            draw_near(ways, tally, node + 1, length)
        for edge in range(first[volunteer], last[volunteer]):
            weight, question = weights[edge], asking[edge]
            if length + worth - weight >= best:
                continue
            host_now = mate[question]
            if level[question] != own or host_now == volunteer:
                continue
            further = length + worth - weight + surplus[question]
            if further >= best or further >= question_distance[question]:
                continue
            if question_distance[question] == FAR:
                paper.touched_questions[met] = question
                met += 1
            question_distance[question] = further
            via[question] = node
            via_weight[question] = weight
            if host_now == NOBODY:
                best = further
                newcomer = question
            elif further < distance[host_now * levels + own]:
                parent[host_now * levels + own] = question
                draw_near(ways, tally, host_now * levels + own, further)
    if best > blind:
        paper.effort[0] = max(paper.effort[0], best - blind)
        settle_guest(graph, state, paper, NOBODY, met)
        return NOBODY
    settle_guest(graph, state, paper, best, met)
    move_along_guest(state, paper, newcomer, last_node)
    return best


def raise_guests(state: State, log: Log, node: int) -> None:
    """Let the guests of a node keep what its lower price saves them."""
    volunteer = node // state.levels
    own = node - volunteer * state.levels
    for at in range(state.seat_start[volunteer], state.seat_end[volunteer]):
        question = state.seat[at]
        if question == NOBODY or state.level[question] != own:
            continue
        kept = state.mate_weight[question] - state.price[node]
        if kept > state.surplus[question]:
            note(log, 2, question, state.surplus[question])
            state.surplus[question] = kept


def settle_guest(graph: Graph, state: State, paper: Paper, best: int, met: int) -> None:
    """Shift the prices of all that was nearer than the end of the way, and clear the paper."""
    for i in range(met):
        question = paper.touched_questions[i]
        if paper.question_distance[question] < best:
            note(paper.log, 2, question, state.surplus[question])
            state.surplus[question] += best - paper.question_distance[question]
        paper.question_distance[question] = FAR
    for i in range(paper.way.tally[1]):
        node = paper.way.touched[i]
        if paper.way.distance[node] < best:
            note(paper.log, 0, node, state.price[node])
            state.price[node] -= best - paper.way.distance[node]
            if len(graph.sight) > 0:
                graph.sight[node] -= best - paper.way.distance[node]
            raise_guests(state, paper.log, node)
        paper.way.distance[node] = FAR


def move_along_guest(state: State, paper: Paper, newcomer: int, last_node: int) -> None:
    """Seat everybody along the way found by search_guest, the host's new guest first."""
    steps = 0
    node = last_node
    question = newcomer
    while True:
        if question != NOBODY:
            node = paper.via[question]
            paper.path_question[steps] = question
            paper.path_volunteer[steps] = node // state.levels
            paper.path_weight[steps] = paper.via_weight[question]
            steps += 1
        while paper.way.parent[node] < NOBODY:
            node = -2 - paper.way.parent[node]
        question = paper.way.parent[node]
        if question == NOBODY:
            break
    for i in range(steps - 1, -1, -1):
        question = paper.path_question[i]
        if state.mate[question] != NOBODY:
            unseat(state, paper.log, question)
        seat(state, paper.log, question, paper.path_volunteer[i], paper.path_weight[i])


def best_surplus(graph: Graph, state: State, question: int) -> int:
    """Tell what a question would gain at the prices of now, at least nothing."""
    best = 0
    own = state.level[question]
    for edge in range(graph.row_start[question], graph.row_end[question]):
        weight = graph.row_weight[edge]
        if weight <= best:
            if graph.ordered:
                break
            continue
        gain = weight - state.price[graph.row_volunteer[edge] * state.levels + own]
        best = max(best, gain)
    return best


def seat_rest(graph: Graph, state: State, paper: Paper) -> None:
    """Seat each question that still stands outside with a surplus."""
    for question in range(len(state.level)):
        if state.mate[question] == NOBODY and state.surplus[question] > 0:
            search_seat(graph, state, paper, question)


def fill_place(graph: Graph, state: State, paper: Paper, volunteer: int) -> None:
    """Use the free places of one volunteer until they are full or worth nothing."""
    node = volunteer * state.levels
    while state.flow[node] < state.cap[node] and state.price[node] > 0:
        if search_guest(graph, state, paper, node) == NOBODY:
            return


def empty_with_price(state: State) -> int:
    """Count the volunteers with a free place that has a price."""
    count = 0
    for volunteer in range(len(state.seat_start)):
        node = volunteer * state.levels
        if state.flow[node] < state.cap[node] and state.price[node] > 0:
            count += 1
    return count


def fill_everywhere(graph: Graph, state: State, paper: Paper) -> None:
    """Use every free place that has a price, as far as the columns reach."""
    for volunteer in range(len(state.seat_start)):
        node = volunteer * state.levels
        if state.flow[node] < state.cap[node] and state.price[node] > 0:
            fill_place(graph, state, paper, volunteer)


def fill_columns(graph: Graph) -> None:
    """Write the rows down once more, volunteer by volunteer; ``column_end`` starts at the start."""
    for question in range(len(graph.row_start)):
        for edge in range(graph.row_start[question], graph.row_end[question]):
            volunteer = graph.row_volunteer[edge]
            at = graph.column_end[volunteer]
            graph.column_question[at] = question
            graph.column_weight[at] = graph.row_weight[edge]
            graph.column_end[volunteer] = at + 1


def begin(state: State, log: Log) -> None:
    """Start a what-if: from here on the old worth of every changed cell is kept."""
    log.epoch[0] = 0
    log.epoch[2] += 1
    log.epoch[1] = log.epoch[2]
    log.epoch[3] = state.totals[0]
    log.epoch[4] = state.totals[1]


def end(state: State, paper: Paper) -> None:
    """Tell what the what-if changed, and undo it.

    Leaves in ``effort`` the gain in value, the gain in number served, how many questions came in
    (listed in ``path_question``) and how many went out (listed in ``path_volunteer``).
    """
    log = paper.log
    came, went = 0, 0
    for i in range(log.epoch[0]):
        question = log.cell[i] - log.offset[3]
        if question < 0 or log.cell[i] >= log.offset[4]:
            continue
        if log.old[i] == NOBODY and state.mate[question] != NOBODY:
            paper.path_question[came] = question
            came += 1
        elif log.old[i] != NOBODY and state.mate[question] == NOBODY:
            paper.path_volunteer[went] = question
            went += 1
    paper.effort[0] = state.totals[0] - log.epoch[3]
    paper.effort[1] = state.totals[1] - log.epoch[4]
    paper.effort[2] = came
    paper.effort[3] = went
    undo(state, log)
    state.totals[0] = log.epoch[3]
    state.totals[1] = log.epoch[4]
    log.epoch[1] = 0


def enter_volunteer(graph: Graph, state: State, paper: Paper, volunteer: int) -> None:
    """Let a volunteer who has no guests yet take the best ones."""
    worth = 0
    for edge in range(graph.column_start[volunteer], graph.column_end[volunteer]):
        gain = graph.column_weight[edge] - state.surplus[graph.column_question[edge]]
        worth = max(worth, gain)
    first = volunteer * state.levels
    for node in range(first, first + state.levels):
        note(paper.log, 0, node, state.price[node])
        state.price[node] = worth if state.cap[node] > 0 else FAR
    fill_place(graph, state, paper, volunteer)


def leave_volunteer(graph: Graph, state: State, paper: Paper, volunteer: int) -> None:
    """Send a volunteer's guests away and find each its next best place.

    The price of the empty chair becomes endless, so that nobody sits on it again.
    """
    guests = 0
    for at in range(state.seat_start[volunteer], state.seat_end[volunteer]):
        question = state.seat[at]
        if question != NOBODY:
            unseat(state, paper.log, question)
            paper.path_question[guests] = question
            guests += 1
    first = volunteer * state.levels
    for node in range(first, first + state.levels):
        note(paper.log, 0, node, state.price[node])
        state.price[node] = FAR
    for i in range(guests):
        question = paper.path_question[i]
        if state.surplus[question] > 0:
            search_seat(graph, state, paper, question)


def enter_question(graph: Graph, state: State, paper: Paper, question: int) -> None:
    """Let a question that stands outside find its place."""
    note(paper.log, 2, question, state.surplus[question])
    state.surplus[question] = best_surplus(graph, state, question)
    if state.surplus[question] > 0:
        search_seat(graph, state, paper, question)


def leave_question(graph: Graph, state: State, paper: Paper, question: int) -> None:
    """Take a question out and use its place for others; an endless surplus keeps it out."""
    volunteer = state.mate[question]
    note(paper.log, 2, question, state.surplus[question])
    state.surplus[question] = FAR
    if volunteer == NOBODY:
        return
    unseat(state, paper.log, question)
    node = volunteer * state.levels + state.level[question]
    if state.price[node] > 0:
        search_guest(graph, state, paper, node)


def try_volunteers(graph: Graph, state: State, paper: Paper, old: int, new: int) -> None:
    """What if one volunteer left and another came? Either may be nobody."""
    begin(state, paper.log)
    if old != NOBODY:
        leave_volunteer(graph, state, paper, old)
    if new != NOBODY:
        enter_volunteer(graph, state, paper, new)
    end(state, paper)


def try_questions(graph: Graph, state: State, paper: Paper, old: int, new: int) -> None:
    """What if one question left and another came? Either may be nobody."""
    begin(state, paper.log)
    if old != NOBODY:
        leave_question(graph, state, paper, old)
    if new != NOBODY:
        enter_question(graph, state, paper, new)
    end(state, paper)


def write_row(graph: Graph, question: int, volunteer: int, weight: int) -> bool:
    """Add an edge to a row, heaviest first; False when the pool is full."""
    start, stop = graph.row_start[question], graph.row_end[question]
    if stop == graph.row_limit[question]:
        size = stop - start
        target = graph.used[0]
        room = size + (size >> 2) + 4
        if target + room > len(graph.row_volunteer):
            return False
        for i in range(size):
            graph.row_volunteer[target + i] = graph.row_volunteer[start + i]
            graph.row_weight[target + i] = graph.row_weight[start + i]
        graph.used[0] = target + room
        start, stop = target, target + size
        graph.row_start[question] = start
        graph.row_limit[question] = target + room
    at = stop
    while at > start and graph.row_weight[at - 1] < weight:
        graph.row_volunteer[at] = graph.row_volunteer[at - 1]
        graph.row_weight[at] = graph.row_weight[at - 1]
        at -= 1
    graph.row_volunteer[at] = volunteer
    graph.row_weight[at] = weight
    graph.row_end[question] = stop + 1
    return True


def write_column(graph: Graph, volunteer: int, question: int, weight: int) -> bool:
    """Add an edge to a column, heaviest first; False when the pool is full."""
    start, stop = graph.column_start[volunteer], graph.column_end[volunteer]
    if stop == graph.column_limit[volunteer]:
        size = stop - start
        target = graph.used[1]
        room = size + (size >> 2) + 4
        if target + room > len(graph.column_question):
            return False
        for i in range(size):
            graph.column_question[target + i] = graph.column_question[start + i]
            graph.column_weight[target + i] = graph.column_weight[start + i]
        graph.used[1] = target + room
        start, stop = target, target + size
        graph.column_start[volunteer] = start
        graph.column_limit[volunteer] = target + room
    at = stop
    while at > start and graph.column_weight[at - 1] < weight:
        graph.column_question[at] = graph.column_question[at - 1]
        graph.column_weight[at] = graph.column_weight[at - 1]
        at -= 1
    graph.column_question[at] = question
    graph.column_weight[at] = weight
    graph.column_end[volunteer] = stop + 1
    return True


def enrol_volunteer(graph: Graph, volunteer: int) -> None:
    """Write a volunteer's column into the rows; the pool must have room."""
    for edge in range(graph.column_start[volunteer], graph.column_end[volunteer]):
        write_row(graph, graph.column_question[edge], volunteer, graph.column_weight[edge])


def enrol_question(graph: Graph, question: int) -> None:
    """Write a question's row into the columns; the pool must have room."""
    for edge in range(graph.row_start[question], graph.row_end[question]):
        write_column(graph, graph.row_volunteer[edge], question, graph.row_weight[edge])


def wipe_column(graph: Graph, volunteer: int) -> None:
    """Take a volunteer out of every row and empty the column."""
    for edge in range(graph.column_start[volunteer], graph.column_end[volunteer]):
        question = graph.column_question[edge]
        last = graph.row_end[question] - 1
        at = graph.row_start[question]
        while graph.row_volunteer[at] != volunteer:
            at += 1
        while at < last:
            graph.row_volunteer[at] = graph.row_volunteer[at + 1]
            graph.row_weight[at] = graph.row_weight[at + 1]
            at += 1
        graph.row_end[question] = last
    graph.column_end[volunteer] = graph.column_start[volunteer]


def wipe_row(graph: Graph, question: int) -> None:
    """Take a question out of every column and empty the row."""
    for edge in range(graph.row_start[question], graph.row_end[question]):
        volunteer = graph.row_volunteer[edge]
        last = graph.column_end[volunteer] - 1
        at = graph.column_start[volunteer]
        while graph.column_question[at] != question:
            at += 1
        while at < last:
            graph.column_question[at] = graph.column_question[at + 1]
            graph.column_weight[at] = graph.column_weight[at + 1]
            at += 1
        graph.column_end[volunteer] = last
    graph.row_end[question] = graph.row_start[question]


KERNELS = (
    note,
    undo,
    rise,
    sink,
    draw_near,
    take_nearest,
    reach,
    nearest,
    seat,
    unseat,
    look,
    settle_seat,
    move_along_seat,
    search_seat,
    raise_guests,
    settle_guest,
    move_along_guest,
    search_guest,
    best_surplus,
    seat_rest,
    fill_place,
    empty_with_price,
    fill_everywhere,
    fill_columns,
    begin,
    end,
    enter_volunteer,
    leave_volunteer,
    enter_question,
    leave_question,
    try_volunteers,
    try_questions,
    write_row,
    write_column,
    enrol_volunteer,
    enrol_question,
    wipe_column,
    wipe_row,
)
"""In an order in which each function calls earlier ones only."""
