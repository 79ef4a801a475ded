"""Who can be served when everybody is let in by turn; the file thinks in indexes.

One after another questions look for a way in: a free place, or a guest who moves on to one. Nobody
who was let in is ever sent away. A newcomer asks along: it takes the place that is easiest to leave
by what was seen before, and who sat there asks on, a few times. When that leads nowhere it is taken
back and everything nearby is looked at, which finds that a small corner is full; then there is much
asking along, and at last every way in is looked for. Where there is none, all that was seen is full
for good: no later question gets in there, and it is never walked again. So the searches that fail
to the end look at every edge once, all together.

As in `kernels`, every function runs as plain Python on lists and, compiled, on arrays.
"""

# ruff: noqa: C901, PLR0912, PLR0915 - array kernels: flat and long on purpose

from kruispunt.core.assign.bidding import highest_full, lowest_seat
from kruispunt.core.assign.tables import ASKING, FEW, NEARBY, NOBODY, Graph, State, Turns

NOWHERE = 1 << 30
"""How hard a place is to leave for who has no other."""
SPAN, LAST = 24, (1 << 24) - 1
"""Bits for the place of an edge within its row, and all of them set."""
NO_WAY = NOWHERE << SPAN
"""More than any edge to a place that can be left."""
UNTOLD = -2
"""Answer of a search that was not carried on to its end."""


def step_in(state: State, question: int, place: int, volunteer: int) -> None:
    """Take a free seat."""
    state.seat[place] = question
    state.mate[question] = volunteer
    first = volunteer * state.levels
    for node in range(first, first + state.level[question] + 1):
        state.flow[node] += 1


def step_out(state: State, question: int, place: int) -> None:
    """Leave a seat."""
    first = state.mate[question] * state.levels
    state.seat[place] = NOBODY
    state.mate[question] = NOBODY
    for node in range(first, first + state.level[question] + 1):
        state.flow[node] -= 1


def seat_of(state: State, question: int, volunteer: int) -> int:
    """Find the seat of a question with a volunteer, or a free one when the question is nobody."""
    place: int = state.seat_start[volunteer]
    while state.seat[place] != question:
        place += 1
    return place


def open_rows(graph: Graph, state: State, turns: Turns) -> None:
    """Write down close together, question by question, who has any place for it."""
    levels, cap, at = state.levels, state.cap, 0
    for question in range(len(state.mate)):
        turns.start[question] = at
        own = state.level[question]
        for edge in range(graph.row_start[question], graph.row_end[question]):
            volunteer = graph.row_volunteer[edge]
            # written down always and kept sometimes: there is no branch to guess wrong
            turns.near[at] = volunteer
            at += cap[volunteer * levels + own] > 0
    turns.start[len(state.mate)] = at


def ask_along(state: State, turns: Turns, newcomer: int, most: int) -> bool:
    """Let a newcomer in by asking guests to move on, or leave everything as it was."""
    levels, level, flow, cap = state.levels, state.level, state.flow, state.cap
    start, near, hard = turns.start, turns.near, turns.hard
    seats = state.seat_start, state.seat_end, state.seat, turns.held
    asker, asked = newcomer, 0
    while asked < most:
        own, row = level[asker], start[asker]
        best, second = NO_WAY, NO_WAY
        for edge in range(row, start[asker + 1]):
            pain = (int(hard[near[edge] * levels + own]) << SPAN) + edge - row
            second = min(second, max(best, pain))
            best = min(best, pain)
        if best >= NO_WAY:
            break
        host = int(near[row + (best & LAST)])
        first = host * levels
        full = highest_full(flow, cap, first + own, own)
        place, leaver = NOBODY, NOBODY
        if full < 0:
            place = seat_of(state, NOBODY, host)
        else:
            place = lowest_seat(seats, level, host, full)
            leaver = state.seat[place]
            turns.line[asked], turns.behind[asked] = place, leaver
            step_out(state, leaver, place)
        step_in(state, asker, place, host)
        turns.held[place] = min((second >> SPAN) + 1, NOWHERE - 1)
        for upper in range(levels):
            full = highest_full(flow, cap, first + upper, upper)
            if full >= 0 and cap[first + upper] > 0:
                least = turns.held[lowest_seat(seats, level, host, full)]
                hard[first + upper] = max(hard[first + upper], least)
        if leaver == NOBODY:
            return True
        asker = leaver
        asked += 1
    for step in range(asked - 1, -1, -1):
        place, leaver = turns.line[step], turns.behind[step]
        guest = state.seat[place]
        host = state.mate[guest]
        step_out(state, guest, place)
        step_in(state, leaver, place, host)
    return False


