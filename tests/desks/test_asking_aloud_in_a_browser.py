"""Asking aloud in a real browser: with a microphone, without one, and without JavaScript."""

import pytest

from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.people.actions import Particulars
from kruispunt.questions import actions
from kruispunt.questions.actions import Spoken
from kruispunt.questions.models import Question, Recording
from kruispunt.questions.queries import recordings
from tests import voices
from tests.browser import DESKTOP, PHONE, complaints, laid_out_wrong, too_small, visit
from tests.cast import MONDAY

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGE = "/hulp-vragen/"
SOUND = {"name": "opname.wav", "mimeType": "audio/wav", "buffer": voices.wav(1)}
# A microphone that hears a tone: what a machine without one would hear if it had.
MICROPHONE = """navigator.mediaDevices.getUserMedia = async () => {
    const room = new AudioContext(), tone = room.createOscillator();
    const heard = room.createMediaStreamDestination();
    tone.connect(heard); tone.start();
    return heard.stream;
}"""
TIME_SAID = "document.querySelector('.recorder audio').duration"


def fill_in(page):
    page.get_by_label("Hoe heet u?").fill("Annie")
    page.get_by_label("Op welk nummer mogen we u bellen?").fill("0183 555 123")


def send(page):
    page.get_by_role("button", name="Verstuur mijn vraag").click()


def seconds(page):
    """How long the player on this page plays."""
    player = page.locator("main audio")
    player.evaluate("one => { one.muted = true; return one.play() }")
    return player.evaluate("one => Math.round(one.duration)")


def wrong_with(page):
    """On a desktop and on a telephone."""
    page.set_viewport_size(DESKTOP)
    wrong = complaints(page) + too_small(page) + laid_out_wrong(page)
    page.set_viewport_size(PHONE)
    return wrong + complaints(page) + too_small(page) + laid_out_wrong(page)


def talk(page):
    """For a second."""
    page.get_by_role("button", name="Begin met praten").click()
    page.get_by_text("0:01").wait_for()


@pytest.fixture
def phone(merwedam, browser, live_server):
    """A telephone with a microphone, and every complaint it has."""
    context = visit(browser, live_server.url, viewport=PHONE)
    context.add_init_script(MICROPHONE)
    page = context.new_page()
    page.heard = []
    page.on("pageerror", lambda error: page.heard.append(str(error)))
    page.on("console", lambda line: line.type == "error" and page.heard.append(line.text))
    page.goto(PAGE)
    yield page
    context.close()


def test_d3_d47_she_talks_stops_and_listens_again(phone):
    assert not phone.locator("input[type=file]").is_visible()
    assert wrong_with(phone) == []

    talk(phone)
    phone.get_by_role("button", name="Stop", exact=True).click()
    phone.get_by_text("U kunt hem terugluisteren").wait_for()
    phone.locator(".recorder audio").evaluate("one => one.play()")
    assert phone.evaluate(TIME_SAID) is not None
    assert wrong_with(phone) == []

    phone.get_by_role("button", name="Gooi deze opname weg").click()
    assert phone.locator("input[type=file]").evaluate("one => one.files.length") == 0
    assert phone.heard == []


def test_d3_who_sends_while_she_talks_sends_what_she_said(phone):
    talk(phone)
    fill_in(phone)
    send(phone)
    phone.get_by_role("heading", name="Dank u. We hebben uw vraag").wait_for()

    found = recordings.sound_of(Recording.objects.get())
    assert found.media_type == "audio/webm"
    assert len(found.content) > 1000
    assert phone.heard == []


def test_without_a_microphone_the_file_field_comes_back(merwedam, browser, live_server):
    context = visit(browser, live_server.url, viewport=PHONE)
    context.add_init_script("navigator.mediaDevices.getUserMedia = async () => { throw Error() }")
    page = context.new_page()
    page.goto(PAGE)
    page.get_by_role("button", name="Begin met praten").click()
    page.get_by_text("De microfoon doet niet mee").wait_for()
    page.locator("input[type=file]").set_input_files(SOUND)
    fill_in(page)
    send(page)
    page.get_by_role("heading", name="Dank u. We hebben uw vraag").wait_for()
    context.close()


def test_without_javascript_nobody_has_to_say_it_twice(merwedam, browser, live_server):
    page = visit(browser, live_server.url, java_script_enabled=False, viewport=PHONE).new_page()
    page.goto(PAGE)
    page.locator("input[type=file]").set_input_files(SOUND)
    send(page)
    assert page.get_by_text("Uw opname is er nog").is_visible()
    fill_in(page)
    send(page)
    assert page.get_by_role("heading", level=1).inner_text() == "Dank u. We hebben uw vraag"
    assert recordings.sound_of(Recording.objects.get()).content == SOUND["buffer"]
    page.context.close()


@pytest.fixture
def spoken(fatma):
    """Fatma said it aloud."""
    guest = Actor(None, fatma.actor.municipality_id, frozenset({Role.RESIDENT}), at=MONDAY)
    who = Particulars(given_name="Fatma", phone="0183 555 010")
    question = actions.ask(guest, who=who, spoken=Spoken(SOUND["buffer"]))
    Question.objects.filter(pk=question.pk).update(asked_by=fatma.person)
    return Recording.objects.get()


def test_on_her_own_page_she_hears_herself(spoken, fatma, browser, live_server):
    mine = visit(browser, live_server.url, fatma).new_page()
    mine.goto("/mijn/")
    assert wrong_with(mine) == []
    assert seconds(mine) == 1
    mine.context.close()


def test_at_the_startpunt_it_is_heard_and_written_out(spoken, wim, browser, live_server):
    page = visit(browser, live_server.url, wim).new_page()
    page.goto(f"/startpunt/opname/{spoken.pk}/")
    assert wrong_with(page) == []
    page.goto(f"/startpunt/vraag/{spoken.question_id}/")
    assert wrong_with(page) == []
    assert seconds(page) == 1
    page.get_by_label("Schrijf op wat er gezegd is").fill("Ik ben zo alleen")
    page.get_by_role("button", name="Bewaar de woorden, en gooi de opname weg").click()
    page.get_by_text("De opname is weg").wait_for()
    assert page.locator("main audio").count() == 0
    page.context.close()
