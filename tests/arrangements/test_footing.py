"""What residents have in their own hands and whom they see, at the beginning and the end (C15)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction

from kruispunt.arrangements import actions, jobs
from kruispunt.arrangements.actions.footing import (
    Stands,
    answer_footing,
    ask_footing,
    decline_footing,
    note_footing,
)
from kruispunt.arrangements.models import Footing
from kruispunt.arrangements.queries import footing as queries
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter, Term
from kruispunt.base.moves import ImpossibleMove
from kruispunt.insights.queries.footing import Changed, changed
from kruispunt.people import actions as people
from tests import story

ALONE = Stands(in_hand=2, seen=0, enough=1)
TOGETHER = Stands(in_hand=4, seen=2, enough=1)


@pytest.fixture
def match(fatma, noor, wim, els):
    met = story.introduced(fatma, noor, wim=wim, els=els)
    actions.start_trial(els.actor, met.pk)
    actions.sign(els.actor, met.pk, agreement=story.AGREEMENT)
    return actions.activate(els.actor, met.pk)


@pytest.fixture
def asked_about(match):
    return match.arrangement.question_id


@pytest.fixture
def tick(merwedam, els):
    return lambda days: jobs.ask_how_residents_stand(
        Actor.system(merwedam.pk, els.actor.at + timedelta(days=days))
    )


def end(match, els, wim, days, reason="goal_reached"):
    then, there = els.later(days=days), wim.later(days=days)
    for side in ("resident", "volunteer"):
        actions.look_back(then, match.pk, side=side, words="Fijn")
    actions.end(then, match.pk, reason=reason, ended_by="both", planned=True)
    return actions.close(there, match.arrangement.question_id, ending="Het lukt weer")


class TestAsking:
    """By letter at the beginning, each half year and at the end, and never more than that."""

    @pytest.mark.usefixtures("match")
    def test_c15_asked_once_when_help_begins_and_again_after_half_a_year(self, tick, fatma):
        tick(0)
        tick(1)
        [first] = Footing.objects.all()
        assert (first.occasion, first.state) == ("begin", "asked")
        letter = Letter.objects.get(subject="Drie korte vragen")
        assert letter.to_person_id == fatma.person.pk
        answer_footing(fatma.actor, first.pk, said=ALONE)
        tick(100)
        assert Footing.objects.count() == 1
        tick(200)
        assert sorted(Footing.objects.values_list("occasion", "state")) == [
            ("along", "asked"), ("begin", "answered"),
        ]  # fmt: skip

    @pytest.mark.usefixtures("match")
    def test_c15_the_length_is_the_municipalitys_own(self, tick, fatma, merwedam):
        Term.objects.create(
            municipality=merwedam, name="footing.again", length=20, valid_from="2026-01-01"
        )
        tick(0)
        answer_footing(fatma.actor, Footing.objects.get().pk, said=ALONE)
        tick(35)
        assert Footing.objects.count() == 2

    def test_c15_asked_at_the_end_of_whoever_was_asked_at_the_beginning(
        self, match, asked_about, tick, els, wim
    ):
        note_footing(wim.actor, asked_about, said=ALONE)
        end(match, els, wim, 60)
        tick(61)
        tick(62)
        last = Footing.objects.latest("pk")
        assert (last.occasion, Footing.objects.count()) == ("end", 2)

    def test_c15_after_a_death_nobody_is_asked(self, match, asked_about, tick, els, wim):
        note_footing(wim.actor, asked_about, said=ALONE)
        end(match, els, wim, 60, reason="death")
        tick(61)
        assert Footing.objects.count() == 1

    @pytest.mark.usefixtures("match")
    def test_c15_a_no_is_kept_and_help_goes_on(self, match, tick, fatma):
        tick(0)
        decline_footing(fatma.actor, Footing.objects.get().pk)
        tick(200)
        assert Footing.objects.count() == 1
        match.refresh_from_db()
        assert match.state == "active"

    @pytest.mark.usefixtures("match")
    def test_c15_silence_lies_with_wim_and_falls_away_long_after_the_end(
        self, match, tick, els, wim
    ):
        tick(0)
        tick(20)
        assert Footing.objects.get().state == "missed"
        end(match, els, wim, 25)
        tick(60)
        assert Footing.objects.get().state == "dropped"

    @pytest.mark.usefixtures("match")
    def test_c15_asked_anew_after_a_silence_the_old_question_is_let_go_and_stays_as_it_was(
        self, asked_about, tick, wim
    ):
        """What she says half a year later is said half a year later, and not of the beginning."""
        tick(0)
        tick(20)
        tick(200)
        assert list(Footing.objects.order_by("pk").values_list("occasion", "state")) == [
            ("begin", "dropped"), ("along", "asked"),
        ]  # fmt: skip
        later = wim.later(days=201)
        note_footing(later, asked_about, said=ALONE)
        assert list(Footing.objects.order_by("pk").values_list("state", "in_hand")) == [
            ("dropped", None), ("answered", ALONE.in_hand),
        ]  # fmt: skip
        note_footing(wim.later(days=203), asked_about, said=TOGETHER)
        assert Footing.objects.filter(state="answered").count() == 2
        [first, *_] = queries.change(queries.footings(later, asked_about))
        assert first.way == "Meer dan eerst"

    @pytest.mark.usefixtures("match")
    def test_c15_a_round_that_is_walked_twice_asks_once(self, tick, merwedam, els):
        tick(0)
        system = Actor.system(merwedam.pk, els.actor.at)
        with pytest.raises(ImpossibleMove):
            ask_footing(system, Footing.objects.get().arrangement_id)


class TestReading:
    """Hers and of who guides her; the volunteer never reads it."""

    def test_c15_what_changed_stands_on_the_question(self, match, asked_about, wim, els):
        note_footing(wim.actor, asked_about, said=ALONE)
        [first, *_] = queries.change(queries.footings(wim.actor, asked_about))
        assert (first.first, first.last) == ("Bijna nooit", "")
        end(match, els, wim, 20)
        later = wim.later(days=20)
        note_footing(later, asked_about, said=TOGETHER)
        found = queries.change(queries.footings(later, asked_about))
        assert [(one.first, one.last, one.way) for one in found] == [
            ("Bijna nooit", "Vaak", "Meer dan eerst"),
            ("Niemand", "2 of 3 mensen", "Meer dan eerst"),
            ("Nee, te weinig", "Nee, te weinig", "Gelijk"),
        ]

    def test_c15_what_is_said_in_a_talk_answers_the_letter(self, asked_about, tick, wim):
        tick(0)
        note_footing(wim.actor, asked_about, said=ALONE)
        assert Footing.objects.get().state == "answered"
        assert Letter.objects.get(subject="Drie korte vragen").state == "done"
        with pytest.raises(ImpossibleMove):
            note_footing(wim.actor, asked_about, said=ALONE)

    def test_c15_by_link_as_herself_and_not_by_noor_petra_or_zed(
        self, asked_about, tick, fatma, noor, petra, zed, wim, els, merwedam
    ):
        tick(0)
        asked = Footing.objects.get()
        who = queries.footing_by_link(queries.footing_link(asked))
        assert who == (asked.pk, fatma.person.pk, merwedam.pk)
        for someone in (noor, petra, zed):
            assert not queries.footings(someone.actor, asked_about)
            with pytest.raises(ObjectDoesNotExist):
                answer_footing(someone.actor, asked.pk, said=ALONE)
        for someone in (noor, petra, zed):
            with pytest.raises((PermissionDenied, ObjectDoesNotExist)):
                note_footing(someone.actor, asked_about, said=ALONE)
        for someone in (fatma, wim, els):
            assert queries.footings(someone.actor, asked_about).count() == 1

    def test_c15_half_an_answer_is_none_says_the_database(self, asked_about, wim):
        note_footing(wim.actor, asked_about, said=ALONE)
        with pytest.raises(IntegrityError), transaction.atomic():
            Footing.objects.update(enough=None)


class TestFigures:
    """Counted from first to last, small numbers hidden by the number of the municipality."""

    @pytest.fixture
    def town(self, wim):
        def answered_twice(number):
            for place in range(number):
                who = people.register_person(
                    wim.actor, who=people.Particulars(given_name=f"Bewoner {place}")
                )
                question = story.questions.open_question(
                    wim.actor, asked_by_id=who.pk, words="Ik ben alleen"
                )
                note_footing(wim.actor, question.pk, said=ALONE)
                note_footing(wim.later(days=100), question.pk, said=TOGETHER)

        return answered_twice

    @pytest.mark.parametrize(("least", "shown"), [(10, None), (6, 7)])
    def test_c15_prv_16_counted_from_the_least_on(self, town, wim, petra, merwedam, least, shown):
        Term.objects.create(
            municipality=merwedam, name="figures.least", length=least, valid_from="2026-01-01"
        )
        town(7)
        assert changed(petra.actor)[0] == Changed("Zelf beslissen over de dag", 7, 0, 0)
        assert changed(wim.actor)[0].more == shown

    @pytest.mark.parametrize("crowd", [1, 3])
    def test_as_many_queries_for_three_as_for_one(
        self, crowd, town, petra, django_assert_num_queries
    ):
        town(crowd)
        with django_assert_num_queries(1):
            changed(petra.actor)

    def test_c15_zed_counts_nothing_of_here(self, town, zed):
        town(1)
        seen = Actor(zed.person.pk, zed.actor.municipality_id, frozenset({"process_manager"}),
                     at=zed.actor.at)  # fmt: skip
        assert {one.more for one in changed(seen)} == {0}
