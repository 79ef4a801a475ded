"""The throwaway PostgreSQL runs as someone without power, and leaves nothing behind."""

import os
from pathlib import Path

import psycopg
import pytest

TOOLS = Path(__file__).parents[2] / "tools"


@pytest.fixture
def tool(monkeypatch):
    """A tool of the build, which does not live in a package."""
    monkeypatch.syspath_prepend(str(TOOLS))
    return __import__


def folder_of(url: str) -> Path:
    return Path(url.partition("?host=")[2])


def test_it_answers_and_is_gone_afterwards_even_when_something_breaks(tool):
    postgres = tool("postgres")
    programs = postgres.binaries()
    assert programs, "PostgreSQL is not here: apt install postgresql"

    seen = []

    def break_off():
        with postgres.cluster(programs) as url:
            with psycopg.connect(f"{url}&dbname=postgres", autocommit=True) as rows:
                seen.append(rows.execute("SHOW fsync").fetchone()[0])
            seen.extend([url, folder_of(url).stat().st_uid])
            raise RuntimeError("oeps")

    with pytest.raises(RuntimeError, match="oeps"):
        break_off()

    answer, url, owner = seen
    assert answer == "off"
    assert owner != 0
    assert not folder_of(url).exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(f"{url}&dbname=postgres")


@pytest.mark.parametrize(
    ("failed", "in_ci", "verdict"), [(0, False, 0), (1, False, 1), (0, True, 1), (1, True, 1)]
)
def test_without_postgresql_it_says_so_and_a_machine_does_not_pass(
    tool, capsys, failed, in_ci, verdict
):
    assert tool("suite").untested(failed, in_ci=in_ci) == verdict
    assert "POSTGRESQL WAS NOT TESTED" in capsys.readouterr().out


def test_no_test_runs_as_though_it_were_elsewhere():
    assert os.environ["KRUISPUNT_VAR"] == "var/tests"
