"""Two organisations asked together answer with one offer, which one of them carries (D24)."""

from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.test import Client

from kruispunt.arrangements import actions, queries
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter
from kruispunt.base.moves import ImpossibleMove
from kruispunt.people import actions as people
from kruispunt.people import queries as known
from kruispunt.questions import queries as asks
from tests import story
from tests.cast import enter
from tests.desks.test_startpunt_pages import words

STARTS = date(2026, 11, 10)


@pytest.fixture
def clara(merwedam):
    """The contact person of the second organisation."""
    return enter("Clara", merwedam, "contact")


@pytest.fixture
def house(wim, ank):
    return people.register_organisation(
        wim.actor, name="De Merwehof", kind="care", contact_id=ank.person.pk
    )


@pytest.fixture
def church(wim, clara):
    return people.register_organisation(
        wim.actor, name="De Brug", kind="faith", contact_id=clara.person.pk
    )


@pytest.fixture
def question(fatma, wim):
    return story.triaged(fatma, wim)


@pytest.fixture
def asked(question, house, church, wim):
    """The two referrals: of who carries it, and of who joins."""
    carrier = actions.refer_together(
        wim.actor,
        question.pk,
        organisation_id=house.pk,
        partner_ids=(church.pk,),
        words="Samen wandelen",
        why="nodig",
    )
    return carrier, carrier.partners.get()


def states(*rows):
    for row in rows:
        row.refresh_from_db()
    return [row.state for row in rows]


def test_d24_one_offer_of_the_carrier_is_the_offer_of_all_who_joined(
    asked, ank, clara, wim, question
):
    carrier, partner = asked
    actions.take_on(ank.actor, carrier.pk)
    actions.take_on(clara.actor, partner.pk)
    with pytest.raises(ImpossibleMove, match="De Merwehof doet het aanbod namens u samen"):
        actions.offer(clara.actor, partner.pk, offered="Wij alleen", starts_on=STARTS)

    actions.offer(ank.actor, carrier.pk, offered="De Brug wandelt, wij halen", starts_on=STARTS)
    assert states(carrier, partner) == ["organised", "organised"]
    assert partner.offered == carrier.offered

    actions.deliver(ank.actor, carrier.pk)
    assert states(carrier, partner) == ["delivered", "delivered"]
    assert asks.one(wim.actor, question.pk).state == "answered"


def test_d24_who_said_no_or_nothing_is_not_in_the_offer(asked, ank, clara):
    carrier, partner = asked
    actions.take_on(ank.actor, carrier.pk)
    actions.refuse(clara.actor, partner.pk, refusal="no_place")
    actions.offer(ank.actor, carrier.pk, offered="Dan wij alleen", starts_on=STARTS)
    assert states(carrier, partner) == ["organised", "declined"]
    assert partner.offered == ""


def test_d24_when_the_carrier_says_no_who_joined_may_do_it_alone(asked, ank, clara):
    carrier, partner = asked
    actions.take_on(clara.actor, partner.pk)
    actions.refuse(ank.actor, carrier.pk, refusal="no_place")
    alone = actions.offer(clara.actor, partner.pk, offered="Wij wandelen", starts_on=STARTS)
    assert alone.state == "organised"


def test_d24_each_reads_who_was_asked_and_only_its_own_row(asked, ank, clara, zed, fatma, wim):
    carrier, partner = asked
    for player, row in ((ank, carrier), (clara, partner), (wim, partner)):
        group = queries.together(player.actor, row.pk)
        assert [(one.name, one.carries) for one in group] == [
            ("De Merwehof", True),
            ("De Brug", False),
        ]
    for player, row in ((ank, partner), (clara, carrier), (zed, carrier)):
        with pytest.raises(ObjectDoesNotExist):
            queries.together(player.actor, row.pk)

    actions.take_on(clara.actor, partner.pk)
    letter = words(Client().get(f"/verwijzing/{queries.referral_link(partner)}/"))
    assert "De Merwehof</strong> doet het aanbod" in letter
    assert 'value="offer"' not in letter


def test_prv04_each_of_them_has_a_yes_of_its_own(asked, fatma, wim, house, church, ank, clara):
    given = known.consents(wim.actor, fatma.person.pk)
    assert {one.organisation_id for one in given} == {house.pk, church.pk}
    people.withdraw_consent(fatma.actor, given.get(organisation=church).pk)
    assert queries.asked(clara.actor, asked[1].pk).words == ""
    assert queries.asked(ank.actor, asked[0].pk).words == "Samen wandelen"


def test_who_joined_waits_for_the_carrier_and_is_not_chased(asked, ank, clara, merwedam):
    carrier, partner = asked
    actions.take_on(ank.actor, carrier.pk)
    actions.take_on(clara.actor, partner.pk)
    late = queries.referrals_overdue(Actor.system(merwedam.pk, ank.later(days=60).at))
    assert late == [carrier.pk]


def test_nobody_is_asked_twice_and_then_nothing_is_asked(question, house, wim, fatma):
    with pytest.raises(ValidationError, match="elke organisatie één keer"):
        actions.refer_together(
            wim.actor,
            question.pk,
            organisation_id=house.pk,
            partner_ids=(house.pk,),
            words="Samen",
            why="nodig",
        )
    assert not queries.referrals(wim.actor).exists()


def test_wim_asks_two_at_once_on_the_page(question, house, church, wim):
    said = {
        "organisation_id": house.pk,
        "partner1": church.pk,
        "words": "Samen wandelen",
        "why": "nodig",
        "agrees": "on",
    }
    address = f"/startpunt/vraag/{question.pk}/refer/"
    assert wim.browser().post(address, said).status_code == 302
    carrier = queries.referrals(wim.actor).get(organisation=house)
    page = words(wim.browser().get(f"/startpunt/verwijzing/{carrier.pk}/"))
    assert "De Brug" in page


CHANGES = "Het gezamenlijke aanbod verandert"


def heard(player):
    return Letter.objects.filter(subject=CHANGES, to_person_id=player.person.pk)


def test_d24_when_the_carrier_says_no_who_joined_hears_it_and_may_offer_alone(asked, ank, clara):
    carrier, partner = asked
    actions.take_on(clara.actor, partner.pk)
    actions.refuse(ank.actor, carrier.pk, refusal="no_place")
    assert "De Merwehof kan het aanbod niet doen." in heard(clara).get().text
    assert not heard(ank)
    actions.offer(clara.actor, partner.pk, offered="Wij wandelen", starts_on=STARTS)
    assert states(partner) == ["organised"]


def test_d24_when_who_joined_says_no_the_carrier_hears_it(asked, ank, clara):
    _, partner = asked
    actions.refuse(clara.actor, partner.pk, refusal="no_place")
    assert "De Brug doet niet mee met uw aanbod." in heard(ank).get().text
    assert not heard(clara)
