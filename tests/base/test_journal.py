"""The journal tells what happened, and shows when someone changed the story."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from kruispunt.base import journal
from kruispunt.base.models import JournalHead, JournalLine
from kruispunt.base.verbs import action
from tests import journal_guards


@pytest.fixture
def story(fatma, wim):
    """Three lines about Fatma."""
    for verb in ("open", "clarify", "close"):
        journal.write(wim.actor, verb, fatma.person, person_id=fatma.person.pk, since=date.min)
    return fatma.person.municipality_id


@pytest.fixture
def without_guards(db):
    """Someone with the keys of the database."""
    journal_guards.let_go()
    yield
    journal_guards.hold()


def test_a_line_tells_who_did_what_when_and_in_which_role(fatma, wim):
    journal.write(
        wim.actor, "look", fatma.person, person_id=fatma.person.pk, ground="own case", page=1
    )

    line = journal.lines_of(fatma.person).get()
    assert (line.actor_id, line.roles, line.verb) == (wim.person.pk, "worker", "look")
    assert (line.person_id, line.ground, line.facts) == (fatma.person.pk, "own case", {"page": 1})
    assert line.written_at == wim.actor.at
    assert line.recorded_at is not None


def test_fatma_can_ask_who_looked(story, fatma, noor, wim):
    journal.write(wim.actor, "look", noor.person, person_id=noor.person.pk)

    about = journal.lines_about(fatma.person.pk, story)
    assert [line.verb for line in about] == ["open", "clarify", "close"]


def test_a_true_story_holds(story):
    assert journal.first_broken(story) is None


@pytest.mark.parametrize(
    ("column", "lie"),
    [("verb", "praise"), ("actor_id", 7), ("facts", {}), ("ground", "?"), ("number", 9)],
)
def test_a_changed_line_is_found(story, without_guards, column, lie):
    JournalLine.objects.filter(number=2).update(**{column: lie})

    assert journal.first_broken(story) == 2


def test_a_line_taken_from_the_middle_is_missed(story, without_guards):
    JournalLine.objects.filter(number=2).delete()

    assert journal.first_broken(story) == 2


def test_a_line_taken_from_the_end_is_missed_too(story, without_guards):
    JournalLine.objects.filter(number=3).delete()

    assert journal.first_broken(story) == 3


def test_another_key_does_not_make_the_same_seal(story, settings):
    settings.JOURNAL_KEY = "x" * 60

    assert journal.first_broken(story) == 1


@pytest.mark.parametrize("attack", ["update", "delete"])
def test_the_database_itself_refuses(story, attack):
    lines = JournalLine.objects.filter(number=1)
    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
        lines.update(verb="praise") if attack == "update" else lines.delete()

    assert journal.first_broken(story) is None


def test_each_municipality_has_its_own_row_of_lines(story, zed):
    journal.write(zed.actor, "open", zed.person)

    assert journal.lines_of(zed.person).get().number == 1
    assert JournalHead.objects.get(municipality_id=story).number == 3


def test_what_was_undone_was_never_written(fatma, wim):
    @action
    def stumble(actor):
        journal.write(actor, "stumble", fatma.person)
        raise ValueError("oeps")

    @action
    def walk(actor):
        journal.write(actor, "begin", fatma.person)
        with pytest.raises(ValueError, match="oeps"):
            stumble(actor)
        journal.write(actor, "end", fatma.person)

    walk(wim.actor)

    assert [line.verb for line in journal.lines_of(fatma.person)] == ["begin", "end"]
    assert journal.first_broken(fatma.person.municipality_id) is None


def test_what_moved_since_a_day_is_asked_as_often_of_a_long_journal_as_of_a_short(fatma, wim):
    here, counts = fatma.person.municipality_id, []
    for days in (2, 1_200):
        with journal.kept_together():
            for day in range(days):
                journal.write(wim.later(days=day), "person.look", fatma.person, before="new")
        with CaptureQueriesContext(connection) as asked:
            found = journal.moves_since(here, {"person"}, wim.later(days=days - 2).at)
        assert [line.at for line in found["person"]] == [
            wim.later(days=day).at for day in (days - 2, days - 1)
        ]
        counts.append(len(asked))
    assert counts[0] == counts[1]
