"""A hybrid team takes up Fatma's question together with her (SM-6, HYB-01, HYB-02, C1-C8)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction

from kruispunt.arrangements import actions, jobs, queries
from kruispunt.arrangements.models import Trajectory
from kruispunt.arrangements.permits import trajectory as permits
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter, Term
from kruispunt.base.moves import ImpossibleMove, NotFromHere
from kruispunt.people import actions as people
from kruispunt.people import queries as known
from kruispunt.questions import queries as asks
from tests.arrangements import teams


def test_c2_c8_sm6_from_a_notification_to_a_start_together(fatma, wim, table):
    trajectory = teams.opened(fatma, wim, table)
    assert (trajectory.state, trajectory.due_on) == ("reported", date(2026, 11, 16))
    question_id = trajectory.arrangement.question_id
    assert asks.one(wim.actor, question_id).state == "with_municipality"

    actions.agree_trajectory(fatma.actor, trajectory.pk)
    talked = actions.talk_over(table.rob, trajectory.pk, talk="Zij wil weer naar buiten")
    assert talked.advisor_id == table.rob.person_id
    decided = actions.Indication(scope="Begeleiding", valid_from=date(2026, 11, 9))
    actions.indicate(table.rob, trajectory.pk, indication=decided)
    consulting = actions.consult_team(table.omar, trajectory.pk)
    assert consulting.due_on == date(2026, 11, 16)
    actions.weigh_welfare(table.carla, trajectory.pk, welfare="Samen eten past niet: te druk")

    zorgkring = table.members["Zorgkring"]
    first = actions.name_starter(table.tineke, trajectory.pk, member_id=zorgkring, reason="Zij")
    assert first.state == "consulting"
    both = actions.name_starter(table.omar, trajectory.pk, member_id=zorgkring, reason="Wij")
    assert (both.state, both.starter.name, both.starter_reason) == (
        "starter_chosen",
        "Zorgkring",
        "Zij\nWij",
    )
    assert both.due_on == date(2026, 11, 30)
    begun = actions.start_support(table.omar, trajectory.pk, with_coach=True)
    assert (begun.state, begun.coach_joined_intake) == ("started", True)
    assert asks.one(wim.actor, question_id).state == "answered"


def test_c3_hyb_01_only_the_advisor_records_an_indication_and_as_a_named_person(fatma, wim, table):
    trajectory = teams.opened(fatma, wim, table)
    actions.talk_over(table.rob, trajectory.pk, talk="gesproken")
    decided = actions.Indication(scope="Begeleiding", valid_from=date(2026, 11, 9))

    for who in (table.tineke, table.carla, wim.actor, fatma.actor):
        with pytest.raises(PermissionDenied):
            actions.indicate(who, trajectory.pk, indication=decided)
    assert actions.indicate(table.rob, trajectory.pk, indication=decided).state == "indicated"


def test_hyb_01_the_database_knows_no_indication_without_an_advisor(fatma, wim, table):
    trajectory = teams.opened(fatma, wim, table)
    with pytest.raises(IntegrityError), transaction.atomic():
        Trajectory.objects.filter(pk=trajectory.pk).update(state="indicated")


def test_hyb_01_no_indication_leads_to_help_nearby(fatma, wim, table):
    trajectory = teams.opened(fatma, wim, table, level=2)
    actions.talk_over(table.rob, trajectory.pk, talk="gesproken")
    ended = actions.not_indicate(table.rob, trajectory.pk, why="Kan met een maatje")

    assert (ended.state, ended.ended_on) == ("not_indicated", date(2026, 11, 2))
    assert asks.one(wim.actor, trajectory.arrangement.question_id).state == "searching"
    told = Letter.objects.get(key=f"trajectory.talked:{trajectory.pk}")
    assert "hulp bij u in de buurt" in told.text


def test_c4_hyb_01_the_providers_choose_together_and_no_one_alone(fatma, wim, table, petra):
    trajectory = teams.consulted(fatma, wim, table)
    thuis, zorgkring = table.members["Thuis Verder"], table.members["Zorgkring"]

    actions.name_starter(table.tineke, trajectory.pk, member_id=zorgkring, reason="Zij")
    still = actions.name_starter(table.omar, trajectory.pk, member_id=thuis, reason="Zij")
    assert still.state == "consulting"
    for who in (table.carla, wim.actor, petra.actor, table.rob):
        with pytest.raises(PermissionDenied):
            actions.name_starter(who, trajectory.pk, member_id=thuis, reason="ik")

    agreed = actions.name_starter(table.tineke, trajectory.pk, member_id=thuis, reason="Toch wij")
    assert agreed.state == "starter_chosen"


def test_c4_expertise_and_room_are_in_view_and_whoever_is_full_cannot_be_named(
    fatma, joop, wim, merwedam
):
    table = teams.set_table(merwedam, wim, places=1)
    teams.chosen(joop, wim, table)
    trajectory = teams.consulted(fatma, wim, table)

    seats = {seat.organisation: seat for seat in queries.table(table.tineke, trajectory.pk)}
    assert (seats["Thuis Verder"].free, seats["Zorgkring"].free) == (0, 1)
    assert seats["Zorgkring"].expertise == ("begeleiding",)
    with pytest.raises(ImpossibleMove, match="geen plaats"):
        actions.name_starter(
            table.omar, trajectory.pk, member_id=table.members["Thuis Verder"], reason="zij"
        )


def test_c5_nobody_skips_what_welfare_can_do(fatma, wim, table):
    trajectory = teams.indicated(fatma, wim, table)
    actions.consult_team(table.tineke, trajectory.pk)
    thuis = table.members["Thuis Verder"]

    with pytest.raises(ImpossibleMove, match="welzijn"):
        actions.name_starter(table.tineke, trajectory.pk, member_id=thuis, reason="wij")
    with pytest.raises(PermissionDenied):
        actions.weigh_welfare(table.tineke, trajectory.pk, welfare="niets")


def test_sm14_without_the_residents_yes_the_team_does_not_come_together(fatma, wim, table):
    trajectory = teams.opened(fatma, wim, table)
    actions.talk_over(table.rob, trajectory.pk, talk="gesproken")
    decided = actions.Indication(scope="Begeleiding", valid_from=date(2026, 11, 9))
    actions.indicate(table.rob, trajectory.pk, indication=decided)

    with pytest.raises(ImpossibleMove, match="nog geen ja"):
        actions.consult_team(table.tineke, trajectory.pk)
    assert queries.about_resident(table.tineke, trajectory.pk).name == ""


def test_sm14_a_yes_taken_back_closes_the_page_of_that_organisation_at_once(fatma, wim, table):
    trajectory = teams.consulted(fatma, wim, table)
    assert queries.about_resident(table.omar, trajectory.pk).name == "Fatma"
    [omars] = table.omar.organisation_ids
    consent = known.consents(fatma.actor, fatma.person.pk).get(organisation_id=omars)
    people.withdraw_consent(fatma.actor, consent.pk)

    assert queries.about_resident(table.omar, trajectory.pk) == queries.AboutResident("", "", "")
    assert queries.about_resident(table.tineke, trajectory.pk).name == "Fatma"


def test_c6_hyb_02_too_late_first_the_table_and_the_advisor_hear_it_then_petra(
    fatma, wim, table, petra, merwedam
):
    trajectory = teams.consulted(fatma, wim, table)
    late = replace(Actor.system(merwedam.pk, petra.actor.at + timedelta(days=15)))
    jobs.warn_teams(late)
    told = Letter.objects.filter(key__startswith=f"trajectory.late:{trajectory.pk}")
    assert {letter.to_person_id for letter in told} == {
        table.tineke.person_id,
        table.omar.person_id,
        table.carla.person_id,
        table.rob.person_id,
    }
    assert not queries.open_escalations(petra.actor)

    jobs.warn_teams(late)
    jobs.warn_teams(Actor.system(merwedam.pk, petra.actor.at + timedelta(days=30)))
    [stuck] = queries.open_escalations(petra.actor)
    assert (stuck.cause, stuck.question_id) == ("start_broken", trajectory.arrangement.question_id)
    assert told.all().count() == 4


def test_hyb_02_the_municipality_sets_its_own_term(fatma, wim, table, merwedam):
    Term.objects.create(
        municipality=merwedam, name="trajectory.consulting", length=3, valid_from="2026-01-01"
    )
    trajectory = teams.indicated(fatma, wim, table)
    assert actions.consult_team(table.omar, trajectory.pk).due_on == date(2026, 11, 5)


def test_d26_a_question_with_a_team_is_not_called_without_an_answer(
    fatma, wim, table, petra, merwedam
):
    teams.indicated(fatma, wim, table)
    jobs.escalate_overdue(Actor.system(merwedam.pk, petra.actor.at + timedelta(days=14)))
    assert not queries.open_escalations(petra.actor)


def test_rol_03_thirty_days_after_the_end_the_table_sees_it_no_more(fatma, wim, table):
    trajectory = teams.started(fatma, wim, table)
    actions.stop_trajectory(fatma.actor, trajectory.pk)
    assert queries.trajectories(table.omar).count() == 1

    for days, seen in ((30, 1), (31, 0)):
        later = replace(table.omar, at=table.omar.at + timedelta(days=days))
        assert queries.trajectories(later).count() == seen
    with pytest.raises(ObjectDoesNotExist):
        queries.trajectory(later, trajectory.pk)


def test_another_team_another_advisor_and_zed_see_nothing(fatma, wim, table, merwedam, zed):
    trajectory = teams.consulted(fatma, wim, table)
    stranger = teams.works_for(
        teams.enter("Stan", merwedam, "provider", "coach"), wim, name="Elders Zorg", kind="care"
    )
    colleague = teams.enter("Ria", merwedam, "wmo_advisor").actor
    elsewhere = replace(zed.actor, roles=frozenset({"wmo_advisor", "provider", "coach"}))

    for who in (stranger, colleague, elsewhere):
        assert not queries.trajectories(who)
        with pytest.raises(ObjectDoesNotExist):
            actions.consult_team(who, trajectory.pk)


def test_the_startpunt_sees_how_far_it_is_and_nothing_that_was_said(fatma, wim, table):
    trajectory = teams.consulted(fatma, wim, table)
    [row] = queries.trajectories_of_question(wim.actor, trajectory.arrangement.question_id)
    assert row.state == "consulting"
    assert not queries.trajectories(wim.actor)
    assert not permits.READ_TRAJECTORY.allows(wim.actor, trajectory)


def test_no_step_is_skipped(fatma, wim, table):
    trajectory = teams.opened(fatma, wim, table)
    actions.agree_trajectory(fatma.actor, trajectory.pk)
    decided = actions.Indication(scope="Begeleiding", valid_from=date(2026, 11, 9))
    with pytest.raises(NotFromHere):
        actions.indicate(table.rob, trajectory.pk, indication=decided)
    with pytest.raises(NotFromHere):
        actions.consult_team(table.tineke, trajectory.pk)


GOAL = actions.Wanted(
    words="Weer zelf koken",
    by=date(2027, 2, 1),
    who_does_what="Tineke kookt eerst mee",
    domain="home",
    start_situation="Eet elke dag een kant-en-klare maaltijd",
)
TOLD = actions.LookedBack(
    works="Soep lukt", works_not="De weg naar de markt", why=("transport",), next_step="go_on"
)


def running(fatma, wim, table):
    trajectory = teams.started(fatma, wim, table)
    question_id = trajectory.arrangement.question_id
    actions.set_goal(table.tineke, question_id, wanted=GOAL)
    return actions.run_on_goals(table.carla, trajectory.pk), question_id


def test_c9_hyb_04_it_runs_only_on_a_goal_in_own_words_with_where_it_starts(fatma, wim, table):
    trajectory = teams.started(fatma, wim, table)
    question_id = trajectory.arrangement.question_id
    actions.set_goal(
        fatma.actor, question_id, wanted=replace(GOAL, start_situation="", words="Naar buiten")
    )
    with pytest.raises(ImpossibleMove, match="doel"):
        actions.run_on_goals(table.tineke, trajectory.pk)

    actions.set_goal(table.tineke, question_id, wanted=GOAL)
    runs = actions.run_on_goals(table.tineke, trajectory.pk)
    assert (runs.state, runs.due_on) == ("running", date(2027, 2, 1))
    assert queries.goals(table.carla, question_id).count() == 2


def test_c10_hyb_04_what_works_what_not_and_why_before_it_goes_on(fatma, wim, table):
    trajectory, question_id = running(fatma, wim, table)
    actions.review_goals(table.carla, trajectory.pk)
    with pytest.raises(ImpossibleMove, match="terug"):
        actions.prolong(table.tineke, trajectory.pk)

    goal = queries.goals(table.carla, question_id).get()
    said = replace(TOLD, reached={goal.pk: "partly"})
    held = actions.look_back_with_team(table.carla, trajectory.pk, said=said)
    assert held.progress.get().reached == "partly"
    assert [one.works for one in queries.evaluations(table.omar, question_id)] == ["Soep lukt"]
    assert [(one.label, one.count) for one in queries.hitches(wim.actor)] == [("Vervoer", 1)]
    assert actions.prolong(table.tineke, trajectory.pk).due_on == date(2027, 2, 1)


def test_hyb_06_the_team_steps_back_when_the_way_to_less_help_is_on_paper(fatma, wim, table, els):
    trajectory, question_id = running(fatma, wim, table)
    actions.review_goals(table.tineke, trajectory.pk)
    actions.look_back_with_team(table.tineke, trajectory.pk, said=TOLD)
    with pytest.raises(ImpossibleMove, match="stap naar minder hulp"):
        actions.phase_out(table.tineke, trajectory.pk, ending="Zij kookt weer")

    step = actions.plan_step(
        table.carla, question_id, rung="group", words="De eetclub", planned_on=date(2026, 11, 20)
    )
    actions.take_step(table.carla, step.pk)
    done = actions.phase_out(table.carla, trajectory.pk, ending="Zij kookt weer")
    assert (done.state, done.due_on) == ("phased_out", None)
    # Whether she keeps going is asked later, by whoever guides the question (C13).
    later = replace(els.actor, at=els.actor.at + timedelta(days=90))
    assert [one.pk for one in queries.steps_to_check(later)] == [step.pk]


def test_someone_who_stops_is_not_forgotten(fatma, wim, table):
    trajectory, question_id = running(fatma, wim, table)
    actions.stop_trajectory(fatma.actor, trajectory.pk)
    assert asks.one(wim.actor, question_id).state == "triaged"


def test_a_question_with_a_team_is_not_closed(fatma, wim, table):
    _, question_id = running(fatma, wim, table)
    with pytest.raises(ImpossibleMove, match="hybride team"):
        actions.close(wim.actor, question_id, ending="klaar")


def test_c19_hyb_07_a_group_team_comes_beside_it(fatma, wim, table):
    trajectory, _ = running(fatma, wim, table)
    group = actions.gather_team(wim.actor, name="Team Samen", members=(), sort="group")
    joined = actions.join_group_team(table.carla, trajectory.pk, team_id=group.pk)
    assert joined.group_team.name == "Team Samen"


def test_c6_how_many_start_in_time(fatma, joop, wim, table, merwedam):
    teams.started(joop, wim, table)
    late = teams.consulted(fatma, wim, table)
    after = Actor.system(merwedam.pk, wim.actor.at + timedelta(days=15))
    jobs.warn_teams(after)
    thuis = table.members["Thuis Verder"]
    for who in (table.tineke, table.omar):
        actions.name_starter(who, late.pk, member_id=thuis, reason="Kent de buurt")
    actions.start_support(table.tineke, late.pk)
    assert queries.started_in_time(wim.actor) == (1, 2)
