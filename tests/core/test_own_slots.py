"""Each question of a volunteer a slot of its own: compared with trying every way."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kruispunt.core.arrays import TooManyWords, pack
from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.kept import KeptTown
from kruispunt.core.over_all import best_of_all
from kruispunt.core.own_slots import each_has_its_own
from kruispunt.core.propose import AT_MOST, propose
from kruispunt.core.unlock import Change, Subject, Town
from kruispunt.core.unlock.what_if import WhatIf
from kruispunt.core.vocabulary import Intensity
from kruispunt.core.weights import Weights
from tests.core.cards_at_random import SLOTS, crowds, questions, some, volunteers
from tests.core.test_sharing import SPREAD, added, every_way

OWN = Weights(own_slots=True)
WEEK = (*SLOTS, "vr-avond", "za-avond", "zo-ochtend")


def dealt_by_trying(volunteer, asks):
    """Try every order of slots; whoever says nothing about slots can do with any."""
    suits = [(set(ask.slots) or set(WEEK)) & (set(volunteer.slots) or set(WEEK)) for ask in asks]
    return any(
        all(slot in mine for slot, mine in zip(order, suits, strict=True))
        for order in permutations(WEEK, len(asks))
    )


def keeps_slots(plan, asked, crowd):
    return all(
        dealt_by_trying(one, [ask for ask in asked if plan.get(ask.id) == one.id]) for one in crowd
    )


def ways(asked, crowd):
    return [(p, v) for p, v in every_way(asked, crowd) if keeps_slots(p, asked, crowd)]


def plan_of(found):
    return {one.question: one.volunteer for one in found.pairings}


tight_asks = questions().flatmap(
    lambda card: st.sampled_from(SLOTS[:2]).map(
        lambda slot: replace(card, slots=card.slots and frozenset({slot}), kinds=("KOFFIE",))
    )
)
tight_crowd = volunteers().map(
    lambda card: replace(card, kinds=frozenset({"KOFFIE"}), available=True, places=3, hours=4000)
)


@settings(deadline=None, max_examples=40)
@given(crowds(tight_asks, 4), crowds(tight_crowd, 3))
def test_a_proposal_equals_the_best_of_all_ways_that_keep_slots_apart(asked, crowd):
    found = propose(asked, crowd, OWN)

    assert keeps_slots(plan_of(found), asked, crowd)
    assert found.value == found.bound == max(value for _, value in ways(asked, crowd))
    assert found.proven


@settings(deadline=None, max_examples=30)
@given(crowds(tight_asks, 4), crowds(tight_crowd, 3))
def test_with_a_bonus_for_neighbourhoods_it_is_the_best_of_both_together(asked, crowd):
    found = propose(asked, crowd, replace(SPREAD, own_slots=True))
    best = max(value + added(way, asked) for way, value in ways(asked, crowd))

    assert keeps_slots(plan_of(found), asked, crowd)
    assert found.value + added(plan_of(found), asked) == best
    assert found.proven
    assert found.bound == found.value


@settings(deadline=None, max_examples=30)
@given(crowds(tight_asks, 4), crowds(tight_crowd, 3))
def test_with_the_longest_waiting_first_slots_are_kept_and_the_rule_is_too(asked, crowd):
    found = propose(asked, crowd, Weights(longest_first=True, own_slots=True))
    plan, days = plan_of(found), {one.id: one.days_waiting for one in asked}
    waits = sorted(set(days.values()))
    in_turn = [sorted((days[ask] for ask in way), reverse=True) for way, _ in ways(asked, crowd)]
    by_rank = [sum(waits.index(day) + 1 for day in way) for way in in_turn]
    mine = sorted((days[ask] for ask in plan), reverse=True)

    assert keeps_slots(plan, asked, crowd)
    assert mine == max(in_turn) or sum(waits.index(day) + 1 for day in mine) == max(by_rank)
    assert found.bound >= found.value


@settings(deadline=None, max_examples=100)
@given(st.lists(some(SLOTS), max_size=4), some(SLOTS))
def test_slots_on_cards_are_dealt_as_by_trying(asked, free):
    asks = [replace(ask(str(at)), slots=slots) for at, slots in enumerate(asked)]
    noor = replace(NOOR, slots=free)

    assert each_has_its_own(noor, asks) == dealt_by_trying(noor, asks)


def ask(one, *slots, **facts):
    place = {"x": 0, "y": 0} | facts
    return Question(one, ("KOFFIE",), Intensity.LIGHT, slots=frozenset(slots), **place)


NOOR = Volunteer("noor", frozenset({"KOFFIE"}), x=0, y=0, places=2, hours=8000)
MONDAYS = [ask("a", "ma-ochtend"), ask("b", "ma-ochtend")]


@settings(deadline=None, max_examples=40)
@given(crowds(tight_asks, 4), crowds(tight_crowd, 3))
def test_a_kept_town_is_a_fresh_one(asked, crowd):
    town = KeptTown(OWN)
    town.take_in(asked[1:], crowd)
    town.take_in(asked, crowd)

    assert town.proposal().value == propose(asked, crowd, OWN).value
    assert keeps_slots(plan_of(town.proposal()), asked, crowd)


def test_without_the_rule_two_questions_may_share_a_morning():
    assert len(propose(MONDAYS, [NOOR], Weights()).pairings) == 2
    assert len(propose(MONDAYS, [NOOR], OWN).pairings) == 1


def test_a_kept_town_in_which_nobody_can_help_anybody_yet_grows():
    town = KeptTown(OWN)
    town.take_in(MONDAYS[:1], [])
    for many in range(2, 9):
        assert town.take_in([ask(str(at), "ma-ochtend") for at in range(many)], [])

    assert len(town.proposal().unmatched) == 8


def test_all_pairs_unwritten_are_left_to_who_can_count_slots():
    clash, fit = pack(MONDAYS, [NOOR], OWN), pack([MONDAYS[0], ask("c")], [NOOR], OWN)

    assert best_of_all(clash, AT_MOST, compiled=False) is None
    assert best_of_all(fit, AT_MOST, compiled=False).served == 2
    assert best_of_all(pack(MONDAYS, [NOOR], Weights()), AT_MOST, compiled=False).served == 2


def test_the_last_slot_that_has_a_bit_is_kept_apart_and_one_more_is_refused():
    def helped(words):
        last = words[-1]
        asked = [ask("a", last), ask("b", last), ask("c", *words)]
        return len(propose(asked, [replace(NOOR, slots=frozenset({last}))], OWN).pairings)

    assert helped([f"{at:02}" for at in range(61)]) == 1
    with pytest.raises(TooManyWords, match="dagdelen"):
        helped([f"{at:02}" for at in range(62)])


@pytest.mark.parametrize("slot", ["ma-ochtend", "wo-avond"])
def test_a_try_with_another_slot_is_what_weighing_afresh_gives(slot):
    town = Town(MONDAYS, [NOOR], OWN)
    moved = ask("b", "ma-ochtend", slot)
    change = Change(Subject.QUESTION, "b", "dagdelen", "", "", 1, moved)

    assert not WhatIf(town).knows
    assert WhatIf(Town(MONDAYS, [NOOR], Weights())).knows
    assert town.after(change) == propose([MONDAYS[0], moved], [NOOR], OWN)
    assert (town.after(change).unmatched == ()) == (slot == "wo-avond")


def test_somebody_who_comes_with_one_slot_takes_one_of_them():
    town = Town(MONDAYS, [], OWN)
    change = Change(Subject.NEWCOMER, "noor", "", "", "", 1, NOOR)

    assert town.after(change) == propose(MONDAYS, [NOOR], OWN)
