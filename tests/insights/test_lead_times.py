"""How long each step takes, for Petra in full and for everyone else from ten on (D31, PRV-16)."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as some

from kruispunt.core.lead_times import Line, nine_in_ten, stretches
from kruispunt.insights.queries.lead_times import lead_times
from kruispunt.people.models import Neighbourhood
from kruispunt.questions import actions as questions
from tests import story
from tests.cast import enter

FIRST = "Tot het eerste contact"


@pytest.fixture
def asks(merwedam, wim):
    """So many people of a neighbourhood ask, and are called after so many days."""
    areas = {}

    def ask(number, days, where="Noord"):
        area = areas.get(where) or Neighbourhood.objects.create(
            municipality=merwedam, code=where, name=where
        )
        areas[where] = area
        for _ in range(number):
            asker = enter("Fatma", merwedam, "resident")
            asker.person.neighbourhood = area
            asker.person.save()
            question = story.asked(asker)
            questions.contact(wim.later(days=days), question.pk)

    return ask


def of(found, name):
    return next((one for one in found if one.name == name), None)


def test_d31_the_middle_and_nine_in_ten_of_each_step(asks, wim):
    asks(9, days=1)
    asks(1, days=30)
    asks(1, days=3)
    found = of(lead_times(wim.later(days=60)).steps, FIRST)
    assert (found.times, found.middle, found.most) == (11, 1.0, 3.0)


def test_d31_from_the_first_words_to_the_first_meeting(fatma, noor, wim, els, petra):
    story.introduced(fatma, noor, wim=wim, els=els)
    steps = [one.name for one in lead_times(petra.actor).steps]
    assert steps == [
        FIRST,
        "Verhelderen",
        "Wegen",
        "Kiezen hoe het verder gaat",
        "Een vrijwilliger zoeken",
        "Tot het eerste ja",
        "Tot het ja van de inwoner",
    ]


def test_d31_prv_16_fewer_than_ten_are_not_told_and_petra_reads_them(asks, wim, petra):
    asks(9, days=1)
    hidden = of(lead_times(wim.later(days=9)).steps, FIRST)
    assert (hidden.times, hidden.middle, hidden.most) == (None, None, None)
    assert of(lead_times(petra.later(days=9)).steps, FIRST).times == 9


def test_d31_prv_16_nor_what_follows_by_taking_away(asks, wim):
    asks(3, days=1, where="Zuid")
    asks(12, days=2, where="Noord")
    asks(20, days=2, where="Oost")
    found = lead_times(wim.later(days=9))
    assert of(found.steps, FIRST).times == 35
    [split] = [one for one in found.by_neighbourhood if one.step == FIRST]
    # Thirty-five less twenty is fifteen: of Zuid and Noord together, and of neither apart.
    assert [(one.name, one.times, one.middle) for one in split.parts] == [
        ("Noord", None, None),
        ("Oost", 20, 2.0),
        ("Zuid", None, None),
    ]


def test_d31_what_began_longer_ago_than_the_period_counts_no_more(asks, wim):
    asks(12, days=1)
    assert of(lead_times(wim.later(days=364)).steps, FIRST).times == 12
    assert lead_times(wim.later(days=366)).steps == ()


def test_d31_not_for_residents_and_nothing_of_another_town(asks, fatma, zed):
    asks(12, days=1)
    with pytest.raises(PermissionDenied):
        lead_times(fatma.actor)
    there = enter("Zara", zed.person.municipality, "process_manager")
    assert lead_times(there.actor).steps == ()


def test_d31_on_the_page_of_numbers(asks, petra, wim):
    asks(12, days=1)
    page = petra.browser().get("/cijfers/doorlooptijd/").content.decode()
    assert "Hoe lang duurt elke stap?" in page
    assert wim.browser().get("/cijfers/").content.decode().count("/cijfers/doorlooptijd/") == 1


@given(some.lists(some.tuples(some.integers(0, 3), some.integers(0, 50)), max_size=30))
def test_the_stretches_of_a_row_add_up_to_its_whole_way(moves):
    begin = datetime(2026, 1, 1)  # noqa: DTZ001  (only days between moments are measured)
    days = sorted(day for _, day in moves)
    lines = [
        Line(f"q:{row}", "" if place < 4 else "state", begin + timedelta(days=day))
        for place, (row, day) in enumerate(
            [(row, 0) for row in range(4)]
            + [(row, day) for (row, _), day in zip(moves, days, strict=True)]
        )
    ]
    found = stretches(lines)
    for row in range(4):
        mine = [one.days for one in found if one.subject == f"q:{row}"]
        last = max((line.at for line in lines if line.subject == f"q:{row}"), default=begin)
        assert sum(mine) == pytest.approx((last - begin).days)


@given(some.lists(some.floats(0, 400), min_size=1))
def test_at_least_nine_in_ten_lie_within(days):
    most = nine_in_ten(days)
    assert 10 * sum(one <= most for one in days) >= 9 * len(days)
    assert most in days
