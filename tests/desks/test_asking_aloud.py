"""Asking aloud on the public page, and listening at the Startpunt: by HTTP, as browsers do it."""

import base64
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from kruispunt.base.looking import LOOK
from kruispunt.base.models import JournalLine
from kruispunt.config import uploads
from kruispunt.core.sound import MEGABYTE
from kruispunt.questions.models import Question, Recording
from kruispunt.questions.models.recording import UNHEARD
from tests import voices
from tests.desks.test_public_pages import words

PAGE = "/hulp-vragen/"
WHO = {"given_name": "Annie Bos", "phone": "0183 555 123"}
WAV = voices.wav()


def asks(client, content=WAV, name="opname.wav", kind="audio/wav", **said):
    file = SimpleUploadedFile(name, content, content_type=kind)
    return client.post(PAGE, {**WHO, "spoken": file, **said})


@pytest.fixture
def spoken(merwedam):
    assert asks(Client()).status_code == 302
    return Recording.objects.get()


def heard(recording):
    return f"/startpunt/opname/{recording.pk}/geluid/"


def written(recording):
    return f"/startpunt/opname/{recording.pk}/"


def test_d3_d47_without_typing_a_word_and_without_javascript(merwedam, wim):
    answer = asks(Client())

    assert answer["Location"] == "/hulp-vragen/dank-u/"
    question = Question.objects.get()
    assert question.words == UNHEARD
    page = words(wim.browser().get(f"/startpunt/vraag/{question.pk}/"))
    assert UNHEARD in page
    assert f'src="{heard(question.recording)}"' in page
    assert "Schrijf op wat er gezegd is" in page


def test_the_form_is_whole_without_a_script(merwedam):
    page = words(Client().get(PAGE))
    assert 'enctype="multipart/form-data"' in page
    assert 'type="file" name="spoken" accept="audio/*" capture=""' in page
    assert "Liever praten? Spreek uw vraag in." in page


def test_neither_typed_nor_spoken_is_asked_for_in_one_sentence(merwedam):
    answer = Client().post(PAGE, WHO)
    assert answer.status_code == 422
    assert "spreek het in, of kies een plaatje" in words(answer)


@pytest.mark.parametrize("kind", ["audio/mpeg", "audio/wav", "text/html"])
def test_a_file_is_what_its_first_bytes_say_and_not_what_the_browser_says(kind, merwedam, wim):
    page = b"<script>alert(1)</script>" + b" " * 400
    answer = asks(Client(), page, name="lied.mp3", kind=kind)
    assert answer.status_code == 422
    assert "geen opname die wij kunnen afspelen" in words(answer)
    assert not Recording.objects.exists()

    assert asks(Client(), kind=kind).status_code == 302
    played = wim.browser().get(heard(Recording.objects.get()))
    assert played["Content-Type"] == "audio/wav"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "staat niets"),
        (WAV[:44], "staat niets"),
        (WAV + b"\x00" * 8 * MEGABYTE, "te groot"),
        (WAV + b"\x00" * 24 * MEGABYTE, "te groot"),
    ],
    ids=["empty", "without a sound", "too large", "far too large"],
)
def test_what_is_refused_says_why_and_keeps_what_was_typed(content, says, merwedam):
    answer = asks(Client(), content, words="Ik wil weer leren fietsen")
    assert answer.status_code == 422
    page = words(answer)
    assert says in page
    assert "Ik wil weer leren fietsen" in page
    assert 'value="Annie Bos"' in page
    assert not Recording.objects.exists()


def test_a_file_without_end_fills_no_disk(rf):
    handler, part = uploads.NoLarger(rf.get("/")), b"x" * MEGABYTE
    seen = [handler.receive_data_chunk(part, at) for at in range(0, 30 * MEGABYTE, MEGABYTE)]
    assert sum(one is not None for one in seen) == 21
    assert handler.file_complete(1) is None


def test_a_form_with_a_file_without_end_keeps_only_its_first_part(rf):
    file = SimpleUploadedFile("opname.wav", b"x" * (uploads.LARGEST + 4 * MEGABYTE))
    kept = rf.post(PAGE, {"spoken": file}).FILES["spoken"]
    assert uploads.LARGEST < kept.size <= uploads.LARGEST + MEGABYTE


def test_k5_a_form_that_was_not_whole_keeps_what_was_said(merwedam, wim):
    client = Client()
    first = asks(client, phone="")
    assert first.status_code == 422
    assert "Uw opname is er nog" in words(first)
    assert not Question.objects.exists()
    word = first.context["form"]["kept"].value()

    again = client.post(PAGE, {**WHO, "kept": word, "phone": ""})
    assert again.status_code == 422
    assert "Uw opname is er nog" in words(again)
    assert client.post(PAGE, {**WHO, "kept": word}).status_code == 302
    recording = Recording.objects.get()
    assert (recording.state, recording.question.words) == ("waiting", UNHEARD)
    assert b"".join([wim.browser().get(heard(recording)).content]) == WAV


def test_a_forged_word_is_said_in_a_sentence_and_no_question_comes_of_it(merwedam):
    answer = Client().post(PAGE, {**WHO, "kept": "1:vals"})
    assert answer.status_code == 422
    assert "Uw opname is er niet meer" in words(answer)
    assert answer.context["form"]["kept"].value() == ""
    assert not Question.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("wrong", [{}, {"phone": ""}])
