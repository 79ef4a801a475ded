"""The house refuses to start half configured, and says in a sentence what to do."""

import os
import stat
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from kruispunt.config import databases, environment, sqlite

LONG = "a1b2c3d4e5" * 6
READY = {
    "KRUISPUNT_SECRET_KEY": LONG,
    "KRUISPUNT_JOURNAL_KEY": LONG[::-1],
    "KRUISPUNT_HOSTS": "kruispunt.voorbeeld.nl",
    "KRUISPUNT_MAIL_HOST": "post.voorbeeld.nl",
}


CHECK = "import sys; from kruispunt.config.cli import main; sys.argv[1:] = {}; main()"
START = "import kruispunt.config.settings"


def python(line, *, folder, **environ):
    """A fresh Python, on a machine where only this is set."""
    return subprocess.run(
        [sys.executable, "-c", line],
        env={"PATH": os.environ["PATH"], "KRUISPUNT_VAR": str(folder), **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def test_k19_a_house_that_is_ready_passes_the_check_for_production(tmp_path):
    words = ["check", "--deploy", "--fail-level=WARNING"]
    done = python(CHECK.format(words), folder=tmp_path, **READY)

    assert (done.returncode, "no issues" in done.stdout) == (0, True)


@pytest.mark.parametrize("name", ["KRUISPUNT_SECRET_KEY", "KRUISPUNT_JOURNAL_KEY"])
@pytest.mark.parametrize(("value", "says"), [("", "is missing"), ("kort", "is too short")])
def test_k19_without_long_secrets_it_does_not_start(tmp_path, name, value, says):
    done = python(START, folder=tmp_path, **{**READY, name: value})

    assert done.returncode == 1
    assert f"{name} {says}" in done.stderr


def test_a_secret_may_come_from_a_file(tmp_path):
    (tmp_path / "secret").write_text(LONG + "\n")
    ready = {**READY, "KRUISPUNT_SECRET_KEY_FILE": str(tmp_path / "secret")}
    del ready["KRUISPUNT_SECRET_KEY"]

    assert python(START, folder=tmp_path, **ready).returncode == 0


def test_on_ones_own_machine_a_secret_is_made_once_and_read_by_nobody_else(tmp_path):
    first = environment.secret("KRUISPUNT_TRY", made_in=tmp_path)

    assert environment.secret("KRUISPUNT_TRY", made_in=tmp_path) == first
    assert len(first) >= environment.SECRET_LENGTH
    assert [path.name for path in tmp_path.iterdir()] == ["kruispunt_try"]
    assert stat.S_IMODE((tmp_path / "kruispunt_try").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("version", "faulty"),
    [
        ((3, 6, 23), False),
        ((3, 7, 0), True),
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 4), False),
    ],
)
def test_the_wal_reset_fault_is_known_by_version(version, faulty):
    assert sqlite.is_faulty(version) is faulty


def test_a_faulty_sqlite_is_refused_in_wal_and_the_sentence_says_what_to_do():
    with pytest.raises(ImproperlyConfigured, match="KRUISPUNT_SQLITE_JOURNAL=truncate"):
        sqlite.gate((3, 40, 1), "wal")
    sqlite.gate((3, 40, 1), "truncate")


def test_an_unknown_journal_mode_is_refused():
    with pytest.raises(ImproperlyConfigured, match="wal, truncate"):
        sqlite.gate((3, 53, 4), "off")


def test_an_address_with_every_part_reaches_postgresql(tmp_path):
    rows = databases.default(
        "postgresql://wim:p%40s@db.voorbeeld.nl:5433/kruispunt?sslmode=verify-full",
        var=tmp_path,
        journal="wal",
        patience=15,
    )

    known = [rows[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")]
    assert known == ["kruispunt", "wim", "p@s", "db.voorbeeld.nl", "5433"]
    assert rows["OPTIONS"]["sslmode"] == "verify-full"
    assert rows["OPTIONS"]["server_side_binding"] is True


def test_another_kind_of_database_is_refused(tmp_path):
    with pytest.raises(ImproperlyConfigured, match="not mysql"):
        databases.default("mysql://x/y", var=tmp_path, journal="wal", patience=15)


@pytest.mark.django_db
def test_the_database_is_set_as_the_house_wants_it():
    asked = {
        "sqlite": {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1},
        "postgresql": {"lock_timeout": "4s", "statement_timeout": "15s"},
    }[connection.vendor]
    verb = {"sqlite": "PRAGMA", "postgresql": "SHOW"}[connection.vendor]

    with connection.cursor() as cursor:
        found = {name: cursor.execute(f"{verb} {name}").fetchone()[0] for name in asked}

    assert found == asked


def test_every_answer_tells_the_browser_what_it_may(client, db):
    answer = client.get("/_healthz/livez")

    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "media-src 'self' blob:;" in policy
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    assert "microphone=()" in answer["Permissions-Policy"]
