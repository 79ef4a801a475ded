"""What will wait when it goes on like this: by class, by theme and by neighbourhood (A4, C18)."""

import pytest
from django.core.exceptions import PermissionDenied

from kruispunt.base.roles import Role
from kruispunt.core.ahead import ahead as look_ahead
from kruispunt.insights.queries import ahead
from tests import story
from tests.cast import enter


def test_a4_what_waits_now_and_what_will_wait_in_twelve_weeks(fatma, wim, petra):
    story.searched(fatma, wim)
    story.asked(fatma)

    seen = ahead.forecast(petra.actor)
    by_class = {one.name: one for one in seen.by_class}
    assert (by_class["Intensief"].waiting, by_class["Intensief"].came) == (1, 1)
    assert by_class["Nog niet gewogen"].waiting == 1
    assert by_class["Licht"].then == look_ahead(0, came=0, went=0, seen_weeks=26, weeks=12)
    assert [one.waiting for one in seen.by_neighbourhood] == [2]
    assert {one.name: one.waiting for one in seen.by_theme}["Zonder bijzonder onderwerp"] == 2


def test_c18_what_is_asked_stands_beside_the_room_that_volunteers_have(noor, els, petra):
    story.available(noor, els)

    assert dict(ahead.forecast(petra.actor).room) == {
        "Licht": 0, "Intensief": 2, "Zeer intensief": 0,
    }  # fmt: skip


def test_prv16_what_follows_from_a_hidden_number_is_hidden(fatma, merwedam):
    story.asked(fatma)
    ruben = enter("Ruben", merwedam, Role.POLICY)

    hidden = {one.name: one for one in ahead.forecast(ruben.actor).by_class}["Nog niet gewogen"]
    assert (hidden.waiting, hidden.came, hidden.then) == (None, None, None)


def test_noor_and_zed_see_nothing_of_it(fatma, noor, zed):
    story.asked(fatma)
    with pytest.raises(PermissionDenied):
        ahead.forecast(noor.actor)
    assert {one.waiting for one in ahead.forecast(zed.actor).by_class} == {0}


@pytest.mark.parametrize("crowd", [1, 3])
def test_as_many_queries_for_three_as_for_one(crowd, fatma, petra, django_assert_num_queries):
    for _ in range(crowd):
        story.asked(fatma)

    with django_assert_num_queries(4):
        ahead.forecast(petra.actor)
