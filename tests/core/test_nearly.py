"""Who almost fits: the change that is told really opens the way, and no rule of safety bends."""

from datetime import date

from hypothesis import given

from kruispunt.core.eligibility import refusals
from kruispunt.core.unlock.nearly import would_help
from kruispunt.core.weights import Weights
from tests.core.cards_at_random import questions, volunteers

TODAY = date(2026, 11, 21)
UNBENDING = {"taal", "geslacht", "omstandigheid", "leeftijd", "niet_met"}


@given(questions(), volunteers())
def test_the_change_that_is_told_opens_the_way_and_costs_something(question, volunteer):
    change = would_help(question, volunteer, Weights(), TODAY)

    if change:
        assert refusals(question, change.card) == ()
        assert change.cost > 0
        assert change.old != change.new


@given(questions(), volunteers())
def test_whoever_falls_off_by_one_rule_that_may_bend_hears_what_would_help(question, volunteer):
    broken = refusals(question, volunteer)
    told = would_help(question, volunteer, Weights(), TODAY)

    may_bend = len(broken) == 1 and broken[0] not in UNBENDING and volunteer.available
    assert bool(told) == may_bend
