"""No figure points at anyone: small ones are hidden on every page, also by subtraction (PRV-16)."""

import re
from pathlib import Path

import pytest
from django.db import transaction

from kruispunt.base import figures
from kruispunt.base.drawers import Drawer
from kruispunt.base.models import Term
from kruispunt.base.permits import EVERY_ROW, REGISTER
from kruispunt.base.roles import Role
from kruispunt.desks.ui import policy
from kruispunt.insights.queries.recruiting import _apart
from kruispunt.insights.queries.small import reader
from tests.cast import MONDAY
from tests.house import printed
from tests.matrix.test_addresses import OURS, address, browser, numbers

pytestmark = pytest.mark.django_db
# Every permit that counts people, and where its numbers are hidden; a new one is added here.
HIDDEN_IN = {
    "arrangements.count": "insights.queries.today",
    "arrangements.count_carers": "arrangements.queries.carers.group_means",
    "arrangements.count_guides": "arrangements.queries.guides: voices and talks",
    "arrangements.read_minutes": "time of those who guide, for who reads each match as well",
    "insights.gap": "volunteers that are missing: counts of nobody that exists",
    "insights.numbers": "insights.queries.today",
    "offers.count": "insights.queries.recruiting",
    "people.count_nominations": "insights.queries.recruiting",
    "questions.count": "insights.queries.today",
    "questions.coverage": "questions.queries.neighbourhood.coverage",
    "questions.estimate_unseen": "questions.queries.unseen",
}
# Who may see numbers of everyone and the rows of nobody.
ONLY_NUMBERS = (Role.POLICY, Role.GUIDE_COORDINATOR)


def counting() -> set[str]:
    printed.permits()
    return {name for name, one in REGISTER.items() if one.reaches(Drawer.STATISTICS) == "counts"}


def test_prv_16_every_permit_that_counts_says_where_small_numbers_are_hidden():
    assert counting() == set(HIDDEN_IN)


def small_cells(page: str) -> list[str]:
    """Numbers of one to nine that stand alone in a cell of a table, a list of facts, or a total."""
    cells = re.findall(r"<(?:td|dd|strong)[^>]*>\s*(\d+)\s*</", page)
    return [cell for cell in cells if 0 < int(cell) < 10]


@pytest.mark.parametrize("role", ONLY_NUMBERS)
def test_prv_16_no_page_of_who_sees_only_numbers_shows_a_small_one(role, cases):
    """In a town of three cases every true number is small."""
    client, seen, wrong = browser(cases, role), 0, []
    for name in OURS:
        if numbers(name) or not policy.may_come_in(name, frozenset({role})):
            continue
        answer = client.get(address(name, cases["own"]))
        if answer.status_code == 200:
            seen += 1
            wrong += [(name, cell) for cell in small_cells(answer.content.decode())]
    assert seen
    assert wrong == []


def test_prv_16_the_look_bites(cases):
    """The process manager sees small numbers, as the paper says: so the look finds them."""
    client = browser(cases, Role.PROCESS_MANAGER)
    page = client.get("/cijfers/").content.decode()
    assert small_cells(page)


@pytest.mark.parametrize(("own", "from_on"), [(None, 10), (20, 20), (7, 7), (1, 5)])
def test_prv_16_a_municipality_sets_its_own_number_and_never_under_five(own, from_on, cases):
    actor = cases["own"].actor(Role.WORKER)
    if own is not None:
        Term.objects.create(
            municipality_id=actor.municipality_id, name="figures.least", length=own,
            valid_from=MONDAY.date(),
        )  # fmt: skip
    assert figures.least(actor) == from_on
    told = figures.concealed(actor, {"a": from_on - 1, "b": from_on, "c": from_on + 40})
    assert told == {"a": None, "b": None, "c": from_on + 40}


@pytest.mark.parametrize(("own", "told"), [(None, 12), (13, None), (12, 12), (5, 12)])
def test_prv_16_every_figure_follows_what_the_municipality_set(own, told, cases):
    """Means, shares and columns of figures alike: none keeps a number of its own."""
    actor = cases["own"].actor(Role.POLICY)
    with transaction.atomic():
        if own is not None:
            Term.objects.create(
                municipality_id=actor.municipality_id, name="figures.least", length=own,
                valid_from=MONDAY.date(),
            )  # fmt: skip
        reads = reader(actor)
        transaction.set_rollback(True)
    assert reads.shown({"a": 12, "b": 40, "c": 40})["a"] == told
    assert reads.may_know(12) == (told is not None)
    assert (reads.share(12, 60) is not None) == (told is not None)
    assert _apart(reads, [60, 48]) == [60, None if told is None else 48]


def test_prv_16_no_room_keeps_a_least_number_of_its_own():
    """The dated setting is the one home of it: whoever writes another number is found here."""
    core_words = re.compile(r"small_cells import .*\bLEAST\b|(?<!\.)\bLEAST\s*[:=]")
    rooms = [
        place
        for place in Path("src/kruispunt").rglob("*.py")
        if place.parts[2] not in {"core", "base"}
    ]
    assert len(rooms) > 100
    assert [str(place) for place in rooms if core_words.search(place.read_text())] == []


def test_small_numbers_are_for_the_process_manager_alone(cases):
    permit = REGISTER["insights.small_numbers"]
    sees = {role for role in Role if permit.rows(cases["own"].actor(role)) == EVERY_ROW}
    assert sees == {Role.PROCESS_MANAGER}
