"""The best for one question are the first of the full ranking, whatever changed in between."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kruispunt.core.arrays import Candidate, TopIndex, warm
from kruispunt.core.arrays.compiled import READY
from kruispunt.core.vocabulary import Intensity
from kruispunt.core.weigh import standing, weigh
from tests.core.arrays.crowds import WEIGHTS, easy_question, easy_volunteer, wordy
from tests.core.cards_at_random import crowds, questions, volunteers


@pytest.fixture(params=["compiled", "plain"])
def way(request):
    """Each test runs with the compiled kernel warm, and while it is not."""
    assert warm()
    if request.param == "plain":
        READY.clear()
    yield
    READY.clear()


def first(question, offered, k):
    return [
        Candidate(
            one.volunteer,
            one.score,
            one.score,
            tuple(reason.share for reason in one.reasons),
            sum(1 << at for at, reason in enumerate(one.reasons) if not reason.value.known),
        )
        for one in weigh(question, offered, WEIGHTS).standings[:k]
    ]


@pytest.mark.usefixtures("way")
def test_the_top_is_the_head_of_the_full_ranking():
    @settings(max_examples=200, deadline=None)
    @given(question=questions(), offered=crowds(volunteers()), k=st.integers(0, 8))
    def holds(question, offered, k):
        assert TopIndex(offered, WEIGHTS).top(question, k) == first(question, offered, k)

    holds()


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("words", [20, 300])
def test_a_thousand_changes_leave_the_index_exact(words):
    rng = np.random.default_rng(words)
    steps = iter(range(10**6))

    def anyone(number):
        x, y = rng.integers(0, 30_000_000, 2).tolist()
        card = easy_volunteer(
            number,
            x=x,
            y=y,
            reach=int(rng.choice([0, 3_000_000, 10_000_000, 60_000_000])),
            not_with=frozenset({f"q{rng.integers(9)}"} if rng.random() < 0.1 else ()),
            places=int(rng.integers(0, 3)),
        )
        return wordy(card, words, next(steps))

    cards = {card.id: card for card in map(anyone, range(300))}
    index = TopIndex(cards.values(), WEIGHTS)
    for step in range(1000):
        number = int(rng.integers(0, 400))
        if rng.random() < 0.3 and f"v{number}" in cards:
            index.remove(f"v{number}")
            del cards[f"v{number}"]
        else:
            card = anyone(number)
            if rng.random() < 0.5 and card.id in cards:
                card = replace(card, x=cards[card.id].x, y=cards[card.id].y)
            index.put(card)
            cards[card.id] = card
        if step % 20 == 0:
            x, y = rng.integers(-5_000_000, 35_000_000, 2).tolist()
            asked = wordy(easy_question(step % 9, x=x, y=y), words, next(steps))
            assert index.top(asked, 7) == first(asked, cards.values(), 7)
    assert len(index) == len(cards)


@pytest.mark.usefixtures("way")
def test_more_moves_than_may_lie_loose_lay_everyone_out_anew(monkeypatch):
    monkeypatch.setattr("kruispunt.core.arrays.top.LOOSE", 5)
    cards = {f"v{n}": easy_volunteer(n, x=n * 1_000_000, reach=0) for n in range(40)}
    index = TopIndex(cards.values(), WEIGHTS)
    index.price({"v3": 40})
    for n in range(40):
        card = replace(cards[f"v{n}"], x=(39 - n) * 1_000_000)
        index.put(card)
        cards[card.id] = card
        asked = easy_question(1, x=(39 - n) * 1_000_000)
        assert index.top(asked) == first(asked, cards.values(), 10)
    assert index.top_minus_price(easy_question(1, x=36_000_000))[0].value == 7460


@pytest.mark.usefixtures("way")
def test_a_price_changes_the_order_and_hides_nobody():
    cards = [easy_volunteer(n, x=n * 400_000) for n in range(6)]
    index = TopIndex(cards, WEIGHTS)
    index.price({"v0": 9000, "v2": 100})
    ranked = index.top_minus_price(easy_question(1), 10)
    assert [(one.volunteer, one.value) for one in ranked] == [
        ("v1", 7440),
        ("v3", 7320),
        ("v2", 7280),
        ("v4", 7260),
        ("v5", 7200),
        ("v0", -1500),
    ]
    assert [one.score - one.value for one in ranked] == [0, 0, 100, 0, 0, 9000]
    assert ranked != index.top(easy_question(1), 10)
    assert index.top(easy_question(1), 10) == first(easy_question(1), cards, 10)


def test_one_volunteer_is_shown_with_the_reasons_that_the_cards_give():
    index = TopIndex([easy_volunteer(1)], WEIGHTS)
    assert index.standing(easy_question(1), "v1") == standing(
        easy_question(1), easy_volunteer(1), WEIGHTS
    )


@pytest.mark.usefixtures("way")
def test_the_walk_never_stops_before_someone_who_is_just_as_good():
    cards = [easy_volunteer(n, x=11_000_000 + n * 700_000, reach=90_000_000) for n in range(60)]
    index = TopIndex(cards[::-1], WEIGHTS)
    assert [one.volunteer for one in index.top(easy_question(1), 3)] == ["v0", "v1", "v10"]


@pytest.mark.usefixtures("way")
def test_a_training_nobody_has_heard_of_is_still_a_demand():
    everything = frozenset({"basis", "dementie", "nah", "ggz", "eenzaamheid", "lichamelijk"})
    card = easy_volunteer(1, trainings=everything, max_intensity=Intensity.VERY_INTENSIVE)
    asked = easy_question(
        1, intensity=Intensity.VERY_INTENSIVE, themes=frozenset({"dementie", "vliegangst"})
    )
    index = TopIndex([card], WEIGHTS)
    assert index.top(asked) == []
    index.put(replace(card, trainings=everything | {"vliegangst"}))
    assert [one.volunteer for one in index.top(asked)] == ["v1"]


@pytest.mark.usefixtures("way")
def test_an_empty_shelf_answers_and_takes_its_first_volunteer():
    index = TopIndex([], WEIGHTS)
    assert index.top(easy_question(1)) == []
    index.put(easy_volunteer(1))
    assert index.top(easy_question(1)) == first(easy_question(1), [easy_volunteer(1)], 1)
