"""Cards are laid in arrays without loss, and cards that cannot be are refused in a sentence."""

import numpy as np
import pytest

from kruispunt.core.arrays import CardsRefused, TooManyWords, TopIndex, edges, pack
from kruispunt.core.vocabulary import Intensity
from tests.core.arrays.crowds import WEIGHTS, easy_question, easy_volunteer


def test_an_id_that_occurs_twice_is_refused_by_name():
    with pytest.raises(CardsRefused, match="'q1' occurs more than once"):
        pack([easy_question(1), easy_question(1)], [], WEIGHTS)
    with pytest.raises(CardsRefused, match="'v1' occurs more than once"):
        pack([], [easy_volunteer(1), easy_volunteer(1)], WEIGHTS)


@pytest.mark.parametrize("place", [{"x": 10**9 + 1}, {"y": -(10**9) - 1}])
def test_a_place_where_squared_distances_would_not_fit_is_refused(place):
    with pytest.raises(CardsRefused, match="off the map"):
        pack([easy_question(1, **place)], [], WEIGHTS)
    with pytest.raises(CardsRefused, match="off the map"):
        pack([], [easy_volunteer(1, **place)], WEIGHTS)
    with pytest.raises(CardsRefused, match="off the map"):
        TopIndex([easy_volunteer(1)], WEIGHTS).top(easy_question(1, **place))


def test_the_furthest_places_still_have_an_exact_distance():
    far = 10**9
    asked, offered = easy_question(1, x=far, y=far), easy_volunteer(1, x=-far, y=-far)
    across = 2_828_427_125
    for reach, found in ((across, 1), (across - 1, 0)):
        one = easy_volunteer(1, x=-far, y=-far, reach=reach)
        assert len(edges(pack([asked], [one], WEIGHTS)).indices) == found
    assert len(edges(pack([asked], [offered], WEIGHTS)).indices) == 0


@pytest.mark.parametrize(
    ("card", "name"),
    [
        ({"kinds": frozenset(f"soort{n}" for n in range(65))}, "soort"),
        ({"slots": frozenset(f"deel{n}" for n in range(62))}, "dagdelen"),
        ({"trainings": frozenset(f"cursus{n}" for n in range(17))}, "trainingen"),
        ({"terms": frozenset(range(1, 66))}, "rol, frequentie en termijn"),
    ],
)
def test_a_closed_list_that_outgrows_its_bits_is_refused_by_name(card, name):
    with pytest.raises(TooManyWords, match=name):
        pack([], [easy_volunteer(1, **card)], WEIGHTS)


def test_need_class_priority_and_places_go_along_for_the_solver():
    asked = [
        easy_question(1, helpers_needed=3, intensity=Intensity.VERY_INTENSIVE, days_waiting=90),
        easy_question(2),
    ]
    packed = pack(asked, [easy_volunteer(1, places=4)], WEIGHTS)
    assert packed.need.tolist() == [3, 1]
    assert packed.step.tolist() == [2, 0]
    assert packed.priority.tolist() == [WEIGHTS.priority(one) for one in asked]
    assert packed.places.tolist() == [4]


def test_endless_hours_are_enough_for_any_question():
    asked = [easy_question(1, hours=10**17), easy_question(2, hours=10**25)]
    offered = [easy_volunteer(1, hours=10**30), easy_volunteer(2, hours=10**16)]
    found = edges(pack(asked, offered, WEIGHTS))
    assert (np.diff(found.indptr).tolist(), found.indices.tolist()) == ([1, 1], [0, 0])
