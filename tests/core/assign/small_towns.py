"""Small made-up towns, and the slow but obvious way to find their best proposal."""

from dataclasses import dataclass, field

import numpy as np
from hypothesis import strategies as st

CLASS_LIMITS = (2, 1)


@dataclass
class Town:
    """Plain sparse arrays of a town, with everything ``assign`` takes."""

    indptr: list[int]
    indices: list[int]
    weights: list[int]
    cap: list[int]
    level: list[int]
    extra: dict = field(default_factory=dict)

    @property
    def arrays(self):
        return np.array(self.indptr), np.array(self.indices, int), np.array(self.weights, int)

    @property
    def options(self):
        return {"cap": np.array(self.cap, int), "limits": CLASS_LIMITS, "level": self.level}

    def row(self, question):
        span = range(self.indptr[question], self.indptr[question + 1])
        return [(self.indices[edge], self.weights[edge]) for edge in span]


@st.composite
def towns(draw, *, most_questions=6, most_volunteers=4, heaviest=None):
    questions = draw(st.integers(0, most_questions))
    volunteers = draw(st.integers(0, most_volunteers))
    top = heaviest or draw(st.sampled_from([0, 1, 5, 1000]))
    indptr, indices, weights = [0], [], []
    for _ in range(questions):
        row = draw(st.sets(st.integers(0, volunteers - 1))) if volunteers else set()
        for volunteer in sorted(row):
            indices.append(volunteer)
            weights.append(draw(st.integers(0, top)))
        indptr.append(len(indices))
    return Town(
        indptr,
        indices,
        weights,
        cap=[draw(st.integers(0, 3)) for _ in range(volunteers)],
        level=[draw(st.integers(0, 2)) for _ in range(questions)],
    )


def best_by_trying_everything(town):
    """Give the highest (value, served) over every allowed proposal."""
    room = [[cap, *(min(cap, limit) for limit in CLASS_LIMITS)] for cap in town.cap]

    def best(question):
        if question == len(town.level):
            return 0, 0
        options = [best(question + 1)]
        level = town.level[question]
        for volunteer, weight in town.row(question):
            if min(room[volunteer][: level + 1]) > 0:
                _take(room[volunteer], level, -1)
                value, served = best(question + 1)
                options.append((value + weight, served + 1))
                _take(room[volunteer], level, 1)
        return max(options)

    return best(0)


def _take(room, level, step):
    for below in range(level + 1):
        room[below] += step


def a_large_town(seed, *, questions=300, volunteers=200, places=(1, 2), reach=25, top=40):
    """A town too large to try everything, with many ties."""
    rng = np.random.default_rng(seed)
    rows = [
        np.sort(rng.choice(volunteers, rng.integers(0, reach), replace=False))
        for _ in range(questions)
    ]
    indices = np.concatenate(rows)
    return Town(
        np.concatenate([[0], np.cumsum([len(row) for row in rows])]).tolist(),
        indices.tolist(),
        rng.integers(0, top, len(indices)).tolist(),
        cap=rng.choice([0, *places], volunteers).tolist(),
        level=rng.integers(0, 3, questions).tolist(),
    )
