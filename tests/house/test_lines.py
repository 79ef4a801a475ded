"""What was asked is carried line by line, and what is not there yet is said by name."""

import re

from tests.house import lines
from tests.house.printed import PAPER, SRC

SEEDED = re.compile(r"\b(Waalwijk|Hillegom|Teylingen|Noordwijk|Duurstede|Limburg|BaLaDe)\b")
FICTION = "config/merwedam"


def test_every_line_is_carried_by_a_test_or_said_to_be_missing():
    assert lines.dropped(lines.carried(lines.tests()), lines.NOT_YET) == []


def test_what_is_said_to_be_missing_was_asked():
    assert set(lines.NOT_YET) <= set(lines.LINES)


def test_the_page_of_lines_is_as_printed():
    assert lines.page() == (PAPER / "lines.md").read_text(encoding="utf-8")


def test_the_guard_bites():
    found = lines.carried([("core/test_x.py", "a1_k15_every_line_is_a_sentence")])

    assert found["A1"] == found["K15"] == [("core/test_x.py", "a1_k15_every_line_is_a_sentence")]
    assert lines.dropped(found, set(lines.LINES) - {"A1", "A2"}) == ["A2"]


def names_in_the_code(texts) -> list[str]:
    """The story of the demo may name places; the product may not."""
    return [where for where, text in texts if SEEDED.search(text) and FICTION not in where]


def test_k18_no_town_is_in_the_code():
    kinds = ("*.py", "*.html", "*.js")
    pages = [page for kind in kinds for page in SRC.rglob(kind) if "static/assets" not in str(page)]
    assert names_in_the_code((str(page), page.read_text(encoding="utf-8")) for page in pages) == []


def test_k18_the_guard_bites():
    assert names_in_the_code([("desks/x.html", "Welkom in Waalwijk")]) == ["desks/x.html"]
