"""What is missing is learned from: gaps, new services, bottlenecks and partners (SM-8, SM-10b)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements import jobs, queries
from kruispunt.arrangements.actions import learning, partnership
from kruispunt.arrangements.models import Bottleneck, Development, Escalation, Mandate
from kruispunt.arrangements.queries import learning as learned
from kruispunt.arrangements.queries import partnership as partners
from kruispunt.base.actor import Actor
from kruispunt.base.moves import ImpossibleMove
from kruispunt.offers import actions as offers
from kruispunt.people import actions as people
from kruispunt.questions import actions as questions
from tests import story


@pytest.fixture
def clinic(wim, ank):
    return people.register_organisation(
        wim.actor, name="De Merwehof", kind="care", contact_id=ank.person.pk
    )


def weighed(fatma, wim):
    return story.triaged(fatma, wim)


class TestGaps:
    """SM-8: the sociale kaart lacks something three times."""

    def test_sm_8_the_third_time_the_process_manager_hears_and_a_need_is_opened(self, fatma, wim):
        three = [weighed(fatma, wim).pk for _ in range(3)]
        for question_id in three[:2]:
            learning.note_gap(wim.actor, question_id)
        learning.note_gap(wim.actor, three[0])  # the same question again is the same gap
        assert not Escalation.objects.exists()

        learning.note_gap(wim.actor, three[2])
        [stuck] = Escalation.objects.all()
        assert (stuck.cause, stuck.question_id) == ("gap", three[2])
        [need] = Development.objects.all()
        assert (need.kind, need.state, need.gaps.count()) == ("WANDELEN", "need", 3)

    def test_sm_8_long_ago_does_not_count(self, fatma, wim):
        three = [weighed(fatma, wim).pk for _ in range(3)]
        for question_id in three[:2]:
            learning.note_gap(wim.actor, question_id)
        learning.note_gap(wim.later(days=200), three[2])
        assert not Development.objects.exists()

    def test_the_fourth_belongs_to_the_same_need(self, fatma, wim):
        for _ in range(4):
            learning.note_gap(wim.actor, weighed(fatma, wim).pk)
        assert Development.objects.get().gaps.count() == 4

    def test_noor_and_petra_note_no_gaps(self, fatma, wim, noor, petra):
        question = weighed(fatma, wim)
        for someone in (noor, petra):
            with pytest.raises(PermissionDenied):
                learning.note_gap(someone.actor, question.pk)


class TestOtherCauses:
    """SM-8: a start that does not come, and a dispute about who does it."""

    def test_sm_8_promised_and_not_begun_is_start_broken(self, fatma, wim, ank, clinic, merwedam):
        question = weighed(fatma, wim)
        referral = arrangements.refer_with_yes(
            wim.actor, question.pk, organisation_id=clinic.pk, words="Samen lopen", why="nodig"
        )
        arrangements.take_on(ank.actor, referral.pk)
        soon = ank.actor.today + timedelta(days=7)
        arrangements.offer(ank.actor, referral.pk, offered="Elke week", starts_on=soon)
        for days in (30, 60):
            jobs.chase_referrals(Actor.system(merwedam.pk, wim.later(days=days).at))
        assert Escalation.objects.get().cause == "start_broken"

    def test_sm_8_nobody_agrees_who_does_it_is_reported_by_hand(self, fatma, wim, petra):
        question = weighed(fatma, wim)
        stuck = arrangements.report(
            wim.actor, question.pk, cause="dispute", what="Wie doet dit?", tried="Beide gebeld"
        )
        assert list(queries.open_escalations(petra.actor)) == [stuck]


class TestDevelopment:
    """SM-10b: from a need, with an institution and a person, to the sociale kaart."""

    @pytest.fixture
    def need(self, petra):
        return learning.open_need(petra.actor, kind="EETCLUB", words="Samen eten op zondag")

    def test_sm_10b_designed_with_an_institution_and_a_person(self, need, petra, clinic):
        for organisations, residents in (((), 1), ((clinic.pk,), 0)):
            with pytest.raises(ImpossibleMove, match="organisatie en met een vrijwilliger"):
                learning.design(
                    petra.actor,
                    need.pk,
                    words="x",
                    organisation_ids=organisations,
                    residents=residents,
                )
        made = learning.design(
            petra.actor,
            need.pk,
            words="In de kantine",
            organisation_ids=(clinic.pk,),
            residents=1,
        )
        assert (made.state, made.partners, made.residents) == ("design", 1, 1)

    def test_sm_10b_the_database_knows_too(self, need):
        with pytest.raises(IntegrityError), transaction.atomic():
            Development.objects.filter(pk=need.pk).update(state="design")
        with pytest.raises(IntegrityError), transaction.atomic():
            Development.objects.filter(pk=need.pk).update(
                state="on_the_map", partners=1, residents=1
            )

    def test_sm_10b_after_a_trial_it_stands_on_the_map(self, need, petra, wim, clinic):
        learning.design(
            petra.actor,
            need.pk,
            words="In de kantine",
            organisation_ids=(clinic.pk,),
            residents=1,
        )
        learning.try_out(petra.actor, need.pk)
        with pytest.raises(ImpossibleMove, match="sociale kaart"):
            learning.put_on_the_map(petra.actor, need.pk, learned="Tien eters")
        listing = offers.Listing(
            name="Zondagse tafel", organisation_id=clinic.pk, kinds=("EETCLUB",)
        )
        entry = offers.list_activity(wim.actor, listing=listing, rhythm="elke zondag")
        made = learning.put_on_the_map(
            petra.actor, need.pk, learned="Tien eters", activity_id=entry.pk
        )
        assert (made.state, made.activity_id, made.due_on) == ("on_the_map", entry.pk, None)
        assert not learned.open_developments(petra.actor)

    def test_sm_10b_stopping_says_why_and_is_the_end(self, need, petra):
        assert learning.stop_development(petra.actor, need.pk, learned="Te duur").state == "stopped"
        with pytest.raises(ImpossibleMove):
            learning.try_out(petra.actor, need.pk)

    def test_only_the_process_manager_develops(self, need, wim, els, noor):
        for someone in (wim, els, noor):
            with pytest.raises(PermissionDenied):
                learning.stop_development(someone.actor, need.pk, learned="x")

    def test_d30_clusters_are_fed_by_questions_without_an_answer(self, fatma, wim, petra, noor):
        two = [weighed(fatma, wim).pk for _ in range(2)]
        for question_id in two:
            questions.develop(wim.actor, question_id)
        [cluster] = learned.clusters(petra.actor)
        assert (cluster.kind, cluster.count, cluster.questions) == ("WANDELEN", 2, tuple(two))
        assert learned.clusters(noor.actor) == []


class TestBottlenecks:
    """D29 and D31: what sticks is noted, and a proposal is adopted or set aside."""

    def test_d29_d31_whoever_sees_it_notes_it_and_petra_proposes_better(self, wim, petra, noor):
        seen = learning.note_bottleneck(wim.actor, stretch="search", words="Avonden zijn vol")
        with pytest.raises(PermissionDenied):
            learning.propose_better(wim.actor, seen.pk, proposal="x")
        with pytest.raises(PermissionDenied):
            learning.note_bottleneck(noor.actor, stretch="search", words="x")
        learning.propose_better(petra.actor, seen.pk, proposal="Ook op zaterdag werven")
        adopted = learning.adopt_proposal(petra.actor, seen.pk, answer="Vanaf januari")
        assert (adopted.state, adopted.answer) == ("adopted", "Vanaf januari")
        assert learned.stretches(petra.actor) == [("Zoeken", 1)]

    def test_a_proposal_without_words_is_refused_by_the_database(self, wim):
        learning.note_bottleneck(wim.actor, stretch="search", words="Avonden zijn vol")
        with pytest.raises(IntegrityError), transaction.atomic():
            Bottleneck.objects.update(state="proposed")


class TestPartners:
    """A23, D33, D44, ranking 2: what was agreed, and whether it goes both ways."""

    def test_ranking_2_figures_go_both_ways(self, fatma, wim, ank, petra, clinic):
        first = arrangements.refer_with_yes(
            wim.actor, weighed(fatma, wim).pk, organisation_id=clinic.pk, words="Lopen", why="x"
        )
        second = arrangements.refer_with_yes(
            wim.actor, weighed(fatma, wim).pk, organisation_id=clinic.pk, words="Eten", why="x"
        )
        arrangements.take_on(ank.actor, first.pk)
        arrangements.refuse(ank.actor, second.pk, refusal="no_place")
        one = partners.partner(petra.actor, clinic.pk)
        assert (one.asked, one.taken, one.refused, one.open, one.share_taken) == (2, 1, 1, 0, 50)
        assert (one.accepted, one.levels) == (False, ())

    def test_a23_d44_agreed_at_a_level_and_accepted_as_a_task(self, petra, wim, clinic):
        partnership.agree_with_partner(
            petra.actor, clinic.pk, level="board", words="Wij antwoorden binnen 3 dagen"
        )
        asked = partnership.offer_mandate(
            petra.actor, clinic.pk, result="Elke vraag een antwoord", competences="Doorvragen"
        )
        partnership.accept_mandate(petra.actor, asked.pk, answered_by="De directeur")
        one = partners.partner(petra.actor, clinic.pk)
        assert (one.accepted, one.levels) == (True, ("Bestuur",))
        with pytest.raises(PermissionDenied):
            partnership.offer_mandate(wim.actor, clinic.pk, result="x", competences="y")

    def test_d44_accepted_by_nobody_is_refused_by_the_database(self, petra, clinic):
        partnership.offer_mandate(petra.actor, clinic.pk, result="x", competences="y")
        with pytest.raises(IntegrityError), transaction.atomic():
            Mandate.objects.update(state="accepted")

    @pytest.mark.parametrize("crowd", [1, 3])
    def test_as_many_queries_for_three_as_for_one(
        self, crowd, petra, wim, ank, django_assert_num_queries
    ):
        for number in range(crowd):
            people.register_organisation(
                wim.actor, name=f"Huis {number}", kind="care", contact_id=ank.person.pk
            )
        with django_assert_num_queries(6):
            assert len(partners.partners(petra.actor)) == crowd
