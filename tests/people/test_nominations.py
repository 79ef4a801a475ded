"""Professionals find ambassadors: put forward after a yes, called, welcomed in an area (D13)."""

from dataclasses import replace

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from kruispunt.base.actor import Actor
from kruispunt.base.models import Account, JournalLine, Letter, Term
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.roles import Role
from kruispunt.insights.queries.recruiting import Nominated, recruiting
from kruispunt.people import actions as people
from kruispunt.people.actions.nominating import (
    Candidate,
    call_again,
    nominate,
    not_now,
    welcome,
)
from kruispunt.people.models import Neighbourhood, Nomination, Person, Seat
from kruispunt.people.queries import nominations as queries

RIA = Candidate(
    given_name="Ria", surname="de Wit", phone="0183 555 044", said_yes=True, words="Kent iedereen."
)


@pytest.fixture
def star(merwedam):
    return Neighbourhood.objects.create(municipality=merwedam, code="BU01", name="Sterrenbuurt")


@pytest.fixture
def ria(ank):
    return nominate(ank.actor, candidate=RIA)


class TestNominating:
    """Nobody is put forward without her own yes, and nobody waits longer than the term."""

    def test_d13_a_contact_person_puts_somebody_forward_and_the_desk_must_call(self, ria, wim, ank):
        told = (ria.state, ria.person.name, ria.nominated_by)
        assert told == ("proposed", "Ria de Wit", ank.person)
        [pile] = queries.nomination_piles(wim.actor)
        assert list(pile.waiting) == [ria]
        assert ria.due_on > wim.actor.today
        assert queries.nomination_piles(ank.actor) == []

    def test_d13_without_her_yes_nobody_is_put_forward(self, ank):
        with pytest.raises(ValidationError):
            nominate(ank.actor, candidate=replace(RIA, said_yes=False))
        assert not Nomination.objects.exists()

    @pytest.mark.parametrize("who", ["noor", "fatma", "bilal", "petra"])
    def test_d13_who_does_not_work_with_people_puts_nobody_forward(self, who, request):
        with pytest.raises(PermissionDenied):
            nominate(request.getfixturevalue(who).actor, candidate=RIA)

    def test_d13_the_term_is_the_municipalitys_own(self, merwedam, ank):
        Term.objects.create(
            municipality=merwedam, name="nomination.call", length=1, valid_from="2026-01-01"
        )
        assert (nominate(ank.actor, candidate=RIA).due_on - ank.actor.today).days == 1

    def test_d13_somebody_we_know_is_not_made_twice(self, ria, wim):
        again = nominate(wim.actor, candidate=RIA)
        assert again.person == ria.person
        assert Person.objects.filter(given_name="Ria").count() == 1

    @pytest.mark.usefixtures("ria")
    def test_no_yes_after_the_day_itself_says_the_database(self, ank):
        with pytest.raises(IntegrityError), transaction.atomic():
            Nomination.objects.update(yes_on=ank.later(days=2).today)


