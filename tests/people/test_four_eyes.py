"""What one person alone may not do: a seat that reads health, and a sealed address (S27)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from kruispunt.base.models import JournalLine, Letter
from kruispunt.base.roles import READS_HEALTH, Role
from kruispunt.people import actions, jobs, queries
from kruispunt.people.models import Seat, SeatRequest, Unsealing
from tests.cast import MONDAY, enter
from tests.matrix import paper

WISH = actions.SeatWish(
    given_name="Sanne", surname="Bos", email="sanne@voorbeeld.nl", role=Role.WORKER
)


@pytest.fixture
def tekla(merwedam):
    player = enter("Tekla", merwedam, Role.TECHNICIAN)
    player.browser()
    return player


@pytest.fixture
def frans(merwedam):
    player = enter("Frans", merwedam, Role.PRIVACY_OFFICER)
    player.browser()
    return player


# --- seats ---------------------------------------------------------------------------------------


def test_s27_the_seats_that_ask_for_two_are_those_that_read_health_on_paper():
    cells = paper.read()
    own = {Role.RESIDENT, Role.CARER, Role.VOLUNTEER}
    reads = {
        role
        for role in set(Role) - own
        if cells[role, "situation"] != "-" or cells[role, "guide_notes"].startswith("w")
    }
    assert reads == READS_HEALTH


@pytest.mark.parametrize("role", sorted(READS_HEALTH))
def test_s27_one_person_alone_gives_no_seat_that_reads_health(role, tekla, frans, wim):
    with pytest.raises(actions.NeedsTwo):
        actions.seat(tekla.actor, person_id=wim.person.pk, role=role)
    asked = actions.place(tekla.actor, wish=replace(WISH, role=role))
    assert isinstance(asked, SeatRequest)
    assert not Seat.objects.filter(person=asked.person).exists()
    with pytest.raises(actions.SamePerson):
        actions.agree_seat(tekla.actor, asked.pk)

    actions.agree_seat(frans.actor, asked.pk)
    seat = Seat.objects.get(person=asked.person)
    assert (seat.role, seat.user.email) == (role, "sanne@voorbeeld.nl")
    lines = JournalLine.objects.filter(verb__startswith="seat").values_list("verb", flat=True)
    assert list(lines) == ["seat_request.ask", "seat_request.agree_seat", "seat.give"]


def test_s27_the_database_itself_refuses_one_pair_of_eyes(tekla, frans):
    asked = actions.place(tekla.actor, wish=WISH)
    with pytest.raises(IntegrityError), transaction.atomic():
        SeatRequest.objects.filter(pk=asked.pk).update(decided_by=tekla.person)


def test_s27_nobody_agrees_to_a_seat_for_herself(tekla, frans):
    frans.person.email = WISH.email
    frans.person.save()
    asked = actions.place(tekla.actor, wish=WISH)
    with pytest.raises(actions.SamePerson):
        actions.agree_seat(frans.actor, asked.pk)


def test_rol_02_a_seat_without_health_is_given_by_one_for_a_place_and_a_time(tekla):
    until = tekla.actor.today + timedelta(days=30)
    given = actions.place(tekla.actor, wish=replace(WISH, role=Role.TRAINER, until=until))
    assert isinstance(given, Seat)
    assert [one.pk for one in queries.seats(tekla.actor) if one.person.surname == "Bos"] == [
        given.pk
    ]
    actions.extend_seat(tekla.actor, given.pk, until=until + timedelta(days=30))
    actions.unseat(tekla.actor, given.pk)
    given.refresh_from_db()
    assert given.until == tekla.actor.today  # ROL-03: from tomorrow on every door stays shut
    assert not queries.seats_of(given.user_id, tekla.actor.today + timedelta(days=1)).exists()


def test_rol_02_to_extend_a_seat_that_reads_health_asks_for_two_as_well(tekla, frans, wim):
    wim.browser()
    seat = Seat.objects.get(person=wim.person)
    until = tekla.actor.today + timedelta(days=90)
    asked = actions.extend_seat(tekla.actor, seat.pk, until=until)
    assert isinstance(asked, SeatRequest)
    actions.turn_down_seat(frans.actor, asked.pk)
    again = actions.extend_seat(tekla.actor, seat.pk, until=until)
    actions.agree_seat(frans.actor, again.pk)
    seat.refresh_from_db()
    assert seat.until == until


def test_the_technician_sees_no_resident_and_no_volunteer(tekla, wim, fatma, noor):
    for who in (wim, fatma, noor):
        who.browser()
    names = {one.person.given_name for one in queries.seats(tekla.actor)}
    assert names == {"Tekla", "Wim"}
    for role in (Role.RESIDENT, Role.VOLUNTEER):
        with pytest.raises(ValidationError):
            actions.place(tekla.actor, wish=replace(WISH, role=role))


def test_the_page_of_seats_by_hand(tekla, frans, wim, django_assert_num_queries):
    wim.browser()
    browser = tekla.browser()
    page = browser.get("/beheer/").content.decode()
    assert "nog geen tweede slot" in page
    form = {"given_name": "Sanne", "surname": "Bos", "email": "sanne@voorbeeld.nl"}
    said = browser.post("/beheer/", {**form, "role": "worker"})
    assert said.status_code == 302
    asked = SeatRequest.objects.get()
    assert browser.post(f"/beheer/meekijken/{asked.pk}/agree_seat/").status_code == 409
    other = frans.browser()
    assert "Sanne Bos" in other.get("/beheer/meekijken/").content.decode()
    assert other.post(f"/beheer/meekijken/{asked.pk}/agree_seat/").status_code == 302
    assert wim.browser().get("/beheer/").status_code == 404
    seat = Seat.objects.get(person__surname="Bos")
    assert browser.get(f"/beheer/plek/{seat.pk}/verlengen/").status_code == 200
    assert browser.post(f"/beheer/plek/{seat.pk}/stoppen/").status_code == 302


# --- a sealed address ----------------------------------------------------------------------------


@pytest.fixture
def keys(merwedam, frans, wim):
    """Wim and Sanne are named; Els works there and is not."""
    sanne = enter("Sanne", merwedam, Role.WORKER)
    for player in (wim, sanne):
        player.browser()
        actions.name_key_holder(frans.actor, player.person.pk)
    return sanne


@pytest.fixture
def sealed(fatma, wim):
    actions.seal_address(wim.actor, fatma.person.pk)
    return fatma


def test_s27_two_named_people_a_reason_and_some_hours(keys, sealed, wim):
    asked = actions.ask_address(wim.actor, sealed.person.pk, reason="De dokter komt vandaag")
    with pytest.raises(actions.SamePerson):
        actions.agree_unsealing(wim.actor, asked.pk)
    with pytest.raises(ObjectDoesNotExist):
        actions.look_at_address(wim.actor, asked.pk)

    actions.agree_unsealing(keys.actor, asked.pk)
    assert actions.look_at_address(wim.actor, asked.pk) == "Lindelaan 3, 4201 AB Merwedam"
    with pytest.raises(ObjectDoesNotExist):  # who agreed sees nothing herself
        actions.look_at_address(keys.actor, asked.pk)
    with pytest.raises(ObjectDoesNotExist):
        actions.look_at_address(wim.later(hours=25), asked.pk)
    system = replace(wim.later(hours=25), person_id=None, roles=frozenset({"system"}))
    jobs.seal_addresses_again(system)
    assert Unsealing.objects.get().state == "sealed"


def test_s27_each_look_is_noted_and_the_resident_reads_it(keys, sealed, wim):
    asked = actions.ask_address(wim.actor, sealed.person.pk, reason="De dokter komt vandaag")
    actions.agree_unsealing(keys.actor, asked.pk)
    actions.look_at_address(wim.actor, asked.pk)
    [look] = queries.who_looked(sealed.actor, sealed.person.pk)
    assert (look.name, look.ground) == ("Wim", "Uw adres: twee mensen vonden dat dit nodig was")
    kept = " ".join(str(line.facts) + line.ground for line in JournalLine.objects.all())
    assert "Lindelaan" not in kept


@pytest.mark.parametrize("safe", [True, False])
def test_s27_the_resident_is_told_where_that_is_safe(safe, keys, sealed, wim):
    asked = actions.ask_address(wim.actor, sealed.person.pk, reason="De dokter komt vandaag")
    actions.agree_unsealing(keys.actor, asked.pk, safe_to_tell=safe)
    letters = Letter.objects.filter(to_person_id=sealed.person.pk)
    assert letters.filter(key__startswith="unsealing.tell").exists() is safe
    assert all("Lindelaan" not in letter.text for letter in Letter.objects.all())


def test_s27_whoever_is_not_named_asks_for_nothing(keys, sealed, els, merwedam, frans, wim):
    stranger = enter("Kees", merwedam, Role.WORKER)
    for who in (els, stranger, frans):
        with pytest.raises(PermissionDenied):
            actions.ask_address(who.actor, sealed.person.pk, reason="Nieuwsgierig")
    asked = actions.ask_address(wim.actor, sealed.person.pk, reason="De dokter komt vandaag")
    with pytest.raises(PermissionDenied):
        actions.agree_unsealing(stranger.actor, asked.pk)


def test_s27_the_privacy_officer_names_and_takes_back_and_holds_no_key(keys, sealed, wim, frans):
    held = queries.key_holder_rows(frans.actor).get(person=wim.person)
    actions.take_key_back(frans.actor, held.pk)
    with pytest.raises(PermissionDenied):
        actions.ask_address(wim.actor, sealed.person.pk, reason="De dokter komt vandaag")
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.name_key_holder(frans.actor, frans.person.pk)


def test_s27_the_pages_by_hand(keys, sealed, wim, frans):
    from tests import story  # noqa: PLC0415

    question = story.searched(sealed, wim)
    where = f"/startpunt/vraag/{question.pk}/adres/"
    browser, other = wim.browser(), keys.browser()
    assert "Lindelaan" not in browser.get(where).content.decode()
    assert browser.post(where, {"reason": "De dokter komt vandaag"}).status_code == 302
    asked = Unsealing.objects.get()
    assert "De dokter komt" in other.get("/startpunt/adressen/").content.decode()
    verb = f"/startpunt/adressen/{asked.pk}/agree_unsealing/"
    assert browser.post(verb).status_code == 404
    assert other.post(verb, {"tell": "yes"}).status_code == 302
    assert "Lindelaan 3" in browser.get(where).content.decode()
    assert "Lindelaan" not in other.get(where).content.decode()
    assert "Wim" in frans.browser().get("/privacybeheer/sleutels/").content.decode()


def test_d25_at_the_desk_one_sees_what_was_asked_and_what_is_next(fatma, wim, ank):
    house = actions.register_organisation(
        wim.actor, name="De Boei", kind="care", contact_id=ank.person.pk
    )
    asked = actions.ask_consent(
        wim.actor, person_id=fatma.person.pk, scope="question", purpose="Samen kijken",
        organisation_id=house.pk,
    )  # fmt: skip
    where, browser = f"/startpunt/toestemmingen/{fatma.person.pk}/", wim.browser()
    page = browser.get(where).content.decode()
    assert "De Boei" in page
    assert "Vraag wat het antwoord is." in page
    assert browser.post(f"/startpunt/toestemming/{asked.pk}/give/").status_code == 302
    page = browser.get(where).content.decode()
    assert "Dit telt." in page
    assert "Wil stoppen met delen" in page
    browser.post(f"/startpunt/toestemming/{asked.pk}/withdraw/")
    assert "Wij delen dit niet meer." in browser.get(where).content.decode()


@pytest.mark.parametrize(
    "role", [Role.WMO_ADVISOR, Role.TEAM_MEMBER, Role.POLICY, Role.PROCESS_MANAGER]
)
def test_prv_03_no_role_of_the_municipality_asks_or_notes_a_yes(role, merwedam, fatma, wim, ank):
    """Its own work for the Wmo stands on the law; a yes is between a resident and the Startpunt."""
    town_hall = actions.register_organisation(
        wim.actor, name="Gemeente", kind="municipality", contact_id=ank.person.pk
    )
    asking = {
        "person_id": fatma.person.pk, "scope": "question", "purpose": "Wmo",
        "organisation_id": town_hall.pk,
    }  # fmt: skip
    advisor = enter("Rob", merwedam, role)
    with pytest.raises(PermissionDenied):
        actions.ask_consent(advisor.actor, **asking)
    asked = actions.ask_consent(wim.actor, **asking)
    with pytest.raises(PermissionDenied):
        actions.give_consent(advisor.actor, asked.pk, until=MONDAY.date())


def test_prv_03_nor_does_the_desk_of_the_municipality_ask_a_yes_for_itself(fatma, wim):
    desk = actions.register_organisation(wim.actor, name="Wmo-loket", kind="municipality")
    mandated = replace(wim.actor, organisation_ids=frozenset({desk.pk}))
    with pytest.raises(ValidationError, match="grond van de Wmo"):
        actions.ask_consent(
            mandated, person_id=fatma.person.pk, scope="question", purpose="Wmo",
            organisation_id=desk.pk,
        )  # fmt: skip


def test_a_seat_that_waits_or_is_there_already_is_said_and_not_given_twice(tekla, frans):
    asked = actions.place(tekla.actor, wish=WISH)
    with pytest.raises(ValidationError, match="al gevraagd"):
        actions.place(tekla.actor, wish=WISH)
    actions.agree_seat(frans.actor, asked.pk)
    with pytest.raises(ValidationError, match="heeft deze plek al"):
        actions.place(tekla.actor, wish=WISH)
    seat = Seat.objects.get(person=asked.person)
    until = tekla.later(days=90).today
    actions.extend_seat(tekla.actor, seat.pk, until=until)
    with pytest.raises(ValidationError, match="al gevraagd"):
        actions.extend_seat(tekla.actor, seat.pk, until=until)


def test_pressing_twice_on_the_page_gives_the_form_back_with_a_sentence(tekla):
    browser, form = tekla.browser(), {"given_name": "Sanne", "surname": "Bos", "until": ""}
    form |= {"email": "sanne@voorbeeld.nl", "role": "worker", "organisation_id": "",
             "neighbourhood_id": ""}  # fmt: skip
    first = browser.post("/beheer/", form | {"form_key": "een"})
    second = browser.post("/beheer/", form | {"form_key": "twee"})
    assert (first.status_code, second.status_code) == (302, 422)
    assert "al gevraagd" in second.content.decode()
