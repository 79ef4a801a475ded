"""Whoever leaves takes everything along, in tables that any program reads (D48, K20)."""

import csv
import json
import stat
from base64 import b64decode
from dataclasses import replace

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from kruispunt.arrivals import actions as arrivals
from kruispunt.base.models import JournalLine
from kruispunt.base.roles import Role
from kruispunt.config.taking_along import take_along
from kruispunt.people.actions import Particulars
from kruispunt.people.models import Person
from kruispunt.questions import actions as questions
from kruispunt.questions.actions import Spoken
from kruispunt.questions.models import Question
from tests import story, voices
from tests.cast import MONDAY, enter


@pytest.fixture
def taken(merwedam, fatma, wim, zed, tmp_path):
    story.searched(fatma, wim)
    story.asked(zed, words="Een vraag uit een andere stad")
    counts = take_along(merwedam, tmp_path / "mee", now=MONDAY)
    return tmp_path / "mee", counts


def table(folder, noun):
    with (folder / f"{noun}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_d48_k20_every_row_of_the_municipality_is_in_a_table(taken, merwedam):
    folder, counts = taken
    for noun, count in counts.items():
        model = apps.get_model(noun)
        rows = model._default_manager.all()
        if "municipality" in {field.name for field in model._meta.fields}:
            rows = rows.filter(municipality=merwedam)
        assert len(table(folder, noun)) == count
        if noun not in {"base.municipality", "base.journalline", "base.journalhead"}:
            assert count == rows.count(), noun
    assert counts["questions.question"] == 1
    [question] = table(folder, "questions.question")
    kept = Question.objects.get(pk=question["id"])
    assert question["words"] == kept.words
    assert json.loads(question["slots"]) == list(kept.slots)
    assert question["opened_at"].startswith(kept.opened_at.isoformat()[:19])


def test_d48_what_points_somewhere_points_to_a_row_that_came_along(taken):
    folder, counts = taken
    ids = {noun: {row["id"] for row in table(folder, noun)} for noun in counts}
    for column in table(folder, "columns"):
        if column["points_to"] not in ids:
            continue
        for row in table(folder, column["table"]):
            value = row[column["column"]]
            assert not value or value in ids[column["points_to"]], column


def test_d48_nothing_of_another_municipality_and_no_password_comes_along(taken, zed):
    folder, _ = taken
    whole = "".join(path.read_text(encoding="utf-8") for path in folder.iterdir())
    assert "een andere stad" not in whole
    assert str(Person.objects.get(pk=zed.person.pk)) not in whole
    assert "password" not in whole
    assert not (folder / "base.account.csv").exists()


def test_d48_only_the_owner_may_read_it_and_the_journal_knows(taken):
    folder, _ = taken
    assert stat.S_IMODE(folder.stat().st_mode) == stat.S_IRWXU
    for path in folder.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == stat.S_IRUSR | stat.S_IWUSR
    assert JournalLine.objects.filter(verb="municipality.take_along").count() == 1


def test_d48_every_column_says_for_which_purpose_it_is_kept(taken):
    folder, _ = taken
    [words] = [
        one
        for one in table(folder, "columns")
        if (one["table"], one["column"]) == ("questions.question", "words")
    ]
    assert words["purpose"]


def test_d48_what_lay_under_a_lock_or_is_a_file_leaves_so_that_others_can_read_it(
    merwedam, fatma, els, tmp_path
):
    guest = replace(fatma.actor, person_id=None)
    questions.ask(guest, who=Particulars(given_name="Annie"), spoken=Spoken(voices.wav()))
    arrivals.bring(els.actor, kind="volunteers", file=arrivals.FileBrought("lijst.csv", b"Naam"))
    take_along(merwedam, tmp_path / "mee", now=MONDAY)

    [recording] = table(tmp_path / "mee", "questions.recording")
    assert b64decode(recording["locked"]) == voices.wav()
    [brought] = table(tmp_path / "mee", "arrivals.import")
    assert b64decode(brought["file"]) == b"Naam"


def test_what_was_taken_along_before_is_never_written_over(merwedam, tmp_path):
    (tmp_path / "mee").mkdir()
    (tmp_path / "mee" / "mijn.txt").write_text("van mij")
    enter("Ank", merwedam, Role.RESIDENT)
    with pytest.raises(CommandError, match="niet leeg"):
        call_command("take_along", "Merwedam", str(tmp_path / "mee"))
    with pytest.raises(CommandError, match="Er is wel: Merwedam"):
        call_command("take_along", "Ergens", str(tmp_path / "mee"))
    assert [path.name for path in tmp_path.iterdir()] == ["mee"]
