"""What a missing volunteer would add is what the proposal gains when she is added."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.gap import shortages
from kruispunt.core.propose import propose
from kruispunt.core.unlock import Town
from kruispunt.core.vocabulary import Intensity
from kruispunt.core.weights import Weights
from tests.core.busy_towns import busy_towns

WEIGHTS = Weights()
TODAY = date(2026, 11, 21)


@settings(deadline=None, max_examples=5)
@given(busy_towns(8, 4, helpers=(1, 1, 2)))
def test_each_added_value_is_what_the_objective_gains(town):
    asked, crowd = town
    before = propose(asked, crowd, WEIGHTS)

    for one in shortages(Town(asked, crowd, WEIGHTS), TODAY):
        after = propose(asked, [*crowd, one.volunteer], WEIGHTS)
        assert one.added_value == after.value - before.value
        assert one.extra_served == len(before.unmatched) - len(after.unmatched)
        assert set(before.unmatched) - set(after.unmatched)


@settings(deadline=None, max_examples=5)
@given(busy_towns(8, 4))
def test_profiles_are_distinct_and_the_most_valuable_comes_first(town):
    found = shortages(Town(*town, WEIGHTS), TODAY)

    assert len({one.profile for one in found}) == len(found)
    assert [(-one.added_value, one.volunteer.id) for one in found] == sorted(
        (-one.added_value, one.volunteer.id) for one in found
    )


@settings(deadline=None, max_examples=4)
@given(busy_towns(8, 4))
def test_the_order_of_the_rows_does_not_matter_for_shortages(town):
    asked, crowd = town

    assert shortages(Town(asked[::-1], crowd[::-1], WEIGHTS), TODAY) == shortages(
        Town(asked, crowd, WEIGHTS), TODAY
    )


def ask(number, kind="WANDELEN", x=100_000_000, **cells):
    return Question(f"q{number}", (kind,), Intensity.LIGHT, x=x, y=400_000_000, **cells)


def test_a_planted_bottleneck_comes_out_first():
    """Walking is well served everywhere; five people far away wait for help with their memory."""
    walks = [ask(n, x=100_000_000 + n * 10_000) for n in range(12)]
    waiting = [
        replace(ask(50 + n, kind="GEHEUGEN", x=131_000_000 + n * 10_000),
                intensity=Intensity.VERY_INTENSIVE, themes=frozenset({"dementie"}), needs_vog=True)
        for n in range(5)
    ]  # fmt: skip
    crowd = [
        Volunteer(f"v{n}", frozenset({"WANDELEN"}), x=100_000_000, y=400_000_000) for n in range(11)
    ]
    first, *others = shortages(Town([*walks, *waiting], crowd, WEIGHTS), TODAY)

    assert (first.profile.kind, first.profile.themes) == ("GEHEUGEN", "dementie")
    assert first.row["trainingen"] == "basis|dementie"
    assert first.row["max_klasse"] == "zeer_intensief"
    assert first.row["vog_tot"] == "2029-11-21"
    assert [one.profile.kind for one in others] == ["WANDELEN"]


def test_where_everyone_is_served_nothing_is_short():
    crowd = [Volunteer("v", frozenset({"WANDELEN"}), x=100_000_000, y=400_000_000)]

    assert shortages(Town([ask(1)], crowd, WEIGHTS), TODAY) == ()


def test_a_town_without_a_single_volunteer_still_hears_whom_it_needs():
    question = Question("v1", ("WANDELEN",), Intensity.INTENSIVE, x=126_400_000, y=427_250_000)

    [missing] = shortages(Town([question], [], Weights()), date(2026, 11, 21))

    assert missing.extra_served == 1
