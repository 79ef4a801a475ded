"""A full desk costs no more questions to the database than one with three things on it (K9)."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements.models import Arrangement, CheckIn, Referral
from kruispunt.base.roles import Role
from kruispunt.base.work import COUNTED, Pile, desk
from kruispunt.desks.work.views import SHOWN, SOURCES
from kruispunt.offers import actions as offers
from kruispunt.offers.models import Volunteering
from kruispunt.people import actions as people
from kruispunt.people.models import Person
from kruispunt.questions import actions as questions
from kruispunt.questions.models import Question, Signal
from tests import story
from tests.cast import MONDAY, enter

TODAY = MONDAY.date()
FEW, MANY = 3, SHOWN + 10


def copies(row, count, **each):
    """So many rows more like this one; `each` says what differs by number."""
    columns = {one.attname: getattr(row, one.attname) for one in row._meta.concrete_fields}
    del columns["id"]
    return type(row).objects.bulk_create(
        type(row)(**columns | {name: said(number) for name, said in each.items()})
        for number in range(1, count + 1)
    )


def queries_of(player, address="/werk/"):
    browser = player.browser()
    browser.get(address)
    with CaptureQueriesContext(connection) as asked:
        page = browser.get(address)
    return len(asked), page.content.decode()


@pytest.fixture
def town(fatma, joop, noor, wim, els, ank, bilal):
    """One of everything that may lie on a desk many times over."""
    match = story.introduced(fatma, noor, wim=wim, els=els)
    arrangements.start_trial(els.actor, match.pk)
    home = people.register_organisation(
        wim.actor, name="Huis", kind="care", contact_id=ank.person.pk
    )
    arrangements.refer_with_yes(
        wim.actor, story.searched(joop, wim).pk, organisation_id=home.pk, words="Mee", why="nodig"
    )
    signal = questions.notice(bilal.actor, noticed=questions.Noticed(words="Tassen"))
    guest = enter("Nieuw", wim.person.municipality, Role.VOLUNTEER)
    given = offers.apply_as_volunteer(
        guest.actor, person_id=guest.person.pk, profile=story.NOORS_PROFILE
    )
    long_ago = MONDAY - timedelta(days=90)
    asked = replace(joop, actor=replace(joop.actor, at=long_ago))
    for side in ("resident", "volunteer"):
        CheckIn.objects.create(
            municipality_id=match.municipality_id, match=match, side=side, state="asked",
            on=TODAY - timedelta(days=1), state_since=MONDAY,
        )  # fmt: skip
    return {
        "question": story.asked(asked),
        "signal": signal,
        "applied": given,
        "referral": Referral.objects.get(),
    }


def fill(town, count):
    """So much more of it as well."""
    asked = copies(Question.objects.get(pk=town["question"].pk), count)
    answered = copies(Arrangement.objects.get(pk=town["referral"].arrangement_id), count,
                      question_id=lambda number: asked[number - 1].pk)  # fmt: skip
    copies(town["referral"], count, arrangement_id=lambda number: answered[number - 1].pk)
    copies(Signal.objects.get(pk=town["signal"].pk), count)
    guest = Person.objects.get(pk=town["applied"].person_id)
    persons = copies(guest, count)
    given = Volunteering.objects.get(pk=town["applied"].pk)
    copies(given, count, person_id=lambda number: persons[number - 1].pk)
    for side in ("resident", "volunteer"):
        first = CheckIn.objects.filter(side=side, state="asked").earliest("on")
        copies(first, count, on=lambda number, day=first.on: day - timedelta(days=number))


@pytest.mark.parametrize("who", ["fatma", "noor", "bilal", "wim", "els", "ank", "petra"])
def test_a_full_desk_asks_the_database_no_more_than_one_with_three_things(request, who, town):
    player = request.getfixturevalue(who)
    fill(town, FEW)
    few, page = queries_of(player)
    assert "Toon alles: hier staat niet alles" not in page

    fill(town, MANY)
    many, page = queries_of(player)
    assert int(re.search(r"(\d+) dingen wachten", page)[1]) >= MANY
    assert many == few
    assert queries_of(player, "/werk/?alles=1&blad=2")[0] == few


@pytest.mark.parametrize("role", Role.values)
def test_each_pile_is_one_question_for_every_role(role, cases):
    actor = cases["own"].actor(role)
    piles = [pile for source in SOURCES for pile in source(actor)]
    with CaptureQueriesContext(connection) as asked:
        desk(piles, actor.today)
    assert len(asked) == len(piles)


def test_a_pile_is_counted_so_far_and_then_it_is_more_than_that(town):
    asked = Question.objects.get(pk=town["question"].pk)
    rows = Question.objects.filter(due_on=asked.due_on)
    laid = Pile("question", "question", {"new": "Bel"}, rows)
    piles = [laid, replace(laid, resting=True)]

    copies(asked, COUNTED - 1)
    found = desk(piles, TODAY)
    assert (found.waiting, found.late, found.resting) == (COUNTED, COUNTED, COUNTED)

    copies(asked, 5)
    found = desk(piles, TODAY)
    assert (found.waiting, found.late, found.resting) == (COUNTED + 1,) * 3


def test_the_page_says_more_than_a_thousand(town, wim):
    copies(Question.objects.get(pk=town["question"].pk), COUNTED)
    page = queries_of(wim)[1]

    assert "Meer dan 1.000 dingen wachten op u" in page
    assert "(meer dan 1.000)</summary>" in page
    assert "Van het hele Startpunt</h2>" in page
