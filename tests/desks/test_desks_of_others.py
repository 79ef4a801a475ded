"""Desks for who stands further off: a school, a work coach and a trainer see their own part."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.roles import Role
from kruispunt.offers import actions as offers
from kruispunt.offers.models import Volunteering
from kruispunt.people.actions import handing_over
from kruispunt.people.models import Handover
from tests import story
from tests.cast import MONDAY, enter
from tests.desks.test_startpunt_pages import words

ENDS = date(2027, 7, 31)


def seated(name, municipality, role):
    found = enter(name, municipality, role)
    found.browser()  # sits there
    return found


@pytest.fixture
def mees(merwedam):
    """Follows pupils for a school."""
    return seated("Mees", merwedam, Role.SCHOOL)


@pytest.fixture
def tine(merwedam):
    """Gives trainings."""
    return seated("Tine", merwedam, Role.TRAINER)


@pytest.fixture
def wouter(merwedam):
    """Is a work coach."""
    return seated("Wouter", merwedam, Role.WORK_COACH)


def test_a_mentor_sees_her_own_pupils_and_their_hours_until_the_school_year_ends(
    fatma, noor, wim, els, mees, merwedam
):
    match = story.introduced(fatma, noor, wim=wim, els=els)
    type(match).objects.filter(pk=match.pk).update(met_on=MONDAY.date() - timedelta(days=21))
    desk = els.browser()
    page = f"/startpunt/vrijwilliger/{match.volunteering_id}/"
    said = {"mentor_id": mees.person.pk, "school_year_ends": ENDS.isoformat()}
    assert desk.post(f"{page}place_pupil/", said).status_code == 302

    told = words(mees.browser().get("/school/"))
    assert "Noor" in told
    assert "uur per week" in told
    assert "Fatma" not in told
    other = seated("Mo", merwedam, Role.SCHOOL)
    assert "Noor" not in words(other.browser().get("/school/"))
    Volunteering.objects.update(school_year_ends=MONDAY.date() - timedelta(days=1))
    assert "Noor" not in words(mees.browser().get("/school/"))


def test_only_somebody_of_a_school_follows_a_pupil(noor, els, wim, fatma):
    match = story.introduced(fatma, noor, wim=wim, els=els)
    with pytest.raises(ImpossibleMove):
        offers.place_pupil(
            els.actor, match.volunteering_id, mentor_id=wim.person.pk, school_year_ends=ENDS
        )


def test_the_road_along_which_a_pupil_came_stays_when_the_profile_changes(noor, els, mees):
    profile = offers.Profile(kinds=("WANDELEN",))
    row = offers.apply_as_volunteer(noor.actor, person_id=noor.person.pk, profile=profile)
    offers.place_pupil(els.actor, row.pk, mentor_id=mees.person.pk, school_year_ends=ENDS)
    offers.describe_volunteer(els.actor, row.pk, profile=profile)
    row.refresh_from_db()
    assert (row.type, row.mentor_id) == ("social_internship", mees.person.pk)


def test_a_trainer_notes_who_came_to_her_own_training_and_opens_no_other(tine, els, noor):
    mine, other = (
        offers.plan_course(
            els.actor,
            plan=offers.CoursePlan(title=title, on=MONDAY.date(), trainer_id=trainer),
        )
        for title, trainer in (("Luisteren", tine.person.pk), ("Grenzen", None))
    )
    offers.open_course(els.actor, mine.pk)
    there = offers.join_course(noor.actor, mine.pk)
    desk = tine.browser()

    listed = words(desk.get("/startpunt/trainingen/"))
    assert "Luisteren" in listed
    assert "Grenzen" not in listed
    assert "Plan een training" not in listed
    assert "Noor" in words(desk.get(f"/startpunt/training/{mine.pk}/"))
    assert desk.get(f"/startpunt/training/{other.pk}/").status_code == 404
    given = desk.post(f"/startpunt/training/{mine.pk}/give_course/", {"present": [there.pk]})
    assert given.status_code == 302
    there.refresh_from_db()
    assert there.state == "present"
    # What counts from then on is for the registry to say.
    assert desk.post(f"/startpunt/training/{mine.pk}/complete_course/").status_code in {403, 404}
    plan = {"title": "Nog een", "on": "2026-12-01", "places": 4}
    assert desk.post("/startpunt/trainingen/", plan).status_code == 403


def test_a_work_coach_reads_what_was_handed_over_and_nothing_after_it_was_taken_back(
    noor, wouter, merwedam
):
    mine = noor.browser()
    said = {"to_id": wouter.person.pk, "words": "Ik help elke week", "until": "2027-02-01"}
    assert mine.post("/vrijwilliger/werkcoach/", said).status_code == 302
    coach = wouter.browser()
    assert "Ik help elke week" in words(coach.get("/werkcoach/"))
    other = seated("Wanda", merwedam, Role.WORK_COACH)
    assert "Ik help" not in words(other.browser().get("/werkcoach/"))
    assert coach.get("/startpunt/").status_code == 404

    handed = Handover.objects.get()
    assert mine.post(f"/vrijwilliger/werkcoach/{handed.pk}/terug/").status_code == 302
    assert "Ik help elke week" not in words(coach.get("/werkcoach/"))


def test_nobody_else_takes_back_what_noor_handed_over(noor, wouter, merwedam, zed):
    handed = handing_over.hand_over(noor.actor, to_id=wouter.person.pk, words="Ik help", until=ENDS)
    kim = enter("Kim", merwedam, Role.VOLUNTEER)
    for stranger in (kim, zed):
        page = f"/vrijwilliger/werkcoach/{handed.pk}/terug/"
        assert stranger.browser().post(page).status_code == 404
    handed.refresh_from_db()
    assert handed.taken_back_at is None


def queries_of(desk, page) -> int:
    desk.get(page)
    with CaptureQueriesContext(connection) as asked:
        assert desk.get(page).status_code == 200
    return len(asked)


def test_the_page_of_a_school_asks_the_same_for_one_and_for_three(mees, merwedam):
    desk, counts = mees.browser(), []
    for number in range(3):
        pupil = enter(f"Leerling{number}", merwedam, Role.VOLUNTEER)
        Volunteering.objects.create(
            municipality=merwedam, person=pupil.person, kinds=["WANDELEN"], applied_at=MONDAY,
            state_since=MONDAY, mentor=mees.person, school_year_ends=ENDS,
        )  # fmt: skip
        counts.append(queries_of(desk, "/school/"))
    assert counts[0] == counts[2]


@pytest.mark.parametrize(
    ("role", "who", "page"),
    [
        (Role.WORK_COACH, "noor", "/vrijwilliger/werkcoach/"),
        (Role.TRAINER, "els", "/startpunt/trainingen/"),
        (Role.TRAINER, "els", "/startpunt/intervisie/"),
        (Role.SCHOOL, "els", "/startpunt/vrijwilliger/{}/"),
    ],
)
def test_a_page_asks_the_same_for_one_who_can_be_chosen_and_for_three(
    role, who, page, noor, els, merwedam, request
):
    desk, counts = request.getfixturevalue(who).browser(), []
    where = page.format(story.available(noor, els).pk)
    for number in range(3):
        seated(f"Kies{number}", merwedam, role)
        counts.append(queries_of(desk, where))
    assert f"Kies{number}" in words(desk.get(where))
    assert counts[0] == counts[2]
