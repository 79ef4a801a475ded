"""How it goes is told from a letter in two minutes, and a professional answers from one."""

import pytest
from django.test import Client

from kruispunt.arrangements import actions, queries
from tests import story


@pytest.fixture
def match(fatma, noor, wim, els):
    met = story.introduced(fatma, noor, wim=wim, els=els)
    return actions.start_trial(els.actor, met.pk)


def test_chk02_noor_tells_how_it_goes_without_signing_in(match, noor):
    first = queries.check_ins(noor.actor).first()
    address = f"/hoe-gaat-het/{queries.check_in_link(first)}/"
    assert "De ander leest het niet." in Client().get(address).content.decode()

    wrong = Client().post(address, {"times_met": "2"})
    assert wrong.status_code == 422
    assert "Kies hoe het gaat." in wrong.content.decode()
    said = {"times_met": "2", "contact_score": "4", "costs_more": "no", "as_agreed": "yes"}
    assert Client().post(address, said).status_code == 302

    first.refresh_from_db()
    assert (first.state, first.contact_score, first.costs_more, first.as_agreed) == (
        "answered",
        4,
        False,
        True,
    )
    assert "Wij hebben uw antwoord" in Client().get(address).content.decode()
    assert Client().post(address, said).status_code == 409


def test_tri06_ank_answers_from_her_letter_and_reads_no_name(match, noor, ank, els):
    actions.back_up(els.actor, match.pk, person_id=ank.person.pk)
    asked = actions.ask_advice(noor.actor, match.pk, words="Zij vergeet haar jas.")
    address = f"/advies/{queries.advice_link(asked)}/"

    page = Client().get(address).content.decode()
    assert "Zij vergeet haar jas." in page
    assert "Fatma" not in page
    assert Client().post(address, {"answer": "Hang hem bij de deur."}).status_code == 302
    assert "Hang hem bij de deur." in Client().get(address).content.decode()


@pytest.mark.parametrize("address", ["/hoe-gaat-het/1:vals/", "/advies/1:vals/"])
def test_a_forged_word_is_no_page(address, match):
    assert Client().get(address).status_code == 404
