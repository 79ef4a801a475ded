"""Persons, their network, the seats they work from, and who may never meet."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from kruispunt.base.actor import Actor
from kruispunt.base.models import Account
from kruispunt.base.roles import Role
from kruispunt.people import actions, queries
from kruispunt.people.models import Seat

MIEN = actions.Particulars(given_name="Mien", surname="van 't Hoff", postcode="4201 AB")


@pytest.fixture
def system(merwedam, wim):
    return Actor.system(merwedam.pk, wim.actor.at)


def test_the_startpunt_registers_and_finds_someone_by_a_part_of_the_name(wim):
    mien = actions.register_person(wim.actor, who=MIEN)

    assert mien.name == "Mien van 't Hoff"
    assert list(queries.search(wim.actor, "hof mie")) == [mien]
    assert list(queries.search(wim.actor, "piet")) == []


def test_prv07_no_bsn_in_a_note_about_the_network(wim, joop, fatma):
    from kruispunt.people.models import Relation  # noqa: PLC0415

    relation = actions.relate(
        wim.actor, fatma.person.pk, other_id=joop.person.pk, kind="partner", cares=True
    )
    relation.note = "bsn 111.222.333"
    with pytest.raises(ValidationError, match="burgerservicenummer"):
        relation.full_clean()
    assert Relation.objects.get().note == ""


@pytest.mark.parametrize(
    ("who", "sees"), [("fatma", 1), ("wim", 1), ("els", 0), ("noor", 0), ("bilal", 0), ("zed", 0)]
)
def test_contact_details_are_for_herself_and_for_who_needs_them(who, sees, fatma, request):
    actor = request.getfixturevalue(who).actor

    assert queries.visible(actor).filter(pk=fatma.person.pk).count() == sees


def test_joop_is_seen_as_a_carer_first_in_the_network(wim, fatma, joop, bilal):
    actions.relate(wim.actor, fatma.person.pk, other_id=bilal.person.pk, kind="neighbour")
    actions.relate(wim.actor, fatma.person.pk, other_id=joop.person.pk, kind="partner", cares=True)

    assert [(one.other.name, one.cares) for one in queries.network(wim.actor, fatma.person.pk)] == [
        ("Joop", True),
        ("Bilal", False),
    ]


def test_d51_rol02_a_seat_begins_and_ends_by_itself(system, wim, merwedam):
    account = Account.objects.open("wim@voorbeeld.nl")
    today = system.today
    actions.seat(
        system,
        person_id=wim.person.pk,
        role=Role.WORKER,
        account_id=account.pk,
        until=today + timedelta(days=30),
    )

    assert [one.role for one in queries.seats_of(account.pk, today)] == ["worker"]
    assert not queries.seats_of(account.pk, today - timedelta(days=1)).exists()
    assert not queries.seats_of(account.pk, today + timedelta(days=31)).exists()


def test_nobody_seats_themselves(wim):
    with pytest.raises(PermissionDenied):
        actions.seat(wim.actor, person_id=wim.person.pk, role=Role.TECHNICIAN)


def test_one_open_seat_of_a_kind_on_both_databases(system, wim):
    actions.seat(system, person_id=wim.person.pk, role=Role.WORKER)

    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.create(
            municipality_id=system.municipality_id,
            person=wim.person,
            role=Role.WORKER,
            since=system.today,
        )


def test_never_together_holds_both_ways_and_shows_nowhere(wim, fatma, noor):
    actions.exclude(wim.actor, one_id=noor.person.pk, other_id=fatma.person.pk, reason="eerder")
    actions.exclude(wim.actor, one_id=fatma.person.pk, other_id=noor.person.pk, reason="nogmaals")

    assert queries.never_with(wim.actor, fatma.person.pk) == {noor.person.pk}
    assert queries.never_with(wim.actor, noor.person.pk) == {fatma.person.pk}


def test_zed_can_point_at_nobody_here(zed, fatma):
    with pytest.raises(ObjectDoesNotExist):
        queries.known(zed.actor, fatma.person.pk)


def test_d51_whom_one_chooses_sits_there_today_and_each_stands_there_once(
    wim, noor, els, zed, django_assert_num_queries
):
    today = wim.actor.today

    def sits(player, role, **more):
        Seat.objects.create(
            municipality_id=player.actor.municipality_id, person=player.person, role=role,
            since=more.pop("since", today), **more,
        )  # fmt: skip

    sits(noor, Role.TRAINER)
    for someone in (els, wim, zed):
        sits(someone, Role.TRAINER)
        with django_assert_num_queries(1):
            queries.seated_by_name(wim.actor, Role.TRAINER)
    sits(noor, Role.COORDINATOR)
    sits(noor, Role.SCHOOL, since=today + timedelta(days=1))
    sits(els, Role.SCHOOL, since=today - timedelta(days=2), until=today - timedelta(days=1))

    asked = (Role.TRAINER, Role.COORDINATOR)
    told = sorted((one.person.pk, one.person.name) for one in (noor, els, wim))
    assert queries.seated_by_name(wim.actor, *asked) == told
    assert queries.seated_by_name(wim.actor, Role.SCHOOL) == []
