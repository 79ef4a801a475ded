"""Small numbers are hidden, also from who can subtract (PRV-16)."""

from hypothesis import given
from hypothesis import strategies as some

from kruispunt.core.small_cells import conceal

LEAST = 10
counts = some.dictionaries(some.text("abcdef", min_size=1, max_size=3), some.integers(0, 40))


@given(counts)
def test_prv16_no_small_number_is_shown_and_none_follows_from_the_total(numbers):
    shown = conceal(numbers, LEAST)
    hidden = [numbers[name] for name, seen in shown.items() if seen is None]

    assert not [seen for seen in shown.values() if seen and seen < LEAST]
    assert {name: seen for name, seen in shown.items() if seen is not None}.items() <= (
        numbers.items()
    )
    could_help = [number for number in numbers.values() if number]
    if hidden and len(hidden) < len(could_help):
        assert len(hidden) > 1
        assert sum(hidden) >= LEAST


def test_nothing_small_means_nothing_hidden():
    assert conceal({"a": 10, "b": 0}, LEAST) == {"a": 10, "b": 0}
