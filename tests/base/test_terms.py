"""A municipality keeps its own terms, each from a day on; else the house's standard counts."""

from datetime import date

import pytest

from kruispunt.base.models import Term
from kruispunt.base.terms import due


@pytest.fixture
def shorter_since_tuesday(merwedam):
    for valid_from, length in ((date(2026, 1, 1), 3), (date(2026, 11, 3), 1)):
        Term.objects.create(
            municipality=merwedam, name="question.new", length=length, valid_from=valid_from
        )


def test_the_standard_counts_where_nothing_was_decided(wim):
    assert due(wim.actor, "question.new") == date(2026, 11, 4)


def test_a_decision_counts_from_its_day_on(wim, shorter_since_tuesday):
    assert due(wim.actor, "question.new") == date(2026, 11, 5)
    assert due(wim.later(days=1), "question.new") == date(2026, 11, 4)


def test_what_one_municipality_decides_another_does_not_notice(zed, shorter_since_tuesday):
    assert due(zed.actor, "question.new") == date(2026, 11, 4)
