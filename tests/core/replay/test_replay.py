"""A replay keeps every rule, surpasses no ceiling, and shows what knowing the price is worth."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kruispunt.core.eligibility import refusals
from kruispunt.core.reference import may_carry
from kruispunt.core.replay import (
    Batch,
    FirstCome,
    Greedy,
    Live,
    compare,
    hindsight,
    history_of,
    period_of,
    replay,
    spread_of,
    usual_policies,
)
from kruispunt.core.replay.run import played
from kruispunt.core.vocabulary import Intensity
from kruispunt.core.weights import Weights
from tests.core.arrays.crowds import easy_question, easy_volunteer
from tests.core.cards_at_random import crowds, questions, volunteers

WEIGHTS = Weights()


def asked_on(day, number, *, of=10, **changes):
    return easy_question(number, days_waiting=of - day, **changes)


@settings(max_examples=40, deadline=None)
@given(
    asked=crowds(questions(helpers=st.integers(1, 2))),
    offered=crowds(volunteers()),
    patience=st.sampled_from([None, 0, 50]),
    days=st.sampled_from([0, 3]),
)
def test_every_way_to_work_keeps_the_rules_and_stays_under_the_ceiling(
    asked, offered, patience, days
):
    asked = [replace(one, days_waiting=one.days_waiting % 30) for one in asked]
    history = history_of(asked, offered, WEIGHTS)
    period = period_of(history, patience=patience)
    for policy in usual_policies(answer_days=days):
        board = played(history, period, policy)
        loads = [[] for _ in offered]
        for one, helpers in board.helpers.items():
            question = asked[period.rows[one]]
            assert len(set(helpers)) == question.helpers_needed
            assert period.asked_on[one] <= board.helped_on[one] < period.gone_on[one]
            for helper in helpers:
                assert refusals(question, offered[helper]) == ()
                loads[helper].append(question)
        assert all(may_carry(one, load) for one, load in zip(offered, loads, strict=True))
    for outcome in replay(history, period, usual_policies(answer_days=days)):
        assert outcome.worth <= outcome.ceiling


def test_the_ceiling_of_a_large_town_is_never_below_that_of_a_small_one(monkeypatch):
    asked = [asked_on(n % 5, n, helpers_needed=1 + n % 2, x=n * 500_000) for n in range(12)]
    offered = [easy_volunteer(n, x=n * 700_000, places=2, hours=3000) for n in range(7)]
    history = history_of(asked, offered, WEIGHTS)
    exact, few = hindsight(history, period_of(history))
    monkeypatch.setattr("kruispunt.core.replay.run.EXACT_UP_TO", 0)
    loose, many = hindsight(history, period_of(history))
    assert loose > exact
    assert many >= few


def two_trades():
    """Wim can do both trades and lives next door; Noor only walks. First a walk, then coffee."""
    wim = easy_volunteer(1, kinds=frozenset({"WANDELEN", "KOFFIE"}))
    noor = easy_volunteer(2, x=2_000_000)
    past = [
        asked_on(day, 10 + day, of=40, kinds=("KOFFIE",), x=50_000_000) for day in range(0, 20, 2)
    ]
    past = [replace(one, x=0) for one in past]
    first = asked_on(30, 1, of=40)
    then = asked_on(35, 2, of=40, kinds=("KOFFIE",))
    last = asked_on(40, 3, of=40, kinds=("VLIEGEN",))
    return history_of([*past, first, then, last], [wim, noor], WEIGHTS)


def test_who_knows_the_price_keeps_the_one_who_can_do_both_for_what_is_to_come():
    history = two_trades()
    period = period_of(history, warm_up=25)
    greedy, live = replay(history, period, [Greedy(), Live()])
    assert (greedy.everyone.served, live.everyone.served, live.most_served) == (1, 2, 2)
    assert greedy.quality < live.quality == 1.0


def test_the_list_takes_who_registered_first_and_the_score_takes_who_fits_best():
    early, near = easy_volunteer(1, x=3_000_000), easy_volunteer(2)
    asked = [asked_on(0, 2, of=5, kinds=("VLIEGEN",)), asked_on(5, 1, of=5)]
    history = history_of(asked, [near, early], WEIGHTS, came_on=[3, 1])
    period = period_of(history)
    boards = [played(history, period, policy) for policy in (FirstCome(), Greedy())]
    assert [board.helpers for board in boards] == [{1: (1,)}, {1: (0,)}]


def test_nobody_helps_before_she_has_come_and_nobody_is_helped_after_leaving():
    asked = [asked_on(0, 1, of=9), asked_on(9, 2, of=9, kinds=("VLIEGEN",))]
    late = easy_volunteer(1)
    history = history_of(asked, [late], WEIGHTS, came_on=[6])
    (patient,) = replay(history, period_of(history), [Greedy()])
    (hasty,) = replay(history, period_of(history, patience=5), [Greedy()])
    assert (patient.everyone.served, patient.everyone.mean) == (1, (6 + 1) / 2)
    assert (hasty.everyone.served, hasty.ceiling) == (0, 0)
    assert hasty.everyone.mean == (6 + 1) / 2


def test_a_weekly_round_lets_people_wait_until_the_round():
    asked = [asked_on(0, 1, of=8), asked_on(1, 2, of=8), asked_on(8, 3, of=8)]
    history = history_of(asked, [easy_volunteer(n) for n in range(3)], WEIGHTS)
    board = played(history, period_of(history), Batch("week", 7))
    assert board.helped_on.tolist() == [0, 7, 8]


def test_a_proposal_that_changes_before_it_stands_is_counted():
    walker = easy_volunteer(1, reach=9_000_000)
    asked = [
        asked_on(0, 1, of=4, x=9_000_000),
        asked_on(1, 2, of=4),
        asked_on(4, 3, of=4, kinds=("VLIEGEN",)),
    ]
    history = history_of(asked, [walker], WEIGHTS)
    at_once, waited = (
        played(history, period_of(history), Live(answer_days=days)) for days in (0, 3)
    )
    assert (at_once.changed, list(at_once.helpers)) == (0, [0])
    assert (waited.changed, list(waited.helpers)) == (1, [1])


def test_waiting_is_told_for_each_class_and_area():
    asked = [
        asked_on(0, 1, of=2),
        asked_on(2, 2, of=2, intensity=Intensity.INTENSIVE),
    ]
    history = history_of(asked, [easy_volunteer(1)], WEIGHTS, areas=["Oost", "West"])
    (outcome,) = replay(history, period_of(history), [Greedy()])
    assert {name: one.served for name, one in outcome.by_class.items()} == {
        "intensief": 0,
        "licht": 1,
    }
    assert {name: one.asked for name, one in outcome.by_area.items()} == {"Oost": 1, "West": 1}


def test_a_neighbourhood_spelled_in_two_ways_is_one_area():
    names = ("Oost", "oost", "West")
    asked = [asked_on(0, at, of=2, neighbourhood=name) for at, name in enumerate(names)]
    history = history_of(asked, [easy_volunteer(1)], WEIGHTS)
    (outcome,) = replay(history, period_of(history), [Greedy()])
    assert {name: one.asked for name, one in outcome.by_area.items()} == {"Oost": 2, "West": 1}


def test_the_same_seed_gives_the_same_towns_and_another_gives_others():
    history = history_of(
        [asked_on(n % 10, n, x=n * 1_000_000) for n in range(30)],
        [easy_volunteer(n, x=n * 1_000_000, reach=3_000_000) for n in range(20)],
        WEIGHTS,
    )
    one, same, other = (compare(history, seeds=[seed, 7]) for seed in (1, 1, 2))
    assert one.outcomes == same.outcomes != other.outcomes
    assert one.policies == [policy.name for policy in usual_policies()]


def test_a_spread_is_the_mean_with_its_interval_by_students_t():
    assert spread_of([3.0]).off == 0.0
    spread = spread_of([1.0, 2.0, 3.0])
    assert spread.mean == 2.0
    assert spread.off == pytest.approx(4.302653 / 3**0.5, abs=1e-5)


@pytest.mark.parametrize("offered", [0, 1])
def test_a_period_in_which_nothing_happens_has_an_outcome(offered):
    history = history_of([], [easy_volunteer(n) for n in range(offered)], WEIGHTS)
    for outcome in replay(history, period_of(history, seed=1), usual_policies()):
        assert (outcome.quality, outcome.served_share, outcome.everyone.asked) == (1.0, 1.0, 0)
