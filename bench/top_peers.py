"""The peers of the top ten: polars and duckdb filter, score and sort the same columns."""

import sys
from pathlib import Path

import duckdb
import numpy as np
import polars

from bench.pair_sql import FITS, score
from bench.peer_columns import fits_and_score, read
from bench.top import K, timed, told

TIMES = 50
"""Questions that each peer answers: they are slow enough for that to tell."""


def main(path: Path) -> None:
    """Ask both peers the same questions and check every score."""
    given = read(path)
    with np.load(path) as held:
        best = held["best"]
    prefixed = polars.DataFrame(given.given).select(polars.all().name.prefix("v_"))
    fits, worth = fits_and_score(given.tables)
    base = duckdb.connect()
    base.register("everyone", given.given)
    base.execute("CREATE TABLE given AS SELECT * FROM everyone")
    query = f"SELECT {score(given.tables)} AS s FROM asked q, given v WHERE {FITS}"  # noqa: S608

    def by_polars(row: int) -> list[int]:
        facts = [polars.lit(column[row]).alias(f"q_{name}") for name, column in given.asked.items()]
        found = prefixed.lazy().with_columns(facts).filter(fits).select(worth.alias("s"))
        return found.top_k(K, by="s").collect()["s"].to_list()

    def by_duckdb(row: int) -> list[int]:
        base.register(
            "asked", {name: column[row : row + 1] for name, column in given.asked.items()}
        )
        return [s for (s,) in base.execute(f"{query} ORDER BY s DESC LIMIT {K}").fetchall()]

    for who, ask in (("polars", by_polars), ("duckdb", by_duckdb)):
        for row in range(TIMES):
            assert sorted(ask(row), reverse=True) == [s for s in best[row].tolist() if s >= 0], who
        told(who, [timed(lambda row=row, ask=ask: ask(row)) for row in range(TIMES)])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
