"""Every permit says which drawers of the dossier it opens: nothing is shown by accident."""

from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.permits import EVERY_ROW, REGISTER, Permit
from tests.house import printed

SAY_IT = """Say which of the twelve drawers (base/drawers.py) a permit reaches into, for example
permit("x.read", rows, opens=(Drawer.REQUEST,)), with opens=NO_DRAWER when it shows nothing."""


def silent(permits) -> list[str]:
    return sorted(permit.name for permit in permits if not permit.says_what_it_opens)


def test_every_permit_says_which_drawers_it_opens():
    printed.permits()  # every room has declared its permits
    assert silent(REGISTER.values()) == [], SAY_IT


def test_the_guard_bites():
    mute = Permit("x.read", lambda _: EVERY_ROW)
    empty = Permit("x.empty", lambda _: EVERY_ROW, opens=NO_DRAWER)
    clear = Permit("x.money", lambda _: EVERY_ROW, counts=(Drawer.MONEY,))

    assert silent([mute, empty, clear]) == ["x.read"]


def test_a_permit_reaches_as_far_as_its_strongest_word():
    both = Permit("x", lambda _: EVERY_ROW, glimpses=(Drawer.REQUEST,), fills=(Drawer.REQUEST,))

    assert both.reaches(Drawer.REQUEST) == "fills"
    assert both.reaches(Drawer.MONEY) == ""
