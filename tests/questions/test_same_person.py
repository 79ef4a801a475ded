"""Two bring the same person: the desk sees it, a person decides, and nobody hears of another."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from hypothesis import given
from hypothesis import strategies as some

from kruispunt.base.models import JournalLine, Letter, Term
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.roles import Role
from kruispunt.core.same_person import Heard, alike
from kruispunt.people import actions as people
from kruispunt.questions import actions
from kruispunt.questions.actions import same_person as pairing
from kruispunt.questions.models import Question, Signal, SignalPair
from kruispunt.questions.queries import neighbourhood
from kruispunt.questions.queries import same_person as beside
from tests.cast import MONDAY, enter

BY_BILAL = "De buurvrouw is weduwe en komt de deur niet meer uit"
BY_DOCTOR = "Weduwe, man overleden, komt nooit meer de deur uit en eet slecht"


@pytest.fixture
def oost(merwedam, wim):
    system = wim.actor.system(merwedam.pk, wim.actor.at)
    return people.draw_neighbourhood(system, code="BU01", name="Oost", outline="")


@pytest.fixture
def dina(merwedam):
    """Is an ambassador in the next street."""
    return enter("Dina", merwedam, Role.AMBASSADOR)


def heard(player, words, area, **more):
    noticed = actions.Noticed(words=words, neighbourhood_id=area.pk, **more)
    return actions.hand_in(player.actor, actions.notice(player.actor, noticed=noticed).pk)


@pytest.fixture
def two(bilal, dina, oost):
    return heard(bilal, BY_BILAL, oost), heard(dina, BY_DOCTOR, oost, place="Lindelaan 3")


def state(signal):
    return Signal.objects.get(pk=signal.pk).state


def test_sm1_the_desk_sees_that_it_may_be_the_same_person_and_why(two, wim):
    first, second = two
    [found] = beside.beside(wim.actor, first)

    assert (found.signal, found.state) == (second, "open")
    assert found.reasons == ("Dezelfde buurt", "Dezelfde woorden: deur, weduwe")
    page = wim.browser().get(f"/startpunt/signalen/{first.pk}/").content.decode()
    assert "Gaat dit over dezelfde persoon?" in page


def test_sm1_nothing_is_joined_by_itself(two, wim):
    first, second = two
    wim.browser().get(f"/startpunt/signalen/{first.pk}/")

    assert (state(first), state(second)) == ("handed_in", "handed_in")
    assert not SignalPair.objects.exists()


def test_sm1_a_person_joins_them_to_one_question_and_both_bringers_hear(
    two, wim, fatma, bilal, dina
):
    first, second = two
    actions.take_up(wim.actor, first.pk)
    pairing.join_signals(wim.actor, second.pk, other_id=first.pk)
    question = actions.turn(wim.actor, first.pk, asked_by_id=fatma.person.pk)

    assert Question.objects.count() == 1
    assert beside.question_of(Signal.objects.get(pk=second.pk)) == question.pk
    for signal in two:
        assert state(signal) == "turned"
        actions.feed_back(wim.actor, signal.pk, outcome="Wij zijn bij haar geweest.")
    assert set(Letter.objects.values_list("to_person_id", flat=True)) == {
        bilal.person.pk,
        dina.person.pk,
    }
    for bringer, signal in ((bilal, first), (dina, second)):
        assert dict(neighbourhood.became(bringer.actor)).keys() == {signal.pk}


def test_sm1_when_the_question_is_done_both_hear_it_in_a_letter_of_their_own(
    two, wim, fatma, bilal, dina
):
    first, second = two
    actions.take_up(wim.actor, first.pk)
    question = actions.turn(wim.actor, first.pk, asked_by_id=fatma.person.pk)
    pairing.join_signals(wim.actor, first.pk, other_id=second.pk)
    actions.withdraw(wim.actor, question.pk)

    done = Letter.objects.filter(subject="De vraag die u bracht")
    assert {one.to_person_id for one in done} == {bilal.person.pk, dina.person.pk}
    assert len({one.text for one in done}) == 1
    assert not any("ander" in one.text for one in done)


def test_sm1_no_bringer_learns_of_the_other(two, wim, bilal, dina):
    first, second = two
    pairing.join_signals(wim.actor, first.pk, other_id=second.pk)

    for bringer, own, others in ((bilal, BY_BILAL, BY_DOCTOR), (dina, BY_DOCTOR, BY_BILAL)):
        page = bringer.browser().get("/ambassadeur/").content.decode()
        assert own[:30] in page
        assert others[:30] not in page
        assert "dezelfde persoon" not in page.lower()
        mine = first if bringer is bilal else second
        assert beside.beside(bringer.actor, mine) == []
        assert bringer.browser().get(f"/startpunt/signalen/{mine.pk}/").status_code == 404
        with pytest.raises(PermissionDenied):
            pairing.join_signals(bringer.actor, first.pk, other_id=second.pk)


def test_sm1_kept_apart_it_is_not_asked_again_until_somebody_looks_anew(two, wim):
    first, second = two
    pairing.keep_signals_apart(wim.actor, first.pk, other_id=second.pk)
    [found] = beside.beside(wim.actor, second)
    assert (found.state, found.reasons) == ("apart", ())
    assert (state(first), state(second)) == ("handed_in", "handed_in")

    pairing.part_signals(wim.actor, second.pk, other_id=first.pk)
    [again] = beside.beside(wim.actor, second)
    assert again.state == "open"


def test_sm1_a_person_undoes_it_and_each_waits_on_the_desk_again(two, wim, fatma):
    first, second = two
    actions.take_up(wim.actor, first.pk)
    pairing.join_signals(wim.actor, first.pk, other_id=second.pk)
    actions.feed_back(wim.actor, second.pk, outcome="Wij zijn bij haar geweest.")
    later = wim.later(days=3)
    pairing.part_signals(later, first.pk, other_id=second.pk)

    second.refresh_from_db()
    assert (second.state, second.due_on) == ("taken_up", second.feed_back_by)
    assert second.feed_back_by > date(2026, 11, 16)
    actions.drop(later, second.pk, outcome="Het ging om iemand anders.")
    actions.feed_back(later, second.pk, outcome="Het ging om iemand anders.")
    assert Letter.objects.filter(to_person_id=second.brought_by_id).count() == 2
    verbs = set(JournalLine.objects.values_list("verb", flat=True))
    assert {"signal_pair.join_signals", "signal.join_signals", "signal.part_signals"} <= verbs


def test_sm1_a_chain_is_not_made_and_two_questions_are_not_put_together(
    two, wim, fatma, dina, oost
):
    first, second = two
    third = heard(dina, BY_DOCTOR, oost)
    pairing.join_signals(wim.actor, first.pk, other_id=second.pk)
    with pytest.raises(ImpossibleMove):
        pairing.join_signals(wim.actor, second.pk, other_id=third.pk)
    actions.take_up(wim.actor, first.pk)
    actions.turn(wim.actor, first.pk, asked_by_id=fatma.person.pk)
    actions.take_up(wim.actor, third.pk)
    actions.turn(wim.actor, third.pk, asked_by_id=fatma.person.pk)
    with pytest.raises(ImpossibleMove):
        pairing.join_signals(wim.actor, first.pk, other_id=third.pk)
    assert [one.signal for one in beside.beside(wim.actor, Signal.objects.get(pk=first.pk))] == [
        second
    ]


def test_sm1_another_town_another_area_the_street_itself_and_long_ago_are_not_compared(
    two, wim, zed, dina, oost, merwedam
):
    first, second = two
    assert beside.beside(zed.actor, first) == []
    Signal.objects.filter(pk=second.pk).update(about="liveability")
    assert beside.beside(wim.actor, first) == []
    Signal.objects.filter(pk=second.pk).update(
        about="question", noticed_at=MONDAY - timedelta(days=30)
    )
    assert len(beside.beside(wim.actor, first)) == 1
    Term.objects.create(
        municipality=merwedam, name="signal.same_days", length=20, valid_from=MONDAY.date()
    )
    assert beside.beside(wim.actor, first) == []


def test_sm1_the_buttons_join_undo_and_say_so_over_http(two, wim):
    first, second = two
    browser, where = wim.browser(), f"/startpunt/signalen/{first.pk}/zelfde/{second.pk}/"
    for verb, told in (
        ("keep_signals_apart", "Gaat over iemand anders"),
        ("part_signals", "Ja, voeg samen"),
        ("join_signals", "Gaat over dezelfde persoon."),
    ):
        answer = browser.post(f"{where}{verb}/", follow=True)
        assert told in answer.content.decode()
    assert browser.post(f"{where}join_signals/").status_code == 409
    assert browser.post(f"{where}verzonnen/").status_code == 404
    assert Client().post(f"{where}part_signals/").status_code == 302


@pytest.mark.parametrize("crowd", [1, 3])
def test_the_page_asks_as_much_for_three_that_are_alike_as_for_one(
    crowd, bilal, dina, oost, wim, django_assert_num_queries
):
    first = heard(bilal, BY_BILAL, oost)
    for _ in range(crowd):
        heard(dina, BY_DOCTOR, oost)
    with django_assert_num_queries(4):
        assert len(beside.beside(wim.actor, first)) == crowd


# --- the comparing itself ------------------------------------------------------------------------

ON = date(2026, 11, 2)
HERE = Heard("Zij komt de deur niet meer uit en mist haar hond", ON, "Oost", "Lindelaan 3")


def test_a_name_counts_only_where_both_agreed_and_then_it_decides():
    one, other = replace(HERE, person=1), replace(HERE, person=2)
    assert alike(one, other, within_days=60) == ()
    elsewhere = replace(one, area="West", words="Iets heel anders", place="")
    assert len(alike(one, elsewhere, within_days=60)) == 1
    assert alike(one, replace(elsewhere, person=None), within_days=60) == ()


def test_the_street_with_one_telling_word_is_enough_and_usual_words_are_not():
    same_street = replace(HERE, words="Zij zit binnen, de hond ook", place="lindelaan 12")
    assert alike(HERE, same_street, within_days=60) == (
        "Dezelfde straat",
        "Dezelfde woorden: hond",
    )
    assert alike(HERE, replace(same_street, place="Kerkplein"), within_days=60) == ()
    usual = replace(HERE, words="Zij wil graag hulp van iemand")
    assert alike(usual, usual, within_days=60) == ()


hearing = some.builds(
    Heard,
    words=some.text("deur hond man eet slecht", max_size=40),
    on=some.dates(date(2026, 1, 1), date(2026, 12, 31)),
    area=some.sampled_from(["", "Oost", "West"]),
    place=some.sampled_from(["", "Lindelaan 3", "Kerkplein"]),
    person=some.none() | some.integers(1, 2),
)


@given(hearing, hearing)
def test_it_says_the_same_whichever_came_first(one, other):
    assert alike(one, other, within_days=60) == alike(other, one, within_days=60)
