"""Questions of one package are served together or not at all: compared with trying every way."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.kept import KeptTown
from kruispunt.core.propose import propose, weigh_all
from kruispunt.core.unlock import OpenBecause, Town, unmatched
from kruispunt.core.unlock.what_if import WhatIf
from kruispunt.core.vocabulary import Intensity
from kruispunt.core.weights import Weights
from tests.core.cards_at_random import crowds, questions, volunteers
from tests.core.test_own_slots import keeps_slots, plan_of
from tests.core.test_sharing import SPREAD, added, every_way

in_packages = questions().flatmap(
    lambda card: st.sampled_from(["", "huis", "straat"]).map(
        lambda word: replace(card, package=word)
    )
)


def is_whole(plan, asked):
    words = {card.package for card in asked if card.package}
    return all(
        len({card.id in plan for card in asked if card.package == word}) == 1 for word in words
    )


def ways(asked, crowd):
    return [(p, v) for p, v in every_way(asked, crowd) if is_whole(p, asked)]


@settings(deadline=None, max_examples=60)
@given(crowds(in_packages, 4), crowds(volunteers(), 4))
def test_a_proposal_equals_the_best_of_all_ways_that_leave_packages_whole(asked, crowd):
    found = propose(asked, crowd, Weights())

    assert is_whole(plan_of(found), asked)
    assert found.value == found.bound == max(value for _, value in ways(asked, crowd))


@settings(deadline=None, max_examples=30)
@given(crowds(in_packages, 4), crowds(volunteers(), 4))
def test_with_a_bonus_for_neighbourhoods_who_asks_alone_counts_for_it(asked, crowd):
    found = propose(asked, crowd, SPREAD)
    many = [card.package for card in asked]
    alone = [card for card in asked if not card.package or many.count(card.package) == 1]

    def whole(plan):
        return added({ask: who for ask, who in plan.items() if ask in {a.id for a in alone}}, alone)

    best = max(value + whole(way) for way, value in ways(asked, crowd))
    assert found.value + whole(plan_of(found)) == best
    assert found.bound == found.value


@settings(deadline=None, max_examples=30)
@given(crowds(in_packages, 4), crowds(volunteers(), 4))
def test_with_the_longest_waiting_first_and_slots_packages_stay_whole_within_the_bound(
    asked, crowd
):
    found = propose(asked, crowd, Weights(longest_first=True, own_slots=True))

    assert is_whole(plan_of(found), asked)
    assert keeps_slots(plan_of(found), asked, crowd)
    assert found.bound >= found.value


@settings(deadline=None, max_examples=30)
@given(crowds(in_packages, 4), crowds(volunteers(), 4))
def test_a_kept_town_is_a_fresh_one(asked, crowd):
    town = KeptTown(Weights())
    town.take_in(asked[1:], crowd)
    town.take_in(asked, crowd)

    assert town.proposal().value == propose(asked, crowd, Weights()).value
    assert is_whole(plan_of(town.proposal()), asked)


def ask(one, **facts):
    return Question(one, ("KOFFIE",), Intensity.LIGHT, **({"x": 0, "y": 0} | facts))


NOOR = Volunteer("noor", frozenset({"KOFFIE"}), x=0, y=0, places=1, reach=50_000_000)


@pytest.mark.parametrize(("places", "helped"), [(1, ["c"]), (2, ["a", "b"]), (3, ["a", "b", "c"])])
def test_two_of_one_house_take_two_places_or_none(places, helped):
    # a alone is worth more than c
    asked = [ask("a", package="huis", days_waiting=90), ask("b", package="huis"), ask("c", x=9000)]
    found = propose(asked, [replace(NOOR, places=places, hours=9000)], Weights())

    assert [one.question for one in found.pairings] == helped
    assert found.proven


def test_why_it_stays_open_and_what_helps_speak_of_the_whole_package():
    asked = [ask("a", package="huis"), ask("b", package="huis")]
    town = Town(asked, [replace(NOOR, hours=9000)], Weights())

    assert not WhatIf(town).knows
    assert weigh_all(asked, [NOOR], Weights()).package.tolist() == [1, 1]
    for one in unmatched(town, date(2026, 11, 21)):
        assert one.because == OpenBecause.TOGETHER
        assert (one.unlocker.who, one.unlocker.column) == ("noor", "plaatsen")
