"""The steps in which a whole town is seated: about right, exactly, and the few that are left."""

from typing import Any, NamedTuple

import numpy as np

from kruispunt.core.assign.compiled import as_lists, parts, side_by_side
from kruispunt.core.assign.tables import FAR, Ints, Memory, Paper, Tables, blank_memory

COARSE = 20
"""The first auction bids in steps of this part of the heaviest weight."""
DROP = 2.5
"""So many steps lower the second auction begins."""
SAMPLE = 24
"""So many edges of a question are looked at in the first auction."""
ROUNDED_BITS = 14
"""Bits of a rounded weight."""
PATIENCE = 8
"""So many bids per question the second auction may take."""
CONTESTED = 1.5
"""Places are contested where the first auction took more bids per question than this."""
SLACKS = (0.75, 3)
"""So many steps below its second best a bidder still remembers where else it could go."""
MANY = 200
"""Free places are many when there is one to this many questions."""
SIGHTS = (1, 5)
"""So many steps free places look around first: where they are few, and where they are many."""
ROUNDS = 4
"""So often they look further, at most twice as far, before they look at everything."""
TRUST = 20
"""Prices to begin with are of no use when more than one in this many is left out or left empty."""
SHORT_OF_PATIENCE = 3
"""So many bids per question are taken from prices to begin with."""
STAGES = (0.5, 0.1, 0.02, 0.005)
"""Where nearly every place must be filled auctions bid in ever smaller steps of a weight."""
STAGE_DROP = 3
"""So many of its steps lower than an auction ended the next one begins."""


class Rounding(NamedTuple):
    """How weights are rounded where about right is enough: bits cut off, and the first step."""

    cut: int
    step: int


