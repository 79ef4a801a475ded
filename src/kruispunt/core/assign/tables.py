"""The tables the scales walk through: who may go where, who sits where now, and scratch paper."""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

type Ints = npt.NDArray[Any]

NOBODY = -1
FAR = 1 << 62
"""Further than any path can be; also the price of a place that no longer exists."""
SHUT = (1 << 15) - 1
"""The same as a rounded price."""
NEAR = 6
"""How many of its best nodes a bidder remembers."""


FEW, NEARBY, ASKING = 20, 50, 5000
"""A newcomer asks a few guests along, looks at those nearby, asks many, and then looks at all."""


class Graph(NamedTuple):
    """Who may go where, seen from both sides; where ``ordered``, each row's heaviest edge first.

    A row may grow up to its limit, and beyond that moves to the end of the pool; ``used`` tells
    how much is taken of the row pool, the column pool and the seats.

    Columns hold composite weights. A row may hold plain ones: the composite weight of an edge is
    then ``(weight << shift) + plus`` and a tie of less than ``spread``, which is what is left of
    the hash of its two numbers without its last ``down`` bits. ``sight`` is empty where the columns
    are complete; else it tells per node how much is lost at least on an edge that is not there.
    """

    row_start: Ints
    row_end: Ints
    row_limit: Ints
    row_volunteer: Ints
    row_weight: Ints
    column_start: Ints
    column_end: Ints
    column_limit: Ints
    column_question: Ints
    column_weight: Ints
    used: Ints
    sight: Ints
    ordered: int
    shift: int
    plus: int
    spread: int
    down: int


class State(NamedTuple):
    """Who sits where, and the two-sided prices that prove it is best.

    A volunteer owns ``levels`` nodes, ``volunteer * levels + level``; a question enters at its own
    level and counts against that level and all lower ones. ``surplus``, ``level``, ``mate`` and
    ``mate_weight`` are per question, ``price``, ``flow`` and ``cap`` per node, ``seat`` per place:
    volunteer ``v`` owns the seats from ``seat_start[v]`` to ``seat_end[v]``. ``totals`` holds the
    value (a weight without its last ``shift`` bits) and the number served.
    """

    surplus: Ints
    price: Ints
    flow: Ints
    cap: Ints
    level: Ints
    mate: Ints
    mate_weight: Ints
    seat_start: Ints
    seat_end: Ints
    seat: Ints
    totals: Ints
    levels: int
    shift: int


class Tables(NamedTuple):
    """A graph and a state that belong together."""

    graph: Graph
    state: State


class Way(NamedTuple):
    """How far the nodes are in one search, and the heap of those still to be opened.

    ``tally`` is [entries in the heap, nodes touched].
    """

    distance: Ints
    parent: Ints
    parent_weight: Ints
    position: Ints
    heap: Ints
    touched: Ints
    tally: Ints


class Log(NamedTuple):
    """The undo log of a what-if.

    ``epoch`` is [entries, epoch now, last epoch, value and number served at the start]; epoch 0
    means that nothing is logged. ``stamp`` remembers per cell of the state in which epoch it was
    logged, so the log never outgrows the state.
    """

    stamp: Ints
    offset: Ints
    cell: Ints
    old: Ints
    epoch: Ints


class Memory(NamedTuple):
    """What the bidding of a whole town keeps in mind.

    ``sampled`` tells how many edges of a question stand in ``sample_volunteer`` and, without their
    last bits, in ``sample_weight``. ``low`` is a price per node without its last bits, ``bid`` what
    the guest of each seat bid, ``queue`` who bids next. A question remembers its ``NEAR`` best
    nodes (``node`` and composite ``weight``), and in ``rest`` what it could keep at most on any
    other; ``kept`` and ``rough`` are for the question at hand. ``noted`` tells how many near edges
    of a question were noted, to whom (``noted_volunteer``) and with what ``noted_weight``, from the
    place where its span of rows begins. ``tally`` is what one kernel tells the next.
    """

    sampled: Ints
    sample_volunteer: Ints
    sample_weight: Ints
    low: Ints
    bid: Ints
    queue: Ints
    node: Ints
    weight: Ints
    rest: Ints
    kept: Ints
    rough: Ints
    noted: Ints
    noted_volunteer: Ints
    noted_weight: Ints
    tally: Ints


