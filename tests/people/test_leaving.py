"""A role for a while, and somebody who takes over: nothing is nobody's (D51)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from kruispunt.arrangements import actions as answers
from kruispunt.arrangements.models import Escalation
from kruispunt.base.models import JournalLine, Letter
from kruispunt.base.roles import Role
from kruispunt.base.taking_over import A_LIST
from kruispunt.people import actions as people
from kruispunt.people.actions.leaving import hand_on
from kruispunt.people.models import Organisation, Seat
from kruispunt.people.queries import leaving
from kruispunt.questions import actions as questions
from kruispunt.questions.models import Question
from tests import story
from tests.cast import MONDAY, enter

LAST = MONDAY.date() + timedelta(days=7)


def seated(who, role, **more):
    return Seat.objects.create(
        municipality=who.person.municipality, person=who.person, role=role,
        since=MONDAY.date() - timedelta(days=100), **more,
    )  # fmt: skip


@pytest.fixture
def loes(merwedam):
    """A colleague of Wim at the Startpunt."""
    found = enter("Loes", merwedam, Role.WORKER)
    seated(found, Role.WORKER)
    return found


@pytest.fixture
def wims(wim):
    return seated(wim, Role.WORKER, until=LAST)


@pytest.fixture
def question(fatma, wim):
    asked = story.asked(fatma)
    return questions.contact(wim.actor, asked.pk)


class TestWhoLeaves:
    """One action, and all that hangs on a name has another name."""

    def test_d51_wim_hands_on_all_his_questions_at_once(self, question, wims, wim, loes, fatma):
        other = questions.contact(wim.actor, story.asked(fatma, "Ik wil naar de markt").pk)
        done = hand_on(wim.actor, wims.pk, successor_id=loes.person.pk)
        assert done.moved == {"Vragen": 2}
        assert set(Question.objects.values_list("pk", "worker")) == {
            (question.pk, loes.person.pk), (other.pk, loes.person.pk),
        }  # fmt: skip
        assert leaving.lies_there(wim.actor, wims) == []
        assert Letter.objects.filter(
            to_person_id=loes.person.pk, subject="U neemt werk over"
        ).exists()
        assert JournalLine.objects.filter(verb="question.hand_over").count() == 2

    def test_d51_of_a_long_heap_the_page_says_how_many_it_shows(self, question, wims, wim):
        for _ in range(A_LIST):
            question.pk = None
            question.save(force_insert=True)
        page = wim.browser().get(f"/werk/overdragen/{wims.pk}/").content.decode()
        assert f"Vragen: {A_LIST + 1}" in page
        assert f"Hier staan er {A_LIST} van de {A_LIST + 1}." in page

    def test_d51_what_is_over_stays_in_the_name_of_who_did_it(self, question, wims, wim, loes):
        questions.withdraw(wim.actor, question.pk, ending="Niet meer nodig")
        assert hand_on(wim.actor, wims.pk, successor_id=loes.person.pk).moved.total() == 0
        question.refresh_from_db()
        assert question.worker == wim.person
        assert not Letter.objects.filter(to_person_id=loes.person.pk).exists()

    def test_d51_what_the_successor_may_not_have_becomes_everybodys(
        self, question, wims, wim, loes, merwedam
    ):
        """Loes may never meet Fatma: it does not show why, and the question is not lost."""
        safety = enter("Saar", merwedam, Role.SAFETY_OFFICER)
        people.exclude(
            safety.actor, one_id=loes.person.pk, other_id=question.asked_by_id, reason="Bekend"
        )
        done = hand_on(wim.actor, wims.pk, successor_id=loes.person.pk)
        assert (done.moved.total(), done.freed) == (0, {"Vragen": 1})
        question.refresh_from_db()
        assert question.worker is None

    def test_d51_petra_is_there_for_a_while_and_her_cases_go_along(
        self, fatma, petra, merwedam, wim
    ):
        """The temporary process manager: a seat with a last day, which can be set anew."""
        seat = seated(petra, Role.PROCESS_MANAGER, until=LAST)
        next_one = enter("Paul", merwedam, Role.PROCESS_MANAGER)
        seated(next_one, Role.PROCESS_MANAGER)
        question = story.searched(fatma, wim)
        stuck = answers.report(wim.actor, question.pk, cause="dispute", tried="Gebeld")
        Escalation.objects.filter(pk=stuck.pk).update(manager=petra.person)
        technician = enter("Tekla", merwedam, Role.TECHNICIAN)
        people.extend_seat(technician.actor, seat.pk, until=LAST + timedelta(days=30))
        hand_on(petra.actor, seat.pk, successor_id=next_one.person.pk, last_day=LAST)
        stuck.refresh_from_db()
        seat.refresh_from_db()
        assert (stuck.manager, seat.until) == (next_one.person, LAST)

    def test_d51_a_contact_person_hands_on_for_one_organisation_only(self, ank, merwedam, wim):
        here, there = (
            people.register_organisation(
                wim.actor, name=name, kind="care", contact_id=ank.person.pk
            )
            for name in ("Zorg", "Welzijn")
        )
        seat = seated(ank, Role.CONTACT, organisation=here)
        colleague = enter("Carla", merwedam, Role.CONTACT)
        seated(colleague, Role.CONTACT, organisation=here)
        hand_on(ank.actor, seat.pk, successor_id=colleague.person.pk)
        assert set(Organisation.objects.values_list("name", "contact__given_name")) >= {
            ("Zorg", "Carla"), ("Welzijn", "Ank"),
        }  # fmt: skip
        assert there.contact == ank.person

    def test_d51_what_is_left_at_one_organisation_waits_though_she_works_for_another(
        self, ank, petra, merwedam, wim
    ):
        here, there = (
            people.register_organisation(
                wim.actor, name=name, kind="care", contact_id=ank.person.pk
            )
            for name in ("Zorg", "Welzijn")
        )
        over = seated(ank, Role.CONTACT, organisation=here, until=LAST)
        seated(ank, Role.CONTACT, organisation=there)
        [pile] = leaving.leaving_piles(ank.actor)
        assert list(pile.waiting) == [over]
        later = petra.later(days=8)
        assert list(leaving.left_behind(later)) == [over]

        successor = enter("Carla", merwedam, Role.CONTACT)
        seated(successor, Role.CONTACT, organisation=here)
        hand_on(later, over.pk, successor_id=successor.person.pk)
        assert not leaving.left_behind(later)
        there.refresh_from_db()
        assert there.contact == ank.person


class TestWhoMay:
    """Herself, a colleague of the same desk, and the process manager for who is gone."""

    def test_d51_only_to_who_sits_at_the_same_desk(self, wims, wim, els, loes):
        seated(els, Role.COORDINATOR)
        assert leaving.successors(wim.actor, wims) == [(loes.person.pk, "Loes")]
        with pytest.raises(ValidationError):
            hand_on(wim.actor, wims.pk, successor_id=els.person.pk)

    @pytest.mark.parametrize("who", ["els", "noor", "fatma", "ank", "bilal"])
    def test_d51_others_hand_on_nothing_of_wim(self, who, wims, loes, request):
        with pytest.raises((Seat.DoesNotExist, PermissionDenied)):
            hand_on(request.getfixturevalue(who).actor, wims.pk, successor_id=loes.person.pk)

    def test_d51_zed_never_sees_a_seat_of_here(self, wims, zed, loes):
        for role in (Role.WORKER, Role.PROCESS_MANAGER, Role.TECHNICIAN):
            elsewhere = replace(zed.actor, roles=frozenset({role}))
            with pytest.raises(Seat.DoesNotExist):
                hand_on(elsewhere, wims.pk, successor_id=loes.person.pk)

    def test_d51_petra_hands_on_for_who_is_ill_and_reads_no_names(
        self, question, wims, petra, loes, wim
    ):
        [heap] = leaving.lies_there(petra.actor, wims)
        assert (heap.label, heap.count, heap.lines) == ("Vragen", 1, ())
        [own] = leaving.lies_there(wim.actor, wims)
        assert own.lines == ((question.pk, "Fatma"),)
        assert hand_on(petra.actor, wims.pk, successor_id=loes.person.pk).moved.total() == 1

    def test_d51_nobody_sends_another_away_or_stays_longer_by_it(self, wims, wim, loes):
        with pytest.raises(ValidationError):
            hand_on(loes.actor, wims.pk, successor_id=loes.person.pk, last_day=LAST)
        for wrong in (MONDAY.date() - timedelta(days=1), LAST + timedelta(days=1)):
            with pytest.raises(ValidationError):
                hand_on(wim.actor, wims.pk, successor_id=loes.person.pk, last_day=wrong)


class TestMyWork:
    """Before the last day it waits with her; after it, with the process manager."""

    @pytest.mark.usefixtures("question")
    def test_d51_it_waits_with_wim_before_his_last_day(self, wims, wim):
        [pile] = leaving.leaving_piles(wim.actor)
        assert list(pile.waiting) == [wims]
        early = wim.later(days=-60)
        assert not leaving.leaving_piles(early)[0].waiting

    @pytest.mark.usefixtures("question")
    def test_d51_what_was_left_behind_lies_with_petra(self, wims, petra, loes):
        later = petra.later(days=8)
        assert list(leaving.left_behind(later)) == [wims]
        assert not leaving.left_behind(petra.actor)
        hand_on(later, wims.pk, successor_id=loes.person.pk)
        assert not leaving.left_behind(later)

    @pytest.mark.usefixtures("wims")
    def test_d51_who_has_nothing_need_not_hand_on(self, wim, petra):
        assert not leaving.leaving_piles(wim.actor)[0].waiting
        assert not leaving.left_behind(petra.later(days=8))

    @pytest.mark.usefixtures("question", "wims")
    def test_d51_who_sits_there_again_left_nothing_behind(self, wim, petra):
        seated(wim, Role.WORKER)
        assert not leaving.left_behind(petra.later(days=8))


def test_d51_on_the_pages(question, wims, wim, loes, petra):
    # A browser lives today; the others of the story on their Monday.
    last = timezone.localdate() + timedelta(days=5)
    Seat.objects.filter(pk=wims.pk).update(until=last)
    browser, where = wim.browser(), f"/werk/overdragen/{wims.pk}/"
    assert where in browser.get("/werk/").content.decode()
    assert where in browser.get("/werk/overdragen/").content.decode()
    told = browser.get(where).content.decode()
    assert f"/startpunt/vraag/{question.pk}/" in told
    assert "Fatma" not in petra.browser().get(where).content.decode()
    assert browser.post(where, {"successor_id": ""}).status_code == 422
    gone = {"successor_id": loes.person.pk, "last_day": last.isoformat()}
    assert browser.post(where, gone).status_code == 302
    assert "Er ligt niets op naam" in browser.get(where).content.decode()


@pytest.mark.parametrize("who", ["fatma", "noor", "zed", "bilal"])
def test_d51_the_page_is_not_for_everyone(who, wims, request):
    browser = request.getfixturevalue(who).browser()
    assert browser.get(f"/werk/overdragen/{wims.pk}/").status_code == 404


def test_as_many_queries_for_three_as_for_one(wims, wim, fatma, django_assert_num_queries):
    for number in range(3):
        questions.contact(wim.actor, story.asked(fatma, f"Vraag {number}").pk)
        with django_assert_num_queries(2):
            leaving.lies_there(wim.actor, wims)
