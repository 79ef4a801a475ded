"""The open doors: asking, offering, and answering by the word in a letter."""

import re
from pathlib import Path

import pytest
from django.test import Client

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements import queries as answers
from kruispunt.desks.public import forms
from kruispunt.desks.ui.answer_form import AnswerForm
from kruispunt.matching import actions as matching
from kruispunt.matching import queries as invitations
from kruispunt.matching.states import NoReason
from kruispunt.offers import queries as offers
from kruispunt.people import queries as people
from kruispunt.questions import queries as questions
from tests import story

TEMPLATES = Path(__file__).parents[2] / "src" / "kruispunt" / "desks" / "templates"
BANNED = ("indicatie", "triage", "zwaarte", "cliënt", "problematiek", "casus")
LABELS = ("zwaar geval", "klant", "zeer intensief", "score")
MARKUP = re.compile(r"{[%{#].*?[%}#]}|<[^>]*>")
FOR_RESIDENTS = ("public", "resident", "ui", "account")
SAID = {"words": "Ik wil weer leren fietsen", "given_name": "Annie Bos", "phone": "0183 555 123"}


def said_in_dutch(template: str) -> str:
    """The words of a template, those that other languages are made of included."""
    tagged = re.compile(r"""{%\s*(?:translate|spoken)\s+"([^"]*)"[^%]*%}""")
    return MARKUP.sub("", tagged.sub(r"\1 ", template))


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_d16_k2_anyone_asks_without_an_account_and_the_startpunt_reads_their_own_words(wim):
    answer = Client().post("/hulp-vragen/", SAID)

    assert answer["Location"] == "/hulp-vragen/dank-u/"
    [asked] = questions.inbox(wim.actor)
    assert (asked.words, asked.intake) == ("Ik wil weer leren fietsen", "site")
    assert (asked.asked_by.name, asked.asked_by.phone) == ("Annie Bos", "0183 555 123")


def test_who_asks_for_another_leaves_only_their_own_name(wim):
    Client().post("/hulp-vragen/", SAID | {"for_someone_else": "on"})

    [asked] = questions.inbox(wim.actor)
    assert asked.asked_by.name == "Iemand"
    assert asked.brought_by.name == "Annie Bos"


def test_k5_the_same_form_sent_twice_is_one_question(wim):
    for _ in range(2):
        Client().post("/hulp-vragen/", SAID | {"form_key": "een-keer"})

    assert questions.inbox(wim.actor).count() == 1


def test_a_citizen_number_is_refused_and_nothing_is_kept(wim):
    answer = Client().post("/hulp-vragen/", SAID | {"words": "Mijn nummer is 111222333"})

    assert answer.status_code == 422
    assert "geen burgerservicenummer" in words(answer)
    assert not questions.inbox(wim.actor).exists()
    assert not people.search(wim.actor, "Annie").exists()


def test_k8_the_ask_form_asks_five_things_at_most(wim):
    form = forms.AskForm(areas=[], actor=wim.actor)
    asked = [field.name for field in form.visible_fields()]
    # The first one is typed or said aloud.
    assert asked == ["words", "spoken", "given_name", "phone", "area", "for_someone_else"]


def test_d16_anyone_signs_up_to_do_something(els):
    answer = Client().post(
        "/meedoen/", {"kinds": ["WANDELEN"], "given_name": "Noor", "phone": "0183 555 124"}
    )

    assert answer["Location"] == "/meedoen/dank-u/"
    [given] = offers.due(els.actor)
    assert (given.person.name, given.kinds, given.state) == ("Noor", ["WANDELEN"], "applied")


@pytest.fixture
def letter(fatma, noor, wim, els):
    question = story.searched(fatma, wim)
    given = story.available(noor, els)
    [sent] = matching.invite(
        els.actor, question.pk, volunteering_ids=(given.pk,), words="Samen wandelen op maandag"
    )
    return sent


