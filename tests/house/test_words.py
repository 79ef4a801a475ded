"""One word per thing: what the code calls it stands in the glossary."""

import re

from django.apps import apps

from kruispunt.base.roles import Role
from tests.house.guards import ROOT

GLOSSARY = (ROOT / "GLOSSARY.md").read_text()


def missing(words, glossary: str) -> list[str]:
    """Words that no first column of the glossary has."""
    cells = re.findall(r"^\|([^|]+)\|", glossary, re.MULTILINE)
    known = {word.strip() for cell in cells for word in cell.split(",")}
    return sorted(set(words) - known)


def test_every_row_has_a_word():
    ours = [m for m in apps.get_models() if m.__module__.startswith("kruispunt.")]
    assert not missing((model.__name__ for model in ours), GLOSSARY)


def test_every_role_has_a_word():
    assert not missing(Role.values, GLOSSARY)


def test_the_guard_bites():
    assert missing(["Person", "Thingy"], "| code |\n| Person, Human | mens |\n") == ["Thingy"]
