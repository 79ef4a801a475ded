"""The columns as the peers take them, and the rules and score as polars expressions."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars
from polars import Expr, col, lit, when


@dataclass(frozen=True)
class Columns:
    """The same numbers that the kernel looks at."""

    asked: dict[str, np.ndarray]
    given: dict[str, np.ndarray]
    tables: dict[str, list[int]]
    edges: int
    total: int


def read(path: Path) -> Columns:
    """Read what the measuring process wrote."""
    with np.load(path) as held:
        parts = {
            kind: {name[2:]: held[name] for name in held.files if name.startswith(kind)}
            for kind in ("q_", "v_", "t_")
        }
        return Columns(
            asked=parts["q_"],
            given=parts["v_"],
            tables={name: table.tolist() for name, table in parts["t_"].items()},
            edges=int(held["edges"]),
            total=int(held["total"]),
        )


def fits_and_score(tables: dict[str, list[int]]) -> tuple[Expr, Expr]:
    """Every rule, and the score in hundredths, over columns named q_… and v_…."""
    q, v = (lambda name: col(f"q_{name}")), (lambda name: col(f"v_{name}"))

    def met(name: str, other: str) -> Expr:
        return (q(name) & v(other)).bitwise_count_ones().cast(polars.Int64)

    squared = (q("x") - v("x")) ** 2 + (q("y") - v("y")) ** 2
    fits = (
        (met("needs", "lacks") == 0)
        & (met("kinds", "kinds") != 0)
        & (squared <= v("reach_squared"))
        & (met("slots", "slots") != 0)
        & (q("hours") <= v("hours"))
        & (met("languages", "languages") != 0)
        & ((q("wish") == 0) | (q("wish") == v("gender")))
    )

    def said(bit: int) -> Expr:
        return (q("said") & v("said") & lit(bit, polars.UInt64)) != 0

    def looked_up(name: str, index: Expr) -> Expr:
        return index.replace_strict(dict(enumerate(tables[name])), return_dtype=polars.Int64)

    both = (q("said") & v("said") & lit(7, polars.UInt64)).bitwise_count_ones().cast(polars.Int64)
    kind = 1 + (met("main_kind", "kinds") != 0).cast(polars.Int64)
    untrained = (v("said") & lit(64, polars.UInt64)) == 0
    trained = 2 * met("themes", "trainings") + untrained.cast(polars.Int64) * q("topics")
    alone = q("topics") == 0
    part = when(alone).then(kind).otherwise(3 * q("topics") * kind + trained)
    whole = when(alone).then(2).otherwise(8 * q("topics"))
    words = lit((1 << 62) - 1, polars.UInt64)
    slots = (q("slots") & v("slots") & words).bitwise_count_ones().cast(polars.Int64)
    metres = (squared // 1_000_000).cast(polars.Float64).sqrt().floor().cast(polars.Int64)
    shared = met("likes", "likes") + met("dislikes", "dislikes")
    clashes = met("likes", "dislikes") + met("dislikes", "likes")
    never = ((q("said") & lit(32, polars.UInt64)) != 0) & (
        (v("said") & lit(32, polars.UInt64)) == 0
    )
    points = tables["points"]
    return fits, (
        looked_up("expectations", 3 + 2 * met("expects", "expects") - both)
        + (2 * part * points[1] + whole) // (2 * whole)
        + looked_up("overlap", when(said(8)).then(slots.clip(upper_bound=3)).otherwise(4))
        + (2 * (10_000 - metres).clip(lower_bound=0) * points[3] + 10_000) // 20_000
        + looked_up(
            "interests",
            when(said(16))
            .then((shared.clip(upper_bound=3) - clashes).clip(lower_bound=0))
            .otherwise(4),
        )
        + (2 * met("languages", "languages") * points[5] + q("tongues")) // (2 * q("tongues"))
        + when(never).then(tables["wishes"][1]).otherwise(tables["wishes"][0])
    )
