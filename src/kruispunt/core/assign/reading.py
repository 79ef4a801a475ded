"""One look through all edges of a town before anything is done with them; in indexes."""

from kruispunt.core.assign.tables import Ints

WRONG, HEAVIEST, RISES = 0, 1, 2
"""Where ``look_through`` leaves the first question that is wrong, and what it saw."""


def look_through(
    rows: tuple[Ints, Ints, Ints], seen: Ints, out: Ints, span: tuple[int, int]
) -> None:
    """Look whether every edge is one, how heavy they are, and whether a row rises somewhere.

    ``rows`` are starts, columns and weights; ``span`` is the first question to look at, and the
    last. Stops at the first question with a number that is too low or too high, or that names
    somebody twice; ``out[0]`` is -1 when there is none. ``seen`` has a cell of -1 per volunteer.
    """
    starts, columns, weights = rows
    last_column = len(seen) - 1
    heaviest, rising, wrong = 0, 0, 0
    out[0] = -1
    for row in range(span[0], span[1]):
        start, stop = starts[row], starts[row + 1]
        if start == stop:
            continue
        last = weights[start]
        for edge in range(start, stop):
            column, weight = columns[edge], weights[edge]
            # the sign bit of a sum of ors tells whether any number was below nought
            wrong |= column | weight | (last_column - column)
            rising |= last - weight
            last = weight
            heaviest = max(heaviest, weight)
        if wrong < 0:
            out[0] = row
            return
        twice = False
        for edge in range(start, stop):
            twice |= seen[columns[edge]] == row
            seen[columns[edge]] = row
        if twice:
            out[0] = row
            return
    out[1] = heaviest
    out[2] = rising < 0


KERNELS = (look_through,)
