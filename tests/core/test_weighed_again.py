"""Weighing only what changed gives what weighing everyone afresh would give."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings

from kruispunt.core.propose import propose, propose_from, weigh_all
from kruispunt.core.unlock.weighed_again import with_question, with_volunteer
from kruispunt.core.weights import Weights
from tests.core.cards_at_random import crowds, questions, volunteers

WEIGHTS = Weights()


def assert_same(one, other):
    for name in ("indptr", "indices", "score"):
        assert np.array_equal(getattr(one.edges, name), getattr(other.edges, name))
    assert list(one.packed.volunteer_ids) == list(other.packed.volunteer_ids)
    for name in ("places", "need", "priority", "question_hash", "volunteer_hash"):
        assert np.array_equal(getattr(one.packed, name), getattr(other.packed, name))
    assert propose_from(one) == propose_from(other)


@settings(deadline=None, max_examples=40)
@given(crowds(questions(), 4), crowds(volunteers(), 4), volunteers())
def test_a_volunteer_who_changes_or_comes(asked, crowd, card):
    before = weigh_all(asked, crowd, WEIGHTS)
    others = [one for one in crowd if one.id != card.id]

    assert_same(with_volunteer(before, card), weigh_all(asked, [*others, card], WEIGHTS))


@settings(deadline=None, max_examples=40)
@given(crowds(questions(), 4), crowds(volunteers(), 4), questions())
def test_a_question_that_changes(asked, crowd, card):
    if asked:
        card = replace(
            asked[0],
            slots=card.slots,
            hours=card.hours,
            helpers_needed=card.helpers_needed,
        )
        before = weigh_all(asked, crowd, WEIGHTS)
        after = with_question(before, card)

        assert_same(after, weigh_all([card, *asked[1:]], crowd, WEIGHTS))
        assert propose_from(after) == propose([card, *asked[1:]], crowd, WEIGHTS)
