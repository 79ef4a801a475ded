"""Noor is trained, with a place that is really hers, and it counts for three years (SM-10, D43)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction

from kruispunt.base.actor import Actor
from kruispunt.base.moves import ImpossibleMove
from kruispunt.offers import actions, jobs
from kruispunt.offers.models import Participant
from kruispunt.offers.queries import training as queries
from tests import story
from tests.cast import MONDAY

PLAN = actions.CoursePlan(
    title="Omgaan met vergeten", on=date(2026, 11, 20), module="dementie", places=2
)


def opened(els, **how):
    course = actions.plan_course(els.actor, plan=replace(PLAN, **how))
    return actions.open_course(els.actor, course.pk)


def test_a19_sm10_from_planned_to_completed_and_into_the_facts_for_matching(els, noor):
    given = story.available(noor, els)
    course = opened(els)
    place = actions.join_course(noor.actor, course.pk)
    assert place.number == 1
    actions.give_course(els.actor, course.pk, present=(place.pk,))
    done = actions.complete_course(els.actor, course.pk)

    assert done.state == "completed"
    given.refresh_from_db()
    assert given.trainings == ["basis", "dementie"]
    place.refresh_from_db()
    assert (place.state, place.valid_until) == ("achieved", date(2029, 11, 20))


def test_who_was_not_there_has_not_achieved_it(els, noor):
    given = story.available(noor, els)
    course = opened(els)
    actions.join_course(noor.actor, course.pk)
    actions.give_course(els.actor, course.pk, present=())
    actions.complete_course(els.actor, course.pk)
    given.refresh_from_db()
    assert given.trainings == ["basis"]


def test_after_three_years_it_counts_no_more(els, noor, merwedam):
    given = story.available(noor, els)
    course = opened(els)
    place = actions.join_course(noor.actor, course.pk)
    actions.give_course(els.actor, course.pk, present=(place.pk,))
    actions.complete_course(els.actor, course.pk)
    for days, known in ((1114, ["basis", "dementie"]), (1115, ["basis"])):
        jobs.expire_trainings(Actor.system(merwedam.pk, MONDAY + timedelta(days=days)))
        given.refresh_from_db()
        assert given.trainings == known


def test_the_last_place_is_given_once_and_comes_back_when_someone_leaves(els, noor, fatma, joop):
    course = opened(els)
    first = actions.join_course(noor.actor, course.pk)
    actions.join_course(els.actor, course.pk, person_id=fatma.person.pk)
    course.refresh_from_db()
    assert course.state == "full"
    with pytest.raises(ImpossibleMove, match="vol"):
        actions.join_course(els.actor, course.pk, person_id=joop.person.pk)

    actions.leave_course(noor.actor, first.pk)
    assert actions.join_course(els.actor, course.pk, person_id=joop.person.pk).number == 1


def test_the_database_refuses_one_place_too_many(els, noor):
    course = opened(els)
    place = actions.join_course(noor.actor, course.pk)
    for wrong in ({"number": 3}, {"number": 0}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Participant.objects.filter(pk=place.pk).update(**wrong)
    with pytest.raises(ImpossibleMove, match="doet al mee"):
        actions.join_course(noor.actor, course.pk)


def test_out_04_what_is_for_two_roles_together_needs_both(els, noor, bilal, wim):
    course = opened(els, phase="2", module="")
    one = actions.join_course(els.actor, course.pk, person_id=bilal.person.pk, role="ambassador")
    two = actions.join_course(els.actor, course.pk, person_id=wim.person.pk, role="worker")
    actions.give_course(els.actor, course.pk, present=(one.pk,))
    with pytest.raises(ImpossibleMove, match="beide rollen"):
        actions.complete_course(els.actor, course.pk)

    Participant.objects.filter(pk=two.pk).update(state="present")
    assert actions.complete_course(els.actor, course.pk).state == "completed"


def test_nobody_takes_a_place_for_another_and_only_the_registry_sees_who(els, noor, joop, zed):
    course = opened(els)
    with pytest.raises(PermissionDenied):
        actions.join_course(noor.actor, course.pk, person_id=joop.person.pk)
    place = actions.join_course(noor.actor, course.pk)
    with pytest.raises(ObjectDoesNotExist):
        actions.leave_course(joop.actor, place.pk)
    assert not queries.participants(noor.actor, course.pk)
    assert queries.participants(els.actor, course.pk).count() == 1
    with pytest.raises(ObjectDoesNotExist):
        actions.join_course(zed.actor, course.pk)


def test_the_volunteers_page_shows_what_one_can_join(els, noor):
    course = opened(els, on=date(2036, 11, 20))
    desk = noor.browser()
    assert "Omgaan met vergeten" in desk.get("/vrijwilliger/trainingen/").content.decode()
    desk.post(f"/vrijwilliger/trainingen/{course.pk}/join_course/")
    assert "U doet mee" in desk.get("/vrijwilliger/trainingen/").content.decode()
    registry = els.browser()
    page = registry.get(f"/startpunt/training/{course.pk}/").content.decode()
    assert "Noor" in page
    place = Participant.objects.get()
    registry.post(f"/startpunt/training/{course.pk}/give_course/", {"present": [place.pk]})
    registry.post(f"/startpunt/training/{course.pk}/complete_course/")
    place.refresh_from_db()
    assert place.state == "achieved"
