"""Sixteen letters are answered at the same moment, and there is one place left (CAP-01).

Through the whole house: sixteen visitors without an account press "yes" in their own browser, on
a running site. KRUISPUNT_RACES says how many times; `make races` does it a thousand times on each
database.
"""

import os
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from http.client import HTTPConnection
from threading import Barrier
from types import SimpleNamespace
from urllib.parse import urlencode, urlsplit

import pytest
from django.db import connection
from django.db.models import QuerySet, UniqueConstraint

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.models import Arrangement, Match
from kruispunt.base import locks
from kruispunt.base.roles import Role
from kruispunt.offers.models import Place, Volunteering
from kruispunt.questions.models import Question
from tests import story
from tests.cast import enter

AT_ONCE = 16
ROUNDS = int(os.environ.get("KRUISPUNT_RACES", "5"))
# How often code without a lock is given the chance to go wrong before we say it never does.
MOST_CHANCES = 40
pytestmark = pytest.mark.django_db(transaction=True)


class Visitor:
    """A browser without an account: it holds a letter, a cookie and the word against forgery."""

    def __init__(self, site, path):
        self.site, self.path = urlsplit(site).netloc, path
        line = HTTPConnection(self.site, timeout=60)
        line.request("GET", path)
        answer = line.getresponse()
        page = answer.read().decode()
        assert answer.status == 200, page[:400]
        self.cookie = answer.getheader("Set-Cookie").split(";")[0]
        self.word = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
        line.close()

    def says_yes(self, key):
        line = HTTPConnection(self.site, timeout=60)
        form = {"answer": "yes", "csrfmiddlewaretoken": self.word, "form_key": key}
        line.request(
            "POST",
            self.path,
            urlencode(form),
            {"Content-Type": "application/x-www-form-urlencoded", "Cookie": self.cookie},
        )
        answer = line.getresponse()
        answer.read()
        line.close()
        return answer.status


@pytest.fixture
def volunteer(noor, els):
    return story.available(noor, els, profile=replace(story.NOORS_PROFILE, places=1))


@pytest.fixture
def visitors(live_server, merwedam, volunteer, wim, els, noor):
    """Sixteen residents, each with a letter about Noor, who has said yes to all of them."""
    found = []
    for number in range(AT_ONCE):
        one = enter(f"Fatma {number}", merwedam, Role.RESIDENT)
        question = story.searched(one, wim)
        match = actions.propose(els.actor, question.pk, volunteering_id=volunteer.pk)
        match = actions.agree_as_volunteer(noor.actor, match.pk)
        found.append(Visitor(live_server.url, f"/voorstel/{queries.link(match)}/"))
    return found


@pytest.fixture
def everything_back():
    """Put the rows of the race back as they were, so that it can be run again."""
    before = [
        (row, {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields})
        for model in (Volunteering, Question, Arrangement, Match)
        for row in model.objects.all()
    ]

    def back():
        for row, values in before:
            type(row).objects.filter(pk=row.pk).update(**values)
        Place.objects.all().delete()

    return back


def race(visitors, number):
    """All press at once; how often which answer was given."""
    start = Barrier(len(visitors))

    def press(one):
        at, visitor = one
        start.wait(timeout=60)
        return visitor.says_yes(f"{number}-{at}")

    with ThreadPoolExecutor(len(visitors)) as fingers:
        return Counter(fingers.map(press, enumerate(visitors)))


def places_taken():
    return Place.objects.filter(freed_at__isnull=True).count()


def test_k4_cap01_of_sixteen_at_once_one_gets_the_place_every_time(
    visitors, volunteer, everything_back
):
    for number in range(ROUNDS):
        answers = race(visitors, number)

        assert answers == {302: 1, 409: AT_ONCE - 1}
        assert places_taken() == 1
        assert Match.objects.filter(state="introduction").count() == 1
        everything_back()


@contextmanager
def without_lock_and_constraint(monkeypatch):
    """No turn, no transaction, no row held, and a database that does not count places."""
    guards = [one for one in Place._meta.constraints if isinstance(one, UniqueConstraint)]
    with connection.schema_editor() as editor:
        for guard in guards:
            editor.remove_constraint(Place, guard)
    with monkeypatch.context() as loose:
        loose.setattr(locks, "transaction", SimpleNamespace(atomic=nullcontext))
        loose.setattr(QuerySet, "select_for_update", lambda rows, **_: rows)
        yield
    Match.objects.all().update(place=None, state="ended", end_reason="other")
    Place.objects.all().delete()
    with connection.schema_editor() as editor:
        for guard in guards:
            editor.add_constraint(Place, guard)


def test_control_without_a_lock_the_place_is_given_away_more_than_once(
    visitors, volunteer, everything_back, monkeypatch
):
    most = 0
    with without_lock_and_constraint(monkeypatch):
        for number in range(MOST_CHANCES):
            race(visitors, number)
            most = max(most, places_taken())
            if most > 1:
                break
            everything_back()

    assert most > 1
