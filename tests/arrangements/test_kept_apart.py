"""Who may never meet is put together on no path, and no answer differs from anybody else's.

Each path is walked twice: with Noor kept apart from Fatma, and with Noor simply not in service.
What is said, counted, in which order, and in how many looks at the database, is the same.
"""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from kruispunt.api.urls import urlpatterns
from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.actions import intervision
from kruispunt.arrangements.models import Match
from kruispunt.base.actor import Actor
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.roles import Role
from kruispunt.matching import actions as matching
from kruispunt.matching import queries as scales
from kruispunt.offers import actions as offers
from kruispunt.offers.queries import training
from kruispunt.people import actions as people
from kruispunt.questions import actions as questions
from tests import story
from tests.cast import MONDAY, enter


@pytest.fixture
def town(merwedam, fatma, noor, joop, bilal, wim, els):
    """Fatma asks; Noor could help, and Iris, further away. Two others are kept apart, as always."""
    people.exclude(wim.actor, one_id=joop.person.pk, other_id=bilal.person.pk, reason="eerder")
    question = story.searched(fatma, wim)
    iris = enter("Iris", merwedam, Role.VOLUNTEER)
    iris.person.x += 900
    iris.person.save()
    return {
        "question": question,
        "noor": story.available(noor, els),
        "iris": story.available(iris, els),
        "house": Actor.system(merwedam.pk, MONDAY),
        "wim": wim.actor,
        "els": els.actor,
        "by": merwedam,
    }


def refusal(act, *args, **kwargs):
    with pytest.raises(ImpossibleMove) as said, transaction.atomic():
        act(*args, **kwargs)
    return type(said.value).__name__, str(said.value)


PATHS = {
    "the page of candidates": lambda t: scales.desk(t["wim"], t["question"].pk),
    "the page, sparing": lambda t: scales.desk(
        t["wim"], t["question"].pk, order=scales.Order.SPARING
    ),
    "everyone with reasons": lambda t: scales.candidates(t["wim"], t["question"].pk),
    "what would make it possible": lambda t: scales.unlock(t["wim"], t["question"].pk),
    "samenstellen": lambda t: queries.mix(t["wim"], t["question"].pk),
    "a round": lambda t: replace(scales.draft_round(t["els"]), seen_at=MONDAY),
    "the live balance": lambda t: _without_mark(scales.stand(t["house"])),
}
BY_HAND = {
    "invited": lambda t: refusal(
        matching.invite,
        t["els"],
        t["question"].pk,
        volunteering_ids=(t["noor"].pk,),
        words="Wandelen",
    ),
    "proposed": lambda t: refusal(
        actions.propose, t["els"], t["question"].pk, volunteering_id=t["noor"].pk
    ),
    "composed": lambda t: refusal(
        actions.compose,
        t["wim"],
        t["question"].pk,
        chosen=actions.Composition(volunteering_ids=(t["noor"].pk,), words="Wandelen"),
    ),
}


def _without_mark(stand):
    return stand.asked, stand.value, stand.bound, stand.lines, stand.places


def walked(town, path, change):
    """What the path says after a change, and in how many looks; then all is as it was."""
    scales.clear_away()
    scales.let_go()
    with transaction.atomic():
        change()
        with CaptureQueriesContext(
            connection,
        ) as looks:
            said = path(town)
        transaction.set_rollback(True)
    scales.clear_away()
    scales.let_go()
    return said, len(looks)


def keep_apart(wim, one, other):
    people.exclude(wim.actor, one_id=one.person.pk, other_id=other.person.pk, reason="eerder")


@pytest.mark.parametrize("path", PATHS)
def test_kept_apart_is_not_there_and_reads_as_not_in_service(path, town, fatma, noor, wim):
    usual, _ = walked(town, PATHS[path], lambda: None)
    apart, looks = walked(town, PATHS[path], lambda: keep_apart(wim, noor, fatma))
    unsuited, as_many = walked(
        town, PATHS[path], lambda: offers.stop_volunteer(noor.actor, town["noor"].pk)
    )
    assert apart == unsuited
    assert looks == as_many
    if path != "what would make it possible":
        assert apart != usual


@pytest.mark.parametrize("path", BY_HAND)
def test_kept_apart_by_hand_is_refused_as_anyone_who_does_not_suit(path, town, fatma, noor, wim):
    apart, looks = walked(town, BY_HAND[path], lambda: keep_apart(wim, noor, fatma))
    unsuited, as_many = walked(
        town, BY_HAND[path], lambda: offers.stop_volunteer(noor.actor, town["noor"].pk)
    )
    assert apart == unsuited
    assert looks == as_many


