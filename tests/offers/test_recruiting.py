"""Looking for new people: campaigns, days on which one can see us, and how people found us."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from kruispunt.offers import actions as offers
from kruispunt.offers.actions import recruiting as actions
from kruispunt.offers.models import Origin, Outing
from kruispunt.offers.queries import recruiting as queries
from kruispunt.people import actions as people
from tests import story


@pytest.fixture
def spring(els):
    return actions.begin_campaign(els.actor, name="Lente", word="lente", begins_on=els.actor.today)


@pytest.fixture
def oost(merwedam, wim):
    system = wim.actor.system(merwedam.pk, wim.actor.at)
    return people.draw_neighbourhood(system, code="BU01", name="Oost", outline="")


def test_a9_from_signing_up_to_a_match_by_way_and_by_campaign(fatma, noor, wim, els, spring):
    met = story.introduced(fatma, noor, wim=wim, els=els)
    actions.note_origin(els.actor, met.volunteering_id, source="outing", campaign_id=spring.pk)
    since = els.actor.today - timedelta(days=1)

    by_source = {one.name: one for one in queries.funnel_by_source(els.actor, since)}
    outing = by_source["Op een markt of bijeenkomst"]
    assert (outing.signed_up, outing.met, outing.selected, outing.matched) == (1, 1, 1, 1)
    assert by_source["Via iemand die ik ken"].signed_up == 0
    [lente] = queries.funnel_by_campaign(els.actor, since)
    assert (lente.name, lente.signed_up, lente.matched) == ("Lente", 1, 1)


def test_a9_what_a_link_told_is_not_lost_when_she_is_asked_later(noor, els, spring):
    given = offers.apply_as_volunteer(
        noor.actor, person_id=noor.person.pk, profile=story.NOORS_PROFILE
    )
    actions.came_by_link(noor.actor, given.pk, word="lente")
    actions.came_by_link(noor.actor, given.pk, word="nooit-van-gehoord")
    actions.note_origin(els.actor, given.pk, source="someone")

    origin = Origin.objects.get()
    assert (origin.source, origin.campaign_id) == ("someone", spring.pk)


def test_a9_a_word_stands_on_one_poster_only(els, spring):
    with pytest.raises(ValidationError):
        actions.begin_campaign(els.actor, name="Nog een", word="lente", begins_on=els.actor.today)


def test_a10_the_calendar_says_where_we_are_and_what_is_still_to_be_counted(els, oost):
    soon = els.actor.today + timedelta(days=3)
    outing = actions.plan_outing(
        els.actor,
        plan=actions.OutingPlan(on=soon, what="Kraam op de markt", neighbourhood_id=oost.pk),
    )
    assert list(queries.to_come(els.actor)) == [outing]

    after = els.later(days=5)
    assert (list(queries.to_come(after)), list(queries.to_count(after))) == ([], [outing])
    actions.count_outing(after, outing.pk, reached=41)
    assert list(queries.to_count(after)) == []
    seen = queries.seen_by_neighbourhood(after, els.actor.today)[oost.pk]
    assert (seen.times, seen.reached, seen.last_on) == (1, 41, soon)


def test_a10_an_outing_is_somewhere_says_the_database(els, merwedam):
    with pytest.raises(IntegrityError), transaction.atomic():
        Outing.objects.create(municipality=merwedam, on=els.actor.today, what="Ergens")


def test_zed_sees_no_campaign_of_ours_and_noor_begins_none(zed, noor, els, spring, oost):
    assert list(queries.campaigns(zed.actor)) == []
    with pytest.raises(PermissionDenied):
        actions.begin_campaign(noor.actor, name="X", word="x", begins_on=noor.actor.today)
    plan = actions.OutingPlan(on=els.actor.today, what="X", neighbourhood_id=oost.pk + 999)
    with pytest.raises(ObjectDoesNotExist):
        actions.plan_outing(els.actor, plan=plan)
