"""A town that is kept equals one that is weighed afresh, whatever happened in between."""

from dataclasses import replace
from random import Random

import pytest

from kruispunt.core.kept import KeptTown
from kruispunt.core.propose import propose
from kruispunt.core.weights import Weights
from tests.core.busy_towns import calmed, one_question, one_volunteer, town

WEIGHTS = Weights()


def told(proposal):
    pairs = [(one.question, one.volunteer, one.score) for one in proposal.pairings]
    return pairs, proposal.unmatched, proposal.value, proposal.bound, proposal.proven


def happen(dice, asked, crowd, number):
    """One more question or volunteer, one less, or another card for one of them."""
    asked, crowd = list(asked), list(crowd)
    kind = dice.randrange(6)
    if kind == 0:
        asked.append(one_question(dice, f"new{number}", (1,)))
    elif kind == 1:
        crowd.append(one_volunteer(dice, f"new{number}"))
    elif kind == 2 and len(asked) > 30:
        asked.pop(dice.randrange(len(asked)))
    elif kind == 3 and len(crowd) > 20:
        crowd.pop(dice.randrange(len(crowd)))
    elif kind == 4:
        at = dice.randrange(len(asked))
        asked[at] = one_question(dice, asked[at].id, (1,))
    else:
        at = dice.randrange(len(crowd))
        crowd[at] = one_volunteer(dice, crowd[at].id)
    return asked, crowd


@pytest.mark.parametrize("seed", range(3))
def test_after_many_changes_the_kept_town_proposes_what_a_fresh_one_does(seed):
    dice = Random(seed)
    asked, crowd = town(dice, 40, 30)
    kept, previous = KeptTown(WEIGHTS), ()
    for number in range(60):
        asked, crowd = happen(dice, asked, crowd, number)
        asked, crowd = calmed(asked, crowd)
        kept.take_in(asked, crowd, previous)
        if number % 10 == 9:
            found = kept.proposal()
            assert told(found) == told(propose(asked, crowd, WEIGHTS, previous=previous))
            assert found.proven
            previous = tuple((one.question, one.volunteer) for one in found.pairings[::2])
    assert kept.rebuilt < 10


def test_where_hours_and_teams_bind_the_answer_is_that_of_the_bounded_solver():
    dice = Random(5)
    asked, crowd = town(dice, 20, 12, helpers=(1, 2))
    kept = KeptTown(WEIGHTS)
    kept.take_in(asked, crowd)
    for number in range(5):
        asked, crowd = happen(dice, asked, crowd, number)
        kept.take_in(asked, crowd)
        assert told(kept.proposal()) == told(propose(asked, crowd, WEIGHTS))


def test_the_same_cards_again_change_nothing_and_the_next_day_is_a_new_town():
    asked, crowd = calmed(*town(Random(1), 20, 12))
    kept = KeptTown(WEIGHTS)
    assert kept.take_in(asked, crowd)
    assert not kept.take_in(list(reversed(asked)), crowd)
    tomorrow = [replace(one, days_waiting=one.days_waiting + 1) for one in asked]
    assert kept.take_in(tomorrow, crowd)
    assert kept.rebuilt == 2
    assert told(kept.proposal()) == told(propose(tomorrow, crowd, WEIGHTS))


def test_a_place_that_everybody_wants_has_a_price_and_a_spare_one_has_none():
    asked, crowd = calmed(*town(Random(2), 12, 8))
    few = [replace(one, places=1) for one in crowd]
    many = [replace(one, places=12, hours=99_000) for one in crowd]
    kept = KeptTown(WEIGHTS)
    kept.take_in(asked, few)
    assert any(max(one.prices) > 0 for one in kept.places())
    kept.take_in([replace(one, intensity="licht") for one in asked], many)
    assert kept.places() == []


def test_an_empty_town_has_an_empty_proposal():
    kept = KeptTown(WEIGHTS)
    kept.take_in([], [])
    assert told(kept.proposal()) == ([], (), 0, 0, True)
    assert kept.places() == []
