"""What one place less costs and one more brings is what a new solve with that number says."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from bench.sparse_towns import town as sparse_town
from kruispunt.core.assign import Live, assign, intervals
from tests.core.assign.small_towns import CLASS_LIMITS, towns

both_ways = pytest.mark.parametrize("compiled", [True, False])


def worth(town, cap):
    changed = replace(town, cap=cap)
    return assign(*changed.arrays, **changed.options, compiled=False).value


@both_ways
@settings(max_examples=150, deadline=None)
@given(town=towns(most_questions=7, most_volunteers=4))
def test_an_interval_is_what_two_new_solves_say(compiled, town):
    now = worth(town, town.cap)
    found = intervals(*town.arrays, **town.options, compiled=compiled)
    for volunteer, places in enumerate(town.cap):
        less, more = list(town.cap), list(town.cap)
        less[volunteer], more[volunteer] = max(places - 1, 0), places + 1
        assert found.less[volunteer] == now - worth(town, less)
        assert found.more[volunteer] == worth(town, more) - now


@pytest.mark.parametrize("regime", ["scarce", "mixed"])
def test_at_a_thousand_questions_intervals_are_those_of_the_live_optimum(regime):
    town = sparse_town("S", regime, 1)
    level = np.arange(len(town.indptr) - 1) % 3
    how = {"cap": town.cap, "limits": CLASS_LIMITS, "level": level}
    found = intervals(*town[:3], **how, compiled=True)
    live = Live(*town[:3], **how)
    for volunteer in range(0, len(town.cap), 17):
        assert (found.less[volunteer], found.more[volunteer]) == live.interval(volunteer)
    assert (found.less > found.more).any()
