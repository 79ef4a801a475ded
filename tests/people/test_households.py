"""People of one house seen together: said by a person, agreed by each, for a while (D7, A5)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from kruispunt.base.looking import LOOK
from kruispunt.base.models import JournalLine, Term
from kruispunt.base.moves import ImpossibleMove
from kruispunt.people import actions, queries
from kruispunt.people.models import Household, Housemate, Person
from kruispunt.people.queries import households
from tests.cast import enter

WHY = "Drie vragen uit één huis, en één dochter die alles doet."


@pytest.fixture
def house(fatma, wim):
    """Fatma agrees at the table to be seen with who lives there."""
    return actions.open_household(wim.actor, fatma.person.pk, why=WHY)


@pytest.fixture
def both(house, fatma, joop, wim):
    """She says that Joop lives there, and he agrees on the telephone."""
    named = actions.name_housemate(
        wim.actor, house.pk, person_id=joop.person.pk, said_by_id=fatma.person.pk
    )
    actions.agree_housemate(wim.actor, named.pk, how="phone")
    return house


def inside(wim, house):
    return [one.person.given_name for one in households.shown_housemates(wim.actor, house)]


def place_in(player):
    return Housemate.objects.filter(person=player.person).latest("pk")


def test_d7_a_household_is_said_by_a_person_and_each_agrees_herself(house, fatma, joop, wim):
    assert inside(wim, house) == ["Fatma"]
    named = actions.name_housemate(
        wim.actor, house.pk, person_id=joop.person.pk, said_by_id=fatma.person.pk
    )
    assert (named.state, named.due_on) == ("named", date(2026, 11, 16))
    assert inside(wim, house) == ["Fatma"]

    actions.agree_housemate(joop.actor, named.pk)
    assert inside(wim, house) == ["Fatma", "Joop"]
    assert place_in(joop).how == "site"


def test_d7_one_address_makes_no_household(house, noor, joop, wim):
    """Noor lives behind the same front door; nobody of the house said she belongs to it."""
    assert noor.person.street == joop.person.street
    assert households.household_of(wim.actor, noor.person.pk) is None
    with pytest.raises(ValidationError, match="zelf gezegd"):
        actions.name_housemate(
            wim.actor, house.pk, person_id=joop.person.pk, said_by_id=noor.person.pk
        )


def test_d7_who_says_no_is_not_seen_there_and_loses_nothing(house, fatma, joop, wim):
    named = actions.name_housemate(
        wim.actor, house.pk, person_id=joop.person.pk, said_by_id=fatma.person.pk
    )
    assert actions.decline_housemate(joop.actor, named.pk).state == "declined"
    assert inside(wim, house) == ["Fatma"]
    assert households.household_of(joop.actor, joop.person.pk) is None


def test_d7_who_was_there_and_left_is_seen_by_nobody_and_sees_nobody(both, joop, wim):
    assert households.household_of(joop.actor, joop.person.pk) == both
    actions.leave_household(joop.actor, place_in(joop).pk)
    assert inside(wim, both) == ["Fatma"]
    assert households.household_of(joop.actor, joop.person.pk) is None
    assert not households.households(joop.actor).exists()
    assert households.household_of(wim.actor, joop.person.pk) is None


def test_d7_who_left_may_come_back_and_is_asked_again(both, fatma, joop, wim):
    actions.leave_household(wim.actor, place_in(joop).pk)
    again = actions.name_housemate(
        wim.actor, both.pk, person_id=joop.person.pk, said_by_id=fatma.person.pk
    )
    assert again.state == "named"


def test_d7_the_last_one_who_leaves_closes_it(house, fatma, wim):
    actions.leave_household(fatma.actor, place_in(fatma).pk)
    assert Household.objects.get(pk=house.pk).state == "closed"


def test_a5_a_household_is_seen_for_a_while_and_looked_at_on_its_day(house, wim, merwedam):
    assert house.review_on == date(2026, 11, 2) + 6 * timedelta(days=30)
    later = actions.review_household(wim.actor, house.pk, until=date(2026, 12, 1))
    assert later.review_on == date(2026, 12, 1)
    for wrong in (date(2026, 11, 2), date(2027, 11, 2)):
        with pytest.raises(ValidationError, match="Kies een dag"):
            actions.review_household(wim.actor, house.pk, until=wrong)
    Term.objects.create(
        municipality=merwedam, name="household.months", length=2, valid_from=date(2026, 1, 1)
    )
    with pytest.raises(ValidationError):
        actions.review_household(wim.actor, house.pk, until=date(2027, 2, 1))


def test_a5_after_its_day_nobody_is_seen_with_others_until_somebody_looked_again(both, wim):
    Household.objects.filter(pk=both.pk).update(review_on=date(2026, 11, 1))
    both.refresh_from_db()
    assert inside(wim, both) == []
    actions.review_household(wim.actor, both.pk, until=date(2026, 12, 1))
    both.refresh_from_db()
    assert inside(wim, both) == ["Fatma", "Joop"]


def test_d7_a_closed_household_is_no_page_any_more(both, wim, joop):
    actions.close_household(wim.actor, both.pk)
    assert not households.households(wim.actor).exists()
    with pytest.raises(ObjectDoesNotExist):
        actions.leave_household(joop.actor, place_in(joop).pk)


def test_a_sealed_address_never_comes_into_a_household(house, fatma, joop, wim):
    Person.objects.filter(pk=joop.person.pk).update(address_sealed=True)
    with pytest.raises(ImpossibleMove, match="Spreek iedereen apart"):
        actions.name_housemate(
            wim.actor, house.pk, person_id=joop.person.pk, said_by_id=fatma.person.pk
        )


def test_an_address_sealed_later_takes_that_person_out_of_sight_at_once(both, joop, wim):
    Person.objects.filter(pk=joop.person.pk).update(address_sealed=True)
    assert inside(wim, both) == ["Fatma"]
    assert households.household_of(wim.actor, joop.person.pk) is None
    assert queries.one(wim.actor, joop.person.pk).shown_street == ""


def test_who_may_never_meet_are_refused_in_the_same_words(house, fatma, joop, wim):
    actions.exclude(
        wim.actor, one_id=fatma.person.pk, other_id=joop.person.pk, reason="Een oude zaak"
    )
    with pytest.raises(ImpossibleMove, match="Spreek iedereen apart"):
        actions.name_housemate(
            wim.actor, house.pk, person_id=joop.person.pk, said_by_id=fatma.person.pk
        )


def test_who_may_never_meet_from_today_are_not_seen_together_any_more(both, fatma, joop, wim):
    actions.exclude(
        wim.actor, one_id=fatma.person.pk, other_id=joop.person.pk, reason="Een oude zaak"
    )
    assert inside(wim, both) == []
    assert households.lives_with(wim.actor, fatma.person.pk) == []


def test_d45_the_own_house_is_known_where_one_asks_the_own_circle_first(both, fatma, wim):
    assert [one.given_name for one in households.lives_with(wim.actor, fatma.person.pk)] == ["Joop"]


def test_prv_15_everyone_in_the_house_can_read_who_looked_at_them_together(both, fatma, joop, wim):
    actions.look_into_household(wim.actor, both.pk)
    actions.look_into_household(wim.actor, both.pk)
    seen = JournalLine.objects.filter(verb=LOOK).values_list("person_id", flat=True)
    assert sorted(seen) == sorted((fatma.person.pk, joop.person.pk))
    [look] = queries.who_looked(joop.actor, joop.person.pk)
    assert (look.name, look.role) == ("Wim", "startpuntmedewerker")


def test_nothing_is_nobodys_who_was_named_is_asked_and_the_day_comes_back(house, fatma, joop, wim):
    actions.name_housemate(
        wim.actor, house.pk, person_id=joop.person.pk, said_by_id=fatma.person.pk
    )

    def waits(actor):
        return [
            (pile.noun, row.pk)
            for pile in households.household_piles(actor)
            for row in pile.waiting
        ]

    assert waits(wim.actor) == [("housemate", place_in(joop).pk), ("household", house.pk)]
    assert waits(joop.actor) == [("housemate", place_in(joop).pk)]
    assert waits(fatma.actor) == []


def test_who_has_no_part_in_it_sees_and_does_nothing(both, bilal, noor, zed, joop):
    for stranger in (bilal, noor, zed):
        assert not households.households(stranger.actor).exists()
        with pytest.raises((ObjectDoesNotExist, PermissionDenied)):
            actions.leave_household(stranger.actor, place_in(joop).pk)
        with pytest.raises((ObjectDoesNotExist, PermissionDenied)):
            actions.close_household(stranger.actor, both.pk)
        with pytest.raises((ObjectDoesNotExist, PermissionDenied)):
            actions.open_household(stranger.actor, joop.person.pk, why="Zomaar")
    with pytest.raises(PermissionDenied):
        actions.close_household(joop.actor, both.pk)


def test_a_coordinator_reaches_a_house_in_her_area_and_no_name_in_it(both, fatma, joop, els):
    assert households.households(els.actor).get() == both
    assert households.names_of(els.actor, [fatma.person.pk, joop.person.pk]) == {}
    assert households.carers_among(els.actor, [fatma.person.pk, joop.person.pk]) == []


def test_the_database_keeps_one_membership_and_a_yes_with_its_day(both, joop):
    row = place_in(joop)
    with pytest.raises(IntegrityError), transaction.atomic():
        Housemate.objects.filter(pk=row.pk).update(agreed_on=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Housemate.objects.create(
            municipality=both.municipality,
            household=both,
            person=joop.person,
            said_by=joop.person,
            state_since=row.state_since,
        )


def test_a_house_does_not_keep_someone_who_may_be_forgotten(merwedam, wim, fatma, house):
    """What hangs on a person goes with her; a household keeps nobody here."""
    halima = enter("Halima", merwedam, "resident")
    actions.name_housemate(
        wim.actor, house.pk, person_id=halima.person.pk, said_by_id=fatma.person.pk
    )
    Person.objects.filter(pk=halima.person.pk).delete()
    assert inside(wim, house) == ["Fatma"]
