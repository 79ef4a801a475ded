"""A place that falls free is offered to the first in line, who says yes or no herself (K22)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction

from kruispunt.arrangements import actions, jobs, queries
from kruispunt.arrangements.actions import waiting_line
from kruispunt.arrangements.models import Enrolment
from kruispunt.arrangements.queries import places
from kruispunt.base import manners
from kruispunt.base.actor import Actor
from kruispunt.base.models import JournalLine, Letter
from kruispunt.base.moves import ImpossibleMove
from kruispunt.offers.models import Activity
from kruispunt.questions import actions as questions
from tests import story
from tests.arrangements.test_kept_apart import keep_apart
from tests.cast import MONDAY

pytestmark = pytest.mark.django_db
FREE = "Er is een plek vrij"


@pytest.fixture
def club(wim):
    return story.eating_club(wim)


@pytest.fixture
def line(club, fatma, joop, bilal, wim):
    """Fatma has the only place; Joop waits longest, and then Bilal."""
    found = []
    for days, one in enumerate((fatma, joop, bilal)):
        question = story.searched(one, wim)
        later = wim.later(hours=days)
        found.append(actions.enrol(later, question.pk, activity_id=club.pk, meets=("WANDELEN",)))
    Letter.objects.all().delete()
    return found


@pytest.fixture
def offered(line, fatma):
    """Fatma stops: her place is held for Joop."""
    actions.end_enrolment(fatma.actor, line[0].pk)
    return Enrolment.objects.get(pk=line[1].pk)


def states(line):
    return [Enrolment.objects.get(pk=one.pk).state for one in line]


def taken(club):
    return Activity.objects.get(pk=club.pk).used


def house(merwedam, **passed):
    return Actor.system(merwedam.pk, MONDAY + timedelta(**passed))


def page_of(one):
    return f"/vrije-plek/{places.place_link(one)}/"


def test_k22_a_place_that_falls_free_is_held_and_offered_to_who_waits_longest(
    offered, line, club, joop
):
    assert states(line) == ["ended", "offered", "waiting"]
    assert (taken(club), offered.due_on) == (1, date(2026, 11, 5))
    [letter] = Letter.objects.filter(subject=FREE)
    assert letter.to_person_id == joop.person.pk
    assert places.place_link(offered) in letter.text
    assert "Zeg het uiterlijk op donderdag 5 november." in letter.text
    assert letter.answer_by == offered.due_on


def test_k22_she_says_yes_by_the_link_without_signing_in_and_the_desk_sees_when(
    offered, line, club, client, wim, joop
):
    page = page_of(offered)
    assert "Ja, ik kom" in client.get(page).content.decode()
    assert states(line)[1] == "offered"  # looking is no answer
    assert client.post(page).status_code == 302
    assert "U doet mee" in client.get(page).content.decode()
    assert client.post(page).status_code == 302  # twice is once
    done = Enrolment.objects.get(pk=offered.pk)
    assert (done.state, done.confirmed_by_id) == ("enrolled", joop.person.pk)
    assert done.confirmed_at is not None
    assert (taken(club), JournalLine.objects.filter(verb="enrolment.confirm_place").count()) == (
        1,
        1,
    )
    assert Letter.objects.filter(subject="Er is plaats voor u").count() == 1

    desk = wim.browser()
    told = desk.get(f"/startpunt/meedoen/bij/{club.pk}/").content.decode()
    assert "Zei ja op" in told
    assert ", zelf." in told
    assert "Op de wachtlijst (1)" in told


def test_k22_after_a_no_the_next_one_is_asked_at_once(offered, line, club, client, bilal):
    assert client.post(page_of(offered), {"no": "1"}).status_code == 302
    assert states(line) == ["ended", "ended", "offered"]
    assert taken(club) == 1
    assert Letter.objects.filter(subject=FREE, to_person_id=bilal.person.pk).count() == 1
    assert "U komt niet" in client.get(page_of(offered)).content.decode()
    assert client.post(page_of(offered)).status_code == 409


def test_k22_after_silence_the_next_one_is_asked_and_somebody_calls(
    offered, line, club, merwedam, client, wim
):
    jobs.offer_free_places(house(merwedam, days=3))
    assert states(line) == ["ended", "offered", "waiting"]  # on the last day she is in time
    for _ in range(2):
        jobs.offer_free_places(house(merwedam, days=4))
    assert states(line) == ["ended", "missed", "offered"]
    assert taken(club) == 1
    assert "De plek is weg" in client.get(page_of(offered)).content.decode()
    assert client.post(page_of(offered)).status_code == 409
    calls = [pile for pile in queries.piles(wim.actor) if pile.noun == "enrolment"]
    steps = [step for pile in calls if pile.waiting.exists() for step in pile.steps.values()]
    assert "Bel: geen antwoord op een vrije plek" in steps

    back = actions.enrol_again(wim.actor, offered.pk)
    assert (back.state, back.offered_at) == ("waiting", None)


def test_k22_the_term_is_a_setting_with_a_date(line, fatma, petra):
    manners.set_length(petra.actor, name="enrolment.answer", length=1, valid_from=date(2026, 11, 2))
    actions.end_enrolment(fatma.actor, line[0].pk)
    assert Enrolment.objects.get(pk=line[1].pk).due_on == date(2026, 11, 3)


def test_k22_a_yes_by_telephone_is_noted_with_who_heard_it(offered, wim, noor):
    with pytest.raises(ObjectDoesNotExist):
        waiting_line.confirm_place(noor.actor, offered.pk)
    done = waiting_line.confirm_place(wim.actor, offered.pk)
    assert done.confirmed_by_id == wim.person.pk
    page = wim.browser().get(f"/startpunt/meedoen/{done.pk}/").content.decode()
    assert "opgeschreven door Wim" in page


def test_k22_a_place_that_is_free_while_somebody_waits_is_offered_by_itself(line, club, merwedam):
    jobs.offer_free_places(house(merwedam))
    assert states(line) == ["enrolled", "waiting", "waiting"]
    Activity.objects.filter(pk=club.pk).update(capacity=2)
    for _ in range(2):
        jobs.offer_free_places(house(merwedam))
    assert states(line) == ["enrolled", "offered", "waiting"]
    assert taken(club) == 2


def test_k22_only_the_house_offers_a_place(club, wim):
    with pytest.raises(PermissionDenied):
        waiting_line.offer_place(wim.actor, club.pk)


def test_k22_who_stops_while_asked_gives_the_place_on(offered, line, club, joop):
    actions.end_enrolment(joop.actor, offered.pk)
    assert states(line) == ["ended", "ended", "offered"]
    assert taken(club) == 1


def test_k22_two_who_may_never_meet_are_not_offered_places_beside_each_other(
    line, club, merwedam, joop, bilal, wim
):
    Activity.objects.filter(pk=club.pk).update(capacity=3)
    keep_apart(wim, joop, bilal)
    for _ in range(2):
        jobs.offer_free_places(house(merwedam))
    assert states(line) == ["enrolled", "offered", "waiting"]
    assert taken(club) == 2


def test_k22_who_may_no_longer_meet_somebody_there_cannot_say_yes_any_more(
    line, club, merwedam, fatma, joop, wim
):
    Activity.objects.filter(pk=club.pk).update(capacity=2)
    jobs.offer_free_places(house(merwedam))
    keep_apart(wim, fatma, joop)
    with pytest.raises(ImpossibleMove):
        waiting_line.confirm_place(joop.actor, line[1].pk)
    assert states(line) == ["enrolled", "offered", "waiting"]


def test_k22_a_question_that_is_over_waits_for_nothing(line, club, joop, fatma, wim):
    questions.withdraw(joop.actor, line[1].arrangement.question_id)
    actions.end_enrolment(fatma.actor, line[0].pk)
    assert states(line)[1:] == ["waiting", "offered"]


def test_k22_zed_finds_nothing_and_a_forged_word_opens_nothing(offered, zed, client):
    assert zed.browser().get(f"/startpunt/meedoen/bij/{offered.activity_id}/").status_code == 404
    assert client.get("/vrije-plek/een-vals-woord/").status_code == 404
    with pytest.raises(ObjectDoesNotExist):
        waiting_line.confirm_place(zed.actor, offered.pk)


def test_k22_an_offer_without_a_day_is_refused_by_the_database(offered):
    with pytest.raises(IntegrityError), transaction.atomic():
        Enrolment.objects.filter(pk=offered.pk).update(due_on=None)


def test_k22_the_page_of_three_takes_as_many_queries_as_that_of_one(
    line, club, wim, django_assert_num_queries
):
    with django_assert_num_queries(1):
        groups = places.taking_part(wim.actor, club.pk)
        assert [str(one.arrangement.question.asked_by) for _, some in groups for one in some]
    assert [len(some) for _, some in groups] == [1, 2]


def test_k22_who_waits_for_a_place_cannot_confirm_one(line, joop):
    with pytest.raises(ImpossibleMove):
        waiting_line.confirm_place(joop.actor, line[1].pk)
