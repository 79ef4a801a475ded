"""Parts given at the same moment by two people: all are given, and nobody waits for ever.

When a row is kept for good the database makes sure that whoever it points at is still there, and
waits for who holds her. Two who each hold the resident the other points at would never be done.
"""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest
from django.db import OperationalError, connection

from kruispunt.arrangements.models import CarerCase, GuideContact
from kruispunt.base.locks import writing
from kruispunt.base.roles import Role
from kruispunt.base.steps import keep
from kruispunt.offers.models import Guide
from kruispunt.people.models import Person
from tests.cast import MONDAY, enter

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 2  # seconds


def seen(carer, by):
    """Somebody of the desk gets a part in the case of a carer."""
    return CarerCase(
        municipality=carer.person.municipality, carer=carer.person, worker=by.person, source="gp",
        yes_on=MONDAY.date(), opened_on=MONDAY.date(), state_since=MONDAY,
    )  # fmt: skip


@pytest.fixture
def crossed(fatma, joop):
    """Joop gets a part in the case of Fatma, and Fatma in the case of Joop."""
    return seen(fatma, joop), seen(joop, fatma)


def at_once(act, rows) -> list[str]:
    """Do this with each row in a thread of its own, each holding somebody before either is done."""
    meeting = Barrier(len(rows))

    def after_holding(execute, sql, params, many, context):
        answer = execute(sql, params, many, context)
        if sql.endswith(("UPDATE", 'OF "people_person"')):
            with suppress(BrokenBarrierError):
                meeting.wait(timeout=PATIENCE)
        return answer

    def give(row):
        try:
            with connection.execute_wrapper(after_holding), writing():
                act(row)
        except OperationalError as stuck:
            return str(stuck).split("\n", maxsplit=1)[0]
        finally:
            connection.close()
        return "given"

    with ThreadPoolExecutor(len(rows)) as people:
        return sorted(people.map(give, rows))


def test_rol_01_two_who_get_a_part_in_each_others_case_at_once_both_get_it(crossed, els):
    assert at_once(lambda row: keep(row, giving=els.actor), crossed) == ["given", "given"]
    assert CarerCase.objects.count() == len(crossed)


def test_rol_01_two_parts_in_one_case_at_once_are_given_one_by_one(merwedam, fatma, els):
    hanna = enter("Hanna", merwedam, Role.GUIDE)
    own = {"municipality": merwedam, "state_since": MONDAY}
    guide = Guide.objects.create(person=hanna.person, kinds=["WANDELEN"], state="shown", **own)
    beside = GuideContact(resident=fatma.person, guide=guide, words="Hulp", state="chosen",
                          asked_on=MONDAY.date(), **own)  # fmt: skip

    given = at_once(lambda row: keep(row, giving=els.actor), (beside, seen(fatma, els)))
    assert given == ["given", "given"]
    assert (GuideContact.objects.count(), CarerCase.objects.count()) == (1, 1)


def test_the_test_sees_two_who_wait_for_each_other_when_each_holds_the_other_whole(crossed):
    """The control: held against everyone, on the database where one can wait for another."""

    def held_whole(row):
        row.save()
        list(Person.objects.select_for_update(of=("self",)).filter(pk=row.carer_id))

    told = at_once(held_whole, crossed)
    stuck = [each for each in told if "deadlock" in each]
    assert len(stuck) == (1 if connection.vendor == "postgresql" else 0), told
