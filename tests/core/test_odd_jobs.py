"""Which odd job fits: for whom, how small, and nobody's paid work (SM-12)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kruispunt.core.odd_jobs import OddJob, judge

SHELF = OddJob(
    for_whom="ouder",
    hours=Decimal("0.5"),
    certified=False,
    paid_work=False,
    materials_only=True,
)


def broken(job, most=2):
    return [line.rule for line in judge(job, most).lines if line.bites]


def test_sm12_a_small_job_for_an_older_person_fits():
    assert (judge(SHELF).fits, broken(SHELF)) == (True, [])


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"for_whom": "geen"}, "voor_wie"),
        ({"hours": Decimal("2.25")}, "klein"),
        ({"hours": Decimal(0)}, "klein"),
        ({"certified": True}, "vakwerk"),
        ({"paid_work": True}, "verdringing"),
        ({"materials_only": False}, "kosten"),
    ],
)
def test_sm12_each_rule_bites_by_itself(change, rule):
    job = replace(SHELF, **change)
    assert (judge(job).fits, broken(job)) == (False, [rule])


def test_sm12_two_hours_is_still_small_and_a_municipality_may_set_another_number():
    assert broken(replace(SHELF, hours=Decimal(2))) == []
    assert broken(replace(SHELF, hours=Decimal(3)), most=3) == []
    assert broken(replace(SHELF, hours=Decimal(2)), most=1) == ["klein"]


def test_every_line_is_shown_whether_it_bites_or_not():
    assert len(judge(replace(SHELF, certified=True)).lines) == 5