def test_the_letter_tells_noor_what_is_asked_and_not_by_whom(letter, fatma):
    page = words(Client().get(f"/uitnodiging/{invitations.link(letter)}/"))

    assert "Hallo Noor" in page
    assert "Samen wandelen op maandag" in page
    for secret in ("Fatma", "Lindelaan", "4201", "0183 555 010", "deur niet meer uit", "kat"):
        assert secret not in page.replace("kaart", "")


def test_noor_says_yes_and_then_fatma_does_and_they_may_meet(letter, fatma, wim):
    address = f"/uitnodiging/{invitations.link(letter)}/"
    Client().post(address, {"answer": "yes"})
    [match] = answers.waiting_for_resident(wim.actor)
    proposal = f"/voorstel/{answers.link(match)}/"

    before = words(Client().get(proposal))
    Client().post(proposal, {"answer": "yes"})

    assert "Dag Fatma" in before
    assert "Noor" not in before
    assert "U zei allebei ja" in words(Client().get(proposal))
    assert "U zei ja" in words(Client().get(address))
    assert answers.match(wim.actor, match.pk).state == "introduction"


def test_a20_a_no_is_fine_and_needs_no_reason(letter, wim):
    address = f"/uitnodiging/{invitations.link(letter)}/"

    Client().post(address, {"answer": "no"})

    assert "U zei nee. Dat is goed." in words(Client().get(address))
    [kept] = invitations.of_question(wim.actor, letter.question_id)
    assert (kept.state, kept.no_reason) == ("declined", "other")


def test_looking_at_a_letter_answers_nothing(letter, wim):
    """Mail programs open links by themselves."""
    Client().get(f"/uitnodiging/{invitations.link(letter)}/?answer=yes")
    Client().head(f"/uitnodiging/{invitations.link(letter)}/")

    assert invitations.one(wim.actor, letter.pk).state == "sent"


def test_a_letter_that_we_did_not_write_does_not_exist(letter, noor, wim):
    match = arrangements.accept_invitation(noor.actor, letter.pk)
    for forged in (
        f"/uitnodiging/{letter.pk}:abc/",
        f"/uitnodiging/{answers.link(match)}/",
        f"/voorstel/{invitations.link(letter)}/",
    ):
        assert Client().get(forged).status_code == 404


def test_the_map_tells_a_guest_nothing_about_who_asks(fatma, wim):
    story.asked(fatma)

    assert "open vra" not in words(Client().get("/kaart/"))
    assert Client().get("/kaart/vormen.json").json() == {
        "type": "FeatureCollection",
        "features": [],
    }


@pytest.mark.parametrize("word", BANNED + LABELS)
def test_residents_never_read_the_words_of_the_trade(word):
    """B1-07, on every template that a resident may see."""
    found = [
        path.name
        for desk in FOR_RESIDENTS
        for path in (TEMPLATES / desk).rglob("*.html")
        if re.search(rf"\b{word}", said_in_dutch(path.read_text()), re.IGNORECASE)
    ]
    assert found == []


def test_b1_07_words_that_are_translated_are_read_as_well():
    page = '{% translate "Na de triage" %} <b class="casus">{{ klant }}</b> {% spoken "Score" %}'
    assert said_in_dutch(page).split() == ["Na", "de", "triage", "Score"]


def test_the_reasons_for_a_no_are_those_that_are_kept():
    assert list(AnswerForm().fields["no_reason"].choices) == list(NoReason.choices)


def test_what_is_not_there_is_said_kindly_and_keeps_its_number(merwedam):
    answer = Client().get("/bestaat-niet/")

    assert answer.status_code == 404
    assert "Deze pagina is er niet" in words(answer)


def test_d50_the_front_page_says_where_we_are_and_when_and_how_to_call(merwedam):
    merwedam.phone, merwedam.walk_in_hours = "0183 555 000", "Elke ochtend in de bibliotheek"
    merwedam.save()

    page = words(Client().get("/"))
    assert 'href="tel:0183555000"' in page
    assert "Elke ochtend in de bibliotheek" in page
