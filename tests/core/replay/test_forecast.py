"""Prices for who is still to come: learned from the past alone, and worth something to people."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from kruispunt.core.replay import Greedy, Live, history_of, period_of, replay
from kruispunt.core.replay.board import Board, Options
from kruispunt.core.replay.forecast import expected_prices
from kruispunt.core.replay.run import played
from kruispunt.core.weights import Weights
from tests.core.arrays.crowds import easy_question, easy_volunteer
from tests.core.busy_towns import town

DAYS, WARM_UP = 100, 40


def scarce_town(seed):
    """Half as many places as questions, spread over a hundred days."""
    dice = Random(seed)
    asked, offered = town(dice, 400, 150)
    return (
        [replace(one, days_waiting=dice.randrange(DAYS)) for one in asked],
        [replace(one, places=1, hours=9000) for one in offered],
    )


@pytest.mark.parametrize("seed", range(3))
def test_in_a_scarce_town_prices_serve_no_fewer_and_better_than_the_highest_score(seed):
    history = history_of(*scarce_town(seed), Weights())
    greedy, live = replay(history, period_of(history, warm_up=WARM_UP), [Greedy(), Live()])
    assert live.everyone.served >= greedy.everyone.served
    assert live.quality > greedy.quality


class Watched(Live):
    """The same way to work, that remembers its first prices."""

    first = None

    def _looked_ahead(self, board):
        prices = super()._looked_ahead(board)
        Watched.first = prices if Watched.first is None else Watched.first
        return prices


def first_prices(asked, offered):
    Watched.first = None
    history = history_of(asked, offered, Weights())
    played(history, period_of(history, warm_up=WARM_UP), Watched())
    return Watched.first.tolist()


def test_what_is_still_to_come_does_not_change_the_prices_of_today():
    asked, offered = scarce_town(4)
    last = max(one.days_waiting for one in asked)
    past = [one for one in asked if last - one.days_waiting < WARM_UP]
    future = [one for one in asked if last - one.days_waiting >= WARM_UP]
    others = [replace(one, kinds=("VLIEGEN",)) for one in future]
    assert max(first_prices(past + future, offered)) > 0
    assert first_prices(past + future, offered) == first_prices(past + others, offered)


def test_a_place_costs_more_the_more_people_are_to_be_expected_and_nothing_when_nobody_is():
    asking = Options(np.arange(2), np.array([0, 2, 3]), np.array([0, 1, 0]), np.array([80, 40, 60]))
    costs = [
        expected_prices(asking, np.full(2, often), np.array([1, 1])).tolist()
        for often in (0.0, 0.5, 2.0)
    ]
    assert costs[0] == [0.0, 0.0]
    assert costs[1][0] < costs[2][0]
    assert costs[2][0] <= 80


def test_who_has_no_place_has_no_price_and_who_has_more_places_costs_less():
    asking = Options(np.array([0]), np.array([0, 1]), np.array([0]), np.array([80]))
    costs = [
        float(expected_prices(asking, np.full(1, 2.0), np.array([places]))[0])
        for places in (0, 1, 2, 5)
    ]
    assert costs[0] == 0
    assert costs[1] > costs[2] > costs[3] > 0


def test_only_the_best_pairs_of_each_example_are_looked_at():
    asked = [easy_question(1, days_waiting=3)]
    history = history_of(asked, [easy_volunteer(n, x=n * 400_000) for n in range(5)], Weights())
    board = Board(history, period_of(history), day=3)
    found = board.best_options(np.array([0, 0]), 2)
    assert found.asked.tolist() == [0, 1]
    assert found.volunteers.tolist() == [0, 1, 0, 1]