class Turns(NamedTuple):
    """What it takes to let questions in by turn.

    ``order`` is who comes first, ``rank`` per question how high it stands; who has any place for a
    question stands in ``near`` from its ``start`` on. Per node ``toll`` is the rank of the first
    question that was refused there (nought where nobody was), and ``hard`` how hard its guests find
    another place; ``held`` is the same per seat. ``shut`` is per volunteer the lowest level that is
    full for good, and ``seen`` the lowest that was looked at or shut. The rest is scratch paper.
    """

    order: Ints
    rank: Ints
    start: Ints
    near: Ints
    toll: Ints
    hard: Ints
    held: Ints
    shut: Ints
    seen: Ints
    met: Ints
    line: Ints
    behind: Ints


class Paper(NamedTuple):
    """Scratch paper: of one search, and of a what-if."""

    way: Way
    log: Log
    question_distance: Ints
    via: Ints
    via_weight: Ints
    touched_questions: Ints
    path_question: Ints
    path_volunteer: Ints
    path_weight: Ints
    effort: Ints


def blank_paper(state: State, *, log: bool = False) -> Paper:
    """Give clean scratch paper for this state, with an undo log when asked."""
    nodes, questions = len(state.price), len(state.mate)
    return Paper(
        way=Way(
            distance=np.full(nodes, FAR),
            parent=np.zeros(nodes, np.int64),
            parent_weight=np.zeros(nodes, np.int64),
            position=np.full(nodes, -1, np.int32),
            heap=np.zeros(nodes, np.int32),
            touched=np.zeros(nodes, np.int32),
            tally=np.zeros(2, np.int64),
        ),
        log=_blank_log(state, log=log),
        question_distance=np.full(questions, FAR),
        via=np.zeros(questions, np.int64),
        via_weight=np.zeros(questions, np.int64),
        touched_questions=np.zeros(questions, np.int32),
        path_question=np.zeros(questions + 1, np.int64),
        path_volunteer=np.zeros(questions + 1, np.int64),
        path_weight=np.zeros(questions + 1, np.int64),
        effort=np.zeros(4, np.int64),
    )


def blank_turns(state: State, rank: Ints, edges: int) -> Turns:
    """Give everything to let these questions in, the highest rank first."""
    questions, nodes, volunteers = len(state.mate), len(state.price), len(state.seat_start)
    return Turns(
        order=np.argsort(-rank, kind="stable"),
        rank=rank,
        start=np.empty(questions + 1, np.int64),
        near=np.empty(edges + 1, np.int32),
        toll=np.zeros(nodes, np.int64),
        hard=np.zeros(nodes, np.int32),
        held=np.zeros(len(state.seat), np.int32),
        shut=np.full(volunteers, state.levels, np.int8),
        seen=np.full(volunteers, state.levels, np.int8),
        met=np.zeros(nodes, np.int32),
        line=np.zeros(max(questions, ASKING) + 1, np.int32),
        behind=np.zeros(max(questions, ASKING) + 1, np.int32),
    )


def blank_memory(state: State, longest: int, edges: int, sample: int) -> Memory:
    """Give a memory without anything in it; no row has more than ``longest`` edges."""
    questions = len(state.mate)
    return Memory(
        sampled=np.empty(questions, np.int32),
        sample_volunteer=np.empty(questions * sample, np.int32),
        sample_weight=np.empty(questions * sample, np.int16),
        low=np.zeros(len(state.price), np.int16),
        bid=np.zeros(len(state.seat), np.int64),
        queue=np.zeros(questions + 1, np.int32),
        node=np.empty(questions * NEAR, np.int32),
        weight=np.empty(questions * NEAR, np.int64),
        rest=np.full(questions, FAR),
        kept=np.zeros(NEAR, np.int64),
        rough=np.zeros(longest, np.int64),
        noted=np.empty(questions, np.int32),
        noted_volunteer=np.empty(edges, np.int32),
        noted_weight=np.empty(edges, np.int64),
        tally=np.zeros(2, np.int64),
    )


def _blank_log(state: State, *, log: bool) -> Log:
    nodes, questions = len(state.price), len(state.mate)
    sizes = [nodes, nodes, questions, questions, questions, len(state.seat)]
    cells = sum(sizes) if log else 1
    return Log(
        stamp=np.zeros(cells, np.int64),
        offset=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
        cell=np.zeros(cells, np.int64),
        old=np.zeros(cells, np.int64),
        epoch=np.zeros(5, np.int64),
    )
