"""What Petra decided lies on the organisation's own desk, until it says that it is done (D28)."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kruispunt.arrangements import actions, queries
from kruispunt.people import actions as people
from kruispunt.questions import queries as asks
from tests import story
from tests.desks.test_startpunt_pages import words

HOME = "/organisatie/"
DEADLINE = date(2026, 11, 20)


@pytest.fixture
def home(wim, ank):
    return people.register_organisation(
        wim.actor, name="De Merwehof", kind="care", contact_id=ank.person.pk
    )


def works_at(player, organisation):
    return replace(
        player, actor=replace(player.actor, organisation_ids=frozenset({organisation.pk}))
    )


def decided(asker, home, *, wim, petra, what="Vervoer naar de dagbesteding"):
    question = story.searched(asker, wim)
    stuck = actions.report(wim.actor, question.pk, cause="dispute")
    actions.clear_up(petra.actor, stuck.pk, what=what, tried="Drie organisaties")
    return actions.decide(
        petra.actor,
        stuck.pk,
        responsible_id=home.pk,
        deadline=DEADLINE,
        reason="Het busje staat daar.",
    )


def test_d28_a_decision_lies_on_the_desk_of_who_must_do_it_and_is_answered_there(
    fatma, home, wim, petra, ank
):
    decision = decided(fatma, home, wim=wim, petra=petra)
    browser = works_at(ank, home).browser()
    page = words(browser.get(HOME))
    for told in ("Dit is besloten", "Vervoer naar de dagbesteding", "Het busje staat daar.",
                 "20 november 2026", "De Merwehof"):  # fmt: skip
        assert told in page
    assert "Fatma" not in page
    assert "Doe wat is besloten, en laat het weten" in words(browser.get("/werk/"))

    assert browser.post(f"{HOME}besluit/{decision.pk}/carry_out/").status_code == 302
    decision.refresh_from_db()
    assert decision.state == "carried_out"
    # The Startpunt looks at the question again, and Petra looks back.
    assert asks.one(wim.actor, decision.question_id).state == "triaged"
    assert "Dit is besloten" not in words(browser.get(HOME))
    assert browser.post(f"{HOME}besluit/{decision.pk}/carry_out/").status_code == 409


def test_d27_what_was_agreed_lies_there_as_well(fatma, home, wim, petra, ank):
    stuck = actions.report(wim.actor, story.searched(fatma, wim).pk, cause="no_match")
    actions.clear_up(petra.actor, stuck.pk, what="Vervoer", tried="Veel")
    assert not queries.decisions(ank.actor).exists()
    actions.invite_parties(petra.actor, stuck.pk, organisation_ids=(home.pk,))
    actions.agree_offer(
        petra.actor, stuck.pk, agreed="Wij rijden", responsible_id=home.pk, deadline=DEADLINE
    )
    assert "Wij rijden" in words(works_at(ank, home).browser().get(HOME))


def test_another_organisation_and_another_town_find_nothing_of_it(
    fatma, joop, home, wim, petra, ank, zed
):
    decision = decided(fatma, home, wim=wim, petra=petra)
    church = people.register_organisation(
        wim.actor, name="De Ontmoeting", kind="faith", contact_id=joop.person.pk
    )
    someone = replace(works_at(joop, church), actor=replace(
        works_at(joop, church).actor, roles=frozenset({"contact"})
    ))  # fmt: skip
    for stranger in (someone, zed):
        assert not queries.decisions(stranger.actor).exists()
    address = f"{HOME}besluit/{decision.pk}/carry_out/"
    assert "Dit is besloten" not in words(someone.browser().get(HOME))
    assert someone.browser().post(address).status_code == 404
    # Who merely works there, and is no contact person, does not answer for it.
    colleague = replace(works_at(joop, home).actor, roles=frozenset({"volunteer"}))
    assert not queries.decisions(colleague).exists()
    decision.refresh_from_db()
    assert decision.state == "decided"


def test_three_decisions_take_as_many_queries_as_one(fatma, joop, noor, home, wim, petra, ank):
    browser = works_at(ank, home).browser()

    def asked():
        with CaptureQueriesContext(
            connection,
        ) as counted:
            assert browser.get(HOME).status_code == 200
        return len(counted)

    decided(fatma, home, wim=wim, petra=petra)
    asked()
    one = asked()
    decided(joop, home, wim=wim, petra=petra)
    decided(fatma, home, wim=wim, petra=petra)
    assert asked() == one
