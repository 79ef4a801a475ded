"""Asking aloud instead of typing: one of the two is enough, and the sound goes once written out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from kruispunt.base.actor import Actor
from kruispunt.base.models import JournalLine, Term, Tombstone
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.roles import Role
from kruispunt.base.work import desk
from kruispunt.config import purging
from kruispunt.core import sound
from kruispunt.core.keeping import last_day
from kruispunt.people.actions import Particulars
from kruispunt.questions import actions
from kruispunt.questions.actions import Spoken
from kruispunt.questions.models import Question, Recording
from kruispunt.questions.models.recording import UNHEARD
from kruispunt.questions.queries import recordings
from tests import voices
from tests.cast import MONDAY, enter

ANNIE = Particulars(given_name="Annie", phone="0183 555 123")
WAV = voices.wav()


def spoke(asker, words="", content=WAV):
    question = actions.ask(asker, who=ANNIE, words=words, spoken=Spoken(content))
    return question, Recording.objects.get(question=question)


@pytest.fixture
def guest(merwedam):
    return Actor(None, merwedam.pk, frozenset({Role.RESIDENT}), at=MONDAY)


def test_d3_d47_what_is_said_aloud_is_enough_and_the_question_says_so(guest, wim):
    question, recording = spoke(guest)

    assert (question.words, recording.state) == (UNHEARD, "waiting")
    found = recordings.sound_of(recordings.one(wim.actor, recording.pk))
    assert (found.media_type, found.content) == ("audio/wav", WAV)


def test_d3_whoever_types_as_well_keeps_her_own_words(guest, wim):
    question, recording = spoke(guest, words="Het gaat om mijn fiets")
    assert question.words == "Het gaat om mijn fiets"

    actions.write_down(wim.actor, recording.pk, words="Hij rijdt niet meer")
    question.refresh_from_db()
    assert question.words == "Het gaat om mijn fiets\n\nHij rijdt niet meer"


def test_d3_neither_typed_nor_spoken_is_no_question(guest):
    with pytest.raises(ValidationError):
        actions.ask(guest, who=ANNIE, words="", spoken=Spoken())
    assert not Question.objects.exists()


def test_prv_in_the_database_the_sound_lies_under_a_lock(guest, settings):
    _, recording = spoke(guest)
    kept = bytes(recording.locked)
    assert b"RIFF" not in kept
    assert WAV[44:80] not in kept

    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "nieuw" * 20
    assert recordings.sound_of(recording).content == WAV
    settings.SECRET_KEY_FALLBACKS = []
    assert recordings.sound_of(recording) is None


def test_d3_written_out_it_is_the_questions_own_words_and_the_sound_is_gone(guest, wim):
    question, recording = spoke(guest)
    actions.write_down(wim.actor, recording.pk, words="Ik ben zo alleen")

    question.refresh_from_db()
    recording.refresh_from_db()
    assert question.words == "Ik ben zo alleen"
    assert (recording.state, recording.locked) == ("written_down", None)
    line = JournalLine.objects.get(verb="recording.write_down")
    assert (line.actor_id, line.person_id) == (wim.person.pk, question.asked_by_id)
    assert "alleen" not in str(line.facts)
    with pytest.raises(ImpossibleMove):
        actions.write_down(wim.actor, recording.pk, words="Nog eens")
    question.refresh_from_db()
    assert question.words == "Ik ben zo alleen"


@pytest.mark.parametrize("words", ["", "   ", "Mijn nummer is 111222333"])
def test_d3_empty_words_or_a_citizen_number_leave_the_sound_where_it_is(guest, wim, words):
    _, recording = spoke(guest)
    with pytest.raises(ValidationError):
        actions.write_down(wim.actor, recording.pk, words=words)
    recording.refresh_from_db()
    assert (recording.state, recordings.sound_of(recording).content) == ("waiting", WAV)


@pytest.mark.parametrize("sort", voices.BEGINNINGS)
def test_every_sort_that_a_browser_plays_is_known_by_its_first_bytes(sort, guest):
    _, recording = spoke(guest, content=voices.BEGINNINGS[sort])
    assert recording.sort == sort
    assert recordings.sound_of(recording).media_type == sound.MEDIA_TYPES[sort]


@pytest.mark.parametrize("what", voices.NO_SOUND)
def test_what_is_no_sound_is_refused_whatever_it_is_called(what, guest):
    with pytest.raises(ValidationError, match="geen opname"):
        spoke(guest, content=voices.NO_SOUND[what])
    assert not Question.objects.exists()
    assert not Recording.objects.exists()


def test_an_empty_recording_is_refused(guest):
    with pytest.raises(ValidationError, match="staat niets"):
        spoke(guest, content=WAV[:44])


def test_how_large_it_may_be_is_set_by_the_municipality_from_a_day_on(guest, merwedam):
    large = WAV + b"\x00" * sound.MEGABYTE
    spoke(guest, content=large)
    Term.objects.create(
        municipality=merwedam, name="recording.megabytes", length=1, valid_from=MONDAY.date()
    )
    with pytest.raises(ValidationError, match="te groot"):
        spoke(guest, content=large)
    spoke(guest)


def test_who_reads_the_questions_words_may_listen_and_nobody_else(guest, wim, els, merwedam, zed):
    question, recording = spoke(guest)
    others = [
        enter(role.label, merwedam, role)
        for role in Role
        if role not in {Role.WORKER, Role.COORDINATOR}
    ]
    assert recordings.one(wim.actor, recording.pk) == recording
    for other in (*others, zed, els):  # the coordinator reads once it is weighed
        with pytest.raises(ObjectDoesNotExist):
            recordings.one(other.actor, recording.pk)
        with pytest.raises((ObjectDoesNotExist, PermissionDenied)):
            actions.write_down(other.actor, recording.pk, words="Ik verzin iets")
    asker = Actor(question.asked_by_id, merwedam.pk, frozenset({Role.RESIDENT}), at=MONDAY)
    assert recordings.one(asker, recording.pk) == recording
    with pytest.raises(PermissionDenied):
        actions.write_down(asker, recording.pk, words="Ik typ het zelf")
    Question.objects.filter(pk=question.pk).update(
        state="searching", kind="WANDELEN", intensity="licht"
    )
    assert recordings.one(els.actor, recording.pk) == recording
    with pytest.raises(PermissionDenied):
        actions.write_down(els.actor, recording.pk, words="Ik schrijf het op")


def test_nothing_is_nobodys_an_unheard_recording_is_somebodys_work(guest, wim, els, merwedam):
    colleague = enter("Ria", merwedam, Role.WORKER)
    question, recording = spoke(guest)

    def steps(player):
        found = desk(recordings.piles(player.actor), MONDAY.date())
        return [one.about for one in found.duties]

    assert (steps(wim), steps(colleague), steps(els)) == ([recording.pk], [recording.pk], [])
    actions.contact(wim.actor, question.pk)
    assert (steps(wim), steps(colleague)) == ([recording.pk], [])
    actions.write_down(wim.actor, recording.pk, words="Ik ben zo alleen")
    assert steps(wim) == []


def test_of_a_question_that_ended_nobody_has_to_listen_any_more(guest, wim):
    question, _ = spoke(guest)
    actions.withdraw(wim.actor, question.pk)
    assert desk(recordings.piles(wim.actor), MONDAY.date()).waiting == 0


def night(municipality, day: date) -> Actor:
    at = timezone.make_aware(datetime.combine(day, time(3)))
    return Actor.system(municipality.pk, at)


def test_ret_it_goes_with_its_question_and_not_before(guest, wim, merwedam):
    question, _ = spoke(guest)
    actions.withdraw(wim.actor, question.pk)
    last = last_day("RET-06", MONDAY.date())
    purging.throw_away(night(merwedam, last))
    assert Recording.objects.count() == 1
    purging.throw_away(night(merwedam, last + timedelta(days=1)))
    assert (Recording.objects.count(), Question.objects.count()) == (0, 0)


def test_ret_19_what_was_recorded_and_never_sent_goes_after_two_weeks(guest, merwedam):
    aside = actions.put_aside(guest, spoken=Spoken(WAV))
    last = last_day("RET-19", MONDAY.date())
    purging.throw_away(night(merwedam, last))
    assert Recording.objects.count() == 1
    purging.throw_away(night(merwedam, last + timedelta(days=1)))
    assert not Recording.objects.exists()
    assert Tombstone.objects.get(ret="RET-19").subject == f"questions.recording:{aside.pk}"


def test_k5_what_was_put_aside_goes_along_once(guest, wim):
    aside = actions.put_aside(guest, spoken=Spoken(WAV))
    word = recordings.word_of(aside)
    question = actions.ask(guest, who=ANNIE, words="", spoken=Spoken(word=word))
    aside.refresh_from_db()
    assert aside.question_id == question.pk
    with pytest.raises(ImpossibleMove):
        actions.ask(guest, who=ANNIE, words="", spoken=Spoken(word=word))
    assert Question.objects.count() == 1


@pytest.mark.parametrize("word", ["1:vals", "", "1", "elders"])
def test_a_forged_word_finds_no_recording(word, guest, zed):
    aside = actions.put_aside(guest, spoken=Spoken(WAV))
    if word == "elders":  # the right word, in another municipality
        guest = Actor(None, zed.actor.municipality_id, frozenset({Role.RESIDENT}), at=MONDAY)
        word = recordings.word_of(aside)
    with pytest.raises((ObjectDoesNotExist, ValidationError, ImpossibleMove)):
        actions.ask(guest, who=ANNIE, words="", spoken=Spoken(word=word))
    assert not Question.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "sung"},
        {"state": "waiting", "question": None},
        {"state": "written_down"},
        {"locked": None},
    ],
)
def test_the_database_refuses_a_recording_that_cannot_be(wrong, guest):
    _, recording = spoke(guest)
    with pytest.raises(IntegrityError), transaction.atomic():
        Recording.objects.filter(pk=recording.pk).update(**wrong)


@pytest.mark.django_db(transaction=True)
def test_k5_five_colleagues_at_once_write_it_out_once(guest, merwedam):
    _, recording = spoke(guest)
    colleagues = [enter(name, merwedam, Role.WORKER) for name in "ABCDE"]

    def write(colleague):
        try:
            actions.write_down(colleague.actor, recording.pk, words=colleague.person.given_name)
        except ImpossibleMove:
            return False
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(5) as hands:
        done = list(hands.map(write, colleagues))
    assert sum(done) == 1
    first = colleagues[done.index(True)]
    assert Question.objects.get().words == first.person.given_name
