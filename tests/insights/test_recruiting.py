"""How people find us and where we are seen, without a number that points at somebody."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kruispunt.base.roles import Role
from kruispunt.core.vocabulary.recruiting import Source
from kruispunt.insights.queries import recruiting
from kruispunt.insights.queries.recruiting import _apart
from kruispunt.insights.queries.small import reader
from kruispunt.offers.actions import recruiting as actions
from kruispunt.people import actions as people
from kruispunt.questions import actions as questions
from tests import story
from tests.cast import enter


@pytest.fixture
def areas(merwedam, wim):
    system = wim.actor.system(merwedam.pk, wim.actor.at)
    return [
        people.draw_neighbourhood(system, code=f"BU0{n}", name=name, outline="")
        for n, name in enumerate(("Oost", "West"))
    ]


def test_a10_d12_white_spots_stand_on_top_of_where_we_were(areas, bilal, els, petra):
    oost, _ = areas
    heard = questions.Heard(place="Dorpsstraat", neighbourhood_id=oost.pk, by_topic=())
    questions.bring_visit(bilal.actor, heard=heard)
    plan = actions.OutingPlan(on=els.actor.today, what="Kraam", neighbourhood_id=oost.pk)
    actions.plan_outing(els.actor, plan=plan)

    west, seen = recruiting.recruiting(petra.actor).present
    assert (west.name, west.is_white_spot) == ("West", True)
    assert (seen.name, seen.outings, seen.visits, seen.last_on) == (
        "Oost", 1, 1, els.actor.today,
    )  # fmt: skip


def test_prv16_small_numbers_and_what_two_columns_give_away_stay_hidden(noor, els, merwedam):
    given = story.available(noor, els)
    actions.note_origin(els.actor, given.pk, source=Source.PAPER)
    ruben = enter("Ruben", merwedam, Role.POLICY).actor

    by_name = {one.name: one for one in recruiting.recruiting(ruben).by_source}
    paper = by_name[Source.PAPER.label]
    assert (paper.signed_up, paper.met, paper.selected, paper.matched) == (None, None, None, 0)
    assert _apart(reader(ruben), [40, 35, 12, 0]) == [40, None, 12, 0]


def test_as_many_queries_for_three_as_for_one(areas, els, merwedam):
    """Held against itself: more of them is no reason to ask more often."""
    asked = []
    for number in range(3):
        story.available(enter(f"Teun{number}", merwedam, Role.VOLUNTEER), els)
        plan = actions.OutingPlan(on=els.actor.today, what="Kraam", neighbourhood_id=areas[0].pk)
        actions.plan_outing(els.actor, plan=plan)
        with CaptureQueriesContext(connection) as queries:
            recruiting.recruiting(els.actor)
        asked.append(queries)

    assert len(asked[0]) == len(asked[2]) <= 13, [one["sql"] for one in asked[0]]
