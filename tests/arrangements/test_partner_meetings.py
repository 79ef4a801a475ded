"""Around the table with a partner: who, at which level, and what was promised (A23)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from kruispunt.arrangements import queries as answers
from kruispunt.arrangements.actions import partnership
from kruispunt.arrangements.models import Meeting, Promise
from kruispunt.arrangements.queries import late
from kruispunt.arrangements.queries import partnership as partners
from kruispunt.base import journal
from kruispunt.base.moves import ImpossibleMove
from kruispunt.people import actions as people


@pytest.fixture
def clinic(wim, ank):
    return people.register_organisation(
        wim.actor, name="De Merwehof", kind="care", contact_id=ank.person.pk
    )


@pytest.fixture
def table(petra, clinic):
    return partnership.note_meeting(
        petra.actor, clinic.pk, level="direction", who="Ank en de directeur", on=petra.actor.today
    )


@pytest.fixture
def promise(petra, table):
    return partnership.note_promise(
        petra.actor,
        table.pk,
        words="Een vaste contactpersoon",
        owner="De directeur",
        due_on=petra.actor.today + timedelta(days=7),
    )


def waits(actor, source):
    return [pile.waiting.count() for pile in source(actor) if pile.noun == "promise"]


def test_a23_a_meeting_and_what_was_promised_stand_together(petra, clinic, promise):
    (one,) = partners.meetings(petra.actor, clinic.pk)

    assert (one.level, one.who) == ("direction", "Ank en de directeur")
    assert list(one.promises.all()) == [promise]
    assert [line.verb for line in journal.lines_of(promise)] == ["promise.make"]


def test_a23_what_is_due_lies_on_petras_work_and_what_is_late_is_heard(petra, promise):
    days = [petra.later(days=days) for days in (1, 7, 30)]

    assert [waits(actor, answers.piles) for actor in days] == [[0], [1], [1]]
    assert [waits(actor, late.late) for actor in days] == [[0], [0], [1]]
    partnership.keep_promise(days[2], promise.pk, outcome="Het is Ank")
    assert waits(days[2], answers.piles) == waits(days[2], late.late) == [0]
    with pytest.raises(ImpossibleMove):
        partnership.drop_promise(days[2], promise.pk, outcome="toch niet")


def test_a23_only_the_process_manager_notes_and_another_town_sees_nothing(
    petra, wim, zed, clinic, table, promise
):
    with pytest.raises(PermissionDenied):
        partnership.note_meeting(wim.actor, clinic.pk, level="board", who="x", on=wim.actor.today)
    with pytest.raises(PermissionDenied):
        partnership.keep_promise(wim.actor, promise.pk)
    with pytest.raises(ObjectDoesNotExist):
        partnership.keep_promise(zed.actor, promise.pk)
    assert not partners.meetings(zed.actor, clinic.pk).exists()


def test_a23_no_meeting_in_the_future_and_nothing_dropped_without_a_reason(
    petra, clinic, table, promise
):
    tomorrow = petra.actor.today + timedelta(days=1)
    with pytest.raises(ValidationError, match="nog komen"):
        partnership.note_meeting(petra.actor, clinic.pk, level="board", who="x", on=tomorrow)
    with pytest.raises(ValidationError, match="waarom"):
        partnership.drop_promise(petra.actor, promise.pk, outcome=" ")
    with pytest.raises(IntegrityError), transaction.atomic():
        Promise.objects.update(state="dropped")


def test_a23_all_of_it_is_done_on_the_pages(petra, clinic):
    browser, here = petra.browser(), f"/procesmanager/partners/{clinic.pk}/gesprekken/"
    today = petra.actor.today.isoformat()
    told = {"on": today, "who": "Ank", "level": "operations", "words": "Sneller antwoorden"}
    assert browser.post(here, {**told, "who": ""}).status_code == 422
    assert browser.post(here, told).status_code == 302
    table = Meeting.objects.get()
    asked = {"words": "Wij bellen elke week", "owner": "Ank", "due_on": today}
    assert browser.post(f"{here}{table.pk}/", asked).status_code == 302
    promise = Promise.objects.get()
    settle = f"/procesmanager/partners/{clinic.pk}/afspraak/{promise.pk}/"
    assert "Wij bellen elke week" in browser.get(settle).content.decode()
    assert browser.post(settle, {"done": "dropped"}).status_code == 422
    assert browser.post(settle, {"done": "kept", "outcome": "Gaat goed"}).status_code == 302
    assert "Gedaan" in browser.get(here).content.decode()


@pytest.mark.parametrize("crowd", [1, 3])
def test_a23_as_many_queries_for_three_meetings_as_for_one(
    crowd, petra, clinic, django_assert_num_queries
):
    for number in range(crowd):
        table = partnership.note_meeting(
            petra.actor, clinic.pk, level="board", who=f"{number}", on=petra.actor.today
        )
        partnership.note_promise(
            petra.actor, table.pk, words="x", owner="y", due_on=petra.actor.today
        )
    with django_assert_num_queries(2):
        [list(one.promises.all()) for one in partners.meetings(petra.actor, clinic.pk)]
