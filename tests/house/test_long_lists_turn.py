"""A list of many pages turns: what its buttons ask is what the page reads."""

import re

from tests.house.guards import SRC

TURNING = re.compile(r'page_of\(.*?GET\.get\("(\w+)"', re.DOTALL)


def test_every_long_list_reads_the_page_its_buttons_ask_for():
    buttons = (SRC / "desks/templates/ui/pages.html").read_text()
    asked = set(re.findall(r"(\w+)=\{\{ page\.", buttons))
    read = {
        word
        for source in (SRC / "desks").rglob("*.py")
        for word in TURNING.findall(source.read_text())
    }

    assert read == asked == {"blad"}
