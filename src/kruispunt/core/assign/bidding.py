"""How a whole town bids for its places at once, before anybody is searched for.

Here too the file thinks in indexes: every function runs as plain Python on lists and, compiled, on
arrays.
"""

# ruff: noqa: PLR0915, PLR0912, PLR0917, C901 - array kernels: flat and long on purpose

from kruispunt.core.assign.composite import COLUMN, HASH_BITS, mingled
from kruispunt.core.assign.tables import FAR, NEAR, NOBODY, SHUT, Graph, Ints, Memory, State

SPAN, LAST = 24, (1 << 24) - 1
"""Bits for the place of an edge within its row, and all of them set."""

type Rows = tuple[Ints, Ints, Ints, Ints]
"""First and last edge per question, and the volunteer and weight of each edge."""
type Scale = tuple[int, int, int, int, int, int, int]
"""Are rows ordered, how many levels, how a weight is cut and composed, how far to look."""
type Prices = tuple[Ints, Ints]
"""The price of each node, and the same rounded."""
type Memo = tuple[Ints, Ints, Ints, Ints, Ints]
"""The best nodes, their weights, what is kept elsewhere, and two sheets of scratch paper."""
type Pair = tuple[int, int]
"""A question and its level."""
type Seats = tuple[Ints, Ints, Ints, Ints]
"""First and last seat per volunteer, the guest of each seat and its bid."""


def highest_full(flow: Ints, cap: Ints, node: int, own: int) -> int:
    """Give the highest full level at or below a node, or -1: only above it one may be evicted."""
    while own >= 0 and flow[node] < cap[node]:
        node -= 1
        own -= 1
    return own


def lowest_seat(seats: Seats, level: Ints, volunteer: int, least: int) -> int:
    """Give the seat with the lowest bid among the guests of at least this level."""
    starts, stops, seat, bid = seats
    found = NOBODY
    for at in range(starts[volunteer], stops[volunteer]):
        if seat[at] == NOBODY or level[seat[at]] < least:
            continue
        if found == NOBODY or bid[at] < bid[found]:
            found = at
    return found


def open_doors(state: State, memory: Memory) -> None:
    """Set the rounded price of every node to nought, and shut those that have no place."""
    for at in range(len(state.seat)):
        state.seat[at] = NOBODY
    for node in range(len(state.cap)):
        state.flow[node] = 0
        memory.low[node] = 0 if state.cap[node] > 0 else SHUT


def open_at(state: State, memory: Memory, unit: int, opening: Ints) -> None:
    """Begin with these prices and nobody seated."""
    for at in range(len(state.seat)):
        state.seat[at] = NOBODY
    for node in range(len(state.cap)):
        state.flow[node] = 0
        state.price[node] = opening[node] if state.cap[node] > 0 else FAR
        memory.low[node] = min(state.price[node] >> unit, SHUT)


def out_with_surplus(state: State) -> int:
    """Count the questions that stand outside though they would gain something."""
    count = 0
    for question in range(len(state.mate)):
        if state.mate[question] == NOBODY and state.surplus[question] > 0:
            count += 1
    return count


