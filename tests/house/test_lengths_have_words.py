"""Every length and number that a municipality may set has words for who sets it."""

from kruispunt.base import manners
from kruispunt.desks.process.lengths import LABELS, group, unit

ADD_WORDS = "Add words in desks/process/lengths.py"


def wordless(names) -> list[str]:
    return sorted(set(names) - set(LABELS))


def test_every_length_has_words_a_group_and_a_unit():
    names = manners.house_lengths()
    assert wordless(names) == [], ADD_WORDS
    assert sorted(set(LABELS) - set(names)) == []
    for name in names:
        assert group(name), ADD_WORDS
        assert unit(name), ADD_WORDS


def test_the_guard_bites():
    assert wordless(["question.new", "question.never_heard_of"]) == ["question.never_heard_of"]
