"""A rule is tried before it counts: on the rows of today, and nothing is written (K15)."""

from datetime import date, timedelta

import pytest

from kruispunt.arrangements.actions import (
    escalating,
    referring,
    steps_of_places,
    steps_of_teams,
)
from kruispunt.arrangements.actions import steps as of_matches
from kruispunt.arrangements.queries import trying as answers
from kruispunt.base import manners
from kruispunt.base.models import JournalLine, Term
from kruispunt.core.triage import Answers, Rules
from kruispunt.core.trying import try_term
from kruispunt.offers.queries import trying as offers
from kruispunt.questions import actions as questions
from kruispunt.questions.actions import steps as of_questions
from kruispunt.questions.models import Question
from kruispunt.questions.queries import trying
from tests import story
from tests.cast import MONDAY

pytestmark = pytest.mark.django_db
NEW = "/procesmanager/termijnen/question.new/"


def asked_days_ago(fatma, *days):
    for ago in days:
        row = story.asked(fatma)
        since = MONDAY - timedelta(days=ago)
        due_on = (since + timedelta(days=2)).date()
        Question.objects.filter(pk=row.pk).update(state_since=since, due_on=due_on)


def test_k15_a_term_is_tried_on_what_is_open_today(fatma, petra):
    asked_days_ago(fatma, 14, 5, 0)
    told = trying.begun(petra.actor, "question.new")
    assert [number for _, _, number in told] == [1, 1, 1]
    page = petra.browser().get(NEW, {"proef": 5}).content.decode()
    assert "Stel dat het <strong>5 werkdagen</strong> was." in page
    assert "Er staan er 3 open." in page


def test_k15_what_would_be_late_is_counted_as_if_it_counted_then(fatma, petra):
    asked_days_ago(fatma, 14, 5, 0)
    rows = trying.begun(petra.actor, "question.new")
    today = MONDAY.date()
    tried = try_term(rows, "question.new", 5, today)
    assert (tried.open, tried.late_now, tried.late_then, tried.no_longer_late) == (3, 2, 1, 1)
    assert try_term(rows, "question.new", 0, today).newly_late == 0


def test_k15_trying_writes_nothing(fatma, petra):
    asked_days_ago(fatma, 5)
    client = petra.browser()
    before = (JournalLine.objects.count(), list(Question.objects.values()))
    assert client.get(NEW, {"proef": 1}).status_code == 200
    assert (JournalLine.objects.count(), list(Question.objects.values())) == before
    assert not Term.objects.exists()


def test_k15_the_rule_of_weighing_is_tried_on_the_last_answers(fatma, wim, petra):
    often = Answers(self_reliance=1, times=5)
    story.triaged(fatma, wim, answers=often)
    story.triaged(fatma, wim, answers=Answers(self_reliance=1, times=2))
    page = petra.browser().get("/procesmanager/termijnen/triage.few_times/", {"proef": 6})
    told = page.content.decode()
    assert "2 open vragen zijn gewogen. Bij 1 zou het voorstel anders zijn." in told
    assert "1 keer licht in plaats van intensief" in told


def test_k15_tri_02_once_set_it_counts_from_its_day(fatma, wim, petra):
    manners.set_length(petra.actor, name="triage.few_times", length=6, valid_from=date(2026, 11, 3))
    five = Answers(self_reliance=1, times=5)
    assert story.triaged(fatma, wim, answers=five).intensity == "intensief"
    question = story.asked(fatma)
    questions.contact(wim.later(days=1), question.pk)
    questions.clarify(wim.later(days=1), question.pk, found=story.WALKING)
    assert questions.triage(wim.later(days=1), question.pk, answers=five).intensity == "licht"
    assert trying.rules_of(wim.actor) == Rules(few_times=4)


def test_k15_a_number_that_is_none_is_said_so_and_others_have_no_trial(petra):
    client = petra.browser()
    for number in ("veel", "261", "9" * 5000):
        answer = client.get(NEW, {"proef": number})
        assert answer.status_code == 200
        assert "Stel dat" not in answer.content.decode()
    page = client.get("/procesmanager/termijnen/letters.a_day/").content.decode()
    assert "Eerst proberen" not in page


def test_k15_zed_counts_nothing_of_here(fatma, zed, petra):
    asked_days_ago(fatma, 5)
    assert trying.begun(zed.actor, "question.new") == []


def test_k15_what_can_be_tried_is_what_counts():
    """The states under each term are those from which the actions count it."""
    of_answers = (of_matches, referring, escalating, steps_of_places, steps_of_teams)
    counted = {
        trying: list(of_questions.TERM_OF.items()),
        answers: [pair for one in of_answers for pair in one.TERM_OF.items()],
    }
    for room, term_of in counted.items():
        for name, under in room.TERMS.items():
            if name.startswith(("question.search", "signal")):
                continue
            of = {state for state, term in term_of if term == name}
            [(_, said)] = [one for one in under.rows.children if one[0].startswith("state")]
            assert (set(said) if isinstance(said, tuple) else {said}) == of, name
    assert set(offers.TERMS) <= set(manners.house_lengths())
