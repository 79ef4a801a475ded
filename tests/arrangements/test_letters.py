"""What people read from us: short, plain, nothing personal outside, called off when answered."""

import re

import pytest

from kruispunt.arrangements import actions
from kruispunt.base.models import Letter
from kruispunt.base.states import ErrandState
from kruispunt.matching import actions as matching
from kruispunt.people import actions as people
from kruispunt.questions import actions as questions
from tests import story

BANNED = ("indicatie", "triage", "zwaarte", "cliënt", "problematiek", "casus", "intensief", "score")


def letters(person):
    return Letter.objects.filter(to_person_id=person.person.pk).order_by("pk")


@pytest.fixture
def invitation(fatma, noor, wim, els):
    question = story.searched(fatma, wim)
    given = story.available(noor, els)
    [sent] = matching.invite(
        els.actor, question.pk, volunteering_ids=(given.pk,), words="Samen wandelen, vlakbij"
    )
    return sent


def test_k2_k10_prv05_noor_is_asked_without_a_name_or_an_address(invitation, noor, fatma):
    letter = letters(noor).get()

    assert "Samen wandelen, vlakbij" in letter.text
    assert "maandag 9 november" in letter.text
    assert "/uitnodiging/" in letter.text
    for word in ("Fatma", "Lindelaan", "4201"):
        assert word not in letter.text + letter.subject


def test_an_answered_question_needs_no_call_any_more(invitation, noor, fatma):
    match = actions.accept_invitation(noor.actor, invitation.pk)
    assert [one.state for one in letters(noor)] == [ErrandState.DONE]
    assert [one.state for one in letters(fatma)] == [ErrandState.WAITING]

    actions.agree_as_resident(fatma.actor, match.pk)
    assert [(one.subject, one.state) for one in letters(fatma)] == [
        ("Nieuws over uw vraag", ErrandState.DONE),
        ("U gaat elkaar ontmoeten", ErrandState.WAITING),
    ]


def test_b1_sentences_are_short_and_no_word_labels_anyone(invitation, noor, fatma):
    match = actions.accept_invitation(noor.actor, invitation.pk)
    actions.agree_as_resident(fatma.actor, match.pk)

    for letter in Letter.objects.all():
        assert not [word for word in BANNED if word in (letter.text + letter.subject).lower()]
        assert not [name for name in ("Fatma", "Noor", "Merwedam") if name in letter.subject]
        for sentence in re.split(r"[.?!]\s|\n", letter.text):
            assert len(sentence.split()) <= 15, sentence


def test_who_brought_it_hears_that_it_is_done_and_nothing_else(bilal, fatma, wim):
    noticed = questions.Noticed(words="De buurvrouw komt niet meer buiten")
    signal = questions.hand_in(bilal.actor, questions.notice(bilal.actor, noticed=noticed).pk)
    questions.take_up(wim.actor, signal.pk)
    question = questions.turn(wim.actor, signal.pk, asked_by_id=fatma.person.pk)
    questions.feed_back(wim.actor, signal.pk, outcome="Wij hebben haar gesproken.")
    questions.withdraw(fatma.actor, question.pk)

    assert [one.subject for one in letters(bilal)] == [
        "Wat er met uw bericht gebeurde",
        "De vraag die u bracht",
    ]
    assert "Fatma" not in "".join(one.text for one in letters(bilal))


def test_k6_each_hears_along_the_way_she_chose(wim, fatma):
    people.change_person(
        wim.actor, fatma.person.pk, who=people.Particulars(given_name="Fatma", channel="letter")
    )

    written = people.write_to(
        wim.actor, fatma.person.pk, subject="Dag", lines=("Wij komen langs.",), key="dag:1"
    )
    assert written.channel == "letter"
    again = people.write_to(
        wim.actor, fatma.person.pk, subject="Dag", lines=("Wij komen langs.",), key="dag:1"
    )
    assert again.pk == written.pk
