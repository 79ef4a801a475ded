"""One test for each cell of the role table: 22 roles by 12 drawers, deny by default."""

import pytest

from kruispunt.base.drawers import Drawer
from kruispunt.base.permits import REGISTER
from kruispunt.base.roles import Role
from tests.house import printed
from tests.matrix import paper
from tests.matrix.rows import noun_of

printed.permits()  # every room declares its permits
CELLS = paper.read()
FAR = ("", "counts", "glimpses", "opens", "fills")
pytestmark = pytest.mark.django_db
RELATIONS = ("own", "other", "elsewhere")


def reached(cases, role: str, drawer: str) -> dict[str, str]:
    """How far this role really reaches into this drawer of each case, by asking every permit."""
    everyone = [cases["own"].actor(each) for each in Role.values]
    actor = cases["own"].actor(role)
    found = dict.fromkeys(RELATIONS, "")
    for permit in REGISTER.values():
        how = permit.reaches(Drawer(drawer))
        if not how:
            continue
        noun = noun_of(permit, everyone)
        for relation in RELATIONS:
            rows = cases[relation].rows[noun]
            if any(permit.allows(actor, row) for row in rows):
                found[relation] = max(found[relation], how, key=FAR.index)
    return found


def is_built(drawer: str) -> bool:
    """Nobody reaches into a drawer that no permit names: there every cell must be empty."""
    return any(permit.reaches(Drawer(drawer)) for permit in REGISTER.values())


@pytest.mark.parametrize("drawer", Drawer.values)
@pytest.mark.parametrize("role", Role.values)
def test_need_to_know_this_cell_is_as_agreed_on_paper(role, drawer, cases):
    waits = drawer in paper.NOT_YET.get(role, ()) or not is_built(drawer)
    cell = paper.NARROWER.get((role, drawer), CELLS[role, drawer])
    agreed = {relation: "" if waits else paper.reach(cell, relation) for relation in RELATIONS}
    assert reached(cases, role, drawer) == agreed


def test_the_table_has_every_role_and_every_drawer():
    assert set(CELLS) == {(role, drawer) for role in Role.values for drawer in Drawer.values}
    assert len(CELLS) == 264


def test_what_is_given_more_narrowly_stays_within_the_paper():
    for place, cell in paper.NARROWER.items():
        for relation in RELATIONS:
            given, agreed = (paper.reach(one, relation) for one in (cell, CELLS[place]))
            assert FAR.index(given) <= FAR.index(agreed)


def test_what_waits_is_agreed_on_paper():
    """A cell waits only when something was agreed there: an empty one needs no excuse."""
    idle = [
        (role, drawer)
        for role, drawers in paper.NOT_YET.items()
        for drawer in drawers
        if CELLS[role, drawer] == "-"
    ]
    assert idle == []


def test_the_test_bites_on_a_permit_too_wide(cases, monkeypatch):
    """The technician reads nothing; give him a question to read, and his cell shows it."""
    from kruispunt.base.permits import EVERY_ROW, Permit  # noqa: PLC0415

    wide = Permit("questions.leak", lambda _: EVERY_ROW, opens=(Drawer.REQUEST,))
    monkeypatch.setitem(REGISTER, wide.name, wide)
    found = reached(cases, Role.TECHNICIAN, Drawer.REQUEST)

    assert found == {"own": "opens", "other": "opens", "elsewhere": ""}
