"""What guidance takes, how volunteers are, and who stands in for whom (CAP, SIG-02, A21)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction

from kruispunt.arrangements import actions, jobs, queries
from kruispunt.arrangements.actions.guiding import (
    Feels,
    Worked,
    answer_wellbeing,
    note_minutes,
)
from kruispunt.arrangements.actions.replacing import replace as stand_in
from kruispunt.arrangements.models import Minutes, Wellbeing
from kruispunt.arrangements.queries import guidance
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter
from kruispunt.base.moves import ImpossibleMove
from kruispunt.core.triage import Answers
from kruispunt.matching import actions as matching
from kruispunt.matching import queries as invitations
from kruispunt.offers import actions as offers
from kruispunt.offers import queries as givers
from kruispunt.offers.models import Place
from kruispunt.questions import queries as asks
from tests import story

FINE = Feels(feels=5, too_much=False, life_changed=False, wish="go_on")
HEAVY = Answers(self_reliance=2, indicators={"geheugen": 2})


@pytest.fixture
def match(fatma, noor, wim, els):
    met = story.introduced(fatma, noor, wim=wim, els=els)
    actions.start_trial(els.actor, met.pk)
    actions.sign(els.actor, met.pk, agreement=story.AGREEMENT)
    return actions.activate(els.actor, met.pk)


@pytest.fixture
def tick(merwedam, els):
    return lambda days: jobs.ask_volunteers(
        Actor.system(merwedam.pk, els.actor.at + timedelta(days=days))
    )


class TestMinutes:
    """CAP-04: minutes are noted where the work is done."""

    def test_a8_cap_04_minutes_of_a_match_of_a_question_and_of_recruiting(self, match, els, wim):
        note_minutes(els.actor, worked=Worked(kind="check_in", minutes=20, match_id=match.pk))
        note_minutes(els.actor, worked=Worked(kind="check_in", minutes=10, match_id=match.pk))
        question_id = match.arrangement.question_id
        note_minutes(wim.actor, worked=Worked(kind="intake", minutes=45, question_id=question_id))
        note_minutes(els.actor, worked=Worked(kind="recruitment", minutes=60))

        assert guidance.minutes_of(els.actor, match.pk) == [("Hoe gaat het", 30)]
        found = [(one.label, one.matches, one.minutes) for one in guidance.medians(els.actor)]
        assert found == [("Intake", 1, 45.0), ("Hoe gaat het", 1, 30.0)]
        # One match says nothing about the work yet.
        assert guidance.measured(els.actor) is None

    def test_cap_04_whose_match_it_is_not_notes_nothing(self, match, noor, zed):
        worked = Worked(kind="crisis", minutes=20, match_id=match.pk)
        with pytest.raises(PermissionDenied):
            note_minutes(noor.actor, worked=worked)
        with pytest.raises(ObjectDoesNotExist):
            note_minutes(zed.actor, worked=worked)

    def test_no_day_has_more_minutes_says_the_database(self, match, els):
        note_minutes(els.actor, worked=Worked(kind="crisis", minutes=20, match_id=match.pk))
        with pytest.raises(IntegrityError), transaction.atomic():
            Minutes.objects.update(minutes=601)


@pytest.mark.usefixtures("match")
class TestWellbeing:
    """SIG-02: a volunteer is asked how she is, apart from any match."""

    def test_sig_02_asked_once_a_quarter_from_the_fourth_week_on(self, tick):
        tick(27)
        assert not Wellbeing.objects.exists()
        tick(28)
        tick(29)
        assert Letter.objects.filter(subject="En hoe gaat het met u?").count() == 1
        tick(28 + 100)
        assert Wellbeing.objects.count() == 2

    def test_sig_02_answered_by_link_and_read_by_els_only(
        self, noor, els, wim, fatma, tick, merwedam
    ):
        tick(28)
        asked = Wellbeing.objects.get()
        who = guidance.wellbeing_by_link(guidance.wellbeing_link(asked))
        assert who == (asked.pk, noor.person.pk, merwedam.pk)
        answer_wellbeing(Actor(who[1], who[2], at=noor.actor.at), asked.pk, said=FINE)

        assert guidance.wellbeing(els.actor).count() == 1
        assert guidance.wellbeing(noor.actor).count() == 1
        for someone in (wim, fatma):
            assert not guidance.wellbeing(someone.actor)
            with pytest.raises(ObjectDoesNotExist):
                answer_wellbeing(someone.actor, asked.pk, said=FINE)

    def test_two_weeks_of_silence_is_missed_and_a_late_answer_is_welcome(self, noor, tick):
        tick(28)
        tick(43)
        asked = Wellbeing.objects.get()
        assert asked.state == "missed"
        assert answer_wellbeing(noor.actor, asked.pk, said=FINE).state == "answered"


@pytest.mark.usefixtures("match")
class TestOverload:
    """A21: somebody calls before it is too much."""

    def test_a21_whoever_says_it_is_too_much_stands_on_top(self, els, noor, wim, tick):
        assert queries.burdened(els.actor)[:9] == []
        tick(28)
        said = replace(FINE, feels=2, too_much=True, wish="less")
        answer_wellbeing(noor.actor, Wellbeing.objects.get().pk, said=said)

        [one] = queries.burdened(els.actor)[:9]
        assert (one.name, one.matches, one.warned.colour) == ("Noor", 1, "red")
        assert queries.burdened(wim.actor)[:9] == queries.burdened(noor.actor)[:9] == []

    def test_a21_silence_and_missed_intervision_count_until_over(self, match, els, merwedam):
        later = els.later(days=200)
        jobs.ask_how_it_goes(Actor.system(merwedam.pk, els.later(days=45).at))
        signs = {s.sentence for one in queries.burdened(later)[:9] for s in one.warned.signs}
        assert signs == {
            "Antwoordt al meer dan twee weken niet.",
            "Een half jaar geen intervisie of training.",
        }
        note_minutes(
            els.later(days=190),
            worked=Worked(kind="intervision", minutes=90, match_id=match.pk),
        )
        assert queries.burdened(later)[:9] == []  # two points: no call yet

    @pytest.mark.parametrize("crowd", [1, 3])
    def test_as_many_queries_for_three_as_for_one(
        self, crowd, fatma, joop, bilal, wim, els, merwedam, django_assert_num_queries
    ):
        for volunteer in (joop, bilal)[: crowd - 1]:
            other = story.introduced(fatma, volunteer, wim=wim, els=els)
            actions.start_trial(els.actor, other.pk)
        jobs.ask_how_it_goes(Actor.system(merwedam.pk, els.later(days=45).at))
        with django_assert_num_queries(2):
            queries.burdened(els.later(days=200))[:9]


class TestFirstMatch:
    """CAP-01: a first match is never very intensive, unless she did this before."""

    @pytest.fixture
    def heavy(self, fatma, wim):
        found = replace(story.WALKING, kind="WANDELEN")
        return story.searched(fatma, wim, found=found, answers=HEAVY)

    @pytest.fixture
    def brave(self, noor, els):
        profile = replace(story.NOORS_PROFILE, max_intensity="zeer_intensief")
        return story.available(noor, els, profile=profile, trainings=("basis", "dementie"))

    def test_cap_01_not_on_the_scales_not_by_hand_and_not_in_a_place(self, heavy, brave, els):
        weighed = invitations.candidates(els.actor, heavy.pk)
        assert weighed.candidates == ()
        [refused] = weighed.refused
        assert refused.why_not == "begint niet met een zeer intensieve koppeling"
        assert refused.would_help == ""
        with pytest.raises(ImpossibleMove):
            matching.invite(els.actor, heavy.pk, volunteering_ids=(brave.pk,), words="Samen lopen")
        with pytest.raises(ImpossibleMove):
            actions.propose(els.actor, heavy.pk, volunteering_id=brave.pk)
        inside = els.actor.through("arrangements")
        with pytest.raises(ImpossibleMove, match="eerste koppeling"):
            offers.take_place(inside, brave.pk, intensity="zeer_intensief", hours=2)

    def test_cap_01_the_database_itself_refuses(self, brave, els):
        inside = els.actor.through("arrangements")
        place = offers.take_place(inside, brave.pk, intensity="intensief", hours=2)
        assert place.seasoned is False
        with pytest.raises(IntegrityError), transaction.atomic():
            Place.objects.filter(pk=place.pk).update(intensity="zeer_intensief", heavy_number=1)

    def test_cap_01_who_is_experienced_or_had_a_match_may(self, heavy, brave, els):
        offers.vouch_for(els.actor, brave.pk)
        assert len(invitations.candidates(els.actor, heavy.pk).candidates) == 1

    def test_cap_01_after_a_first_match_that_is_over(self, heavy, brave, els):
        inside = els.actor.through("arrangements")
        place = offers.take_place(inside, brave.pk, intensity="licht", hours=1)
        offers.free_place(inside, place.pk)
        assert len(invitations.candidates(els.actor, heavy.pk).candidates) == 1
        assert givers.ready_card(els.actor, brave.pk).max_intensity == "zeer_intensief"


class TestStandIn:
    """CAP-02: a pause does not end a match; somebody may stand in."""

    def test_cap_02_someone_is_looked_for_and_the_match_stays(self, match, els, wim):
        question_id = match.arrangement.question_id
        with pytest.raises(ImpossibleMove):
            stand_in(els.actor, match.pk)
        actions.pause(els.actor, match.pk, why="Vakantie")
        stand_in(els.actor, match.pk)
        assert asks.one(wim.actor, question_id).state == "searching"
        assert queries.match(els.actor, match.pk).state == "paused"
        with pytest.raises(ImpossibleMove):
            stand_in(els.actor, match.pk)

    def test_cap_02_back_from_the_pause_nobody_is_looked_for(self, match, els, wim, joop):
        question_id = match.arrangement.question_id
        actions.pause(els.actor, match.pk)
        stand_in(els.actor, match.pk)
        other = story.available(joop, els)
        [asked] = matching.invite(
            els.actor, question_id, volunteering_ids=(other.pk,), words="Even invallen"
        )
        actions.resume(els.actor, match.pk)
        assert asks.one(wim.actor, question_id).state == "answered"
        asked.refresh_from_db()
        assert asked.state == "taken_back"

    def test_cap_02_who_stands_in_is_a_match_of_its_own(self, match, els, wim, joop, fatma):
        actions.pause(els.actor, match.pk)
        stand_in(els.actor, match.pk)
        question = asks.one(wim.actor, match.arrangement.question_id)
        second = story.introduced(fatma, joop, wim=wim, els=els, question=question)
        assert second.state == "introduction"
        assert asks.one(wim.actor, question.pk).state == "answered"
