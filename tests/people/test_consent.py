"""Someone's yes: what for, to whom, until when, and taken back at once (SM-14)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kruispunt.base.actor import Actor
from kruispunt.base.moves import ImpossibleMove
from kruispunt.people import actions, queries
from kruispunt.people.models import Consent


@pytest.fixture
def care_home(wim):
    return actions.register_organisation(wim.actor, name="Huis aan de Linge", kind="care")


@pytest.fixture
def consent(fatma, wim, care_home):
    return actions.ask_consent(
        wim.actor,
        person_id=fatma.person.pk,
        scope="question",
        purpose="Zodat zij kunnen helpen met vervoer",
        organisation_id=care_home.pk,
    )


def shared(actor, fatma, care_home):
    return queries.has_consent(
        actor, person_id=fatma.person.pk, scope="question", organisation_id=care_home.pk
    )


def test_sm14_only_a_yes_counts_and_taking_it_back_counts_at_once(fatma, wim, care_home, consent):
    assert not shared(wim.actor, fatma, care_home)

    actions.give_consent(fatma.actor, consent.pk, until=wim.actor.today + timedelta(days=90))
    assert shared(wim.actor, fatma, care_home)

    actions.withdraw_consent(fatma.actor, consent.pk)
    assert not shared(wim.actor, fatma, care_home)


def test_sm14_a_yes_lasts_twelve_months_at_most(fatma, wim, care_home, consent):
    given = actions.give_consent(
        fatma.actor, consent.pk, until=wim.actor.today + timedelta(days=4000)
    )

    assert given.until == wim.actor.today + timedelta(days=365)
    assert shared(wim.later(days=365), fatma, care_home)
    assert not shared(wim.later(days=366), fatma, care_home)


def test_nobody_says_yes_for_fatma(noor, ank, consent):
    for someone in (noor, ank):
        with pytest.raises(PermissionDenied):
            actions.give_consent(someone.actor, consent.pk, until=someone.actor.today)


def test_a_no_cannot_become_a_yes_without_asking_again(fatma, consent):
    actions.refuse_consent(fatma.actor, consent.pk)

    with pytest.raises(ImpossibleMove):
        actions.give_consent(fatma.actor, consent.pk, until=fatma.actor.today)


def test_only_the_house_itself_lets_a_yes_run_out(fatma, wim, merwedam, consent):
    actions.give_consent(fatma.actor, consent.pk, until=fatma.actor.today)
    with pytest.raises(PermissionDenied):
        actions.expire_consent(wim.actor, consent.pk)

    system = Actor.system(merwedam.pk, wim.later(days=2).at)
    assert actions.expire_consent(system, consent.pk).state == "expired"


def test_a_yes_without_an_end_is_refused_by_the_database(consent):
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.filter(pk=consent.pk).update(state="given", until=None)