def look_around_for(state: State, turns: Turns, newcomer: int, most: int) -> int:
    """Let a newcomer in by the shortest way there is, or tell how many volunteers were met.

    Those who were met stand in ``met``, and in ``seen`` from which level on. NOBODY when the
    newcomer came in, UNTOLD when ``most`` guests were asked and the end was not in sight.
    """
    level, flow, cap, seat = state.level, state.flow, state.cap, state.seat
    start, near, line, behind = turns.start, turns.near, turns.line, turns.behind
    seen, met, shut, levels = turns.seen, turns.met, turns.shut, state.levels
    head, tail, touched, host, asker = 0, 1, 0, NOBODY, newcomer
    line[0] = newcomer
    behind[newcomer] = NOBODY
    while head < tail and host == NOBODY and head < most:
        asker = line[head]
        head += 1
        own = level[asker]
        for edge in range(start[asker], start[asker + 1]):
            volunteer = near[edge]
            before = seen[volunteer]
            if before == 0:
                continue
            full = highest_full(flow, cap, volunteer * levels + own, own)
            if full < 0:
                host = volunteer
                break
            if before <= full:
                continue
            seen[volunteer] = full
            met[touched] = volunteer
            touched += 1
            for place in range(state.seat_start[volunteer], state.seat_end[volunteer]):
                other = seat[place]
                if other != NOBODY and full <= level[other] < before:
                    line[tail] = other
                    behind[other] = asker
                    tail += 1
    if host == NOBODY and head == tail:
        return touched
    for at in range(touched):
        seen[met[at]] = shut[met[at]]
    if host == NOBODY:
        return UNTOLD
    # who found a place hands its old one to who asked for it, and so on back to the newcomer
    while asker != NOBODY:
        old = state.mate[asker]
        if old != NOBODY:
            step_out(state, asker, seat_of(state, asker, old))
        step_in(state, asker, seat_of(state, NOBODY, host), host)
        host, asker = old, behind[asker]
    return NOBODY


def let_in(graph: Graph, state: State, turns: Turns) -> None:
    """Let the questions in by turn, as many as there can be.

    ``toll`` becomes, per node, the rank of the first question that found no way in there.
    """
    levels, shut, seen = state.levels, turns.shut, turns.seen
    open_rows(graph, state, turns)
    for node in range(len(state.cap)):
        turns.hard[node] = 0 if state.cap[node] > 0 else NOWHERE
    for newcomer in turns.order:
        if ask_along(state, turns, newcomer, FEW):
            continue
        touched = look_around_for(state, turns, newcomer, NEARBY)
        if touched == UNTOLD:
            if ask_along(state, turns, newcomer, ASKING):
                continue
            touched = look_around_for(state, turns, newcomer, len(state.mate) + 1)
        for at in range(touched):
            volunteer = turns.met[at]
            for own in range(seen[volunteer], shut[volunteer]):
                turns.toll[volunteer * levels + own] = turns.rank[newcomer]
                turns.hard[volunteer * levels + own] = NOWHERE
            shut[volunteer] = min(shut[volunteer], seen[volunteer])


KERNELS = (
    step_in,
    step_out,
    seat_of,
    open_rows,
    ask_along,
    look_around_for,
    let_in,
)
"""In an order in which each function calls earlier ones only."""
