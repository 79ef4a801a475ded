"""Who can be served when everybody is let in by turn; the file thinks in indexes.

One after another questions look for a way in: a free place, or a guest who moves on to one. Nobody
who was let in is ever sent away. First a newcomer asks along: it takes the place that is easiest to
leave by what was seen before, and who sat there asks on, and so on for a while. Only when that
leads nowhere it is taken back and every way in is looked for. Where there is none, all that was
seen is full for good: no later question gets in there, and it is never walked again. So the
searches that fail look at every edge once, all together.

As in `kernels`, every function runs as plain Python on lists and, compiled, on arrays.
"""

# ruff: noqa: C901, PLR0912, PLR0915 - array kernels: flat and long on purpose

from kruispunt.core.assign.bidding import highest_full, lowest_seat
from kruispunt.core.assign.tables import ASKING, NOBODY, Graph, State, Turns

NOWHERE = 1 << 30
"""How hard a place is to leave for who has no other."""


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


def ask_along(graph: Graph, state: State, turns: Turns, newcomer: int) -> bool:
    """Let a newcomer in by asking guests to move on, or leave everything as it was."""
    levels, level, flow, cap = state.levels, state.level, state.flow, state.cap
    volunteers, hard = graph.row_volunteer, turns.hard
    seats = state.seat_start, state.seat_end, state.seat, turns.held
    asker = newcomer
    for step in range(ASKING):
        own = level[asker]
        best, second, host = NOWHERE, NOWHERE, NOBODY
        for edge in range(graph.row_start[asker], graph.row_end[asker]):
            volunteer = volunteers[edge]
            pain = hard[volunteer * levels + own]
            if pain >= second:
                continue
            if pain < best:
                best, second, host = pain, best, volunteer
            else:
                second = pain
            if second == 0:
                break
        if host == NOBODY:
            break
        first = host * levels
        full = highest_full(flow, cap, first + own, own)
        place, leaver = NOBODY, NOBODY
        if full < 0:
            place = seat_of(state, NOBODY, host)
        else:
            place = lowest_seat(seats, level, host, full)
            leaver = state.seat[place]
            turns.line[step], turns.behind[step] = place, leaver
            step_out(state, leaver, place)
        step_in(state, asker, place, host)
        turns.held[place] = min(second + 1, NOWHERE - 1)
        for upper in range(levels):
            full = highest_full(flow, cap, first + upper, upper)
            if full >= 0 and cap[first + upper] > 0:
                least = turns.held[lowest_seat(seats, level, host, full)]
                hard[first + upper] = max(hard[first + upper], least)
        if leaver == NOBODY:
            return True
        asker = leaver
        turns.tally[0] = step + 1
    for step in range(turns.tally[0] - 1, -1, -1):
        place, leaver = turns.line[step], turns.behind[step]
        guest = state.seat[place]
        host = state.mate[guest]
        step_out(state, guest, place)
        step_in(state, leaver, place, host)
    return False


def look_everywhere(graph: Graph, state: State, turns: Turns, newcomer: int) -> int:
    """Let a newcomer in by the shortest way there is; tells how many volunteers were met, or -1.

    Those who were met stand in ``met``, and in ``seen`` from which level on.
    """
    levels, level, flow, cap, seat = state.levels, state.level, state.flow, state.cap, state.seat
    volunteers, line, behind = graph.row_volunteer, turns.line, turns.behind
    seen, met, shut, hard = turns.seen, turns.met, turns.shut, turns.hard
    head, tail, touched, host, asker = 0, 1, 0, NOBODY, newcomer
    line[0] = newcomer
    behind[newcomer] = NOBODY
    while head < tail and host == NOBODY:
        asker = line[head]
        head += 1
        own = level[asker]
        for edge in range(graph.row_start[asker], graph.row_end[asker]):
            volunteer = volunteers[edge]
            node = volunteer * levels + own
            if hard[node] == NOWHERE:
                continue
            full = highest_full(flow, cap, node, own)
            if full < 0:
                host = volunteer
                break
            before = min(seen[volunteer], shut[volunteer])
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
    if host == NOBODY:
        return touched
    for at in range(touched):
        seen[met[at]] = levels
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
    for node in range(len(state.cap)):
        turns.hard[node] = 0 if state.cap[node] > 0 else NOWHERE
    for newcomer in turns.order:
        turns.tally[0] = 0
        if ask_along(graph, state, turns, newcomer):
            continue
        touched = look_everywhere(graph, state, turns, newcomer)
        for at in range(touched):
            volunteer = turns.met[at]
            for own in range(seen[volunteer], shut[volunteer]):
                turns.toll[volunteer * levels + own] = turns.rank[newcomer]
                turns.hard[volunteer * levels + own] = NOWHERE
            shut[volunteer] = min(shut[volunteer], seen[volunteer])
            seen[volunteer] = levels


KERNELS = (step_in, step_out, seat_of, ask_along, look_everywhere, let_in)
"""In an order in which each function calls earlier ones only."""
