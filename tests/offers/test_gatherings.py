"""What people do together, from the idea to what it brought (SM-11, D40)."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from kruispunt.arrangements import actions as arrangements
from kruispunt.base.moves import ImpossibleMove
from kruispunt.offers import queries as offers
from kruispunt.offers.actions import gatherings as actions
from kruispunt.offers.models import Gathering
from kruispunt.offers.queries import gatherings as queries
from kruispunt.people import actions as people
from tests import story

DAY = date(2026, 12, 12)


@pytest.fixture
def party(wim):
    welfare = people.register_organisation(wim.actor, name="Welzijn", kind="welfare")
    idea = actions.Idea(
        name="Straatfeest",
        sort="collective",
        kinds=("WANDELEN",),
        organisation_id=welfare.pk,
    )
    return actions.have_idea(wim.actor, idea=idea)


def announced(party, wim, places=None):
    actions.plan_gathering(wim.actor, party.pk, on=DAY, places=places)
    return actions.announce(wim.actor, party.pk)


def test_sm11_from_an_idea_to_what_it_brought(party, wim):
    row = announced(party, wim, places=2)
    assert [one.name for one in offers.activities(wim.actor)] == ["Straatfeest"]
    actions.begin_gathering(wim.actor, row.pk)
    actions.be_over(wim.actor, row.pk)
    assert not offers.activities(wim.actor).exists()
    actions.count_gathering(wim.actor, row.pk, participants=40, hours=Decimal("25.5"))

    found = queries.counted(wim.actor, 2026)
    assert [(one.label, one.times, one.participants, one.hours) for one in found] == [
        ("Voor de hele buurt", 1, 40, Decimal("25.5")),
        ("Cultuur", 0, 0, Decimal(0)),
        ("Leren", 0, 0, Decimal(0)),
    ]


def test_people_enrol_in_what_is_announced_and_one_too_many_waits(party, wim, fatma, joop):
    row = announced(party, wim, places=1)
    places = [
        arrangements.enrol(
            wim.actor,
            story.searched(who, wim).pk,
            activity_id=row.activity_id,
            meets=("WANDELEN",),
        )
        for who in (fatma, joop)
    ]
    assert [one.state for one in places] == ["enrolled", "waiting"]


def test_it_is_not_announced_before_it_has_a_day(party, wim):
    with pytest.raises(ImpossibleMove):
        actions.announce(wim.actor, party.pk)
    with pytest.raises(ValidationError, match="nog komt"):
        actions.plan_gathering(wim.actor, party.pk, on=date(2026, 1, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        Gathering.objects.filter(pk=party.pk).update(state="announced")


def test_what_does_not_happen_leaves_the_map(party, wim):
    row = announced(party, wim)
    assert actions.call_off(wim.actor, row.pk).state == "called_off"
    assert not offers.activities(wim.actor).exists()


def test_zed_and_noor_change_nothing(party, zed, noor):
    assert not queries.gatherings(zed.actor).exists()
    for stranger in (zed, noor):
        with pytest.raises((PermissionDenied, ObjectDoesNotExist)):
            actions.plan_gathering(stranger.actor, party.pk, on=DAY)


def test_the_page_walks_the_same_way(party, wim, zed):
    desk, page = wim.browser(), f"/startpunt/samen/{party.pk}/"
    assert zed.browser().get(page).status_code == 404
    said = {
        "name": "Koor",
        "sort": "cultural",
        "kind": "GEZELSCHAP",
        "organisation_id": party.organisation_id,
    }
    assert desk.post("/startpunt/samen/", said).status_code == 302
    assert "Koor" in desk.get("/startpunt/samen/").content.decode()
    assert desk.post(f"{page}plan_gathering/", {"on": "2099-12-12"}).status_code == 302
    assert desk.post(f"{page}announce/").status_code == 302
    assert desk.post(f"{page}count_gathering/", {"participants": 3, "hours": 2}).status_code == 409
