"""Each question of a volunteer has a slot of its own: compared with trying everything."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kruispunt.core.assign import assign, pose
from kruispunt.core.assign.certificate import broken_rules
from kruispunt.core.assign.clashes import can_be_dealt
from tests.core.assign.small_towns import CLASS_LIMITS, a_large_town, towns

WEEK = 0b1111


def dealt_by_trying(masks):
    """Tell whether some order of different slots suits one after another."""
    slots = [1 << at for at in range(4)]
    return any(
        all(mask & slot for mask, slot in zip(masks, order, strict=True))
        for order in permutations(slots, len(masks))
    )


@given(st.lists(st.integers(0, WEEK), max_size=4))
def test_slots_are_dealt_out_where_that_can_be(masks):
    assert can_be_dealt(masks) == dealt_by_trying(masks)


def by_trying_everything(town, asked, free):
    room = [[cap, *(min(cap, limit) for limit in CLASS_LIMITS)] for cap in town.cap]
    taken = [[] for _ in town.cap]

    def best(question):
        if question == len(asked):
            return 0
        options = [best(question + 1)]
        for volunteer, weight in town.row(question):
            mask = (asked[question] or WEEK) & (free[volunteer] or WEEK)
            levels = range(town.level[question] + 1)
            if all(room[volunteer][level] > 0 for level in levels) and dealt_by_trying(
                [*taken[volunteer], mask]
            ):
                taken[volunteer].append(mask)
                for level in levels:
                    room[volunteer][level] -= 1
                options.append(weight + best(question + 1))
                taken[volunteer].pop()
                for level in levels:
                    room[volunteer][level] += 1
        return max(options)

    return best(0)


@settings(max_examples=200, deadline=None)
@given(town=towns(most_questions=6, most_volunteers=3), data=st.data())
def test_it_is_what_trying_everything_finds(town, data):
    masks = st.sampled_from([0, 1, 1, 2, 3, 6, WEEK])
    asked = [data.draw(masks) for _ in town.level]
    free = [data.draw(masks) for _ in town.cap]
    found = assign(*town.arrays, **town.options, slots=asked, free_slots=np.array(free, int))

    assert found.value == by_trying_everything(town, asked, free)
    assert found.bound == found.value
    assert found.proven


@pytest.mark.parametrize("seed", range(3))
def test_a_large_town_keeps_the_rule_and_says_how_good_it_is(seed):
    town = a_large_town(seed, questions=150, volunteers=60, places=(2, 3))
    rng = np.random.default_rng(seed)
    slots = {"slots": 1 << rng.integers(0, 4, 150), "free_slots": rng.integers(1, 16, 60)}
    found = assign(*town.arrays, **town.options, **slots, hours=rng.integers(1, 3, 150),
                   room=rng.integers(2, 6, 60))  # fmt: skip
    usual = assign(*town.arrays, **town.options)
    pairs = found.questions, found.volunteers

    assert broken_rules(pose(*town.arrays, **town.options, **slots), pairs) == []
    assert broken_rules(pose(*town.arrays, **town.options, **slots),
                        (usual.questions, usual.volunteers)) != []  # fmt: skip
    assert found.value <= found.bound <= usual.value
    assert found.gap < 0.005


def test_slots_without_free_slots_are_refused_in_a_sentence():
    with pytest.raises(ValueError, match="go together"):
        assign([0, 1], [0], [5], cap=[1], slots=[1])


@pytest.mark.parametrize("side", ["slots", "free_slots"])
def test_a_slot_beyond_the_last_bit_is_refused_and_never_read_as_somebody_with_any(side):
    one = {"slots": [1 << 60], "free_slots": [1 << 60]}
    assert assign([0, 1], [0], [5], cap=[1], **one).served == 1
    with pytest.raises(OverflowError, match=f"^{side} must be bits below"):
        assign([0, 1], [0], [5], cap=[1], **one | {side: [1 << 61 | 1]})
