"""Merwedam on paper: a town that fits together, speaks naturally and is the same every time."""

import subprocess
import sys
from collections import Counter
from itertools import pairwise

from kruispunt.config.merwedam import askers, books, givers, ground, inhabitants, kinds
from kruispunt.core.vocabulary import TERM_MONTHS, Frequency, Kind, Role, Slot, Theme, Training

AREAS = ground.neighbourhoods()


def surface(ring):
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise((*ring, ring[0]))) / 2


def edges(area):
    return list(pairwise((*area.outline, area.outline[0])))


def test_six_neighbourhoods_touch_without_gap_or_overlap():
    walked = Counter(edge for area in AREAS for edge in edges(area))
    assert len(AREAS) == 6
    assert set(walked.values()) == {1}  # nobody walks the same border in the same direction
    outer = {a: b for a, b in walked if (b, a) not in walked}
    ring = [next(iter(outer))]
    while outer[ring[-1]] != ring[0]:
        ring.append(outer[ring[-1]])
    assert len(ring) == len(outer)  # one closed line around the town: no holes inside
    assert round(surface(ring)) == round(sum(surface(area.outline) for area in AREAS))


def test_outlines_look_drawn_by_hand_and_lie_in_the_netherlands():
    for area in AREAS:
        assert surface(area.outline) > 1_000_000
        assert len(area.outline) >= 14
        assert all(7000 < x < 300000 and 289000 < y < 629000 for x, y in area.outline)


def test_every_street_and_every_front_door_stands_in_one_neighbourhood():
    corners = [(area, at) for area in AREAS for street in area.streets for at in street.line]
    doors = [(ground.neighbourhood(one.neighbourhood), one.place) for one in townspeople()]
    for home, place in (*corners, *doors):
        assert [area.name for area in AREAS if area.contains(place)] == [home.name]


def townspeople():
    return inhabitants.inhabitants()


def test_four_thousand_people_bear_the_names_of_a_dutch_town():
    people = townspeople()
    assert len(people) == 4000
    assert len({one.email for one in people}) == 4000
    assert all(one.email.isascii() and one.email.endswith("@merwedam.example") for one in people)
    particles = Counter(one.particle for one in people)
    assert particles["van den"] > 20
    assert particles["van 't"] > 5
    assert len({one.origin for one in people}) == 7
    assert all(18 <= one.age < 94 for one in people)


def test_every_kind_of_help_can_be_asked_in_several_ways():
    assert set(kinds.shares()) == {kind.value for kind in Kind}
    for kind in Kind:
        said = kinds.sentences_for(kind)
        ways = sum(books.spoken_ways(one.words) for one in said)
        assert ways >= 2, kind
    assert len({one.words for one in askers.askings()}) >= 200
    assert askers.words_never_used() == ()


def test_questions_use_the_words_of_the_house():
    for one in askers.askings():
        assert set(one.slots) <= set(Slot), one.slots
        assert set(one.themes) <= set(Theme)
        assert bool(one.themes) == bool(one.flags)
        assert one.frequency in set(Frequency)
        assert one.role in set(Role)
        assert one.term in TERM_MONTHS
        assert "{" not in one.words
        assert "[" not in one.words


def test_volunteers_use_the_words_of_the_house():
    everyone = givers.givers()
    assert len(everyone) == len({one.who.number for one in everyone}) == 400
    for one in everyone:
        assert set(one.kinds) <= {kind.value for kind in Kind}
        assert set(one.slots) <= set(Slot)
        assert set(one.trainings) <= set(Training)
        assert set(one.roles) <= set(Role)
        assert set(one.frequencies) <= set(Frequency)
        assert set(one.terms) <= set(TERM_MONTHS)
        assert one.kinds


def test_nobody_asks_twice_or_gives_while_asking():
    asking = [one.who.number for one in askers.askings()]
    assert len(asking) == len(set(asking)) == 580
    assert not set(asking) & {one.who.number for one in givers.givers()}
    assert sum(one.open_now for one in askers.askings()) == 80


def test_a_walking_buddy_who_knows_dementia_is_planted_as_the_bottleneck():
    needed = [
        one
        for one in askers.askings()
        if one.open_now and one.kind == "WANDELEN" and "dementie" in one.themes
    ]
    village = ground.neighbourhood("Oosterwaard")
    waiting = [one for one in needed if village.contains(one.who.place)]
    able = [
        one for one in givers.givers() if "WANDELEN" in one.kinds and "dementie" in one.trainings
    ]
    assert len(waiting) >= 8
    assert len(able) == 5
    for one in able:
        x, y = one.who.place
        for ask in waiting:
            away = ((x - ask.who.place[0]) ** 2 + (y - ask.who.place[1]) ** 2) ** 0.5
            assert away > one.max_km * 1000


def test_thirty_organisations_have_an_address_in_a_street_that_exists():
    organisations = books.book("organisations")["organisation"]
    assert len({one["name"] for one in organisations}) == 30
    for one in organisations:
        streets = [street.name for street in ground.neighbourhood(one["neighbourhood"]).streets]
        assert one["street"] in streets, one["name"]
        assert one["services"] or one["activities"], one["name"]
        for offer in (*one["services"], *one["activities"]):
            assert set(offer["kinds"]) <= {kind.value for kind in Kind}, offer["name"]


def test_another_computer_tells_the_same_story():
    tell = (
        "from kruispunt.config.merwedam import askers, givers;"
        "import hashlib;"
        "print(hashlib.sha256(repr((askers.askings(), givers.givers())).encode()).hexdigest())"
    )
    told = {
        subprocess.run(  # our own words
            [sys.executable, "-c", tell],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
