"""The addition behind a proof, in one look through all edges; shares nothing with the solver."""

from kruispunt.core.assign.composite import COLUMN, HASH_BITS, mingled
from kruispunt.core.assign.tables import Ints


def add_up(  # noqa: PLR0917 - arrays, flat on purpose
    rows: tuple[Ints, Ints, Ints],
    scale: tuple[int, int, int],
    asked: tuple[Ints, Ints, int, int],
    sums: tuple[Ints, Ints, Ints],
    span: tuple[int, int],
) -> None:
    """Tell per question what it keeps at these prices, and which edge its volunteer stands on.

    ``rows`` are starts, columns and weights, and ``scale`` what makes a composite weight of one:
    shift, what is added, and how many bits of the hash fall off. ``asked`` holds the price a
    question pays per ``volunteer * levels + level``, the same rounded down to plain weights without
    their last ``cut`` bits, ``cut``, and the number of levels. ``sums`` are the level of each
    question, its volunteer (or -1) and, to be filled in, what it keeps; the volunteer is replaced
    by the edge, or by -2 where there is none. ``span`` is the first question to look at, and the
    last.
    """
    starts, columns, weights = rows
    shift, plus, down = scale
    exact, rounded, cut, levels = asked
    level, mate, surplus = sums
    for row in range(span[0], span[1]):
        own, host, found = level[row], mate[row], -2
        key = mingled(2 * row + 1)
        best, least = 0, 0
        for edge in range(starts[row], starts[row + 1]):
            column, weight = columns[edge], weights[edge]
            if column == host:
                found = edge
            node = column * levels + own
            if (weight >> cut) - rounded[node] < least:
                continue
            kept = (weight << shift) + plus - exact[node]
            if down < HASH_BITS:
                kept += mingled(key ^ (column * COLUMN)) >> down
            if kept > best:
                best = kept
                least = best >> (shift + cut)
        surplus[row] = best
        if host >= 0:
            mate[row] = found


KERNELS = (add_up,)
