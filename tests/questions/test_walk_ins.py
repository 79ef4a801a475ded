"""The walk-in desk: quick noting, counting by the week, and carrying on when more is needed."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kruispunt.base.moves import ImpossibleMove
from kruispunt.questions import actions
from kruispunt.questions.models import Signal, WalkIn
from kruispunt.questions.queries import walk_ins
from tests.cast import MONDAY
from tests.desks.test_startpunt_pages import words

PAGE = "/startpunt/inloop/"


def test_d17_wim_notes_in_one_line_who_came_by_without_a_name(wim):
    desk = wim.browser()
    assert desk.post(PAGE, {"words": "Brief van de energie", "topic": "paper"}).status_code == 302
    page = words(desk.get(PAGE))
    assert "Brief van de energie" in page
    assert "Post, geld en formulieren" in page
    assert WalkIn.objects.get().by_id == wim.person.pk


def test_d17_an_empty_line_counts_as_well(wim):
    assert wim.browser().post(PAGE, {"words": "", "topic": ""}).status_code == 302
    assert "Er kwam iemand langs" in words(wim.browser().get(PAGE))


def test_d17_how_many_came_by_in_each_week(wim):
    for days, times in ((0, 3), (7, 2), (21, 1)):
        for _ in range(times):
            actions.note_walk_in(wim.later(days=days))
    found = walk_ins.walk_ins_a_week(wim.later(days=21))

    first = MONDAY.date()
    counted = [(day, count) for day, count in found if count]
    assert counted == [
        (first + timedelta(days=21), 1),
        (first + timedelta(days=7), 2),
        (first, 3),
    ]
    assert len(found) == walk_ins.WEEKS


def test_d17_it_becomes_a_signal_when_more_is_needed_and_only_once(wim):
    desk = wim.browser()
    desk.post(PAGE, {"words": "Zij zorgt voor haar moeder", "topic": "carer"})
    came = WalkIn.objects.get()
    answer = desk.post(f"{PAGE}{came.pk}/signaal/")
    made = Signal.objects.get()
    assert answer.url == f"/startpunt/signalen/{made.pk}/"
    assert (made.words, made.about, made.state) == (came.words, "carer", "handed_in")
    assert desk.post(f"{PAGE}{came.pk}/signaal/").status_code == 409
    assert Signal.objects.count() == 1
    assert "Naar het signaal" in words(desk.get(PAGE))


def test_d17_of_an_empty_line_nothing_can_be_made(wim):
    came = actions.note_walk_in(wim.actor)
    with pytest.raises(ImpossibleMove):
        actions.bring_walk_in(wim.actor, came.pk)


def test_d17_a_line_of_the_desk_is_of_the_startpunt_alone(wim, els, noor, zed):
    came = actions.note_walk_in(wim.actor, words="Over de huur")
    for other in (els, noor):
        with pytest.raises(PermissionDenied):
            actions.note_walk_in(other.actor, words="Hallo")
        assert other.browser().get(PAGE).status_code == 404
    assert zed.browser().post(f"{PAGE}{came.pk}/signaal/").status_code == 404
    assert "Over de huur" not in words(zed.browser().get(PAGE))
    assert walk_ins.walk_ins_a_week(zed.actor)[0][1] == 0


@pytest.mark.parametrize("rows", [1, 3])
def test_d17_the_page_asks_the_same_for_one_and_for_three(rows, wim, django_assert_max_num_queries):
    for number in range(rows):
        actions.note_walk_in(wim.actor, words=f"Vraag {number}")
    desk = wim.browser()
    desk.get(PAGE)
    with django_assert_max_num_queries(14):
        desk.get(PAGE)
