"""The few who are one change away say as much as the whole town does: no change is cheaper."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as some

from kruispunt.core.arrays import TopIndex
from kruispunt.core.unlock import Town, unmatched
from kruispunt.core.unlock.one_away import OF_EACH_RULE, one_away
from kruispunt.core.weights import Weights
from tests.core.cards_at_random import questions, volunteers

TODAY = date(2026, 11, 21)
CROWD = some.lists(volunteers(), min_size=1, max_size=40)


def told(question, crowd):
    """What the cheapest change costs; nothing where no change is needed or none suffices."""
    found = unmatched(Town([question], crowd, Weights()), TODAY)
    return [one.unlocker and (one.unlocker.cost, one.unlocker.subject) for one in found]


@settings(max_examples=60)
@given(questions(), CROWD, some.sets(some.integers(0, 39)))
def test_the_cheapest_change_is_the_one_of_the_whole_town(question, crowd, asked):
    crowd = [replace(card, id=f"v{place}") for place, card in enumerate(crowd)]
    without = {f"v{place}" for place in asked}
    near = one_away(TopIndex(crowd, Weights()), question, without=without)

    left = [card for card in crowd if card.id not in without]
    assert told(question, near) == told(question, left)


@given(questions(), volunteers())
def test_of_many_who_are_alike_only_a_few_are_looked_at(question, volunteer):
    crowd = [replace(volunteer, id=f"v{place}") for place in range(3 * OF_EACH_RULE)]

    assert len(one_away(TopIndex(crowd, Weights()), question)) <= OF_EACH_RULE
