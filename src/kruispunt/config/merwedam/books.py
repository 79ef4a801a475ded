"""The written part of Merwedam, read from the books in `words/`, and its way of speaking."""

import re
import tomllib
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

SHELF = Path(__file__).parent / "words"
YEAR = 2026  # one seed for the whole town: the same every time
_CHOICE = re.compile(r"\{([^{}]*)\}")


@cache
def book(name: str) -> dict[str, Any]:
    """One book from the shelf."""
    return tomllib.loads((SHELF / f"{name}.toml").read_text(encoding="utf-8"))


def dice(for_what: str) -> Random:
    """Dice of its own for each noun, so that one more street does not change all names."""
    return Random(f"merwedam {YEAR} {for_what}")  # noqa: S311  # a story, not a secret


def spoken(words: str, throw: Random) -> str:
    """A sentence with its choices made: "elke {dinsdag|donderdag}" becomes one of both."""
    return _CHOICE.sub(lambda found: throw.choice(found[1].split("|")), words)


def spoken_ways(words: str) -> int:
    """In how many ways this sentence can be said."""
    ways = 1
    for choices in _CHOICE.findall(words):
        ways *= len(choices.split("|"))
    return ways
