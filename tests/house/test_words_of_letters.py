"""The words of every letter: short, kind, and nothing personal in the subject (B1-01, B1-07)."""

import ast
import re

from tests.house.guards import NOT_TO_RESIDENTS, Source, package

LONGEST_SENTENCE = 18


def letters():
    """Every file in which a room writes its letters."""
    return [source for source in package() if re.search(r"actions/letters\w*\.py$", source.name)]


def sentences(source: Source):
    """The fixed words of each letter, sentence by sentence."""
    documented = {
        ast.get_docstring(node, clean=False)
        for node in ast.walk(source.tree)
        if isinstance(node, (ast.Module, ast.FunctionDef))
    }
    for node in ast.walk(source.tree):
        words = node.value if isinstance(node, ast.Constant) else None
        if isinstance(words, str) and words not in documented and " " in words:
            yield from re.split(r"(?<=[.?!])\s+", words)


def subjects(source: Source):
    for _, call in source.calls():
        for keyword in call.keywords:
            if keyword.arg == "subject":
                yield keyword.value


def test_no_letter_uses_a_word_that_residents_never_read():
    found = [
        f"{source.name}: {sentence}"
        for source in letters()
        for sentence in sentences(source)
        if NOT_TO_RESIDENTS.search(sentence)
    ]
    assert not found


def test_sentences_are_short():
    found = [
        f"{source.name}: {sentence}"
        for source in letters()
        for sentence in sentences(source)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert not found


def test_nothing_of_anyone_is_put_into_a_subject():
    found = [
        source.name
        for source in letters()
        for subject in subjects(source)
        if isinstance(subject, ast.JoinedStr)
    ]
    assert not found


def test_the_guards_bite():
    bad = Source(
        "x/actions/letters.py",
        "write(subject=f'Dag {naam}', lines=('Uw casus is een zwaar geval.',))",
    )
    assert [s for s in sentences(bad) if NOT_TO_RESIDENTS.search(s)]
    assert isinstance(next(subjects(bad)), ast.JoinedStr)