def test_two_helpers_who_may_never_meet_are_not_put_on_one_question(town, fatma, noor, wim, els):
    """Iris helps already; Noor, who may never meet Iris, is no candidate any more."""
    iris = town["iris"]
    actions.propose(els.actor, town["question"].pk, volunteering_id=iris.pk)
    people.exclude(
        wim.actor, one_id=noor.person.pk, other_id=iris.person_id, reason="zij weten waarom"
    )
    names = [one.name for one in scales.desk(wim.actor, town["question"].pk).candidates]
    assert "Noor" not in names
    proposing = {"volunteering_id": town["noor"].pk}
    assert refusal(actions.propose, els.actor, town["question"].pk, **proposing) == (
        "CannotPropose",
        "Deze vrijwilliger past niet bij deze vraag.",
    )


def test_a_yes_that_comes_too_late_hears_that_nobody_is_looked_for(town, fatma, noor, wim, els):
    question = town["question"]
    [asked] = matching.invite(
        els.actor, question.pk, volunteering_ids=(town["noor"].pk,), words="Wandelen"
    )

    def accept(_):
        return refusal(actions.accept_invitation, noor.actor, asked.pk)

    apart, _ = walked(town, accept, lambda: keep_apart(wim, noor, fatma))
    over, _ = walked(town, accept, lambda: questions.develop(wim.actor, question.pk))
    assert apart[1] == over[1]


def test_the_second_yes_hears_the_same(town, fatma, noor, wim, els):
    match = actions.propose(els.actor, town["question"].pk, volunteering_id=town["noor"].pk)
    keep_apart(wim, noor, fatma)
    assert "zoeken we nu geen" in refusal(actions.agree_as_resident, fatma.actor, match.pk)[1]


def test_to_the_volunteer_it_reads_as_a_match_that_ended(town, fatma, noor, wim, els):
    match = actions.propose(els.actor, town["question"].pk, volunteering_id=town["noor"].pk)
    keep_apart(wim, noor, fatma)
    with pytest.raises(Match.DoesNotExist):
        actions.agree_as_volunteer(noor.actor, match.pk)


# --- guides, teams, tables ----------------------------------------------------------------------


@pytest.fixture
def guides(merwedam):
    gerda = enter("Gerda", merwedam, Role.GUIDE_COORDINATOR)
    made = []
    for name in ("Hanna", "Ivo"):
        player = enter(name, merwedam, Role.GUIDE)
        guide = offers.apply_as_guide(
            gerda.actor,
            person_id=player.person.pk,
            profile=offers.GuideProfile(fields=("zorg",), description="Ik luister"),
        )
        made.append((player, offers.show_guide(gerda.actor, guide.pk)))
    return gerda, made


def test_a_guide_kept_apart_is_not_shown_and_reads_as_one_who_rests(fatma, wim, guides):
    gerda, [(hanna, first), _] = guides

    def shown(_):
        return queries.guides_to_choose(fatma.actor, resident_id=fatma.person.pk)

    apart, looks = walked({}, shown, lambda: keep_apart(wim, hanna, fatma))
    resting, as_many = walked({}, shown, lambda: offers.rest_guide(gerda.actor, first.pk))
    assert apart == resting
    assert looks == as_many


def test_choosing_a_guide_kept_apart_hears_what_one_hears_of_the_worker(fatma, wim, guides, town):
    gerda, [(hanna, first), _] = guides
    wim_too = offers.apply_as_guide(
        gerda.actor, person_id=wim.person.pk, profile=offers.GuideProfile(fields=("zorg",))
    )
    offers.show_guide(gerda.actor, wim_too.pk)
    asked = actions.ask_guide(fatma.actor)
    keep_apart(wim, hanna, fatma)
    said = [
        refusal(actions.choose_guide, fatma.actor, asked.pk, guide_id=pk)
        for pk in (first.pk, wim_too.pk)
    ]
    assert said[0] == said[1]


def test_a_team_in_which_two_may_never_meet_does_not_come_together(merwedam, wim, ank, petra):
    """And an organisation whose contact may never meet the resident is asked for nothing."""
    houses = [
        people.register_organisation(
            wim.actor, name=player.person.name, kind="care", contact_id=player.person.pk
        )
        for player in (ank, petra)
    ]
    seats = tuple(actions.Seated(organisation_id=one.pk, chair="provider") for one in houses)
    keep_apart(wim, ank, petra)
    assert refusal(actions.gather_team, wim.actor, name="Team", members=seats)[0] == "TwoHats"


# --- taking part together ------------------------------------------------------------------------


