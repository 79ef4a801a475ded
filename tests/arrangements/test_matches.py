"""A match: two yeses apart, an address after both, guards before it runs, a reason at the end."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.models import Match
from kruispunt.base.moves import ImpossibleMove
from kruispunt.core.triage import Answers
from kruispunt.matching import actions as matching
from kruispunt.offers import actions as offers
from kruispunt.people import actions as people
from kruispunt.people import queries as persons
from kruispunt.questions import queries as questions
from tests import story


@pytest.fixture
def met(fatma, noor, wim, els):
    return story.introduced(fatma, noor, wim=wim, els=els)


@pytest.fixture
def trial(met, els):
    return actions.start_trial(els.actor, met.pk)


@pytest.fixture
def active(trial, els):
    actions.sign(els.actor, trial.pk, agreement=story.AGREEMENT)
    return actions.activate(els.actor, trial.pk)


@pytest.fixture
def proposed(fatma, noor, wim, els):
    question = story.searched(fatma, wim)
    given = story.available(noor, els)
    return actions.propose(els.actor, question.pk, volunteering_id=given.pk)


class TestTwoYeses:
    """MAT-04: both say yes independently."""

    @pytest.mark.parametrize("first", ["volunteer", "resident"])
    def test_mat04_whoever_is_first_the_second_yes_starts_it(self, first, proposed, noor, fatma):
        says = {
            "volunteer": lambda: actions.agree_as_volunteer(noor.actor, proposed.pk),
            "resident": lambda: actions.agree_as_resident(fatma.actor, proposed.pk),
        }
        halfway = says.pop(first)()
        assert (halfway.state, halfway.place_id) == (f"{first}_agreed", None)

        match = says.popitem()[1]()
        assert (match.state, match.place.number) == ("introduction", 1)
        assert questions.one(fatma.actor, match.arrangement.question_id).state == "answered"

    def test_mat04_noor_does_not_say_yes_for_fatma_nor_fatma_for_noor(self, proposed, noor, fatma):
        with pytest.raises(PermissionDenied):
            actions.agree_as_resident(noor.actor, proposed.pk)
        with pytest.raises(PermissionDenied):
            actions.agree_as_volunteer(fatma.actor, proposed.pk)

    def test_a_yes_by_phone_is_noted_by_whoever_heard_it(self, proposed, wim, els):
        actions.agree_as_resident(wim.actor, proposed.pk)

        assert actions.agree_as_volunteer(els.actor, proposed.pk).state == "introduction"

    def test_a_no_is_fine_and_leaves_the_question_searching(self, proposed, fatma):
        declined = actions.decline(fatma.actor, proposed.pk, side="resident")

        assert declined.state == "declined"
        assert questions.one(fatma.actor, declined.arrangement.question_id).state == "searching"

    def test_the_wrong_one_is_refused_by_hand_too(self, fatma, noor, wim, els):
        question = story.searched(fatma, wim)
        profile = replace(story.NOORS_PROFILE, kinds=("TAAL",))
        given = story.available(noor, els, profile=profile)

        with pytest.raises(ImpossibleMove, match="past niet"):
            actions.propose(els.actor, question.pk, volunteering_id=given.pk)

    def test_two_helpers_together_answer_a_question_for_two(self, fatma, noor, joop, wim, els):
        found = replace(story.WALKING, helpers_needed=2)
        question = story.searched(fatma, wim, found=found)
        one = story.introduced(fatma, noor, wim=wim, els=els, question=question)
        assert questions.one(wim.actor, question.pk).state == "searching"

        other = story.introduced(fatma, joop, wim=wim, els=els, question=question)
        assert questions.one(wim.actor, question.pk).state == "answered"
        assert one.arrangement_id == other.arrangement_id


class TestWhatNoorMayKnow:
    """PRV-05: coarse before, the minimal set after both said yes."""

    def test_prv05_before_two_yeses_no_name_and_a_square_kilometre(self, proposed, noor, fatma):
        neighbour = queries.neighbour(noor.actor, proposed.pk)

        assert neighbour == queries.Neighbour("", "", "", (126_500, 427_500), "")
        with pytest.raises(ObjectDoesNotExist):
            persons.one(noor.actor, fatma.person.pk)

    def test_prv05_after_both_the_first_name_address_and_what_fatma_approved(
        self, met, noor, fatma
    ):
        question_id = met.arrangement.question_id
        actions.approve(fatma.actor, question_id, good_to_know="Loopt met een rollator.")

        assert queries.neighbour(noor.actor, met.pk) == queries.Neighbour(
            "Fatma",
            "Lindelaan 3, 4201 AB Merwedam",
            "0183 555 010",
            None,
            "Loopt met een rollator.",
        )

    def test_a_sealed_address_stays_sealed(self, met, noor, fatma):
        fatma.person.address_sealed = True
        fatma.person.save()

        neighbour = queries.neighbour(noor.actor, met.pk)
        assert (neighbour.name, neighbour.address, neighbour.place) == ("Fatma", "", None)

    def test_k7_rol03_when_it_ends_her_access_ends_at_once(self, met, noor, els):
        actions.end(els.actor, met.pk, reason="no_click", ended_by="resident")

        with pytest.raises(ObjectDoesNotExist):
            queries.neighbour(noor.actor, met.pk)
        assert not queries.matches(noor.actor).exists()

    @pytest.mark.usefixtures("met")
    @pytest.mark.parametrize("who", ["joop", "bilal", "ank", "petra", "zed"])
    def test_nobody_else_reads_the_match(self, who, request):
        assert not queries.matches(request.getfixturevalue(who).actor).exists()


class TestGuards:
    """Nothing runs before all is in order: agreement, VOG, training, permission, backup."""

    def test_mat05_no_active_match_without_a_written_agreement(self, trial, els):
        with pytest.raises(ImpossibleMove, match="afspraken op papier"):
            actions.activate(els.actor, trial.pk)
        with pytest.raises(IntegrityError), transaction.atomic():
            Match.objects.filter(pk=trial.pk).update(state="active")

    def test_mat05_never_for_an_unlimited_time(self, trial, els):
        actions.sign(els.actor, trial.pk, agreement=replace(story.AGREEMENT, term_months=6))
        with pytest.raises(IntegrityError), transaction.atomic():
            Match.objects.filter(pk=trial.pk).update(state="active", term_months=0)

    def test_k13_vog01_a_vog_that_ran_out_meanwhile_stops_it(self, trial, els):
        actions.sign(els.actor, trial.pk, agreement=story.AGREEMENT)

        with pytest.raises(ImpossibleMove, match="VOG"):
            actions.activate(els.later(days=4 * 365), trial.pk)

    def test_uit01_no_start_while_the_agency_has_not_answered(self, trial, els):
        actions.sign(els.actor, trial.pk, agreement=story.AGREEMENT)
        offers.certify(els.actor, trial.volunteering_id, permission="asked")
        with pytest.raises(ImpossibleMove, match="uitkeringsinstantie"):
            actions.activate(els.actor, trial.pk)

        offers.certify(els.actor, trial.volunteering_id, permission="received")
        assert actions.activate(els.actor, trial.pk).state == "active"

    def test_tri06_a_very_intensive_match_has_a_professional_behind_it(
        self, fatma, noor, wim, els, ank
    ):
        answers = Answers(self_reliance=3, indicators={"geheugen": 2})
        question = story.searched(fatma, wim, answers=answers)
        profile = replace(story.NOORS_PROFILE, max_intensity="zeer_intensief")
        given = story.available(noor, els, profile=profile, trainings=("basis", "dementie"))
        offers.vouch_for(els.actor, given.pk)
        match = actions.propose(els.actor, question.pk, volunteering_id=given.pk)
        actions.agree_as_volunteer(noor.actor, match.pk)
        actions.agree_as_resident(fatma.actor, match.pk)
        actions.start_trial(els.actor, match.pk)
        actions.sign(els.actor, match.pk, agreement=story.AGREEMENT)
        with pytest.raises(ImpossibleMove, match="achterwacht"):
            actions.activate(els.actor, match.pk)

        actions.back_up(els.actor, match.pk, person_id=ank.person.pk)
        assert actions.activate(els.actor, match.pk).state == "active"

    def test_a_word_that_is_no_frequency_is_refused(self, trial, els):
        with pytest.raises(ValidationError):
            actions.sign(
                els.actor, trial.pk, agreement=replace(story.AGREEMENT, frequency="altijd")
            )


class TestTheCourse:
    """Trial, term, pause and farewell."""

    def test_mat04_the_trial_is_six_weeks(self, met, els):
        trial = actions.start_trial(els.actor, met.pk, met_on=date(2026, 11, 13))

        assert (trial.trial_until, trial.due_on) == (date(2026, 12, 25), date(2026, 12, 28))

    def test_the_agreed_term_has_an_end_that_somebody_will_see(self, active, els):
        assert active.term_ends_on == els.actor.today + timedelta(days=183)
        assert list(queries.due(els.later(days=183))) == [active]

    @pytest.mark.parametrize("who", ["noor", "fatma", "els", "wim"])
    def test_mld07_anyone_in_it_can_stop_at_once(self, who, active, request):
        actor = request.getfixturevalue(who).actor

        assert actions.pause(actor, active.pk, why="ziek").state == "paused"

    def test_cap02_a_pause_keeps_the_place_and_goes_on_after(self, active, els, noor):
        actions.pause(noor.actor, active.pk)
        active.refresh_from_db()
        assert active.place.freed_at is None

        resumed = actions.resume(els.actor, active.pk)
        assert (resumed.state, resumed.due_on) == ("active", active.term_ends_on)

    def test_sig03_no_end_without_a_reason_says_the_database(self, active):
        with pytest.raises(IntegrityError), transaction.atomic():
            Match.objects.filter(pk=active.pk).update(state="ended")

    def test_sm4_the_question_closes_after_both_voices_were_heard(self, active, els, fatma):
        question_id = active.arrangement.question_id
        with pytest.raises(ImpossibleMove, match="loopt nog"):
            actions.close(els.actor, question_id, ending="Klaar")
        actions.look_back(fatma.actor, active.pk, side="resident", words="Fijn")
        actions.end(els.actor, active.pk, reason="term_over", ended_by="both", planned=True)
        with pytest.raises(ImpossibleMove, match="beide kanten"):
            actions.close(els.actor, question_id, ending="Klaar")

        actions.look_back(els.actor, active.pk, side="volunteer", words="Mooi")
        actions.close(els.actor, question_id, ending="Klaar")
        assert questions.one(fatma.actor, question_id).state == "completed"

    def test_a_no_fault_exit_in_the_trial_asks_no_reflection(self, trial, els):
        actions.end(els.actor, trial.pk, reason="no_click", ended_by="resident")

        trial.volunteering.refresh_from_db()
        assert not trial.volunteering.reflection_due


def test_the_link_for_fatma_is_hers(met, fatma, merwedam):
    assert queries.by_link(queries.link(met)) == (met.pk, fatma.person.pk, merwedam.pk)
    with pytest.raises(ObjectDoesNotExist):
        queries.by_link("1:vals")


def test_who_was_kept_apart_after_the_invitation_is_refused_at_the_yes(fatma, noor, wim, els):
    question = story.searched(fatma, wim)
    given = story.available(noor, els)
    [invitation] = matching.invite(
        els.actor, question.pk, volunteering_ids=(given.pk,), words="Wandelen"
    )
    people.exclude(wim.actor, one_id=noor.person.pk, other_id=fatma.person.pk, reason="nieuw")

    with pytest.raises(ImpossibleMove):
        actions.accept_invitation(noor.actor, invitation.pk)
