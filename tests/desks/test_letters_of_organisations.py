"""An organisation answers from its letter, without an account, and reads no more than it may."""

from datetime import date

import pytest
from django.conf import settings
from django.test import Client
from django.urls import resolve

from kruispunt.arrangements import actions, queries
from kruispunt.people import actions as people
from kruispunt.questions import actions as questions
from tests import story


@pytest.fixture
def home(wim, ank):
    return people.register_organisation(
        wim.actor, name="Huis aan de Linge", kind="care", contact_id=ank.person.pk
    )


@pytest.fixture
def yes(fatma, wim, home):
    asked = people.ask_consent(
        wim.actor,
        person_id=fatma.person.pk,
        scope="question",
        purpose="Hulp vragen",
        organisation_id=home.pk,
    )
    return people.give_consent(fatma.actor, asked.pk, until=date(2027, 10, 1))


@pytest.fixture
def letter(fatma, wim, home, yes):
    question = story.searched(fatma, wim)
    questions.combine(wim.actor, question.pk)
    sent = actions.refer(
        wim.actor, question.pk, organisation_id=home.pk, words="Iemand zoekt vervoer"
    )
    return f"/verwijzing/{queries.referral_link(sent)}/"


@pytest.mark.parametrize("kind", sorted(settings.LETTER_LINKS))
def test_every_address_in_a_letter_leads_to_a_page(kind):
    address = settings.LETTER_LINKS[kind].format(word="1:abc")

    assert resolve(address).namespace == "public"


def test_a_letter_is_answered_step_by_step(letter):
    client = Client()
    page = client.get(letter).content.decode()
    assert "Iemand zoekt vervoer" in page
    assert "Fatma" not in page

    assert client.post(letter, {"verb": "take_on"}).status_code == 302
    wrong = client.post(letter, {"verb": "offer", "offered": ""})
    assert wrong.status_code == 422
    assert "Schrijf op wat u gaat doen." in wrong.content.decode()
    client.post(letter, {"verb": "offer", "offered": "Wij rijden", "starts_on": "2026-12-01"})
    client.post(letter, {"verb": "deliver"})
    assert "Na zes weken" in client.get(letter).content.decode()


def test_the_yes_comes_first_and_the_no_last(letter):
    page = Client().get(letter).content.decode()
    yes, back, no = (page.index(f'value="{verb}"') for verb in ("take_on", "ask_back", "refuse"))

    assert yes < back < no
    assert page.count("nl-button--primary") == 1


def test_sm14_a_yes_taken_back_empties_the_page(letter, yes, fatma):
    people.withdraw_consent(fatma.actor, yes.pk)

    page = Client().get(letter).content.decode()
    assert "Iemand zoekt vervoer" not in page
    assert "deelt deze vraag niet meer" in page
    assert "<form" not in page.split("<main", 1)[1].split("</main>", 1)[0]


def test_a_forged_letter_is_no_page(letter):
    assert Client().get(letter[:-2] + "x/").status_code == 404


def test_a_party_says_what_it_brings(fatma, wim, petra, home):
    question = story.searched(fatma, wim)
    stuck = actions.report(wim.actor, question.pk, cause="no_match")
    actions.clear_up(petra.actor, stuck.pk, what="Vervoer op dinsdag", tried="Drie mensen")
    actions.invite_parties(petra.actor, stuck.pk, organisation_ids=(home.pk,))
    [party] = queries.parties(petra.actor)
    address = f"/meedenken/{queries.party_link(party)}/"

    assert "Vervoer op dinsdag" in Client().get(address).content.decode()
    assert Client().post(address, {"words": "Een busje"}).status_code == 302
    party.refresh_from_db()
    assert party.brings == "Een busje"
