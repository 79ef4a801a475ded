"""Who was matched, and what is left of a case when it is over: every reading permit is asked."""

import pytest
from django.db import transaction

from kruispunt.base.drawers import Drawer
from kruispunt.base.permits import REGISTER
from kruispunt.base.roles import Role
from tests.house import printed
from tests.matrix import afterwards
from tests.matrix.rows import noun_of

printed.permits()
pytestmark = pytest.mark.django_db
SHOWS = ("opens", "glimpses")
# Writing in these drawers shows what is there, and no action stands between.
WRITES_WHAT_IT_SHOWS = {name for names in afterwards.AT_ONCE.values() for name in names}


def reading(permit) -> bool:
    shows = any(permit.reaches(drawer) in SHOWS for drawer in Drawer)
    return shows or permit.name in WRITES_WHAT_IT_SHOWS


def still_reads(case, role: str, *, days: int) -> set[str]:
    """The permits by which this role reads something of its own case, so many days later."""
    everyone = [case.actor(each) for each in Role.values]
    actor = afterwards.later(case.actor(role), days)
    found = set()
    for permit in filter(reading, REGISTER.values()):
        noun = noun_of(permit, everyone)
        if noun in afterwards.OF_THE_CASE and any(
            permit.allows(actor, row) for row in case.rows[noun]
        ):
            found.add(permit.name)
    return found


@pytest.mark.parametrize("role", Role.values)
def test_rol_03_who_was_matched_reads_after_the_end_what_was_agreed(role, cases):
    case = cases["own"]
    with transaction.atomic():
        before = still_reads(case, role, days=0)
        afterwards.over(case)
        within, after = (still_reads(case, role, days=days) for days in (29, 31))
        transaction.set_rollback(True)

    assert not within & afterwards.WHILE_IT_RUNS
    before -= afterwards.WHILE_IT_RUNS
    assert before - within == afterwards.AT_ONCE.get(role, set())
    if role == Role.RESIDENT:
        assert after == before  # her own case stays her own
    else:
        assert after == set(afterwards.KEEPS.get(role, {}))


def test_rol_03_somebody_elses_case_is_not_shut_with_it(cases):
    """The control: only the case that is over goes out of sight, so the test can see a leak."""
    with transaction.atomic():
        afterwards.over(cases["own"])
        worker = afterwards.later(cases["own"].actor(Role.WORKER), 31)
        seen = [
            REGISTER["questions.read"].allows(worker, cases[name].row("question"))
            for name in ("own", "other", "elsewhere")
        ]
        transaction.set_rollback(True)
    assert seen == [False, True, False]
