"""An older copy that is put back loses once more what was thrown away since (S22)."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from django.utils import timezone

from kruispunt.base.actor import Actor
from kruispunt.config import tombstones
from kruispunt.questions import actions as questions
from tests import story
from tests.cast import MONDAY

URL = os.environ.get("DATABASE_URL", "")
LATE = MONDAY + timedelta(days=4 * 365)
TOLD = "import django; django.setup(); from tests.config.restored_town import tell; tell({step!r})"
KRUISPUNT = "from kruispunt.config.cli import main; main()"


class House:
    """A house with a database of its own, which can be copied and put back as operators do."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.url = folder, f"sqlite://{folder}/rows.sqlite3"
        if URL:
            self.url = URL.replace("/kruispunt?", "/put_back?")
            self._empty()

    def says(self, *words: str) -> str:
        """What a program of the house prints, on this database."""
        env = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_URL": self.url,
            "KRUISPUNT_TOMBSTONES": str(self.folder / "tombstones.jsonl"),
        }
        done = subprocess.run(
            [sys.executable, *words], env=env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    def commands(self, *words: str) -> str:
        return self.says("-c", KRUISPUNT, *words)

    def tells(self, step: str) -> list[str]:
        return json.loads(self.says("-c", TOLD.format(step=step)))

    def copy(self) -> None:
        if URL:
            self._postgres("pg_dump", "-Fc", "-f", str(self.folder / "copy"))
            return
        with (
            closing(sqlite3.connect(self.folder / "rows.sqlite3")) as rows,
            closing(sqlite3.connect(self.folder / "copy")) as copy,
        ):
            rows.backup(copy)

    def put_back(self) -> None:
        if URL:
            self._empty()
            self._postgres("pg_restore", "--no-owner", str(self.folder / "copy"), flag="-d")
            return
        for left in self.folder.glob("rows.sqlite3*"):
            left.unlink()
        shutil.copy(self.folder / "copy", self.folder / "rows.sqlite3")

    def _empty(self) -> None:
        with psycopg.connect(f"{URL}&dbname=postgres", autocommit=True) as rows:
            rows.execute("DROP DATABASE IF EXISTS put_back")
            rows.execute("CREATE DATABASE put_back")

    def _postgres(self, program: str, *words: str, flag: str = "-d") -> None:
        subprocess.run([program, *words, flag, self.url], check=True, capture_output=True)


@pytest.fixture
def house(tmp_path):
    return House(tmp_path)


def test_ret_a_copy_that_is_put_back_loses_again_what_had_gone(house):
    house.commands("migrate", "-v", "0")
    everyone = house.tells("build")
    house.copy()
    left = house.tells("night")
    house.put_back()

    assert house.tells("look") == everyone  # what had gone is back: that is what may not stay
    assert "talent van Eef" in everyone
    assert "talent van Eef" not in left
    told = house.commands("forget_again")

    assert house.tells("look") == ["vraag van Dia", "Dia"]
    assert set(left) == {"vraag van Dia", "Dia"}
    assert "vragen met hun antwoord: 2" in told
    assert "klopt" in house.commands("verify_journal")
    with_hugo = house.tells("again")
    assert house.commands("forget_again") == "Opnieuw weggegooid: niets\n"
    assert house.tells("look") == with_hugo
    assert "vraag van Hugo" in with_hugo


def test_the_list_says_numbers_and_classes_and_nobodys_words(wim, fatma, tmp_path):
    asked = story.asked(fatma, words="Ik mis mijn zus Truus")
    questions.withdraw(wim.actor, asked.pk)
    questions.forget_question(Actor.system(wim.actor.municipality_id, LATE), asked.pk, ret="RET-06")
    path = tmp_path / "list"

    assert tombstones.write_out(path) == 1
    assert tombstones.write_out(path) == 0
    said = [wim.actor.municipality_id, f"questions.question:{asked.pk}", "RET-06"]
    [line] = [json.loads(line) for line in path.read_text().splitlines()]
    assert line[:3] == said


def test_a_last_line_that_was_cut_off_is_written_anew(wim, fatma, tmp_path):
    asked = story.asked(fatma)
    questions.withdraw(wim.actor, asked.pk)
    questions.forget_question(Actor.system(wim.actor.municipality_id, LATE), asked.pk, ret="RET-06")
    path = tmp_path / "list"
    path.write_text('[1, "questions.que')

    assert tombstones.write_out(path) == 1
    assert tombstones.write_out(path) == 0
    assert tombstones.forget_again(timezone.now(), path) == {}
