"""Words in which nobody is named: learning from each other needs no names (A18, PRV-06)."""

import re
from collections.abc import Iterable

TITLED = re.compile(r"\b(?:mevrouw|mevr|mw|meneer|mijnheer|dhr|de heer)\.?\s+[A-Z]\w+")
LEAST = 3
"""Shorter parts of a name are words as well: Jo, van, de."""
BETWEEN = frozenset({"van", "der", "den", "het", "ten", "ter"})


def names_someone(words: str, known: Iterable[str]) -> bool:
    """Say whether one of these names stands in the words, or anyone with Mr or Mrs before it.

    Examples
    --------
    >>> names_someone("Zij vergeet steeds meer, wat doe ik?", ["Fatma de Wit"])
    False
    >>> names_someone("Ik was bij fatma.", ["Fatma de Wit"])
    True
    >>> names_someone("Mevrouw Jansen wil niet meer eten.", [])
    True
    """
    said = {word.casefold() for word in re.findall(r"\w+", words)}
    parts = {part for name in known for part in re.findall(r"\w+", name.casefold())}
    telling = {part for part in parts if len(part) >= LEAST} - BETWEEN
    return bool(said & telling) or TITLED.search(words[:1].lower() + words[1:]) is not None