def rounding(heaviest: int) -> Rounding:
    """Choose how to round weights of which this is the heaviest."""
    cut = max(heaviest.bit_length() - ROUNDED_BITS, 0)
    return Rounding(cut, (heaviest >> cut) // COARSE + 1)


class Tools(NamedTuple):
    """What it takes to seat a town: scratch paper, how to round, and the kernels, plain or not."""

    paper: Paper
    about: Rounding
    kernels: Any


def seat_town(tables: Tables, tools: Tools) -> None:
    """Solve a town from nothing: coarse prices, exact bidding, shortest paths for the rest.

    The coarse auction overshoots; starting over from prices some steps lower, an auction without
    steps comes out exact almost everywhere, and few searches are left on either side.
    """
    (graph, state), (_, about, kernels) = tables, tools
    memory = memory_for(tables)
    memory.tally[:] = [about.step, SAMPLE]
    kernels.open_doors(state, memory)
    side_by_side(
        lambda _, begin, end: kernels.take_sample(graph, memory, about.cut, (begin, end)),
        len(state.mate),
        parts=parts_for(tables),
    )
    kernels.bid_coarsely(graph, state, memory)
    kernels.stand_up(state, memory, about.cut + graph.shift, int(DROP * about.step))
    contested = int(memory.tally[1]) > CONTESTED * len(state.mate)
    memory.tally[0] = max(int(SLACKS[contested] * about.step), 2)
    _bid(tables, tools, memory, PATIENCE)
    kernels.seat_rest(graph, state, tools.paper)
    _fill(tables, tools, memory)


def seat_from(tables: Tables, tools: Tools, price: Ints) -> bool:
    """Solve a town from these prices per node, or give up when they fit it badly.

    Giving up leaves nothing behind that a solve from nothing would mind.
    """
    (graph, state), (paper, about, kernels) = tables, tools
    memory = memory_for(tables)
    listed = price.tolist() if isinstance(state.price, list) else price
    kernels.open_at(state, memory, about.cut + graph.shift, listed)
    memory.tally[0] = max(int(SLACKS[False] * about.step), 2)
    _bid(tables, tools, memory, SHORT_OF_PATIENCE)
    most = len(state.mate) // TRUST + 1
    if kernels.out_with_surplus(state) > most or kernels.empty_with_price(state) > most:
        return False
    kernels.seat_rest(graph, state, paper)
    _fill(tables, tools, memory)
    return True


def seat_in_stages(tables: Tables, tools: Tools, price: Ints, weight: int) -> None:
    """Solve a town from low prices in which nearly every place must be filled.

    Chains of moves are long there and prices lie many weights apart. So the auctions bid in steps
    of this weight and of ever smaller parts of it, and what is left is looked for everywhere.
    """
    (graph, state), (_, about, kernels) = tables, tools
    memory = memory_for(tables)
    listed = price.tolist() if isinstance(state.price, list) else price
    unit = about.cut + graph.shift
    kernels.open_at(state, memory, unit, listed)
    memory.tally[1] = SAMPLE
    kernels.take_sample(graph, memory, about.cut, (0, len(state.mate)))
    step = 1
    for part in STAGES:
        step = int((weight >> about.cut) * part) + 1
        memory.tally[0], memory.tally[1] = step, SAMPLE
        kernels.bid_coarsely(graph, state, memory)
        kernels.stand_up(state, memory, unit, STAGE_DROP * step)
    memory.tally[0] = max(int(SLACKS[True] * step), 2)
    _bid(tables, tools, memory, PATIENCE)
    kernels.seat_rest(graph, state, tools.paper)
    _fill(tables, tools, memory, FAR)


def _bid(tables: Tables, tools: Tools, memory: Memory, patience: int) -> None:
    (graph, state), (_, about, kernels) = tables, tools

    def look(_: int, begin: int, end: int) -> None:
        own = memory if begin == 0 else own_sheet(memory)
        kernels.look_first(graph, state, own, about.cut, begin, end)

    side_by_side(look, len(state.mate), parts=parts_for(tables))
    kernels.bid_exactly(graph, state, memory, about.cut, patience * len(state.mate))
    kernels.sum_up(graph, state, memory, about.cut)


def _fill(tables: Tables, tools: Tools, memory: Memory, within: int = 0) -> None:
    """Use every free place that has a price, looking further each time; ``within`` so far first."""
    (graph, state), (paper, about, kernels) = tables, tools
    if len(graph.sight) == 0:
        kernels.fill_everywhere(graph, state, paper)
        return
    empty = kernels.empty_with_price(state)
    many = empty > len(state.mate) // MANY
    within = within or int(SIGHTS[many] * about.step) << (about.cut + graph.shift)
    for turn in range(ROUNDS + 1):
        if not empty:
            return
        sight = within if turn < ROUNDS else FAR
        note_columns(tables, tools, memory, sight)
        paper.effort[0] = 0
        kernels.fill_everywhere(graph, state, paper)
        empty = kernels.empty_with_price(state)
        within += min(int(paper.effort[0]), within)


def note_columns(tables: Tables, tools: Tools, memory: Memory, sight: int) -> None:
    """Write the columns of near edges."""
    (graph, state), (_, about, kernels) = tables, tools
    spans, volunteers = parts_for(tables), len(state.seat_start)
    counts = np.zeros(spans * volunteers, np.int32)
    given = counts.tolist() if isinstance(state.price, list) else counts
    kernels.draw_line(graph, state, memory, about.cut, sight)

    def note(part: int, begin: int, end: int) -> None:
        own = memory if begin == 0 else own_sheet(memory)
        span = begin, end, about.cut, sight, part * volunteers
        kernels.note_near(graph, state, own, given, span)

    def write(part: int, begin: int, end: int) -> None:
        kernels.write_noted(graph, memory, given, (begin, end, part * volunteers))

    side_by_side(note, len(state.mate), parts=spans)
    kernels.lay_columns(graph, given)
    side_by_side(write, len(state.mate), parts=spans)


def own_sheet(memory: Memory) -> Memory:
    """Give the same memory with scratch paper of its own, for who works beside another."""
    return memory._replace(kept=np.zeros_like(memory.kept), rough=np.zeros_like(memory.rough))


def parts_for(tables: Tables) -> int:
    """Tell in how many parts the questions of a town are looked at side by side."""
    plain = isinstance(tables.state.price, list)
    return 1 if plain else parts(len(tables.graph.row_volunteer))


def memory_for(tables: Tables) -> Memory:
    """Give a memory for this town, in lists where its tables are."""
    graph, state = tables
    rows = np.asarray(graph.row_end) - np.asarray(graph.row_start)
    longest = int(rows.max(initial=0))
    memory = blank_memory(state, longest, len(graph.row_volunteer), SAMPLE)
    return as_lists(memory) if isinstance(state.price, list) else memory
