"""A refusal has a rule, and the counts are those of the plain meaning."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kruispunt.core.arrays import pack, refusal_counts, refusals_of
from kruispunt.core.eligibility import RULES, refusals
from tests.core.arrays.crowds import WEIGHTS, wordy
from tests.core.cards_at_random import crowds, questions, volunteers

NAMES = [rule.name for rule in RULES]


@pytest.mark.parametrize("compiled", [True, False])
@settings(max_examples=150, deadline=None)
@given(
    asked=crowds(questions()),
    offered=crowds(volunteers()),
    words=st.sampled_from([0, 200]),
)
def test_each_rule_counts_whom_it_refuses_and_whom_it_alone_refuses(
    compiled, asked, offered, words
):
    if words:
        asked = [wordy(card, words, n) for n, card in enumerate(asked)]
        offered = [wordy(card, words, 50 + n) for n, card in enumerate(offered)]
    packed = pack(asked, offered, WEIGHTS)
    counts = refusal_counts(packed, range(len(asked)), compiled=compiled)
    for row, question in enumerate(asked):
        broken = [refusals(question, volunteer) for volunteer in offered]
        assert counts.refused[row].tolist() == [
            sum(name in rules for rules in broken) for name in NAMES
        ]
        assert counts.alone[row].tolist() == [
            sum(rules == (name,) for rules in broken) for name in NAMES
        ]
        assert refusals_of(packed, row).tolist() == [
            sum(1 << place for place, name in enumerate(NAMES) if name in rules) for rules in broken
        ]
