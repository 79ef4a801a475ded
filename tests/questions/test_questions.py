"""A question: own words, the need behind them, weighed line by line, on its way to an answer."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from kruispunt.base import journal
from kruispunt.base.models import Term
from kruispunt.base.moves import ImpossibleMove
from kruispunt.core.triage import Answers
from kruispunt.people import actions as people
from kruispunt.questions import actions, queries
from kruispunt.questions.models import Question
from kruispunt.questions.states import State
from tests import story


def test_d4_d6_tax02_the_first_words_stay_and_the_need_stands_beside_them(fatma, wim):
    question = story.searched(fatma, wim)

    assert question.words == "Ik kom de deur niet meer uit"
    assert question.need == "Fatma mist iemand om mee naar buiten te gaan."
    assert [line.verb for line in journal.lines_of(question)] == [
        "question.open",
        "question.contact",
        "question.clarify",
        "question.triage",
        "question.search",
    ]


def test_prv07_a_bsn_in_the_words_is_refused_and_a_telephone_is_not(fatma):
    with pytest.raises(ValidationError, match="burgerservicenummer"):
        story.asked(fatma, "Mijn nummer is 111222333")
    with pytest.raises(ValidationError, match="burgerservicenummer"):
        story.asked(fatma, "Mijn nummer is 1112.22.333")

    assert story.asked(fatma, "Bel 0612345678, of 06-12 34 56 78, of 123456789").pk


def test_tri05_a_deviation_needs_a_reason_and_both_values_are_kept(fatma, wim):
    question = story.searched(fatma, wim)
    with pytest.raises(ValidationError, match="waarom"):
        actions.triage(wim.actor, question.pk, answers=story.INTENSIVE, chosen="licht")


def test_a1_d19_tri05_the_rule_and_the_choice_stand_side_by_side(fatma, wim):
    question = story.asked(fatma)
    actions.contact(wim.actor, question.pk)
    actions.clarify(wim.actor, question.pk, found=story.WALKING)

    actions.triage(
        wim.actor, question.pk, answers=story.INTENSIVE, chosen="licht", reason="Haar zus loopt mee"
    )

    [weighed] = queries.triages(wim.actor, question.pk)
    assert (weighed.proposed, weighed.chosen, weighed.by_id) == (
        "intensief",
        "licht",
        wim.person.pk,
    )
    assert [line.rule for line in weighed.lines.all() if line.bites] == ["TRI-02"]
    assert weighed.lines.count() == 14


def test_a2_tri02_a_very_intensive_question_says_what_it_is_about(fatma, wim):
    answers = Answers(self_reliance=3, indicators={"geheugen": 2, "netwerk": 1})
    question = story.searched(fatma, wim, answers=answers)

    assert (question.intensity, question.themes, question.needs_vog) == (
        "zeer_intensief",
        ["dementie"],
        True,
    )


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        (Answers(self_reliance=4), "level 4"),
        (Answers(self_reliance=2, dangers=frozenset({"geweld"})), "TRI-01"),
    ],
)
def test_d1_rule_5_1_and_tri01_no_informal_answer_alone(answers, why, fatma, wim):
    with pytest.raises(ImpossibleMove, match="beroepskracht"):
        story.searched(fatma, wim, answers=answers)


def test_d1_rule_5_1_who_manages_alone_is_referred_only_with_a_reason(fatma, wim):
    question = story.searched(
        fatma,
        wim,
        found=replace(story.WALKING, self_reliance=1),
        answers=Answers(self_reliance=1),
    )
    with pytest.raises(ImpossibleMove, match="reden"):
        actions.refer(wim.actor, question.pk)

    assert actions.refer(wim.actor, question.pk, why="Zij vraagt er zelf om").state == "referred"


def test_d21_tax04_a_question_about_the_neighbourhood_goes_to_the_team(fatma, wim):
    with pytest.raises(ImpossibleMove, match="wijkteam"):
        story.searched(fatma, wim, found=replace(story.WALKING, kind="OVERLAST"))


def test_wmo01_only_a_mandated_desk_takes_a_notification(fatma, wim):
    question = story.asked(fatma)
    actions.contact(wim.actor, question.pk)
    found = replace(story.WALKING, is_wmo_notice="yes")
    with pytest.raises(ValidationError, match="geen melding"):
        actions.clarify(wim.actor, question.pk, found=found)

    desk = people.register_organisation(wim.actor, name="Startpunt", kind="municipality")
    desk.is_mandated_wmo_desk = True
    desk.save()
    mandated = replace(wim.actor, organisation_ids=frozenset({desk.pk}))
    noted = actions.clarify(mandated, question.pk, found=found)
    assert noted.wmo_noticed_on == wim.actor.today


def test_d20_sm2_terms_count_working_days_from_each_state(fatma, wim):
    question = story.asked(fatma)
    assert question.due_on == date(2026, 11, 4)

    question = story.searched(fatma, wim)
    assert question.due_on == date(2026, 11, 30)


def test_mine_and_due_shows_what_is_late_and_mine_or_nobodys(fatma, wim, merwedam):
    other = story.asked(fatma, "Wie helpt mij met mijn post?")
    mine = story.searched(fatma, wim)

    assert list(queries.mine_and_due(wim.actor)) == []
    assert list(queries.mine_and_due(wim.later(days=2))) == [other]
    assert list(queries.mine_and_due(wim.later(days=30))) == [other, mine]


def test_sm2_no_skipping_a_question_nobody_understood_is_not_searched_for(fatma, wim):
    question = story.asked(fatma)

    with pytest.raises(ImpossibleMove, match="'search' is not possible from 'new'"):
        actions.search(wim.actor, question.pk)


def test_reopen_once_with_a_reason(fatma, wim):
    question = story.asked(fatma)
    actions.withdraw(fatma.actor, question.pk)
    assert actions.reopen(wim.actor, question.pk, why="Toch nodig").state == State.CONTACTED

    actions.withdraw(fatma.actor, question.pk)
    with pytest.raises(ImpossibleMove, match="heropend"):
        actions.reopen(wim.actor, question.pk, why="Weer")


def test_what_noor_and_zed_may_not_see_does_not_exist(fatma, noor, zed):
    question = story.asked(fatma)

    for someone in (noor, zed):
        with pytest.raises(ObjectDoesNotExist):
            queries.one(someone.actor, question.pk)
        with pytest.raises(ObjectDoesNotExist):
            actions.withdraw(someone.actor, question.pk)


def test_who_asks_does_not_weigh_her_own_question(fatma):
    question = story.asked(fatma)

    with pytest.raises(PermissionDenied, match=r"questions\.clarify"):
        actions.clarify(fatma.actor, question.pk, found=story.WALKING)


def test_petra_sees_what_is_asked_and_not_by_whom(fatma, wim, petra):
    story.searched(fatma, wim)

    [seen] = queries.glance(petra.actor)
    assert sorted(seen) == [
        "due_on", "id", "intensity", "kind", "neighbourhood", "opened_at", "state", "state_since",
    ]  # fmt: skip
    assert not queries.visible(petra.actor).exists()


def test_a_question_without_a_class_is_not_on_its_way_says_the_database(fatma):
    question = story.asked(fatma)

    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.filter(pk=question.pk).update(state="searching", kind="WANDELEN")


@pytest.mark.parametrize("crowd", [1, 3])
def test_the_inbox_asks_the_database_once_however_many_wait(
    crowd, fatma, wim, django_assert_num_queries
):
    for _ in range(crowd):
        story.asked(fatma)

    with django_assert_num_queries(1):
        assert [one.asked_by.name for one in queries.inbox(wim.actor)] == ["Fatma"] * crowd


@pytest.mark.parametrize("who", ["noor", "bilal", "ank"])
def test_nobody_asks_in_fatmas_name_who_does_not_care_for_her(who, fatma, request):
    with pytest.raises(PermissionDenied, match=r"questions\.open"):
        actions.open_question(
            request.getfixturevalue(who).actor, asked_by_id=fatma.person.pk, words="Zij wil hulp"
        )
    assert not Question.objects.exists()


def test_d3_joop_asks_on_behalf_of_fatma_for_whom_he_cares(fatma, joop, wim):
    people.relate(wim.actor, fatma.person.pk, other_id=joop.person.pk, kind="partner", cares=True)

    question = actions.open_question(
        joop.actor, asked_by_id=fatma.person.pk, words="Zij mist haar wandelingen"
    )
    assert queries.one(fatma.actor, question.pk) == question


def test_verbs_are_the_table_and_the_permits_together(fatma, wim, els):
    question = story.asked(fatma)

    assert queries.verbs(wim.actor, question) == ("contact", "withdraw")
    assert queries.verbs(fatma.actor, question) == ("withdraw",)
    assert queries.verbs(els.actor, question) == ()


def test_a_municipality_keeps_its_own_term_from_a_day_on(fatma, merwedam, wim):
    Term.objects.create(
        municipality=merwedam, name="question.new", length=1, valid_from=date(2026, 11, 3)
    )
    Term.objects.create(
        municipality=merwedam, name="question.new", length=4, valid_from=date(2026, 11, 5)
    )

    monday, tuesday = story.asked(fatma), date(2026, 11, 4)
    assert monday.due_on == date(2026, 11, 4)
    later = [
        actions.open_question(
            wim.later(days=days), asked_by_id=fatma.person.pk, words="Nog een vraag"
        ).due_on
        for days in (1, 3)
    ]
    assert later == [tuesday, date(2026, 11, 11)]