@pytest.fixture
def club(wim, ank):
    welfare = people.register_organisation(
        wim.actor, name="Welzijn", kind="welfare", contact_id=ank.person.pk
    )
    return offers.list_activity(
        wim.actor,
        listing=offers.Listing(
            name="Samen eten", organisation_id=welfare.pk, kinds=("EETCLUB",), capacity=2
        ),
    )


def eating(player, wim):
    question = story.asked(player)
    questions.contact(wim.actor, question.pk)
    questions.clarify(wim.actor, question.pk, found=replace(story.WALKING, kind="EETCLUB"))
    questions.triage(wim.actor, question.pk, answers=story.INTENSIVE)
    return questions.search(wim.actor, question.pk)


def test_two_who_may_never_meet_never_eat_together_and_it_reads_as_full(
    fatma, joop, bilal, wim, club
):
    mine, his = eating(fatma, wim), eating(joop, wim)
    taking = {"activity_id": club.pk, "meets": ("EETCLUB",)}
    there = actions.enrol(wim.actor, his.pk, **taking)

    def listed(_):
        found = queries.mix(wim.actor, mine.pk)
        return found, actions.enrol(wim.actor, mine.pk, **taking).state

    apart, _ = walked({}, listed, lambda: keep_apart(wim, fatma, joop))
    full, _ = walked({}, listed, lambda: actions.enrol(wim.actor, eating(bilal, wim).pk, **taking))
    usual, _ = walked({}, listed, lambda: None)
    assert apart == full
    assert apart[1] == "waiting"
    assert usual[1] == "enrolled"

    keep_apart(wim, fatma, joop)
    waits = actions.enrol(wim.actor, mine.pk, **taking)
    actions.end_enrolment(wim.actor, there.pk)
    waits.refresh_from_db()
    assert waits.state == "offered"  # he is gone: now there is a place for her


@pytest.mark.parametrize("other", ["another participant", "the trainer"])
def test_a_training_with_somebody_kept_apart_reads_as_one_that_is_full(other, els, noor, joop, wim):
    trainer = joop.person.pk if other == "the trainer" else None
    plan = offers.CoursePlan(
        title="Luisteren", on=date(2026, 11, 20), module="basis", places=2, trainer_id=trainer
    )
    course = offers.plan_course(els.actor, plan=plan)
    offers.open_course(els.actor, course.pk)
    if trainer is None:
        offers.join_course(els.actor, course.pk, person_id=joop.person.pk)

    def join(_):
        listed = [one.pk for one in training.courses_to_join(noor.actor)]
        return (
            listed,
            refusal(offers.join_course, noor.actor, course.pk),
            refusal(offers.join_course, els.actor, course.pk, person_id=noor.person.pk),
        )

    def fill():
        for number in range(2 if trainer else 1):
            who = enter(f"Vol {number}", noor.person.municipality, Role.VOLUNTEER)
            offers.join_course(els.actor, course.pk, person_id=who.person.pk)

    apart, _ = walked({}, join, lambda: keep_apart(wim, noor, joop))
    full, _ = walked({}, join, fill)
    assert apart == full


def test_a_group_with_somebody_kept_apart_reads_as_one_she_is_in_already(town, els, noor, wim):
    """Also when it is the one who leads the talk."""
    group = intervision.start_group(els.actor, name="De Boom", facilitator_id=els.person.pk)
    joining = {"volunteering_id": town["noor"].pk}
    iris = town["iris"]
    intervision.join_group(els.actor, group.pk, volunteering_id=iris.pk)

    def join(_):
        return refusal(intervision.join_group, els.actor, group.pk, **joining)

    def apart_from(person_id):
        return lambda: people.exclude(
            wim.actor, one_id=noor.person.pk, other_id=person_id, reason="eerder"
        )

    member = walked(town, join, lambda: intervision.join_group(els.actor, group.pk, **joining))
    assert walked(town, join, apart_from(iris.person_id)) == member
    assert walked(town, join, apart_from(els.person.pk)) == member


def test_other_systems_are_told_of_no_person_at_all():
    """A new address for other systems is walked here first."""
    assert [str(one.pattern) for one in urlpatterns] == ["buurten"]


def test_the_guard_bites_when_the_pair_is_forgotten(town, fatma, noor, wim, monkeypatch):
    path = PATHS["the page of candidates"]
    monkeypatch.setattr("kruispunt.people.queries.never_with", lambda *_: frozenset())
    apart, _ = walked(town, path, lambda: keep_apart(wim, noor, fatma))
    unsuited, _ = walked(town, path, lambda: offers.stop_volunteer(noor.actor, town["noor"].pk))
    assert apart != unsuited