class TestCalling:
    """Only the desk calls; whoever put her forward hears what came of it."""

    def test_d13_she_becomes_the_ambassador_of_an_area_and_ank_hears_it(self, ria, wim, ank, star):
        done = welcome(wim.actor, ria.pk, neighbourhood_id=star.pk, email="ria@voorbeeld.nl")
        seat = Seat.objects.get(role=Role.AMBASSADOR, person=ria.person)
        assert (done.state, done.seat, seat.neighbourhood) == ("joined", seat, star)
        assert seat.user == Account.objects.get(email="ria@voorbeeld.nl")
        letter = Letter.objects.get(key=f"nomination:{ria.pk}")
        assert letter.to_person_id == ank.person.pk
        assert "Ria" not in letter.subject
        with pytest.raises(ImpossibleMove):
            not_now(wim.actor, ria.pk)

    def test_d13_put_forward_by_two_she_is_welcomed_once(self, ria, wim, star):
        second = nominate(wim.actor, candidate=RIA)
        welcome(wim.actor, second.pk, neighbourhood_id=star.pk)
        ria.refresh_from_db()
        assert ria.state == "joined"
        assert Seat.objects.filter(role=Role.AMBASSADOR, person=ria.person).count() == 1

    def test_d13_put_forward_by_two_her_no_is_asked_once(self, ria, wim, ank):
        second = nominate(wim.actor, candidate=RIA)
        not_now(wim.actor, second.pk)
        ria.refresh_from_db()
        assert ria.state == "declined"
        [pile] = queries.nomination_piles(wim.actor)
        assert not pile.waiting
        told = Letter.objects.filter(key__startswith="nomination:")
        assert set(told.values_list("to_person_id", flat=True)) == {ank.person.pk, wim.person.pk}

    def test_d13_nobody_picks_up_and_it_comes_back(self, ria, wim):
        again = call_again(wim.later(days=4), ria.pk)
        assert (again.state, again.tries) == ("proposed", 1)
        assert again.due_on > wim.later(days=4).today

    def test_d13_rather_not_needs_no_reason(self, ria, wim):
        assert not_now(wim.actor, ria.pk).state == "declined"
        assert Letter.objects.filter(key=f"nomination:{ria.pk}").exists()

    @pytest.mark.usefixtures("ria")
    def test_d13_what_waits_too_long_petra_hears_without_a_name(self, petra, wim):
        [pile] = queries.late(petra.later(days=30))
        assert pile.waiting.count() == 1
        assert (pile.whose, pile.words) == ("", "")
        assert queries.late(wim.actor) == []

    def test_d13_ank_reads_her_own_and_calls_nobody(self, ria, ank, wim, zed, star):
        mine = nominate(wim.actor, candidate=replace(RIA, given_name="Jan"))
        assert list(queries.nominations(ank.actor)) == [ria]
        assert set(queries.nominations(wim.actor)) == {ria, mine}
        with pytest.raises(PermissionDenied):
            welcome(ank.actor, ria.pk, neighbourhood_id=star.pk)
        seen = replace(zed.actor, roles=frozenset({Role.WORKER}))
        with pytest.raises(ObjectDoesNotExist):
            welcome(seen, ria.pk, neighbourhood_id=star.pk)

    def test_prv_15_who_looked_for_the_number_leaves_a_line(self, ria, wim):
        wim.browser().get(f"/startpunt/voorgedragen/{ria.pk}/")
        assert JournalLine.objects.filter(person_id=ria.person_id, actor_id=wim.person.pk).exists()


class TestCounted:
    """Per organisation, and nothing of a few (PRV-16)."""

    def test_d13_prv_16_counted_per_organisation(self, wim, petra, star, merwedam):
        care = people.register_organisation(wim.actor, name="Zorg", kind="care")
        pro = Actor(
            wim.person.pk,
            merwedam.pk,
            frozenset({Role.CONTACT}),
            frozenset({care.pk}),
            at=wim.actor.at,
        )
        first, _ = (
            nominate(pro, candidate=replace(RIA, given_name=name)) for name in ("Ria", "Jan")
        )
        welcome(wim.actor, first.pk, neighbourhood_id=star.pk)
        assert recruiting(petra.actor).nominated == (Nominated("Zorg", 2, 1),)
        assert recruiting(wim.actor).nominated == (Nominated("Zorg", None, None),)

    def test_as_many_queries_for_three_as_for_one(self, ank, django_assert_num_queries):
        nominate(ank.actor, candidate=RIA)
        for number in range(3):
            with django_assert_num_queries(1):
                list(queries.my_nominations(ank.actor))
            nominate(ank.actor, candidate=replace(RIA, given_name=f"Ria {number}"))


def test_d13_put_forward_and_welcomed_on_the_pages(ank, wim, star):
    desk, where = ank.browser(), "/ambassadeur/voordragen/"
    said = {"given_name": "Ria", "phone": "0183 555 044", "said_yes": "on"}
    assert desk.post(where, {**said, "said_yes": ""}).status_code == 422
    assert desk.post(where, said).status_code == 302
    told = desk.get(where).content.decode()
    assert "Voorgedragen" in told
    assert "0183 555 044" not in told

    found, startpunt = Nomination.objects.get(), wim.browser()
    page = f"/startpunt/voorgedragen/{found.pk}/"
    assert page in startpunt.get("/werk/").content.decode()
    assert "0183 555 044" in startpunt.get(page).content.decode()
    assert startpunt.post(f"{page}welcome/", {"neighbourhood_id": ""}).status_code == 422
    assert startpunt.post(f"{page}welcome/", {"neighbourhood_id": star.pk}).status_code == 302
    assert "Is wijkambassadeur" in desk.get(where).content.decode()


@pytest.mark.parametrize("who", ["noor", "bilal", "petra", "zed", "ank"])
def test_d13_the_page_of_who_calls_is_not_for_everyone(who, ria, request):
    browser = request.getfixturevalue(who).browser()
    assert browser.get(f"/startpunt/voorgedragen/{ria.pk}/").status_code == 404