def test_k5_the_same_recording_sent_five_times_at_once_is_one_question(wrong, merwedam):
    def press(_):
        answer = asks(Client(), form_key="een-keer", **wrong)
        connection.close()
        return answer.status_code, answer.get("Location")

    with ThreadPoolExecutor(5) as fingers:
        answers = set(fingers.map(press, range(5)))
    assert len(answers) == 1
    assert Recording.objects.count() == 1
    assert Question.objects.count() == (0 if wrong else 1)


def test_the_sound_is_played_whole_or_in_pieces_and_kept_by_nobody(spoken, wim):
    browser = wim.browser()
    whole = browser.get(heard(spoken))
    assert (whole.status_code, whole.content) == (200, WAV)
    assert whole["Content-Type"] == "audio/wav"
    assert whole["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in whole["Cache-Control"]

    for asked, first, last in (
        ("bytes=0-1", 0, 1),
        ("bytes=10-", 10, len(WAV) - 1),
        ("bytes=-5", len(WAV) - 5, len(WAV) - 1),
        ("bytes=5-99999999", 5, len(WAV) - 1),
    ):
        piece = browser.get(heard(spoken), headers={"range": asked})
        assert piece.status_code == 206
        assert piece["Content-Range"] == f"bytes {first}-{last}/{len(WAV)}"
        assert piece.content == WAV[first : last + 1]
    for nonsense in ("bytes=9-2", "bytes=-", "bytes=a-b", "stukjes=1-2", "bytes=99999999-"):
        assert browser.get(heard(spoken), headers={"range": nonsense}).content == WAV


def test_prv_15_listening_leaves_a_line_as_opening_a_dossier_does(spoken, wim):
    browser, asker = wim.browser(), spoken.question.asked_by_id
    for _ in range(2):
        browser.get(heard(spoken))
    looks = JournalLine.objects.filter(verb=LOOK, subject=f"questions.recording:{spoken.pk}")
    assert list(looks.values_list("actor_id", "person_id")) == [(wim.person.pk, asker)]


def test_d3_wim_writes_it_out_and_the_recording_is_gone(spoken, wim):
    browser = wim.browser()
    empty = browser.post(written(spoken), {"words": ""})
    assert empty.status_code == 422
    assert "Schrijf op wat u hoort" in words(empty)
    said = {"words": "Ik ben zo alleen", "form_key": "a1"}
    where = f"/startpunt/vraag/{spoken.question_id}/"
    for _ in range(2):
        assert browser.post(written(spoken), said)["Location"] == where
    late = browser.post(written(spoken), {"words": "Anders", "form_key": "b2"})
    assert late.status_code == 409

    page = words(browser.get(where))
    assert "Ik ben zo alleen" in page
    assert "<audio" not in page
    assert browser.get(heard(spoken)).status_code == 404
    assert browser.get(written(spoken))["Location"] == where


def test_k7_nobody_else_hears_anything_not_even_that_it_is_there(
    spoken, noor, bilal, petra, ank, zed, els, fatma
):
    for other in (noor, bilal, petra, ank, zed, els, fatma):
        browser = other.browser()
        for where in (heard(spoken), written(spoken), f"/mijn/opname/{spoken.pk}/"):
            assert browser.get(where).status_code == 404, (other, where)
    assert Client().get(heard(spoken)).status_code == 302  # to the page where one signs in


def test_prv_13_she_hears_her_own_voice_and_takes_it_along(spoken, fatma, noor, wim):
    Question.objects.update(asked_by=fatma.person)
    browser = fatma.browser()
    assert f'src="/mijn/opname/{spoken.pk}/"' in words(browser.get("/mijn/"))
    assert browser.get(f"/mijn/opname/{spoken.pk}/").content == WAV

    [told] = browser.get("/mijn/gegevens/download/").json()["ingesproken"]
    assert base64.b64decode(told["geluid_base64"]) == WAV
    assert told["soort"] == "audio/wav"
    for other in (noor, wim):  # who may listen at work takes nobody's voice home
        assert other.browser().get("/mijn/gegevens/download/").json()["ingesproken"] == []


def test_mijn_werk_shows_who_waits_to_be_heard(spoken, wim):
    page = words(wim.browser().get("/werk/"))
    assert f'href="{written(spoken)}"' in page
    assert "schrijf op wat er is ingesproken" in page


def test_only_where_one_may_speak_a_browser_asks_for_the_microphone(merwedam, wim):
    asked = Client().get(PAGE)["Permissions-Policy"]
    assert "microphone=(self)" in asked
    assert "camera=()" in asked
    for where in ("/", "/meedoen/", "/kaart/"):
        assert "microphone=()" in Client().get(where)["Permissions-Policy"]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_for_one_and_for_three(
    rows, merwedam, wim, django_assert_max_num_queries
):
    for number in range(rows):
        asks(Client(), form_key=f"vraag {number}")
    browser = wim.browser()
    browser.get("/werk/")
    with django_assert_max_num_queries(75):
        browser.get("/werk/")