def take_sample(graph: Graph, memory: Memory, cut: int, span: tuple[int, int]) -> None:
    """Write some edges of a span of questions close together: the first ones, or here and there."""
    volunteers, weights, most = graph.row_volunteer, graph.row_weight, memory.tally[1]
    for question in range(span[0], span[1]):
        start, stop = graph.row_start[question], graph.row_end[question]
        stride = 1 if graph.ordered else max((stop - start) // most, 1)
        count = min((stop - start + stride - 1) // stride, most)
        memory.sampled[question] = count
        for i in range(count):
            memory.sample_volunteer[question * most + i] = volunteers[start + i * stride]
            memory.sample_weight[question * most + i] = weights[start + i * stride] >> cut


def bid_coarsely(graph: Graph, state: State, memory: Memory) -> None:
    """Find prices that are about right: bids go up by a step at least, on part of the edges.

    Prices stand in ``memory.low``, in weights without their last bits. Bertsekas' auction, for
    places of nested levels. Leaves the number of bids in ``tally[1]``.
    """
    questions, levels, ordered = len(state.level), state.levels, graph.ordered
    volunteers, weights, low = memory.sample_volunteer, memory.sample_weight, memory.low
    starts, stops, seat, bids = state.seat_start, state.seat_end, state.seat, memory.bid
    seats, level, flow, cap, queue = (
        (starts, stops, seat, bids),
        state.level,
        state.flow,
        state.cap,
        memory.queue,
    )
    step, most = memory.tally[0], memory.tally[1]
    for question in range(questions):
        queue[question] = question
    head, waiting, count = 0, questions, 0
    while waiting > 0:
        question = queue[head]
        head = head + 1 if head < questions else 0
        waiting -= 1
        count += 1
        own, start = level[question], question * most
        best, second = 0, 0
        for edge in range(start, start + memory.sampled[question]):
            weight = int(weights[edge])
            if ordered and weight <= second >> SPAN:
                break
            # what is kept, and where, in one number: there is no branch to guess wrong
            kept = ((weight - low[volunteers[edge] * levels + own]) << SPAN) + edge - start
            second = max(second, min(best, kept))
            best = max(best, kept)
        if best >> SPAN <= 0:
            continue
        chosen = start + (best & LAST)
        second >>= SPAN
        volunteer = int(volunteers[chosen])
        first = volunteer * levels
        bid = int(weights[chosen]) - second + step
        full = highest_full(flow, cap, first + own, own)
        if full >= 0:
            at = lowest_seat(seats, level, volunteer, full)
            leaver = seat[at]
            for node in range(first, first + level[leaver] + 1):
                flow[node] -= 1
            tail = head + waiting
            queue[tail if tail <= questions else tail - questions - 1] = leaver
            waiting += 1
        else:
            at = starts[volunteer]
            while seat[at] != NOBODY:
                at += 1
        seat[at] = question
        bids[at] = bid
        for node in range(first, first + own + 1):
            flow[node] += 1
        for upper in range(levels):
            full = highest_full(flow, cap, first + upper, upper)
            if full >= 0 and cap[first + upper] > 0:
                asked = bids[lowest_seat(seats, level, volunteer, full)]
                low[first + upper] = max(low[first + upper], asked)
    memory.tally[1] = count


def stand_up(state: State, memory: Memory, unit: int, drop: int) -> None:
    """Send everybody away, but remember the prices: lowered by ``drop``, all levels alike."""
    for at in range(len(state.seat)):
        state.seat[at] = NOBODY
    for node in range(len(state.price)):
        state.flow[node] = 0
        if state.cap[node] == 0:
            memory.low[node] = SHUT
            state.price[node] = FAR
            continue
        if node % state.levels == 0:
            memory.low[node] = max(memory.low[node] - drop, 0)
        else:
            memory.low[node] = memory.low[node - 1]
        state.price[node] = memory.low[node] << unit


def look_around(rows: Rows, scale: Scale, prices: Prices, memo: Memo, asker: Pair) -> None:
    """Remember the few nodes where a question keeps most, and what it keeps anywhere else.

    First in rounded numbers over all edges, then exactly for those near the second best.
    """
    starts, stops, volunteers, weights = rows
    ordered, levels, cut, shift, plus, down, slack = scale
    price, low = prices
    near, near_weight, rest, held, rough = memo
    question, own = asker
    start, stop, unit = starts[question], starts[question], cut + shift
    best, second = 0, 0
    for edge in range(start, stops[question]):
        weight = weights[edge] >> cut
        if ordered and weight < second - slack:
            break
        kept = weight - low[volunteers[edge] * levels + own]
        rough[edge - start] = kept
        second = max(second, min(best, kept))
        best = max(best, kept)
        stop = edge + 1
    # what is rounded may be one too low or too high
    least = max(second - slack, 0)
    base = question * NEAR
    key = mingled(2 * question + 1)
    found, floor = 0, least << unit
    for edge in range(start, stop):
        if rough[edge - start] < least:
            continue
        node = volunteers[edge] * levels + own
        weight = (weights[edge] << shift) + plus
        if down < HASH_BITS:
            weight += mingled(key ^ (volunteers[edge] * COLUMN)) >> down
        kept = weight - price[node]
        if kept <= floor:
            continue
        at = found if found < NEAR else NEAR - 1
        while at > 0 and held[at - 1] < kept:
            held[at] = held[at - 1]
            near[base + at] = near[base + at - 1]
            near_weight[base + at] = near_weight[base + at - 1]
            at -= 1
        held[at] = kept
        near[base + at] = node
        near_weight[base + at] = weight
        found = min(found + 1, NEAR)
        if found == NEAR:
            floor = held[NEAR - 1]
            least = floor >> unit
    if found < NEAR:
        near[base + found] = NOBODY
    rest[question] = floor


def look_first(graph: Graph, state: State, memory: Memory, cut: int, begin: int, end: int) -> None:
    """Let the questions from ``begin`` to ``end`` look around at the prices of now."""
    rows = graph.row_start, graph.row_end, graph.row_volunteer, graph.row_weight
    slack = memory.tally[0]
    scale = graph.ordered, state.levels, cut, graph.shift, graph.plus, graph.down, slack
    prices = state.price, memory.low
    memo = (memory.node, memory.weight, memory.rest, memory.kept, memory.rough)
    for question in range(begin, end):
        look_around(rows, scale, prices, memo, (question, state.level[question]))


def bid_exactly(graph: Graph, state: State, memory: Memory, cut: int, most: int) -> None:
    """Let everybody bid without steps: each guest stays exactly content.

    Everybody has looked around first. Stops where bidding would lead nowhere, or after ``most``
    bids. Prices only rise meanwhile, so a bidder looks back at the few nodes that were best before,
    and reads all edges again only when those are no longer surely the best.
    """
    questions, levels = len(state.level), state.levels
    unit, slack = cut + graph.shift, memory.tally[0]
    near, near_weight, rest = memory.node, memory.weight, memory.rest
    price, queue, low = state.price, memory.queue, memory.low
    starts, stops, seat, bids = state.seat_start, state.seat_end, state.seat, memory.bid
    seats, level, flow, cap = (starts, stops, seat, bids), state.level, state.flow, state.cap
    mate, mate_weight = state.mate, state.mate_weight
    rows = graph.row_start, graph.row_end, graph.row_volunteer, graph.row_weight
    scale = graph.ordered, levels, cut, graph.shift, graph.plus, graph.down, slack
    prices, memo = (price, low), (near, near_weight, rest, memory.kept, memory.rough)
    for question in range(questions):
        mate[question] = NOBODY
        queue[question] = question
    head, waiting = 0, questions
    while waiting > 0 and most > 0:
        question = queue[head]
        head = head + 1 if head < questions else 0
        waiting -= 1
        most -= 1
        own = level[question]
        best, second, chosen = 0, 0, NOBODY
        for _ in range(2):
            best, second, chosen = 0, 0, NOBODY
            for at in range(question * NEAR, question * NEAR + NEAR):
                node = near[at]
                if node == NOBODY:
                    break
                kept = near_weight[at] - price[node]
                second = max(second, min(best, kept))
                chosen = at if kept > best else chosen
                best = max(best, kept)
            if second >= rest[question]:
                break
            look_around(rows, scale, prices, memo, (question, own))
        if chosen == NOBODY:
            continue
        heavy = near_weight[chosen]
        chosen = near[chosen]
        bid = heavy - second
        volunteer = chosen // levels
        first = chosen - own
        full = highest_full(flow, cap, chosen, own)
        if full >= 0:
            if bid <= price[chosen]:
                continue
            at = lowest_seat(seats, level, volunteer, full)
            leaver = seat[at]
            for node in range(first, first + level[leaver] + 1):
                flow[node] -= 1
            mate[leaver] = NOBODY
            tail = head + waiting
            queue[tail if tail <= questions else tail - questions - 1] = leaver
            waiting += 1
        else:
            at = starts[volunteer]
            while seat[at] != NOBODY:
                at += 1
        seat[at] = question
        bids[at] = bid
        mate[question] = volunteer
        mate_weight[question] = heavy
        for node in range(first, chosen + 1):
            flow[node] += 1
        for upper in range(levels):
            full = highest_full(flow, cap, first + upper, upper)
            if full >= 0 and cap[first + upper] > 0:
                asked = bids[lowest_seat(seats, level, volunteer, full)]
                if asked > price[first + upper]:
                    price[first + upper] = asked
                    low[first + upper] = asked >> unit


def sum_up(graph: Graph, state: State, memory: Memory, cut: int) -> None:
    """Tell each question what it keeps at the prices of now, and count who sits."""
    near, near_weight, rest, level = memory.node, memory.weight, memory.rest, state.level
    mate, mate_weight, price, surplus = state.mate, state.mate_weight, state.price, state.surplus
    rows = graph.row_start, graph.row_end, graph.row_volunteer, graph.row_weight
    scale = graph.ordered, state.levels, cut, graph.shift, graph.plus, graph.down, 2
    prices, memo = (price, memory.low), (near, near_weight, rest, memory.kept, memory.rough)
    value, served = 0, 0
    for question in range(len(level)):
        if mate[question] != NOBODY:
            weight = mate_weight[question]
            surplus[question] = weight - price[mate[question] * state.levels + level[question]]
            value += weight >> state.shift
            served += 1
            continue
        mate_weight[question] = 0
        best = 0
        for _ in range(2):
            best = 0
            for at in range(question * NEAR, question * NEAR + NEAR):
                if near[at] == NOBODY:
                    break
                best = max(best, near_weight[at] - price[near[at]])
            if best >= rest[question]:
                break
            look_around(rows, scale, prices, memo, (question, level[question]))
        surplus[question] = best
    state.totals[0], state.totals[1] = value, served


def draw_line(graph: Graph, state: State, memory: Memory, cut: int, within: int) -> None:
    """Round the prices once more, for noting only the edges on which less than ``within`` is lost.

    Of who has a free place with a price every edge counts: its first step may be long. Of a node
    without a price none does: a way that comes there has found its end.
    """
    levels, unit, low, price = state.levels, cut + graph.shift, memory.low, state.price
    for volunteer in range(len(graph.column_start)):
        bottom = volunteer * levels
        free = state.flow[bottom] < state.cap[bottom] and price[bottom] > 0
        for node in range(bottom, bottom + levels):
            graph.sight[node] = FAR if free else within
            low[node] = min(price[node] >> unit, SHUT) if price[node] > 0 else SHUT
            if free:
                low[node] = -SHUT


def note_near(
    graph: Graph, state: State, memory: Memory, counts: Ints, span: tuple[int, ...]
) -> None:
    """Note of a span of questions the edges on which less than ``within`` is lost.

    A search from a free place seldom looks further than that, and these are few. ``span`` is the
    first question, the last, ``cut``, ``within``, and where in ``counts`` the number noted per
    volunteer is counted.
    """
    begin, end, cut, within, base = span
    levels, low, level, near = state.levels, memory.low, state.level, memory.rough
    volunteers, weights, surplus = graph.row_volunteer, graph.row_weight, state.surplus
    shift, plus, down = graph.shift, graph.plus, graph.down
    at = graph.row_start[begin] if begin < end else 0
    for question in range(begin, end):
        own, key, found = level[question], mingled(2 * question + 1), 0
        least = (surplus[question] - within) >> (cut + shift)
        for edge in range(graph.row_start[question], graph.row_end[question]):
            asked = low[volunteers[edge] * levels + own]
            # written down always and kept sometimes: there is no branch to guess wrong
            near[found] = edge
            found += ((weights[edge] >> cut) - asked >= least) & (asked != SHUT)
        memory.noted[question] = found
        for i in range(found):
            volunteer = volunteers[near[i]]
            weight = (weights[near[i]] << shift) + plus
            if down < HASH_BITS:
                weight += mingled(key ^ (volunteer * COLUMN)) >> down
            memory.noted_volunteer[at] = volunteer
            memory.noted_weight[at] = weight
            counts[base + volunteer] += 1
            at += 1


def lay_columns(graph: Graph, counts: Ints) -> None:
    """Lay the columns one behind another; ``counts`` then tells where each span writes in them."""
    volunteers = len(graph.column_start)
    filled = 0
    for volunteer in range(volunteers):
        graph.column_start[volunteer] = filled
        for at in range(volunteer, len(counts), volunteers):
            here = counts[at]
            counts[at] = filled
            filled += here
        graph.column_end[volunteer] = filled


def write_noted(graph: Graph, memory: Memory, counts: Ints, span: tuple[int, ...]) -> None:
    """Write what was noted of a span of questions in the columns."""
    begin, end, base = span
    asking, weights = graph.column_question, graph.column_weight
    at = graph.row_start[begin] if begin < end else 0
    for question in range(begin, end):
        for _ in range(memory.noted[question]):
            cell = base + memory.noted_volunteer[at]
            asking[counts[cell]] = question
            weights[counts[cell]] = memory.noted_weight[at]
            counts[cell] += 1
            at += 1


KERNELS = (
    highest_full,
    lowest_seat,
    open_doors,
    open_at,
    out_with_surplus,
    take_sample,
    bid_coarsely,
    stand_up,
    look_around,
    look_first,
    bid_exactly,
    sum_up,
    draw_line,
    note_near,
    lay_columns,
    write_noted,
)
"""In an order in which each function calls earlier ones only."""
