"""Unmistakable words in each drawer of each case: who reads one on a page may, by the role table.

Every page that a role may open is opened about her own case, somebody else's and another town's.
"""

import pytest

from kruispunt.base.roles import Role
from kruispunt.desks.ui import policy
from tests.matrix import paper
from tests.matrix.test_addresses import OURS, address, asked, browser, numbers

pytestmark = pytest.mark.django_db
CELLS = paper.read()
# Drawers that hold a mark of their own in the town.
WORDED = (
    "contact", "request", "situation", "profile", "certificate", "match_journal", "instruments",
    "safety", "guide_notes", "hybrid_goals", "money",
)  # fmt: skip
# Letters are in no drawer: whoever calls or posts for somebody reads what to say.
LETTERS = ("letter_to_volunteer", "letter_to_contact")
READ_LETTERS = {
    "letter_to_volunteer": {Role.WORKER, Role.COORDINATOR, Role.REGISTRAR},
    "letter_to_contact": {Role.WORKER},
}
# One word on one page may stand there in another place of the table, each with its reason.
APART = {
    (Role.PRIVACY_OFFICER, "privacy:home", "request"): "who asked for a right, in her words (§12)",
    (Role.PRIVACY_OFFICER, "privacy:home", "contact"): "who asked for a right (§12)",
    (Role.SAFETY_OFFICER, "safety:concern", "contact"): "who wrote it down is talked with first",
    (Role.SAFETY_OFFICER, "safety:verb", "contact"): "who wrote it down is talked with first",
}
# What an odd job costs is agreed with who asks and who comes: it is part of the request.
COST_OF_A_JOB = {Role.RESIDENT, Role.WORKER, Role.COORDINATOR, Role.VOLUNTEER}
RELATIONS = ("own", "other", "elsewhere")


def read_by(role: str, cases, apart=APART) -> dict[tuple[str, str], set[str]]:
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
            for drawer in (*WORDED, *LETTERS):
                for whose in RELATIONS:
                    stands = any(mark.encode() in told for mark in cases[whose].marks(drawer))
                    if stands and (role, name, drawer) not in apart:
                        found.setdefault((drawer, whose), set()).add(name)
    return found


def leaks(role: str, found) -> list[str]:
    """What was read, and is not in the table for this role."""
    return sorted(
        f"{role} reads {drawer} of {whose} on {', '.join(sorted(pages))}"
        for (drawer, whose), pages in found.items()
        if not may_read(role, drawer, whose)
    )


def may_read(role: str, drawer: str, whose: str) -> bool:
    if drawer in LETTERS:
        return role in READ_LETTERS[drawer] and whose != "elsewhere"
    if drawer == "money" and role in COST_OF_A_JOB:
        return bool(paper.reach(CELLS[role, "request"], whose))
    return bool(paper.reach(CELLS[role, drawer], whose))


@pytest.mark.parametrize("role", Role.values)
def test_need_to_know_no_page_says_a_word_that_the_table_does_not_give(role, cases):
    assert leaks(role, read_by(role, cases)) == []


def test_the_words_are_found_where_they_may_be_read(cases):
    """The control: a reader who finds nothing proves nothing."""
    found = read_by(Role.WORKER, cases)
    read = {"contact", "request", "situation", "instruments", "letter_to_volunteer"}
    assert read <= {drawer for drawer, whose in found if whose == "own"}
    assert "certificate" in {drawer for drawer, _ in read_by(Role.COORDINATOR, cases)}
    as_technician = leaks(Role.TECHNICIAN, found)
    assert len(as_technician) == len(found)


@pytest.mark.parametrize("role", sorted({role for role, _, _ in APART}))
def test_each_exception_is_one_word_on_one_page_and_is_needed(role, cases):
    found = read_by(role, cases, apart={})
    for whom, page, drawer in APART:
        if whom == role:
            pages = {one for (word, _), names in found.items() if word == drawer for one in names}
            assert page in pages, (page, drawer)
