"""Pairs that join a proposal which is already settled: each question concerned settles again."""

# ruff: noqa: PLR0913, PLR0917 - an array kernel: flat on purpose

from kruispunt.core.assign.events import widen
from kruispunt.core.assign.kernels import enter_question, leave_question, write_column, write_row
from kruispunt.core.assign.tables import Graph, Ints, Paper, State


def join_pairs(
    graph: Graph,
    state: State,
    paper: Paper,
    caps: Ints,
    starts: Ints,
    volunteers: Ints,
    weights: Ints,
) -> None:
    """Let pairs join, row by row, and keep the proposal the best; the pools must have room."""
    for question in range(len(starts) - 1):
        if starts[question] == starts[question + 1]:
            continue
        leave_question(graph, state, paper, question)
        for at in range(starts[question], starts[question + 1]):
            write_row(graph, question, volunteers[at], weights[at])
            write_column(graph, volunteers[at], question, weights[at])
            widen(graph, state, caps, volunteers[at])
        enter_question(graph, state, paper, question)


JOINING = (join_pairs,)
