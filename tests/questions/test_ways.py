"""Which way is open to a question, and which button stands big."""

from dataclasses import replace

import pytest

from kruispunt.core.triage import DEPENDENT
from kruispunt.questions import actions, queries
from kruispunt.questions.actions.routes import WrongWay
from tests import story


def big(wim, question):
    page = wim.browser().get(f"/startpunt/vraag/{question.pk}/")
    return page.context["next"]["verb"]


def test_tri_01_where_a_professional_leads_no_button_looks_for_a_volunteer_alone(fatma, wim):
    leaning = replace(story.INTENSIVE, self_reliance=DEPENDENT)
    question = story.triaged(fatma, wim, answers=leaning)
    assert "search" not in queries.verbs(wim.actor, question)
    assert big(wim, question) == "combine"
    with pytest.raises(WrongWay):
        actions.search(wim.actor, question.pk)


def test_tax_04_a_question_about_the_street_goes_to_the_team(fatma, wim):
    question = story.triaged(fatma, wim, found=replace(story.WALKING, kind="OVERLAST"))
    assert "search" not in queries.verbs(wim.actor, question)
    assert big(wim, question) == "hand_to_team"
    with pytest.raises(WrongWay):
        actions.search(wim.actor, question.pk)


def test_a_question_that_suits_a_volunteer_is_looked_for(fatma, wim):
    question = story.triaged(fatma, wim)
    assert big(wim, question) == "search"
    assert "search" in queries.verbs(wim.actor, question)
