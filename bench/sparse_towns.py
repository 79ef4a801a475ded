"""Made-up towns for benchmarks: clustered like a country, in plain sparse arrays."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

SIZES = {"S": (1_000, 2_000), "M": (20_000, 50_000), "L": (100_000, 300_000)}
REGIMES = ("ample", "scarce", "mixed")
type Homes = npt.NDArray[np.float64]
KINDS, NEAR, BEST = 10, 200, 64


class Town(NamedTuple):
    """Rows are questions; weights are whole numbers; ``cap`` is places per volunteer."""

    indptr: npt.NDArray[np.int64]
    indices: npt.NDArray[np.int64]
    weights: npt.NDArray[np.int64]
    cap: npt.NDArray[np.int64]


def town(size: str, regime: str, seed: int) -> Town:
    """Make a town: people live in clusters, offer some kinds of help, and have places.

    A question keeps its 64 heaviest edges among the 200 nearest volunteers that offer its kind.
    Scarce towns have places for about two thirds of the questions, mixed ones are scarce in half of
    the clusters.
    """
    questions, volunteers = SIZES[size]
    rng = np.random.default_rng([seed, questions, REGIMES.index(regime)])
    homes = _homes(rng, questions, volunteers)
    kind = rng.integers(0, KINDS, questions)
    offers = rng.random((volunteers, KINDS)) < 0.35
    quality = rng.random(volunteers)
    priority = rng.integers(1000, 5000, questions)
    tree = cKDTree(homes[1])
    rows, columns, weights = [], [], []
    for start in range(0, questions, 20_000):
        mine = np.arange(start, min(start + 20_000, questions))
        distance, near = tree.query(homes[0][mine], k=min(NEAR, volunteers))
        fits = offers[near, kind[mine][:, None]]
        closeness = 1 - distance / distance.max(axis=1, keepdims=True)
        taste = rng.random(near.shape)
        score = np.rint((0.4 * closeness + 0.3 * quality[near] + 0.3 * taste) * 10_000)
        worth = np.where(fits, score * priority[mine][:, None], -1).astype(np.int64)
        best = np.argsort(-worth, axis=1, kind="stable")[:, :BEST]
        kept = np.take_along_axis(worth, best, axis=1)
        some = kept >= 0
        rows.append(np.repeat(mine, some.sum(axis=1)))
        columns.append(np.take_along_axis(near, best, axis=1)[some])
        weights.append(kept[some])
    counts = np.bincount(np.concatenate(rows), minlength=questions)
    return Town(
        np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        np.concatenate(columns).astype(np.int64),
        np.concatenate(weights),
        _places(rng, homes[1], questions, regime),
    )


def _homes(rng: np.random.Generator, questions: int, volunteers: int) -> tuple[Homes, Homes]:
    clusters = max(3, questions // 400)
    middle = rng.random((clusters, 2)) * np.sqrt(clusters)
    share = rng.dirichlet(np.full(clusters, 2.0))

    def scattered(count: int) -> Homes:
        return middle[rng.choice(clusters, count, p=share)] + rng.normal(0, 0.3, (count, 2))

    return scattered(questions), scattered(volunteers)


def _places(
    rng: np.random.Generator, homes: Homes, questions: int, regime: str
) -> npt.NDArray[np.int64]:
    volunteers = len(homes)
    many = rng.choice([1, 2, 3], volunteers, p=[0.6, 0.3, 0.1])
    few = (rng.random(volunteers) < 0.67 * questions / volunteers).astype(np.int64)
    if regime == "ample":
        return many
    if regime == "scarce":
        return few
    return np.where(homes[:, 0] > np.median(homes[:, 0]), many, few)
