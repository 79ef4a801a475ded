"""Fetching what others made: an npm that falls silent is called again, and then given up on."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
import assets


@pytest.fixture
def npm(tmp_path, monkeypatch):
    """An npm of our own on PATH, that counts how often it is called and then does as told."""

    def install(script):
        program = tmp_path / "npm"
        program.write_text(f"#!/bin/sh\necho called >> {tmp_path}/calls\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
        monkeypatch.setattr(assets, "THEIRS", tmp_path / "nothing")
        monkeypatch.setattr(assets, "PATIENCE", (1, 1))
        return lambda: (tmp_path / "calls").read_text().count("called")

    return install


def test_a_silent_npm_is_called_again(npm, tmp_path):
    calls = npm(f'[ "$(wc -l < {tmp_path}/calls)" = 1 ] && exec sleep 30\nexit 0')

    assets.fetch()

    assert calls() == 2


def test_an_npm_that_stays_silent_is_given_up_on_with_a_sentence(npm):
    calls = npm("exec sleep 30")

    with pytest.raises(SystemExit, match="npm does not answer"):
        assets.fetch()

    assert calls() == 2
