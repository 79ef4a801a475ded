"""An ambassador says aloud what she heard or saw: the desk listens and writes it out (D3, D47)."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client

from kruispunt.base.looking import LOOK
from kruispunt.base.models import JournalLine
from kruispunt.base.moves import ImpossibleMove
from kruispunt.questions import actions
from kruispunt.questions.actions import Spoken
from kruispunt.questions.models import Recording, Signal
from kruispunt.questions.models.recording import UNHEARD_SIGNAL
from kruispunt.questions.queries import same_person
from tests import voices
from tests.cast import MONDAY
from tests.desks.test_public_pages import words

PAGE = "/ambassadeur/signaal/"
WAV = voices.wav()


def tells(browser, **said):
    return browser.post(PAGE, {"about": "question", "spoken": voices.file(WAV), **said})


@pytest.fixture
def brought(bilal):
    """Bilal spoke, and gave it to the desk."""
    assert tells(bilal.browser()).status_code == 302
    signal = Signal.objects.get()
    actions.hand_in(bilal.actor, signal.pk)
    return signal


def test_d3_d47_without_typing_a_word_and_without_javascript(bilal, wim, brought):
    assert brought.words == UNHEARD_SIGNAL
    page = words(bilal.browser().get(PAGE))
    assert 'enctype="multipart/form-data"' in page
    assert 'type="file" name="spoken" accept="audio/*" capture=""' in page
    assert "Liever praten? Spreek het in." in page

    at_desk = words(wim.browser().get(f"/startpunt/signalen/{brought.pk}/"))
    assert f'src="/startpunt/opname/{brought.recording.pk}/geluid/"' in at_desk
    assert wim.browser().get(f"/startpunt/opname/{brought.recording.pk}/geluid/").content == WAV


def test_only_where_one_may_speak_the_browser_asks_for_the_microphone(bilal):
    browser = bilal.browser()
    assert "microphone=(self)" in browser.get(PAGE)["Permissions-Policy"]
    assert "microphone=()" in browser.get("/ambassadeur/bezoek/")["Permissions-Policy"]


def test_d3_wim_writes_it_out_and_the_recording_is_gone(brought, wim):
    browser, where = wim.browser(), f"/startpunt/opname/{brought.recording.pk}/"
    assert f'href="{where}"' in words(browser.get("/werk/"))

    page = words(browser.get(where))
    assert "Luister naar dit signaal" in page
    assert f'href="/startpunt/signalen/{brought.pk}/"' in page
    assert "komen hier in de plaats" in page
    assert browser.post(where, {"words": ""}).status_code == 422

    answer = browser.post(where, {"words": "Tassen op de galerij", "form_key": "a"})

    assert answer["Location"] == f"/startpunt/signalen/{brought.pk}/"
    brought.refresh_from_db()
    assert brought.words == "Tassen op de galerij"
    assert brought.recording.locked is None
    assert f'href="{where}"' not in words(browser.get("/werk/"))
    assert browser.get(where)["Location"] == f"/startpunt/signalen/{brought.pk}/"


def test_who_types_as_well_keeps_her_words_and_the_desk_reads_them_beside_the_sound(bilal, wim):
    assert tells(bilal.browser(), words="Bij de Spar").status_code == 302
    signal = Signal.objects.get()
    actions.hand_in(bilal.actor, signal.pk)
    where = f"/startpunt/opname/{signal.recording.pk}/"
    assert "Bij de Spar" in words(wim.browser().get(where))

    wim.browser().post(where, {"words": "Hij zat daar alleen"})
    signal.refresh_from_db()
    assert signal.words == "Bij de Spar\n\nHij zat daar alleen"


def test_nothing_comes_of_it_before_somebody_listened(brought, wim, fatma):
    actions.take_up(wim.actor, brought.pk)
    whom = actions.Whom(person_id=fatma.person.pk)
    with pytest.raises(ImpossibleMove, match="Luister eerst"):
        actions.turn_into_question(wim.actor, brought.pk, whom=whom)

    actions.write_down(wim.actor, brought.recording.pk, words="Ze komt de deur niet uit")
    question = actions.turn_into_question(wim.actor, brought.pk, whom=whom)
    assert question.words == "Ze komt de deur niet uit"


def test_neither_typed_nor_spoken_is_no_signal(bilal):
    answer = bilal.browser().post(PAGE, {"about": "question"})
    assert answer.status_code == 422
    with pytest.raises(ValidationError):
        actions.notice(bilal.actor, noticed=actions.Noticed(words=""), spoken=Spoken())


def test_k5_a_form_that_was_not_whole_keeps_what_was_said(bilal):
    browser = bilal.browser()
    first = tells(browser, about="onzin")
    assert first.status_code == 422
    word = first.context["form"]["kept"].value()
    assert browser.post(PAGE, {"about": "question", "kept": word}).status_code == 302
    assert Recording.objects.get().signal == Signal.objects.get()


@pytest.mark.django_db(transaction=True)
def test_k5_said_five_times_at_once_is_one_signal(bilal):
    browsers = [bilal.browser() for _ in range(5)]

    def press(browser):
        answer = tells(browser, form_key="een-keer")
        connection.close()
        return answer.status_code, answer["Location"]

    with ThreadPoolExecutor(5) as fingers:
        assert len(set(fingers.map(press, browsers))) == 1
    assert (Signal.objects.count(), Recording.objects.count()) == (1, 1)


def test_k7_nobody_else_hears_it_not_even_that_it_is_there(
    brought, fatma, noor, joop, petra, ank, zed
):
    where = f"/startpunt/opname/{brought.recording.pk}/geluid/"
    for other in (fatma, noor, joop, petra, ank, zed):
        assert other.browser().get(where).status_code == 404, other
    assert Client().get(where).status_code == 302  # to the page where one signs in


def test_prv_15_listening_leaves_a_line_when_it_names_somebody(brought, wim, fatma):
    named = {"named": fatma.person, "yes_on": MONDAY.date(), "yes_how": "aan de deur"}
    Signal.objects.update(**named)
    wim.browser().get(f"/startpunt/opname/{brought.recording.pk}/geluid/")
    subject = f"questions.recording:{brought.recording.pk}"
    looks = JournalLine.objects.filter(verb=LOOK, subject=subject)
    assert list(looks.values_list("actor_id", "person_id")) == [(wim.person.pk, fatma.person.pk)]


def test_two_that_nobody_heard_are_not_about_the_same_person(bilal, wim, merwedam):
    for _ in range(2):
        noticed = actions.Noticed(words="", place="")
        signal = actions.notice(bilal.actor, noticed=noticed, spoken=Spoken(WAV))
        actions.hand_in(bilal.actor, signal.pk)
    assert same_person.beside(wim.actor, signal) == []


def test_a_recording_is_of_a_question_or_of_a_signal_and_never_of_both(brought, fatma):
    question = actions.open_question(fatma.actor, asked_by_id=fatma.person.pk, words="Hulp")
    with pytest.raises(IntegrityError), transaction.atomic():
        Recording.objects.filter(signal=brought).update(question=question)
