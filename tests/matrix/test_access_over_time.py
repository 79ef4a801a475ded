"""Access follows the area of a seat, and ends by itself when a case is over (ROL-02, ROL-03)."""

from dataclasses import replace

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements import queries as answers
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.matching import queries as matching
from kruispunt.offers import queries as offers
from kruispunt.people import actions as people
from kruispunt.questions import actions, queries
from tests import story
from tests.cast import enter


@pytest.fixture
def areas(merwedam, wim):
    system = Actor.system(merwedam.pk, wim.actor.at)
    return [
        people.draw_neighbourhood(system, code=code, name=code, outline="")
        for code in ("Oost", "West")
    ]


@pytest.fixture
def of_west(merwedam, areas):
    """Coordinates the volunteers in West only."""
    player = enter("Willemijn", merwedam, Role.COORDINATOR)
    return replace(player.actor, neighbourhood_ids=frozenset({areas[1].pk}))


def lives_in(player, area):
    player.person.neighbourhood = area
    player.person.save()


def test_rol_02_who_sits_for_one_area_sees_the_cases_of_that_area(fatma, wim, els, of_west, areas):
    lives_in(fatma, areas[0])
    question = story.searched(fatma, wim)

    assert list(queries.visible(els.actor)) == [question]
    assert list(queries.visible(of_west)) == []
    with pytest.raises(ObjectDoesNotExist):
        matching.candidates(of_west, question.pk)

    lives_in(fatma, areas[1])
    assert list(queries.visible(of_west)) == [question]


def test_rol_02_a_match_elsewhere_does_not_exist_for_her(fatma, noor, wim, els, of_west, areas):
    lives_in(fatma, areas[0])
    match = story.introduced(fatma, noor, wim=wim, els=els)

    assert list(answers.matches(els.actor)) == [match]
    assert list(answers.matches(of_west)) == []
    with pytest.raises(ObjectDoesNotExist):
        arrangements.start_trial(of_west, match.pk)


def test_need_to_know_els_reads_a_question_once_a_volunteer_is_sought(fatma, wim, els):
    question = story.asked(fatma)

    assert not queries.visible(els.actor).exists()
    assert [row["id"] for row in queries.glance(els.actor)] == [question.pk]


@pytest.mark.parametrize(("days", "sees"), [(0, 1), (29, 1), (31, 0), (400, 0)])
def test_rol_03_thirty_days_after_the_end_nobody_at_the_desk_reads_it(days, sees, fatma, wim, els):
    question = story.searched(fatma, wim)
    actions.withdraw(wim.actor, question.pk)

    assert queries.visible(wim.later(days=days)).count() == sees
    assert queries.visible(els.later(days=days)).count() == sees
    assert queries.visible(fatma.later(days=days)).count() == 1


def test_rol_03_a_volunteer_loses_sight_at_once_and_els_after_thirty_days(fatma, noor, wim, els):
    match = story.introduced(fatma, noor, wim=wim, els=els)
    assert answers.neighbour(noor.actor, match.pk).address
    arrangements.end(els.actor, match.pk, reason="moved", ended_by="resident")

    with pytest.raises(ObjectDoesNotExist):
        answers.neighbour(noor.actor, match.pk)
    assert not answers.matches(noor.actor).exists()
    assert answers.matches(els.later(days=29)).exists()
    assert not answers.matches(els.later(days=31)).exists()


def test_the_worker_sees_that_someone_can_start_and_not_why_not(noor, els, wim):
    given = story.available(noor, els)

    assert offers.may_see_certificate(els.actor, given)
    assert offers.may_see_certificate(noor.actor, given)
    assert not offers.may_see_certificate(wim.actor, given)
    page = wim.browser().get(f"/startpunt/vrijwilliger/{given.pk}/").content.decode()
    assert "Kan beginnen" in page
    assert "<dt>VOG</dt>" not in page


def test_who_keeps_the_register_calls_volunteers_and_nobody_else(fatma, noor, wim, els):
    story.introduced(fatma, noor, wim=wim, els=els)
    to = {letter.to_person_id for letter in offers.calls(els.actor)}

    assert to == {noor.person.pk}
    with pytest.raises(PermissionDenied):
        offers.post.tick_off(els.actor, offers.calls(els.actor)[0].pk)
