"""Els and Fatma agree on a goal, look back on it, and go step by step to less help (CHK-03)."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.models import Evaluation, Goal
from kruispunt.base.models import Letter
from kruispunt.base.moves import ImpossibleMove
from kruispunt.matching import actions as matching
from kruispunt.questions import actions as questions
from kruispunt.questions import queries as asks
from tests import story

MARKET = actions.Wanted(
    words="Zelf weer naar de markt",
    by=date(2027, 2, 1),
    who_does_what="Noor loopt mee, Joop haalt de rollator",
    domain="contacts",
)
WELL = actions.LookedBack(works="Wij lopen elke week", next_step="go_on")
TWO_YEARS = replace(story.AGREEMENT, term_months=24)


@pytest.fixture
def match(fatma, noor, wim, els):
    met = story.introduced(fatma, noor, wim=wim, els=els)
    return actions.start_trial(els.actor, met.pk)


@pytest.fixture
def active(match, els):
    actions.sign(els.actor, match.pk, agreement=TWO_YEARS)
    return actions.activate(els.later(days=42), match.pk)


@pytest.fixture
def question_id(match):
    return match.arrangement.question_id


class TestGoals:
    """HYB-04: in own words, by when, who does what."""

    def test_c9_hyb_04_a_goal_is_set_in_own_words_and_reached(self, question_id, fatma, els):
        goal = actions.set_goal(fatma.actor, question_id, wanted=MARKET)
        assert (goal.words, goal.by, goal.state) == (MARKET.words, MARKET.by, "set")
        assert actions.reach_goal(els.actor, goal.pk).state == "reached"
        with pytest.raises(ImpossibleMove):
            actions.let_go_of_goal(els.actor, goal.pk)

    def test_the_volunteer_and_zed_do_not_read_goals(self, question_id, fatma, noor, zed):
        goal = actions.set_goal(fatma.actor, question_id, wanted=MARKET)
        assert list(queries.goals(fatma.actor, question_id)) == [goal]
        for someone in (noor, zed):
            assert not queries.goals(someone.actor, question_id)
            with pytest.raises(ObjectDoesNotExist):
                actions.reach_goal(someone.actor, goal.pk)

    def test_the_volunteer_sets_no_goal_for_her(self, question_id, noor):
        with pytest.raises(PermissionDenied):
            actions.set_goal(noor.actor, question_id, wanted=MARKET)
        assert not Goal.objects.exists()


@pytest.mark.usefixtures("active")
class TestLookingBack:
    """CHK-03: yearly and at the end, both sides apart."""

    def test_chk_03_both_sides_look_back_every_year_that_it_runs(self, question_id, els):
        planned = queries.evaluations(els.actor, question_id)
        assert [(one.moment, one.side, one.due_on) for one in planned] == [
            ("yearly", "resident", date(2027, 12, 14)),
            ("yearly", "volunteer", date(2027, 12, 14)),
        ]
        assert not queries.evaluations_due(els.later(days=400))
        assert queries.evaluations_due(els.later(days=408)).count() == 2

    def test_c10_chk_03_what_works_what_not_why_and_how_far_each_goal_came(self, question_id, els):
        goal = actions.set_goal(els.actor, question_id, wanted=MARKET)
        first = queries.evaluations(els.actor, question_id)[0]
        said = actions.LookedBack(
            works="Wij lopen elke week",
            works_not="De markt is te ver",
            why=("transport", "health"),
            next_step="adjust",
            next_words="Met de buurtbus",
            reached={goal.pk: "partly"},
        )
        held = actions.look_back_together(els.actor, first.pk, said=said)

        assert (held.state, held.why, held.held_by_id) == (
            "held",
            ["transport", "health"],
            els.person.pk,
        )
        assert [(one.goal, one.reached) for one in held.progress.all()] == [(goal, "partly")]
        assert [(one.label, one.count) for one in queries.hitches(els.actor)] == [
            ("Vervoer", 1),
            ("Gezondheid", 1),
        ]

    def test_what_one_side_says_the_other_never_reads(self, question_id, els, fatma, noor):
        for one in queries.evaluations(els.actor, question_id):
            actions.look_back_together(els.actor, one.pk, said=WELL)
        assert [one.side for one in queries.evaluations(fatma.actor, question_id)] == ["resident"]
        assert [one.side for one in queries.evaluations(noor.actor, question_id)] == ["volunteer"]

    def test_an_unknown_reason_is_refused(self, question_id, els):
        one = queries.evaluations(els.actor, question_id)[0]
        with pytest.raises(Exception, match="Onbekend woord"):
            actions.look_back_together(els.actor, one.pk, said=replace(WELL, why=("lazy",)))

    def test_a_goal_of_another_question_gets_no_answer_here(self, joop, wim, els):
        other = story.searched(joop, wim)
        elsewhere = actions.set_goal(wim.actor, other.pk, wanted=MARKET)
        one = Evaluation.objects.first()
        said = replace(WELL, reached={elsewhere.pk: "yes"})
        assert not actions.look_back_together(els.actor, one.pk, said=said).progress.exists()

    def test_held_without_words_or_next_step_is_refused_by_the_database(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            Evaluation.objects.update(state="held")

    def test_k3_sm_4_both_voices_before_closing_by_looking_back(self, active, question_id, els):
        actions.end(els.actor, active.pk, reason="goal_reached", ended_by="both", planned=True)
        with pytest.raises(ImpossibleMove, match="Hoor eerst beide kanten"):
            actions.close(els.actor, question_id, ending="Klaar")

        for one in queries.evaluations(els.actor, question_id):
            assert one.moment == "end"
            actions.look_back_together(els.actor, one.pk, said=replace(WELL, next_step="end"))
        assert actions.close(els.actor, question_id, ending="Klaar").closed_at

    def test_whoever_was_heard_already_is_not_asked_again(self, active, question_id, els):
        actions.look_back(els.actor, active.pk, side="resident", words="Het was fijn")
        actions.end(els.actor, active.pk, reason="time", ended_by="volunteer")
        asked = queries.evaluations(els.actor, question_id)
        assert [(one.moment, one.side) for one in asked] == [("end", "volunteer")]
        actions.look_back(els.actor, active.pk, side="volunteer", words="Te weinig tijd")
        assert not queries.evaluations(els.actor, question_id)


class TestFarewell:
    """SIG-03: a farewell, thanks, and care after a death within two weeks."""

    def test_sig_03_winding_down_plans_a_farewell_and_noor_is_thanked(self, active, els, noor):
        actions.wind_down(els.actor, active.pk)
        [farewell] = queries.farewells_due(els.actor)
        assert (farewell.after_death, farewell.due_on) == (False, date(2026, 11, 16))

        actions.say_farewell(els.actor, farewell.pk, words="Taart gegeten")
        assert not queries.farewells_due(els.actor)
        thanks = Letter.objects.get(subject="Dank u wel", to_person_id=noor.person.pk)
        assert "Fatma" not in thanks.text

    def test_sig_03_after_a_death_somebody_talks_with_noor_within_two_weeks(
        self, active, els, question_id
    ):
        actions.end(els.actor, active.pk, reason="death", ended_by="startpunt")
        [farewell] = queries.farewells_due(els.actor)
        assert (farewell.after_death, farewell.due_on) == (True, date(2026, 11, 16))
        actions.say_farewell(els.actor, farewell.pk)
        assert "verloren" in Letter.objects.get(subject="Dank u wel").text
        # Nobody asks the dead to look back.
        sides = {one.side for one in queries.evaluations(els.actor, question_id)}
        assert sides == {"volunteer"}

    def test_only_the_coordinator_says_farewell(self, active, els, noor, wim, zed):
        actions.wind_down(els.actor, active.pk)
        [farewell] = queries.farewells_due(els.actor)
        for someone in (noor, wim, zed):  # whoever may not see it finds none
            with pytest.raises(ObjectDoesNotExist):
                actions.say_farewell(someone.actor, farewell.pk)


class TestStepsToLessHelp:
    """C12, C13, HYB-06: from a buddy to a group, and still going weeks later."""

    @pytest.fixture
    def step(self, question_id, els):
        return actions.plan_step(
            els.actor,
            question_id,
            rung="group",
            words="Naar de eetclub op dinsdag",
            planned_on=date(2026, 12, 1),
        )

    def test_c13_weeks_after_a_step_we_ask_whether_it_holds(self, step, els):
        taken = actions.take_step(els.actor, step.pk)
        assert taken.check_on == date(2026, 12, 14)
        assert not queries.steps_to_check(els.later(days=41))
        assert list(queries.steps_to_check(els.later(days=42))) == [taken]
        assert actions.keep_going(els.later(days=42), step.pk).state == "kept"
        assert not queries.steps_to_check(els.later(days=42))

    def test_c12_a_step_never_leads_back_to_more_help(self, step, question_id, els):
        actions.take_step(els.actor, step.pk)
        with pytest.raises(ImpossibleMove, match="meer hulp"):
            actions.plan_step(
                els.actor, question_id, rung="formal", words="x", planned_on=els.actor.today
            )

    def test_what_did_not_hold_is_on_the_desk_again(self, step, match, els, wim):
        actions.take_step(els.actor, step.pk)
        assert match.arrangement.question.state == "answered"
        slipped = actions.slip_back(els.actor, step.pk, words="De bus rijdt niet meer")
        assert slipped.state == "slipped"
        assert asks.one(wim.actor, match.arrangement.question_id).state == "triaged"

    def test_also_when_the_question_was_closed_since(self, step, active, question_id, els, wim):
        actions.take_step(els.actor, step.pk)
        for side in ("resident", "volunteer"):
            actions.look_back(els.actor, active.pk, side=side, words="Goed")
        actions.end(els.actor, active.pk, reason="goal_reached", ended_by="both", planned=True)
        actions.close(els.actor, question_id, ending="Klaar")
        actions.slip_back(wim.actor, step.pk, words="Zij komt niet meer")
        assert asks.one(wim.actor, question_id).state == "contacted"

    def test_noor_plans_no_steps(self, question_id, noor):
        with pytest.raises(PermissionDenied):
            actions.plan_step(
                noor.actor, question_id, rung="alone", words="x", planned_on=noor.actor.today
            )


class TestTalkFirst:
    """MAT-07: after a match that ended early we talk with both before anything new."""

    def test_mat_07_nobody_new_is_looked_for_before_we_talked(self, active, question_id, els, wim):
        actions.end(els.actor, active.pk, reason="expectations", ended_by="resident")
        with pytest.raises(ImpossibleMove, match="Praat eerst"):
            questions.search(wim.actor, question_id)
        with pytest.raises(ImpossibleMove, match="Praat eerst"):
            questions.combine(wim.actor, question_id)

        questions.talk_it_over(els.actor, question_id)
        assert questions.search(wim.actor, question_id).state == "searching"
        # The volunteer is not proposed either until somebody talked with her.
        with pytest.raises(ImpossibleMove):
            matching.invite(
                els.actor, question_id, volunteering_ids=(active.volunteering_id,), words="Weer?"
            )

    def test_mat_07_who_stopped_in_the_trial_needs_no_talk(self, match, question_id, els, wim):
        actions.end(els.actor, match.pk, reason="no_click", ended_by="resident")
        assert questions.search(wim.actor, question_id).state == "searching"
