"""The sociale kaart: listed by its owner, assured, and hidden when nobody checks it (SM-15)."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kruispunt.base.actor import Actor
from kruispunt.offers import actions, queries
from kruispunt.offers.models import Service
from kruispunt.people import actions as people


@pytest.fixture
def home(wim):
    return people.register_organisation(wim.actor, name="Huis aan de Linge", kind="care")


@pytest.fixture
def service(wim, home):
    listing = actions.Listing(
        name="Dagbesteding", organisation_id=home.pk, kinds=("DAGSTRUCTUUR",), capacity=8
    )
    return actions.list_service(wim.actor, listing=listing, kind="formal")


def test_k12_sm15_unchecked_is_asked_after_90_days_and_hidden_after_120(wim, merwedam, service):
    for days, seen in ((90, 1), (120, 0)):
        at = wim.later(days=days)
        service.refresh_from_db()
        assert service.due_on == at.today
        actions.grow_stale(Actor.system(merwedam.pk, at.at), service.pk, sort="service")
        assert queries.services(at).count() == seen

    actions.assure_entry(wim.later(days=121), service.pk, sort="service")
    assert queries.services(wim.actor).get().assured_on == wim.later(days=121).today


def test_ank_lists_what_her_own_organisation_does_and_nothing_else(ank, wim, home):
    contact = replace(ank.actor, organisation_ids=frozenset({home.pk}))
    listing = actions.Listing(name="Eettafel", organisation_id=home.pk, kinds=("EETCLUB",))
    assert actions.list_activity(contact, listing=listing, rhythm="elke dinsdag").state == (
        "published"
    )

    other = people.register_organisation(wim.actor, name="Ander huis", kind="care")
    with pytest.raises(PermissionDenied):
        actions.list_activity(contact, listing=replace(listing, organisation_id=other.pk))


def test_more_guests_than_chairs_is_refused_by_the_database(service):
    with pytest.raises(IntegrityError), transaction.atomic():
        Service.objects.filter(pk=service.pk).update(used=9)
