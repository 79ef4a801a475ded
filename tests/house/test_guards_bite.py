"""Every guard bites on what it forbids, and leaves its neighbour alone."""

import pytest

from tests.house import guards, sizes
from tests.house.guards import Source
from tests.no_network import is_here

BITES = [
    (guards.writes_outside_actions, "questions/queries.py", "row.save()"),
    (guards.writes_outside_actions, "desks/startpunt/views.py", "Row.objects.create(a=1)"),
    (guards.writes_outside_actions, "insights/queries.py", "rows.filter(a=1).update(b=2)"),
    (guards.writes_outside_actions, "insights/queries.py", "await rows.aupdate(b=2)"),
    (guards.writes_outside_actions, "api/questions.py", "Row.objects.bulk_create(rows)"),
    (guards.writes_outside_actions, "people/permits.py", "rows.delete()"),
    (guards.speaks_sql, "questions/queries.py", "Row.objects.raw('SELECT 1')"),
    (guards.speaks_sql, "people/actions.py", "connection.cursor()"),
    (guards.speaks_sql, "desks/steering/views.py", "rows.annotate(x=RawSQL('1', []))"),
    (guards.begins_its_own_transaction, "people/actions.py", "from django.db import transaction"),
    (guards.is_no_action, "people/actions.py", "def greet(actor, person_id): ..."),
    (guards.is_no_action, "people/actions/persons.py", "@wraps\ndef greet(actor): ..."),
    (guards.takes_more_than_actor_and_row, "people/actions.py", "def greet(who): ..."),
    (guards.takes_more_than_actor_and_row, "people/actions.py", "def greet(actor, one, two): ..."),
    (guards.speaks_for_another_room, "people/actions.py", "actor.through('matching')"),
    (guards.speaks_for_another_room, "people/queries.py", "actor.through('people')"),
    (guards.speaks_for_another_room, "people/actions.py", "actor.through(room)"),
    (guards.listens, "people/apps.py", "from django.db.models.signals import post_save"),
    (guards.listens, "people/apps.py", "from django.dispatch import receiver"),
    (guards.listens, "people/apps.py", "some_signal.connect(hear)"),
    (guards.looks_at_the_clock, "people/actions.py", "at = timezone.now()"),
    (guards.looks_at_the_clock, "core/weigh.py", "date.today()"),
    (guards.looks_at_the_clock, "base/post.py", "timezone.localdate()"),
    (guards.says_nothing, "people/helpers.py", ""),
    (guards.says_nothing, "people/queries.py", "def handle_it(): ..."),
    (guards.says_nothing, "people/queries.py", "class PersonUtils: ..."),
    (guards.names_a_machine, "docs/x.md", "look in /" + "home/jan/kruispunt"),
    (guards.names_a_machine, "docs/x.md", "look in /" + "root/kruispunt"),
    (guards.says_it_unkindly, "resident/home.html", "<p>Uw indicatie is klaar.</p>"),
    (guards.says_it_unkindly, "public/home.html", "<p>Beste klant</p>"),
    (guards.says_it_unkindly, "public/home.html", '{% translate "Uw casus is klaar." %}'),
    (guards.hides_behaviour, "ui/page.html", '<p style="color: red">'),
    (guards.hides_behaviour, "ui/page.html", '<button onclick="go()">'),
    (guards.hides_behaviour, "ui/page.html", "<script>go()</script>"),
    (guards.hides_behaviour, "ui/page.html", "{{ words|safe }}"),
    (guards.links_without_a_link, "ui/page.html", '<a hx-get="/x">x</a>'),
    (guards.borrows_from_another_desk, "resident/a.html", '{% include "startpunt/b.html" %}'),
    (guards.posts_without_a_key, "resident/a.html", '<form method="post">{% csrf_token %}</form>'),
    (sizes.grows_too_long, "people/models.py", "a = 1\n" * 301),
    (sizes.grows_too_long, "people/models.py", "def f():\n" + "    a = 1\n" * 42),
]
KEYED = '<form method="post">{% csrf_token %}{% form_key %}</form>'
THINKS = '"""Here the file thinks in indexes."""\n'
LEAVES_ALONE = [
    (guards.writes_outside_actions, "questions/actions/asking.py", "row.save()"),
    (guards.writes_outside_actions, "exchange/sheets.py", "book.save(path)"),
    (guards.writes_outside_actions, "core/weigh.py", "points.update(more)"),
    (guards.is_no_action, "people/actions.py", "@action\ndef greet(actor, person_id): ..."),
    (guards.is_no_action, "people/actions.py", "def _greet(words): ..."),
    (guards.takes_more_than_actor_and_row, "people/actions.py", "def f(actor, one, *, two): ..."),
    (guards.speaks_for_another_room, "people/actions/persons.py", "actor.through('people')"),
    (guards.listens, "questions/actions/__init__.py", "from kruispunt.people.signals import a"),
    (guards.looks_at_the_clock, "people/actions.py", "timezone.localdate(actor.at)"),
    (guards.looks_at_the_clock, "config/middleware.py", "timezone.now()"),
    (guards.says_nothing, "base/accounts.py", "class AccountManager: ..."),
    (guards.says_it_unkindly, "startpunt/home.html", "<p>triage</p>"),
    (guards.says_it_unkindly, "public/home.html", "{# triage #}<p>{{ triage }}</p>"),
    (guards.says_it_unkindly, "public/home.html", "<p>gratis cliëntondersteuning</p>"),
    (guards.hides_behaviour, "ui/page.html", '<script src="a.js" defer></script>'),
    (guards.links_without_a_link, "ui/page.html", '<a href="/x" hx-get="/x">x</a>'),
    (guards.borrows_from_another_desk, "resident/a.html", '{% extends "ui/page.html" %}'),
    (guards.posts_without_a_key, "resident/a.html", KEYED),
    (guards.posts_without_a_key, "account/login.html", '<form method="post"></form>'),
    (sizes.grows_too_long, "core/arrays.py", THINKS + "a\n" * 400),
]  # fmt: skip


def label(case):
    return case.__name__ if callable(case) else None


@pytest.mark.parametrize(("guard", "name", "text"), BITES, ids=label)
def test_it_bites(guard, name, text):
    assert list(guard(Source(name, text)))


@pytest.mark.parametrize(("guard", "name", "text"), LEAVES_ALONE, ids=label)
def test_it_leaves_alone(guard, name, text):
    assert not list(guard(Source(name, text)))


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("192.0.2.1", False),
        ("a.nl", False),
    ],
)
def test_only_this_machine_is_here(host, here):
    assert is_here(host) is here


def test_each_guard_has_been_seen_to_bite():
    known = {
        each
        for module in (guards, sizes)
        for name, each in vars(module).items()
        if getattr(each, "__module__", "") == module.__name__
        and callable(each)
        and each.__doc__
        and not name.startswith("_")
        and name not in {"Source", "package"}
    }
    assert known == {guard for guard, _, _ in BITES}
