"""Every address stands in the table of the doors, and the table names nothing that is not there."""

from django.http import HttpResponse
from django.urls import URLResolver, get_resolver, path

from kruispunt.base.roles import Role
from kruispunt.desks.ui import menu, policy
from kruispunt.desks.ui.door import as_actor

ADD_A_LINE = "Say in desks/ui/policy.py who comes in here: "


def addresses(resolver, desk=""):
    """Our own addresses by name; those of the sign-in library have a test of their own."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inside = f"{entry.namespace}:" if entry.namespace else ""
            yield from addresses(entry, desk + inside)
        elif entry.callback.__module__.startswith(("kruispunt.", "tests.")):
            yield desk + (entry.name or str(entry.pattern))


def undeclared(found) -> list[str]:
    return sorted(set(found) - policy.declared())


def test_s1_every_address_is_in_the_table_of_the_doors():
    missing = undeclared(addresses(get_resolver()))
    assert missing == [], ADD_A_LINE + ", ".join(missing)


def test_the_table_names_nothing_that_is_not_there():
    gone = policy.declared() - set(addresses(get_resolver())) - {"demo"}
    assert sorted(gone) == []


def test_the_guard_bites():
    @as_actor
    def page(request, actor):
        return HttpResponse()

    class Desk:
        url_patterns = [path("nieuw/", page, name="leak")]

    assert undeclared(addresses(Desk)) == ["leak"]


def test_an_address_nobody_declared_lets_nobody_in():
    assert not policy.may_come_in("somewhere:leak", frozenset(Role.values))
    assert not policy.may_come_in("leak", frozenset(Role.values))


def test_nobody_finds_a_door_in_the_menu_that_stays_shut():
    shut = [
        (role, address)
        for role, lines in menu.DESKS.items()
        for _, address in lines
        if address not in policy.OPEN and not policy.may_come_in(address, frozenset({role}))
    ]
    assert shut == []
