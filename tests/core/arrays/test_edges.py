"""The fast path is the plain meaning: the same pairs, the same shares, to the last hundredth."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kruispunt.core.arrays import edges, edges_of_questions, edges_of_volunteers, pack, shares
from kruispunt.core.criteria import CRITERIA
from kruispunt.core.weights import ALL_POINTS, Weights
from tests.core.arrays.crowds import (
    WEIGHTS,
    as_pairs,
    easy_question,
    easy_volunteer,
    meaning,
    wordy,
)
from tests.core.cards_at_random import crowds, questions, volunteers

both_ways = pytest.mark.parametrize("compiled", [True, False])


def scores(standings):
    return {pair: standing.score for pair, standing in standings.items()}


def loose(volunteer):
    """Take away what refuses most, so that many pairs reach the score."""
    return replace(
        volunteer,
        reach=20_000_000,
        hours=4000,
        available=True,
        trainings=volunteer.trainings | {"basis"},
        has_vog=True,
    )


@both_ways
@settings(max_examples=400, deadline=None)
@given(asked=crowds(questions()), offered=crowds(volunteers()), open_doors=st.booleans())
def test_the_edges_are_exactly_the_eligible_pairs_with_their_scores(
    compiled, asked, offered, open_doors
):
    offered = [loose(one) for one in offered] if open_doors else offered
    packed = pack(asked, offered, WEIGHTS)
    assert as_pairs(edges(packed, compiled=compiled)) == scores(meaning(asked, offered))


@both_ways
@settings(max_examples=60, deadline=None)
@given(
    asked=crowds(questions()),
    offered=crowds(volunteers().map(loose)),
    words=st.sampled_from([3, 60, 70, 200, 1000]),
    seed=st.integers(0, 1000),
)
def test_any_number_of_words_gives_the_same_pairs_and_scores(compiled, asked, offered, words, seed):
    asked = [wordy(card, words, seed + n) for n, card in enumerate(asked)]
    offered = [wordy(card, words, seed + 77 + n) for n, card in enumerate(offered)]
    crowd = [wordy(easy_volunteer(n, reach=0, x=9_000_000), words, n) for n in range(200)]
    packed = pack(asked, offered + crowd, WEIGHTS)
    assert as_pairs(edges(packed, compiled=compiled)) == scores(meaning(asked, offered + crowd))


@settings(max_examples=200, deadline=None)
@given(
    asked=crowds(questions()),
    offered=crowds(volunteers().map(loose)),
    points=st.lists(st.integers(0, 3000), min_size=6, max_size=6),
)
def test_the_shares_are_those_of_the_reasons_with_any_weights(asked, offered, points):
    if sum(points) > ALL_POINTS:
        points = [one // 2 for one in points]
    names = [criterion.name for criterion in CRITERIA]
    weights = Weights(points=dict(zip(names, [*points, ALL_POINTS - sum(points)], strict=True)))
    expected = meaning(asked, offered, weights)
    packed = pack(asked, offered, weights)
    found = edges(packed)
    answer = shares(packed, found.rows(), found.indices)
    assert answer.shares.tolist() == [
        [reason.share for reason in expected[pair].reasons] for pair in sorted(expected)
    ]
    assert answer.unknown.tolist() == [
        sum(
            1 << place
            for place, reason in enumerate(expected[pair].reasons)
            if not reason.value.known
        )
        for pair in sorted(expected)
    ]
    assert found.score.tolist() == answer.shares.sum(axis=1).tolist()


@settings(max_examples=200, deadline=None)
@given(
    asked=crowds(questions()),
    offered=crowds(volunteers()),
    others=crowds(volunteers()),
    more=crowds(questions()),
)
def test_cards_that_are_not_packed_get_the_edges_they_would_have(asked, offered, others, more):
    packed = pack(asked, offered, WEIGHTS)
    turned = {
        (row, column): score for (column, row), score in scores(meaning(asked, others)).items()
    }
    assert as_pairs(edges_of_volunteers(packed, others)) == turned
    assert as_pairs(edges_of_questions(packed, more)) == scores(meaning(more, offered))


def test_cards_with_words_nobody_has_said_before_get_the_edges_they_would_have():
    asked, offered = [easy_question(1)], [easy_volunteer(1), easy_volunteer(2, trainings=ALL)]
    packed = pack(asked, offered, WEIGHTS)
    strange = replace(
        wordy(easy_question(2), 500, 1), themes=frozenset({"nieuw"}), slots=frozenset({"nooit"}),
        gender_wish="z", role="gids", term_months=7, kinds=("WANDELEN", "VLIEGEN"),
    )  # fmt: skip
    plain = replace(strange, gender_wish="", languages=frozenset({"nl", "xx"}))
    for card in (strange, plain):
        assert as_pairs(edges_of_questions(packed, [card])) == scores(meaning([card], offered))
    odd = replace(
        wordy(easy_volunteer(3), 500, 2), languages=frozenset({"nl", "xx"}),
        trainings=frozenset({"nieuw"}), roles=frozenset({"gids"}), gender="z",
    )  # fmt: skip
    assert as_pairs(edges_of_volunteers(packed, [odd])) == scores(meaning(asked, [odd]))


ALL = frozenset({"basis", "dementie", "nah", "ggz", "eenzaamheid", "lichamelijk"})


@both_ways
@pytest.mark.parametrize(("away", "fits"), [(4_999_999, 1), (5_000_000, 1), (5_000_001, 0)])
def test_the_reach_counts_to_the_millimetre(compiled, away, fits):
    for dx, dy in ((away, 0), (0, -away), (-away, 0)):
        packed = pack([easy_question(1, x=dx, y=dy)], [easy_volunteer(1)], WEIGHTS)
        assert len(edges(packed, compiled=compiled).indices) == fits


@both_ways
def test_a_slanted_distance_of_exactly_the_reach_is_near_enough(compiled):
    asked = [easy_question(n, x=x, y=y) for n, (x, y) in enumerate(
        [(3_000_000, 4_000_000), (3_000_000, 4_000_001), (-4_000_000, 3_000_000)]
    )]  # fmt: skip
    packed = pack(asked, [easy_volunteer(1)], WEIGHTS)
    assert sorted(as_pairs(edges(packed, compiled=compiled))) == [(0, 0), (2, 0)]


@both_ways
def test_any_reach_at_all_covers_the_whole_country(compiled):
    asked = [easy_question(1, x=7_000_000, y=289_000_000)]
    offered = [
        easy_volunteer(n, x=300_000_000, y=629_000_000, reach=reach)
        for n, reach in enumerate([449_486_000, 449_487_000, 10**9, 10**30])
    ]
    packed = pack(asked, offered, WEIGHTS)
    expected = scores(meaning(asked, offered))
    assert as_pairs(edges(packed, compiled=compiled)) == expected
    assert len(expected) >= 2


@both_ways
@pytest.mark.parametrize(("asked", "offered"), [(0, 0), (0, 3), (3, 0)])
def test_nobody_is_a_crowd_too(compiled, asked, offered):
    packed = pack(
        [easy_question(n) for n in range(asked)],
        [easy_volunteer(n) for n in range(offered)],
        WEIGHTS,
    )
    found = edges(packed, compiled=compiled)
    assert (found.indptr.tolist(), found.indices.tolist()) == ([0] * (asked + 1), [])


@both_ways
def test_everyone_at_one_address_finds_everyone(compiled):
    asked = [easy_question(n) for n in range(40)]
    offered = [easy_volunteer(n, reach=0) for n in range(600)]
    found = edges(pack(asked, offered, WEIGHTS), compiled=compiled)
    assert np.diff(found.indptr).tolist() == [600] * 40
    assert set(found.score.tolist()) == {7500}


@both_ways
def test_who_is_named_in_niet_met_is_left_out_from_either_side(compiled):
    many = frozenset(f"v{n}" for n in range(0, 100, 2))
    asked = [easy_question(0, not_with=many), easy_question(1)]
    offered = [easy_volunteer(n) for n in range(100)]
    offered[1] = easy_volunteer(1, not_with=frozenset({"q1", "q5"}))
    found = edges(pack(asked, offered, WEIGHTS), compiled=compiled)
    assert sorted(as_pairs(found)) == [(0, n) for n in range(1, 100, 2)] + [
        (1, n) for n in range(100) if n != 1
    ]


@both_ways
def test_a_town_is_the_same_town_in_both_ways_and_in_the_plain_meaning(compiled):
    rng = np.random.default_rng(4)
    spots = rng.integers(0, 50_000_000, (150, 2)).tolist()
    asked = [wordy(easy_question(n, x=x, y=y), 90, n) for n, (x, y) in enumerate(spots)]
    offered = [
        wordy(
            easy_volunteer(
                n,
                x=int(rng.integers(0, 60_000_000)),
                y=int(rng.integers(40_000_000)),
                reach=int(rng.choice([0, 1_000_000, 5_000_000, 12_345_678, 80_000_000])),
            ),
            90,
            10_000 + n,
        )
        for n in range(400)
    ]
    expected = scores(meaning(asked, offered))
    assert len(expected) > 1000
    assert as_pairs(edges(pack(asked, offered, WEIGHTS), compiled=compiled)) == expected
