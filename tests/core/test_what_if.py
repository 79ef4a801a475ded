"""What is told in a moment is what laying everyone on the scales again gives."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kruispunt.core.gap import profiles, volunteer_for
from kruispunt.core.unlock import Change, Subject, Town
from kruispunt.core.unlock.cheapest import Search
from kruispunt.core.unlock.steps import steps
from kruispunt.core.unlock.what_if import WhatIf
from kruispunt.core.weights import Weights
from tests.core.busy_towns import busy_towns, calm_towns

WEIGHTS = Weights()
TODAY = date(2026, 11, 21)


def all_changes(town):
    """Every change that is worth a look, up to a few units."""
    search = Search(town, [], TODAY)
    search.open = ["nobody"]
    few = [step for step in steps(town) if step.cost <= 400]
    asks = [step for step in few if step.subject is Subject.QUESTION]
    crowd = [step for step in few if step.subject is Subject.VOLUNTEER]
    return (
        list(search.of_volunteers(crowd)),
        list(search.of_questions(asks, list(town.questions))),
    )


def compared(town, changes):
    """How many answers were given, each of them checked."""
    before, known = set(town.proposal.unmatched), 0
    for change, came in zip(changes, WhatIf(town).came(changes), strict=True):
        if came is not None:
            known += 1
            assert came == before - set(town.after(change).unmatched), change
    return known


@settings(deadline=None, max_examples=15)
@given(calm_towns(8, 6), st.booleans())
def test_a_change_does_what_was_told(made, has_previous):
    previous = Town(*made, WEIGHTS).proposal.pairings[::2] if has_previous else ()
    town = Town(*made, WEIGHTS, previous=[(pair.question, pair.volunteer) for pair in previous])

    assert WhatIf(town).knows
    for changes in all_changes(town):
        assert compared(town, changes) or not changes


@settings(deadline=None, max_examples=15)
@given(busy_towns(7, 5))
def test_where_hours_could_bind_nothing_untrue_is_told(made):
    town = Town(*made, WEIGHTS)

    for changes in all_changes(town):
        compared(town, changes)


@settings(deadline=None, max_examples=15)
@given(calm_towns(8, 5))
def test_a_newcomer_adds_what_was_told(made):
    town = Town(*made, WEIGHTS)
    cards = [
        volunteer_for(profile, asks, f"new-{number}")
        for number, (profile, asks) in enumerate(profiles(town).items())
    ]
    before = town.proposal

    for card, told in zip(cards, WhatIf(town).added(cards), strict=True):
        after = town.after(Change(Subject.NEWCOMER, card.id, "", "", "", 0, card))
        if told is not None:
            assert told.value == after.value - before.value
            assert told.served == len(before.unmatched) - len(after.unmatched)
            assert told.came == set(before.unmatched) - set(after.unmatched)
