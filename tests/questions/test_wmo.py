"""A notification under the Wmo is noted with its terms, and never decided here (WMO-01..08, A5)."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, ValidationError

from kruispunt.base.moves import ImpossibleMove
from kruispunt.core.triage import Answers
from kruispunt.people import actions as people
from kruispunt.questions import actions, queries
from kruispunt.questions.models import WmoNotification
from kruispunt.questions.queries import wmo
from tests import story


@pytest.fixture
def noticed(fatma, wim):
    question = story.searched(fatma, wim)
    actions.notify(wim.actor, question.pk)
    return WmoNotification.objects.get(question=question)


def test_wmo_02_the_law_counts_from_the_day_the_municipality_was_told(noticed, wim):
    assert (noticed.noticed_on, noticed.investigate_by) == (date(2026, 11, 2), date(2026, 12, 14))
    assert queries.one(wim.actor, noticed.question_id).due_on == date(2026, 12, 14)


def test_wmo_02_f_one_applies_after_the_investigation_and_then_the_decision_has_two_weeks(
    noticed, wim
):
    with pytest.raises(ImpossibleMove, match="na het onderzoek"):
        actions.note_milestone(wim.actor, noticed.pk, what="applied")
    later = wim.later(days=42)
    actions.note_milestone(later, noticed.pk, what="investigated")
    actions.note_milestone(later, noticed.pk, what="applied")

    walk = wmo.walk_of(later, noticed.question_id)
    by = {step.milestone.value: step.due for step in walk.steps}
    assert by["decided"] == date(2026, 12, 28)
    actions.note_milestone(later, noticed.pk, what="decided")
    assert wmo.walk_of(later, noticed.question_id).object_by == date(2027, 1, 25)


def test_a_milestone_is_noted_once_and_never_ahead(noticed, wim):
    actions.note_milestone(wim.actor, noticed.pk, what="confirmed")
    with pytest.raises(ImpossibleMove, match="al genoteerd"):
        actions.note_milestone(wim.actor, noticed.pk, what="confirmed")
    with pytest.raises(ValidationError, match="nog niet geweest"):
        actions.note_milestone(wim.actor, noticed.pk, what="plan_told", on=date(2026, 12, 1))


def test_wmo_04_what_cannot_wait_says_why(noticed, wim):
    urgent = actions.make_urgent(wim.actor, noticed.pk, why="Zij kan niet alleen zijn.")
    assert urgent.urgent_since == date(2026, 11, 2)


def test_wmo_05_longer_is_once_and_in_time(noticed, wim):
    with pytest.raises(ValidationError, match="latere dag"):
        actions.extend(wim.actor, noticed.pk, to=date(2026, 12, 1), why="Druk")
    actions.extend(wim.actor, noticed.pk, to=date(2027, 1, 11), why="Arts is op vakantie.")
    with pytest.raises(ImpossibleMove, match="één keer"):
        actions.extend(wim.actor, noticed.pk, to=date(2027, 2, 1), why="Nog langer")


def test_wmo_05_too_late_to_take_longer(noticed, wim):
    with pytest.raises(ImpossibleMove, match="al voorbij"):
        actions.extend(wim.later(days=60), noticed.pk, to=date(2027, 2, 1), why="Druk")


def test_wmo_01_only_a_mandated_desk_takes_a_notification_itself(fatma, wim):
    question = story.asked(fatma)
    actions.contact(wim.actor, question.pk)
    found = replace(story.WALKING, is_wmo_notice="yes")
    with pytest.raises(ValidationError, match="nemen geen melding aan"):
        actions.clarify(wim.actor, question.pk, found=found)

    desk = people.register_organisation(wim.actor, name="Startpunt", kind="welfare")
    type(desk).objects.filter(pk=desk.pk).update(is_mandated_wmo_desk=True)
    mandated = replace(wim.actor, organisation_ids=frozenset({desk.pk}))
    actions.clarify(mandated, question.pk, found=found)
    assert WmoNotification.objects.get().noticed_on == date(2026, 11, 2)


def test_the_resident_reads_her_own_and_zed_nothing(noticed, fatma, joop, zed, wim):
    assert wmo.walk_of(fatma.actor, noticed.question_id).notification == noticed
    for stranger in (joop, zed):
        assert wmo.walk_of(stranger.actor, noticed.question_id) is None
        with pytest.raises(ObjectDoesNotExist):
            actions.make_urgent(stranger.actor, noticed.pk, why="x")


def test_tax_05_what_no_volunteer_does_goes_the_formal_way(fatma, wim):
    question = story.asked(fatma)
    actions.contact(wim.actor, question.pk)
    actions.clarify(wim.actor, question.pk, found=story.WALKING)
    answers = Answers(self_reliance=2, not_for_volunteers=frozenset({"tillen"}))
    actions.triage(wim.actor, question.pk, answers=answers)
    with pytest.raises(ImpossibleMove, match="beroepskracht"):
        actions.search(wim.actor, question.pk)
    assert actions.combine(wim.actor, question.pk).state == "combining"


def test_a5_help_for_a_while_is_looked_at_again(fatma, wim):
    question = story.asked(fatma)
    actions.contact(wim.actor, question.pk)
    found = replace(story.WALKING, review_on=date(2026, 12, 1))
    actions.clarify(wim.actor, question.pk, found=found)
    later = wim.later(days=30)
    assert [one.pk for one in queries.to_review(later)] == [question.pk]

    with pytest.raises(ValidationError, match="nog komt"):
        actions.look_again(later, question.pk, until=date(2026, 12, 2))
    actions.look_again(later, question.pk, until=date(2027, 3, 1))
    assert not queries.to_review(later).exists()
