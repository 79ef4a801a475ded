"""The one next step of a question while somebody was asked, or said yes already."""

from dataclasses import replace

import pytest

from kruispunt.arrangements import actions as arrangements
from kruispunt.desks.startpunt.words import first_words
from kruispunt.matching import actions as matching
from kruispunt.matching import queries as invitations
from kruispunt.questions import queries as questions
from tests import story

QUESTION, MATCH = "/startpunt/vraag/{}/", "/startpunt/koppeling/{}/"


@pytest.fixture
def asked(fatma, noor, wim, els):
    """Noor was asked for Fatma's question."""
    question = story.searched(fatma, wim)
    given = story.available(noor, els)
    [invitation] = matching.invite(
        wim.actor, question.pk, volunteering_ids=(given.pk,), words="Wandelen, vlak bij u"
    )
    return invitation


def step(player, question_id):
    page = player.browser().get(QUESTION.format(question_id))
    return page.context["next"], page.content.decode()


def test_before_anybody_was_asked_one_chooses(fatma, wim):
    question = story.searched(fatma, wim)
    told, _ = step(wim, question.pk)
    assert told["title"] == "Kies wie u vraagt"


def test_who_was_asked_thinks_it_over(asked, wim):
    told, page = step(wim, asked.question_id)
    assert told["title"] == "Noor denkt na"
    assert "De vraag is verstuurd." in told["words"]
    assert told["address"] == QUESTION.format(asked.question_id) + "candidates/"
    assert "Noor is gevraagd" in page
    assert "antwoord uiterlijk" in page


def test_after_a_yes_the_other_one_is_asked(asked, wim, noor):
    match = arrangements.accept_invitation(noor.actor, asked.pk)
    told, page = step(wim, asked.question_id)
    assert told["title"] == "Noor zei ja: vraag Fatma"
    assert told["address"] == MATCH.format(match.pk)
    assert "Noor zei ja" in page.partition("Wat er gebeurde")[2]


def test_after_a_no_one_chooses_again(asked, wim, noor):
    matching.decline(noor.actor, asked.pk, no_reason="no_time")
    told, page = step(wim, asked.question_id)
    assert told["title"] == "Kies wie u vraagt"
    assert "Noor zei nee" in page


def test_two_yeses_say_that_the_coordinator_goes_on(asked, wim, noor, fatma, els):
    match = arrangements.accept_invitation(noor.actor, asked.pk)
    arrangements.agree_as_resident(fatma.actor, match.pk)
    told, _ = step(wim, asked.question_id)
    assert told["title"] == "Nu volgt de kennismaking"
    assert told["address"] == MATCH.format(match.pk)
    arrangements.start_trial(els.actor, match.pk)
    assert step(wim, asked.question_id)[0] is None


def test_proposed_without_a_letter_both_are_asked(fatma, noor, wim, els):
    question = story.searched(fatma, wim)
    given = story.available(noor, els)
    match = arrangements.propose(els.actor, question.pk, volunteering_id=given.pk)
    assert step(wim, question.pk)[0]["title"] == "Vraag Noor en Fatma om een antwoord"
    arrangements.agree_as_resident(fatma.actor, match.pk)
    assert step(wim, question.pk)[0]["title"] == "Fatma zei ja: vraag Noor"


def test_the_first_words_say_where_how_often_and_how_long(fatma, wim):
    question = story.searched(fatma, wim)
    assert first_words(questions.one(wim.actor, question.pk)) == (
        "Iemand zoekt hulp: samen wandelen, elke week, ongeveer 2 uur per week, 6 maanden lang."
    )


def test_the_first_words_leave_out_what_was_not_said(fatma, wim):
    silent = replace(story.WALKING, frequency="", term_months=0)
    question = story.searched(fatma, wim, found=silent)
    assert first_words(questions.one(wim.actor, question.pk)) == (
        "Iemand zoekt hulp: samen wandelen, ongeveer 2 uur per week."
    )


def test_yes_and_no_weigh_the_same_and_look_different(asked, client):

    page = client.get(f"/uitnodiging/{invitations.link(asked)}/").content.decode()
    assert "Antwoord uiterlijk" in page
    buttons = page.partition('value="yes"')[2]
    assert buttons.index("<svg") < buttons.index("Ja, dit wil ik doen")
    assert "nl-button--primary nl-button--large" in buttons


def test_nearness_is_a_guess_while_only_the_neighbourhood_is_known(fatma, noor, wim, els):
    question = story.searched(fatma, wim)
    story.available(noor, els)
    address = QUESTION.format(question.pk) + "candidates/"
    assert "(geschat)" not in wim.browser().get(address).content.decode()
    type(fatma.person).objects.filter(pk=fatma.person.pk).update(street="")
    assert "(geschat)" in wim.browser().get(address).content.decode()
