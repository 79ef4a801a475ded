"""A proposal over all pairs of a province is the proposal over the same pairs written down."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from kruispunt.core.arrays import caps_within_hours, count_eligible, edges, pack
from kruispunt.core.assign.checked import nested_caps
from kruispunt.core.assign.loose import tightened
from kruispunt.core.assign.problem import pose
from kruispunt.core.over_all import best_of_all
from kruispunt.core.propose import AT_MOST, propose, propose_from, weigh_all
from kruispunt.core.weights import Weights
from tests.core.busy_towns import busy_towns, calm_towns, calmed, one_town
from tests.core.cards_at_random import crowds, questions, volunteers

both_ways = pytest.mark.parametrize("compiled", [True, False])


def pairs_of(packed, found):
    return [
        (packed.question_ids[row], packed.volunteer_ids[column])
        for row, column in zip(found.questions, found.volunteers, strict=True)
    ]


@both_ways
@settings(max_examples=60, deadline=None)
@given(made=calm_towns(12, 12))
def test_where_hours_never_bind_it_is_the_proposal_in_full(compiled, made):
    packed = weigh_all(*made, Weights()).packed
    found = best_of_all(packed, AT_MOST, compiled=compiled)
    best = propose(*made, Weights())
    assert pairs_of(packed, found) == [(one.question, one.volunteer) for one in best.pairings]
    assert (found.value, found.served, found.proven) == (best.value, len(best.pairings), True)


@both_ways
@settings(max_examples=60, deadline=None)
@given(made=busy_towns(10, 10))
def test_where_hours_bind_it_is_the_best_or_says_nothing(compiled, made):
    packed = weigh_all(*made, Weights()).packed
    found = best_of_all(packed, AT_MOST, compiled=compiled)
    best = propose(*made, Weights())
    assert found is None or (best.proven and found.value == best.value)


def test_a_team_is_left_to_the_proposal_in_full():
    asked, crowd = one_town(6, 6)
    asked[0] = replace(asked[0], helpers_needed=2)
    assert best_of_all(pack(asked, crowd, Weights()), AT_MOST, compiled=False) is None


@both_ways
@settings(max_examples=80, deadline=None)
@given(asked=crowds(questions()), offered=crowds(volunteers()))
def test_places_are_lowered_to_what_fits_in_the_hours(compiled, asked, offered):
    packed = pack(asked, offered, Weights())
    found = edges(packed)
    problem = pose(
        found.indptr,
        found.indices,
        found.score,
        cap=packed.places,
        limits=AT_MOST,
        level=packed.step,
        hours=packed.questions.hours,
        room=packed.volunteers.hours,
    )
    within = tightened(problem).caps
    lowered = caps_within_hours(packed, nested_caps(packed.places, AT_MOST), compiled=compiled)
    more_than_one = packed.places > 1
    short = packed.volunteers.hours < packed.places * packed.questions.hours.max(initial=0)
    looked_at = more_than_one & short & np.array([one.available for one in offered], dtype=bool)
    assert (lowered >= within).all()
    assert lowered[looked_at].tolist() == within[looked_at].tolist()
    if compiled:
        assert count_eligible(packed) == len(found.indices)


def test_a_wide_town_is_proposed_without_writing_pairs_down(monkeypatch):
    """Equal to the proposal over written pairs; the border between the two is only about speed."""
    made = calmed(*one_town(120, 150))
    written = propose_from(weigh_all(*made, Weights()))
    monkeypatch.setattr("kruispunt.core.propose.WIDE", 10)
    weighed = weigh_all(*made, Weights())
    assert propose_from(weighed) == written
    assert "edges" not in vars(weighed)
    assert weighed.eligible == len(weighed.edges.indices)
