"""Twenty thousand random events later the live optimum still equals a fresh solve."""

import numpy as np
import pytest

from kruispunt.core.assign import Live, assign
from kruispunt.core.assign.compiled import numba_is_here
from kruispunt.core.assign.composite import tie_hash
from tests.core.assign.small_towns import CLASS_LIMITS

EVENTS, CHECKPOINTS = 20_000, 10
BITS, TOP, KNOWN = 10, 900, 0.15
NO_EDGE = -1
REGIMES = {"ample": (60, 60, [0, 1, 2, 3]), "scarce": (90, 45, [0, 1, 1, 1])}
"""Questions, volunteers, and the places from which each volunteer draws."""


class Crowd:
    """Who is there now, in a table of weights that is as plain as can be."""

    def __init__(self, regime, *, seed):
        self.questions, self.volunteers, self.offers = REGIMES[regime]
        self.rng = np.random.default_rng(seed)
        self.weight = np.full((3 * self.questions, 3 * self.volunteers), NO_EDGE)
        self.level = np.full(3 * self.questions, NO_EDGE)
        self.places = np.full(3 * self.volunteers, NO_EDGE)
        for question in range(self.questions):
            self.level[question] = self.rng.integers(3)
        for volunteer in range(self.volunteers):
            self.places[volunteer] = self.rng.choice(self.offers)
            self.weight[: self.questions, volunteer] = self.drawn(self.questions)
        self.live = Live(**self.arrays(), compiled=numba_is_here())

    def drawn(self, count):
        """Weights of which most are no edge; few different ones, so that equals are common."""
        met = self.rng.random(count) < KNOWN
        return np.where(met, self.rng.integers(0, TOP // 100, count) * 100, NO_EDGE)

    def arrays(self):
        asked, there = np.flatnonzero(self.level >= 0), np.flatnonzero(self.places >= 0)
        table = self.weight[np.ix_(asked, there)]
        rows, columns = np.nonzero(table >= 0)
        return {
            "indptr": np.concatenate([[0], np.cumsum((table >= 0).sum(axis=1))]),
            "indices": columns,
            "weights": table[rows, columns],
            "cap": self.places[there],
            "limits": CLASS_LIMITS,
            "level": self.level[asked],
            "ties": tie_hash(asked[rows], there[columns]),
            "value_bits": BITS,
        }

    def fresh(self):
        found = assign(**self.arrays(), compiled=numba_is_here())
        asked, there = np.flatnonzero(self.level >= 0), np.flatnonzero(self.places >= 0)
        assert found.proven
        pairs = (asked[found.questions].tolist(), there[found.volunteers].tolist())
        return found.value, found.served, pairs

    def standing(self):
        asked, given = self.live.pairs
        return self.live.value, self.live.served, (asked.tolist(), given.tolist())

    def happen(self):
        """Let one event happen; when there are too many someone leaves, else someone comes."""
        kind = self.rng.integers(6)
        asked, there = np.flatnonzero(self.level >= 0), np.flatnonzero(self.places >= 0)
        if kind in {0, 1}:
            crowded = len(asked) > self.questions + self.rng.integers(-5, 6)
            self.question_goes(self.rng.choice(asked)) if crowded else self.question_comes(there)
        elif kind in {2, 3}:
            crowded = len(there) > self.volunteers + self.rng.integers(-5, 6)
            self.volunteer_goes(self.rng.choice(there)) if crowded else self.volunteer_comes(asked)
        elif kind == 4:
            self.question_changes(self.rng.choice(asked), there)
        else:
            self.volunteer_changes(self.rng.choice(there), asked)

    def question_comes(self, there):
        weights, level = self.drawn(len(there)), int(self.rng.integers(3))
        edges = there[weights >= 0], weights[weights >= 0]
        number = self.live.add_question(*edges, level=level)
        self.level[number] = level
        self.weight[number, edges[0]] = edges[1]

    def question_goes(self, number):
        self.live.remove_question(int(number))
        self.level[number] = NO_EDGE
        self.weight[number] = NO_EDGE

    def question_changes(self, number, there):
        weights, level = self.drawn(len(there)), int(self.rng.integers(3))
        edges = there[weights >= 0], weights[weights >= 0]
        self.live.change_question(int(number), (*edges, None), level=level)
        self.level[number] = level
        self.weight[number] = NO_EDGE
        self.weight[number, edges[0]] = edges[1]

    def volunteer_comes(self, asked):
        weights, places = self.drawn(len(asked)), int(self.rng.choice(self.offers))
        edges = asked[weights >= 0], weights[weights >= 0]
        number = self.live.add_volunteer(*edges, places=places)
        self.places[number] = places
        self.weight[edges[0], number] = edges[1]

    def volunteer_goes(self, number):
        self.live.remove_volunteer(int(number))
        self.places[number] = NO_EDGE
        self.weight[:, number] = NO_EDGE

    def volunteer_changes(self, number, asked):
        weights, places = self.drawn(len(asked)), int(self.rng.choice(self.offers))
        edges = asked[weights >= 0], weights[weights >= 0]
        self.live.change_volunteer(int(number), (*edges, None), places=places)
        self.places[number] = places
        self.weight[:, number] = NO_EDGE
        self.weight[edges[0], number] = edges[1]


@pytest.mark.parametrize("regime", REGIMES)
def test_after_twenty_thousand_events_it_is_what_a_fresh_solve_gives(regime):
    crowd = Crowd(regime, seed=4)
    for _ in range(CHECKPOINTS):
        for _ in range(EVENTS // CHECKPOINTS):
            crowd.happen()
        assert crowd.standing() == crowd.fresh()
        paper = crowd.live.certify()
        assert (paper.proven, paper.value, paper.served) == (True, *crowd.standing()[:2])


def test_both_regimes_are_what_their_names_say():
    shares = {}
    for regime in REGIMES:
        crowd = Crowd(regime, seed=4)
        shares[regime] = crowd.live.served / crowd.questions
    assert shares["ample"] > 0.9
    assert shares["scarce"] < 0.45


def test_the_pools_do_not_grow_with_the_number_of_events():
    crowd = Crowd("scarce", seed=5)
    for _ in range(1_000):
        crowd.happen()
    once = crowd.live.size
    for _ in range(3_000):
        crowd.happen()
    assert crowd.live.size <= 2 * once
