"""Unmistakable words in each drawer of each case: who reads one on a page may, by the role table.

Every page that a role may open is opened about her own case, somebody else's and another town's.
"""

import pytest
from django.db import transaction

from kruispunt.base.roles import Role
from kruispunt.desks.ui import policy
from tests.matrix import paper, town
from tests.matrix.test_addresses import OURS, asked, browser, numbers
from tests.privacy.test_every_page_leaves_a_look import address

pytestmark = pytest.mark.django_db
CELLS = paper.read()
# Drawers that hold a word in the town; the other ones hold dates and numbers.
WORDED = (
    "contact", "request", "situation", "profile", "match_journal", "safety", "guide_notes",
    "hybrid_goals",
)  # fmt: skip
# Pages on which a word may stand that the table gives in another place, each with its reason.
APART = {
    (Role.PRIVACY_OFFICER, "privacy:home"): "who asked for a right, and in which words (§12)",
    (Role.SAFETY_OFFICER, "safety:concern"): "who wrote it down is talked with first",
    (Role.SAFETY_OFFICER, "safety:verb"): "who wrote it down is talked with first",
}
RELATIONS = ("own", "other", "elsewhere")


@pytest.fixture(scope="module")
def cases(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield town.build()
        transaction.set_rollback(True)


def read_by(role: str, cases) -> dict[tuple[str, str], set[str]]:
    """Which words stood on a page of this role, and on which pages."""
    client, found = browser(cases, role), {}
    for name in OURS:
        if not policy.may_come_in(name, frozenset({role})):
            continue
        for relation in RELATIONS if numbers(name) else ("own",):
            answer = asked(client, "GET", address(name, cases[relation]))
            if answer.status_code != 200:
                continue
            told = b"".join(answer) if answer.streaming else answer.content
            for drawer in WORDED:
                for whose in RELATIONS:
                    if (role, name) not in APART and cases[whose].word(drawer).encode() in told:
                        found.setdefault((drawer, whose), set()).add(name)
    return found


def leaks(role: str, found) -> list[str]:
    """What was read, and is not in the table for this role."""
    return sorted(
        f"{role} reads {drawer} of {whose} on {', '.join(sorted(pages))}"
        for (drawer, whose), pages in found.items()
        if not paper.reach(CELLS[role, drawer], whose)
    )


@pytest.mark.parametrize("role", Role.values)
def test_need_to_know_no_page_says_a_word_that_the_table_does_not_give(role, cases):
    assert leaks(role, read_by(role, cases)) == []


def test_the_words_are_found_where_they_may_be_read(cases):
    """The control: a reader who finds nothing proves nothing."""
    found = read_by(Role.WORKER, cases)
    assert {("contact", "own"), ("request", "own"), ("situation", "own")} <= set(found)
    as_technician = leaks(Role.TECHNICIAN, found)
    assert len(as_technician) == len(found)
