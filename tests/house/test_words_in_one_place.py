"""The words one chooses from stand in one place: a form takes them from its room's states."""

import ast
from collections.abc import Iterator

import pytest
from django.db.models import Choices

from tests.house.guards import Source, package

FEWEST = 3  # "ja" and "nee" may be said by anyone


def kept() -> list[set[tuple[str, str]]]:
    """Every list of words that is kept with a row."""

    def below(kind):
        for one in kind.__subclasses__():
            yield one
            yield from below(one)

    return [
        {(str(code), str(label)) for code, label in one.choices}
        for one in below(Choices)
        if one.__module__.startswith("kruispunt.") and len(one)
    ]


def copies_words(source: Source) -> Iterator[str]:
    """Take the choices from the states of their room; a second list of them will differ one day."""
    lists = kept()
    for node in ast.walk(source.tree):
        pairs = set(_pairs(node))
        if len(pairs) >= FEWEST and any(pairs <= words for words in lists):
            yield f"{source.name}:{node.lineno}: {min(pairs)}…"


def _pairs(node: ast.AST) -> Iterator[tuple[str, str]]:
    if not isinstance(node, ast.Tuple | ast.List):
        return
    for one in node.elts:
        match one:
            case ast.Tuple(elts=[ast.Constant(value=str(code)), ast.Constant(value=str(label))]):
                if code:
                    yield code, label


def test_no_form_has_a_list_of_its_own_of_words_that_are_kept():
    found = [each for source in package() for each in copies_words(source)]
    assert not found, copies_words.__doc__


@pytest.mark.parametrize(
    "text",
    [
        'REACHED = (("yes", "Ja"), ("partly", "Deels"), ("no", "Nog niet"))',
        'REACHED = [("", "Kies"), ("no", "Nog niet"), ("partly", "Deels"), ("yes", "Ja")]',
    ],
)
def test_a_second_list_is_seen(text):
    assert list(copies_words(Source("desks/startpunt/forms.py", text)))


@pytest.mark.parametrize(
    "text",
    [
        'YES_NO = (("yes", "Ja"), ("no", "Nee"))',
        'SORTS = (("yes", "Zeker"), ("partly", "Een beetje"), ("no", "Nee hoor"))',
        'REACHED = [("", "Kies"), *Reached.choices]',
    ],
)
def test_other_words_are_left_alone(text):
    assert not list(copies_words(Source("desks/startpunt/forms.py", text)))
