"""A length that a municipality sets is never written into a page: it is said as it is set."""

import ast
import re

from kruispunt.core.lengths import STANDARD
from kruispunt.desks.ui.spoken import PLACE
from tests.house.guards import SRC, Source

COUNTED = re.compile(r"\d+ werkdag(?:en)?")
# Amber and red are the rule itself, and no length that is set (SIG-01).
THE_RULE_ITSELF = {"desks/templates/startpunt/early_signs.html"}
SPEAKS = {"desks/ui/spoken.py"}


def sources():
    for path in sorted((SRC / "desks").rglob("*")):
        name = path.relative_to(SRC).as_posix()
        if path.suffix in {".py", ".html"} and name not in THE_RULE_ITSELF | SPEAKS:
            yield Source(name, path.read_text())


def says_a_number(source):
    """Say {signal.handed_in}, and let the page fill in what counts here today."""
    yield from COUNTED.findall(source.text)


def test_no_page_says_a_number_of_working_days():
    assert [(one.name, each) for one in sources() for each in says_a_number(one)] == []


def test_a_number_of_working_days_is_seen():
    assert list(says_a_number(Source("x.html", "<p>binnen 10 werkdagen</p>"))) == ["10 werkdagen"]


def places(source):
    """Every length that a sentence of this file leaves open."""
    if source.name.endswith(".html"):
        tags = re.findall(r'{% spoken "([^"]*)"', source.text)
        return {name for words in tags for name in PLACE.findall(words)}
    filled = {id(part) for node in ast.walk(source.tree) if isinstance(node, ast.JoinedStr)
              for part in ast.walk(node)}  # fmt: skip
    plain = (
        node.value
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in filled
    )
    return {name for words in plain for name in PLACE.findall(words)}


def test_every_length_that_a_page_leaves_open_is_one_that_can_be_set():
    said = {name for source in sources() for name in places(source)}
    assert "signal.feed_back" in said
    assert said <= set(STANDARD)
