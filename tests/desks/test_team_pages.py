"""The pages of a hybrid team: at the table, for the resident, and beside the question (SM-6)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements.models import Trajectory
from kruispunt.people.models import Person
from tests.arrangements import teams
from tests.cast import Player


@pytest.fixture
def table(merwedam, wim):
    return teams.set_table(merwedam, wim)


def browser(actor):
    return Player(Person.objects.get(pk=actor.person_id), actor).browser()


def test_from_the_question_to_the_start_through_the_pages(fatma, wim, table):
    question = teams.weighed(fatma, wim)
    startpunt = wim.browser()
    page = startpunt.get(f"/startpunt/vraag/{question.pk}/")
    assert "Vraag een hybride team" in page.content.decode()
    startpunt.post(f"/startpunt/vraag/{question.pk}/team/", {"team_id": table.team_id})
    trajectory = Trajectory.objects.get(arrangement__question_id=question.pk)

    hers = fatma.browser()
    assert "Een team dat u helpt" in hers.get("/mijn/").content.decode()
    one = f"/organisatie/traject/{trajectory.pk}/"
    hers.post(f"/mijn/team/{trajectory.pk}/agree_trajectory/")
    rob, tineke, omar, carla = map(browser, (table.rob, table.tineke, table.omar, table.carla))
    rob.post(f"{one}talk_over/", {"talk": "Zij wil weer koken", "with_coach": "on"})
    rob.post(f"{one}indicate/", {"scope": "Begeleiding, 2 uur", "valid_from": "2026-11-09"})
    tineke.post(f"{one}consult_team/")
    assert "Thuis Verder" in carla.get(one).content.decode()
    carla.post(f"{one}weigh_welfare/", {"welfare": "Samen eten op dinsdag", "activity_id": ""})
    for who in (tineke, omar):
        said = {"member_id": table.members["Zorgkring"], "reason": "Kent Fatma"}
        assert who.post(f"{one}name_starter/", said).status_code == 302
    omar.post(f"{one}start_support/", {"on": "", "with_coach": "on"})
    trajectory.refresh_from_db()
    assert (trajectory.state, trajectory.starter.name) == ("started", "Zorgkring")


def test_from_the_start_to_working_on_goals_through_the_pages(fatma, wim, table):
    trajectory = teams.started(fatma, wim, table)
    one = f"/organisatie/traject/{trajectory.pk}/"
    hers, tineke, carla = fatma.browser(), browser(table.tineke), browser(table.carla)
    goal = {
        "words": "Weer zelf koken", "domain": "home", "start_situation": "Eet uit een pakje",
        "who_does_what": "Tineke kookt mee", "by": "2027-02-01",
    }  # fmt: skip
    tineke.post(f"{one}set_goal/", goal)
    tineke.post(f"{one}run_on_goals/")
    carla.post(f"{one}take_pulse/", {"received": "yes", "words": ""})
    carla.post(f"{one}book_coach/", {"on": "2026-12-01", "minutes": "60", "what": "Koffie"})

    shown = hers.get(f"/mijn/team/{trajectory.pk}/").content.decode()
    assert "Weer zelf koken" in shown
    assert "nog 660 minuten" in shown
    trajectory.refresh_from_db()
    assert trajectory.state == "running"
    told = carla.get(one).content.decode()
    assert "Fatma" in told
    assert "De stap is gezet" not in told


def test_what_the_resident_did_not_agree_to_is_not_on_the_page(fatma, wim, table):
    trajectory = teams.opened(fatma, wim, table)
    page = browser(table.tineke).get(f"/organisatie/traject/{trajectory.pk}/").content.decode()
    assert "U leest de vraag nu niet" in page
    assert "Fatma" not in page
    assert "deur niet meer uit" not in page


def test_a_wrong_answer_is_asked_again_and_a_late_one_is_a_409(fatma, wim, table):
    trajectory = teams.consulted(fatma, wim, table)
    one = f"/organisatie/traject/{trajectory.pk}/"
    tineke = browser(table.tineke)
    assert tineke.post(f"{one}name_starter/", {"member_id": "", "reason": ""}).status_code == 422
    assert browser(table.rob).post(f"{one}talk_over/", {"talk": "te laat"}).status_code == 409
    assert (
        tineke.post(f"{one}indicate/", {"scope": "x", "valid_from": "2026-11-09"}).status_code
        == 403
    )


def test_whoever_has_no_chair_finds_no_page(fatma, joop, wim, ank, zed, table):
    trajectory = teams.consulted(fatma, wim, table)
    for who in (joop, wim, ank, zed):
        assert who.browser().get(f"/organisatie/traject/{trajectory.pk}/").status_code == 404
        assert who.browser().get(f"/mijn/team/{trajectory.pk}/").status_code == 404


def test_the_list_asks_as_much_for_three_as_for_one(fatma, joop, noor, wim, table):
    def asked() -> int:
        client = browser(table.tineke)
        client.get("/organisatie/trajecten/")
        with CaptureQueriesContext(connection) as found:
            assert client.get("/organisatie/trajecten/").status_code == 200
        return len(found)

    teams.started(fatma, wim, table)
    one = asked()
    teams.started(joop, wim, table)
    teams.consulted(noor, wim, table)
    assert asked() == one


def test_hyb_07_carla_lets_a_group_team_help_with_a_button(fatma, wim, table):
    trajectory = teams.started(fatma, wim, table)
    group = arrangements.gather_team(wim.actor, name="Team Samen", members=(), sort="group")
    one, carla = f"/organisatie/traject/{trajectory.pk}/", browser(table.carla)
    assert "Komt er een groep bij?" in carla.get(one).content.decode()
    assert carla.post(f"{one}join_group_team/", {"team_id": group.pk}).status_code == 302
    assert "samen met Team Samen" in carla.get(one).content.decode()
