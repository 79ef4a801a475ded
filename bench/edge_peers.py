"""The peers of the edges: duckdb and polars join the same columns, a k-d tree finds who is near."""

import sys
from pathlib import Path

import duckdb
import numpy as np
import polars
from scipy.spatial import cKDTree

from bench.lines import line, seconds
from bench.pair_sql import FITS, score
from bench.peer_columns import Columns, fits_and_score, read

TOGETHER = 250
"""Questions that polars crosses with everyone at a time, so that memory stays bounded."""


def main(path: Path, size: str) -> None:
    """Let each peer find the edges, check them against ours, and print the time."""
    given = read(path)
    for who, work in (("duckdb", by_duckdb), ("polars", by_polars), ("k-d tree", by_tree)):
        answer = work(given)
        assert answer == (given.edges, given.total), (who, answer, given.edges, given.total)
        taken = seconds(lambda work=work: work(given), times=1)
        line(bench="edges", size=size, who=who, questions=len(given.asked["x"]),
             edges=given.edges, edges_a_second=round(given.edges / taken["seconds"]),
             **taken)  # fmt: skip


def by_duckdb(given: Columns) -> tuple[int, int]:
    """One join with every rule in it."""
    with duckdb.connect() as base:
        base.register("asked", given.asked)
        base.register("given", given.given)
        found = base.execute(
            f"SELECT count(*), sum({score(given.tables)}) FROM asked q JOIN given v ON {FITS}"  # noqa: S608
        ).fetchone()
    return int(found[0]), int(found[1])


def by_polars(given: Columns) -> tuple[int, int]:
    """Cross joins of some questions with everyone, filtered and scored lazily."""
    everyone = polars.DataFrame(given.given).select(polars.all().name.prefix("v_")).lazy()
    asked = polars.DataFrame(given.asked).select(polars.all().name.prefix("q_"))
    fits, worth = fits_and_score(given.tables)
    edges = total = 0
    for first in range(0, len(asked), TOGETHER):
        some = asked.slice(first, TOGETHER).lazy()
        found = some.join(everyone, how="cross").filter(fits)
        count, value = found.select(polars.len(), worth.sum()).collect().row(0)
        edges, total = edges + count, total + value
    return edges, total


def by_tree(given: Columns) -> tuple[int, int]:
    """Who is near from scipy's k-d tree, the rest with numpy."""
    q, v = given.asked, given.given
    tree = cKDTree(np.column_stack([q["x"], q["y"]]).astype(float))
    edges = total = 0
    fits, worth = fits_and_score(given.tables)
    places = np.column_stack([v["x"], v["y"]]).astype(float)
    for first in range(0, len(places), 5000):
        part = slice(first, first + 5000)
        near = tree.query_ball_point(
            places[part], np.sqrt(v["reach_squared"][part].astype(float)) + 1
        )
        counts = np.array([len(rows) for rows in near])
        rows = np.concatenate([*near, []]).astype(np.int64)
        columns = np.repeat(np.arange(first, first + len(counts)), counts)
        frame = polars.DataFrame(
            {f"q_{name}": column[rows] for name, column in q.items()}
            | {f"v_{name}": column[columns] for name, column in v.items()}
        )
        count, value = frame.lazy().filter(fits).select(polars.len(), worth.sum()).collect().row(0)
        edges, total = edges + count, total + value
    return edges, total


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
