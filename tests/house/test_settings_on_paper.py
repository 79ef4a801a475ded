"""Every setting that the environment may give stands in the paper of the operator, and no other."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAME = re.compile(r'"(KRUISPUNT_[A-Z_]+|DATABASE_URL)"')
CELL = re.compile(r"`([A-Z_]+)`")
# Read elsewhere than in the settings, or told on another page.
ELSEWHERE = {"KRUISPUNT_PROXIES", "KRUISPUNT_HOSTS"}


def asked(code: str) -> set[str]:
    return set(NAME.findall(code))


def told(paper: str) -> set[str]:
    """The names in the first cells of the table; `_PORT` after a name stands for its sibling."""
    names = set()
    for row in re.findall(r"^\| (`[A-Z_]+`.*?) \|", paper, re.MULTILINE):
        first, *others = CELL.findall(row)
        stem = first.rpartition("_")[0]
        names |= {first} | {stem + other if other.startswith("_") else other for other in others}
    return names


def test_what_may_be_set_is_told():
    code = (ROOT / "src/kruispunt/config/settings.py").read_text()
    paper = told((ROOT / "docs/operate.md").read_text())

    assert asked(code) - paper == set()
    assert paper - asked(code) - ELSEWHERE == set()


def test_a_setting_that_nobody_tells_is_seen():
    paper = "| `KRUISPUNT_MAIL_HOST`, `_PORT` | the mail server | |\n"

    assert told(paper) == {"KRUISPUNT_MAIL_HOST", "KRUISPUNT_MAIL_PORT"}
    assert asked('text("KRUISPUNT_SITE", "")') - told(paper) == {"KRUISPUNT_SITE"}
