"""What has had its time goes that night, and nothing before (RET-01 to RET-17, S23)."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils import timezone

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements.models import Arrangement, CheckIn, Match
from kruispunt.arrivals.models import Arrival, Import, ImportTurn
from kruispunt.base import keeping
from kruispunt.base.actor import Actor
from kruispunt.base.models import Certificate, JournalLine, Term, Tombstone
from kruispunt.base.roles import Role
from kruispunt.config import purging
from kruispunt.core.keeping import CLASSES, last_day
from kruispunt.offers import actions as offers
from kruispunt.offers.models import Course, Participant, Volunteering
from kruispunt.people import actions as people
from kruispunt.people.models import Person
from kruispunt.questions import actions as questions
from kruispunt.questions.models import Question, Signal, WalkIn
from tests import story
from tests.cast import MONDAY, enter

TODAY = MONDAY.date()


def night(player, day: date) -> Actor:
    at = timezone.make_aware(datetime.combine(day, time(3)))
    return Actor.system(player.actor.municipality_id, at)


def guest(town, name, *roles):
    return enter(name, town, *(roles or (Role.RESIDENT,)))


@pytest.fixture
def town(merwedam, wim, els, noor):
    """One row of each class, all of which ended on the same Monday."""
    helped, unhelped, noticed = (guest(merwedam, name) for name in ("Aad", "Bea", "Cor"))
    match = story.introduced(helped, noor, wim=wim, els=els)
    arrangements.start_trial(els.actor, match.pk)
    arrangements.end(els.actor, match.pk, reason="moved", ended_by="resident", planned=True)
    first = match.arrangement.question_id
    questions.withdraw(wim.actor, first)
    second = story.asked(unhelped).pk
    questions.withdraw(wim.actor, second)
    third = story.asked(noticed).pk
    Question.objects.filter(pk=third).update(is_wmo_notice="yes")
    questions.withdraw(wim.actor, third)
    fourth = story.asked(guest(merwedam, "Dia")).pk
    Question.objects.filter(pk=fourth).update(
        is_wmo_notice="yes", state="completed", ended_at=MONDAY, kind="TAAL", intensity="licht"
    )
    never = guest(merwedam, "Eef", Role.VOLUNTEER)
    given = offers.apply_as_volunteer(
        never.actor, person_id=never.person.pk, profile=story.NOORS_PROFILE
    )
    offers.stop_volunteer(els.actor, given.pk)
    left = story.available(guest(merwedam, "Fre", Role.VOLUNTEER), els)
    offers.stop_volunteer(els.actor, left.pk)
    signal = questions.notice(
        wim.actor,
        noticed=questions.Noticed(
            words="Zij is veel alleen", named_id=helped.person.pk, yes_on=TODAY, yes_how="gevraagd"
        ),
    )
    return {
        "RET-05": (Question, first),
        "RET-06": (Question, second),
        "RET-03": (Question, third),
        "RET-01": (Question, fourth),
        "RET-08": (Volunteering, given.pk),
        "RET-07": (Volunteering, left.pk),
        "signal": (Signal, signal.pk),
    }


def is_there(model, pk) -> bool:
    return model.objects.filter(pk=pk).exists()


def test_over_twenty_years_everything_goes_on_its_night_and_nothing_before(town, wim):
    days = {ret: last_day(ret, TODAY) for ret in town if ret in CLASSES}
    for last in sorted(set(days.values())):
        for day, still in ((last, True), (last + timedelta(days=1), False)):
            purging.throw_away(night(wim, day))
            there = {ret: is_there(*town[ret]) for ret in days}
            assert there == {ret: days[ret] > last or (days[ret] == last and still) for ret in days}

    assert not Question.objects.exists()
    assert not Arrangement.objects.exists()
    assert not Match.objects.exists()
    assert not CheckIn.objects.exists()
    purging.throw_away(night(wim, date(2046, 11, 3)))
    names = set(Person.objects.values_list("given_name", flat=True))
    assert not names & {"Bea", "Cor", "Dia", "Eef", "Fre"}
    assert {"RET-01", "RET-03", "RET-05", "RET-06", "RET-07", "RET-08"} <= set(
        Tombstone.objects.values_list("ret", flat=True)
    )
    assert Certificate.objects.exists()


def test_ret_13_a_name_without_a_follow_up_goes_and_the_signal_stays(town, wim):
    model, pk = town["signal"]
    purging.throw_away(night(wim, TODAY + timedelta(weeks=4)))
    assert model.objects.get(pk=pk).named_id is not None

    purging.throw_away(night(wim, TODAY + timedelta(weeks=4, days=1)))
    assert model.objects.get(pk=pk).named_id is None


def test_who_is_held_stays_whole_until_she_is_let_go(town, wim, merwedam):
    officer = guest(merwedam, "Pia", Role.PRIVACY_OFFICER)
    asker = Question.objects.get(pk=town["RET-06"][1]).asked_by_id
    late = date(2030, 1, 1)
    kept = keeping.hold(officer.actor, asker, reason="er loopt een klacht")

    purging.throw_away(night(wim, late))
    assert is_there(*town["RET-06"])
    assert Certificate.objects.get().held >= 1
    with pytest.raises(PermissionDenied):
        keeping.hold(wim.actor, asker, reason="zomaar")

    keeping.let_go(replace(officer.actor, at=MONDAY), kept.pk)
    purging.throw_away(night(wim, late))
    assert not is_there(*town["RET-06"])


def test_a_municipality_has_its_own_term_from_a_day_on(town, wim, merwedam):
    Term.objects.create(municipality=merwedam, name="keep.RET-06", length=12, valid_from=TODAY)
    purging.throw_away(night(wim, last_day("RET-06", TODAY) + timedelta(days=1)))

    assert is_there(*town["RET-06"])


def test_looking_first_changes_nothing_and_says_what_would_go(town, wim, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: night(wim, date(2030, 1, 1)).at)
    before = JournalLine.objects.count()
    told = StringIO()
    call_command("retention", "--dry-run", stdout=told)

    assert "RET-06 vragen met hun antwoord: 1" in told.getvalue()
    assert is_there(*town["RET-06"])
    assert JournalLine.objects.count() == before


def test_walking_the_night_twice_throws_nothing_more_away(town, wim):
    purging.throw_away(night(wim, date(2047, 1, 1)))
    purging.throw_away(night(wim, date(2047, 1, 1)))

    assert Certificate.objects.count() == 1


def test_whoever_still_has_a_case_is_emptied_and_not_thrown_away(wim, els, noor, merwedam):
    """Noor left; the one she helped is still helped, and that case must stay whole."""
    fatma = guest(merwedam, "Fatma")
    match = story.introduced(fatma, noor, wim=wim, els=els)
    arrangements.end(els.actor, match.pk, reason="moved", ended_by="volunteer")
    offers.stop_volunteer(els.actor, match.volunteering_id)
    person = people.register_person(wim.actor, who=people.Particulars(given_name="Kaat"))

    purging.throw_away(night(wim, date(2029, 1, 1)))

    row = Volunteering.objects.get(pk=match.volunteering_id)
    assert (row.person.given_name, row.person.street, row.kinds) == ("Oud-deelnemer", "", [])
    assert Match.objects.filter(pk=match.pk).exists()
    assert not Person.objects.filter(pk=person.pk).exists()


def test_zeds_rows_are_not_thrown_away_by_our_night(town, wim, zed):
    theirs = story.asked(zed).pk
    questions.withdraw(zed.actor, theirs)
    purging.throw_away(night(wim, date(2047, 1, 1)))

    assert is_there(Question, theirs)


def test_ret_14_what_someone_learned_goes_a_year_after_the_school_year(wim, merwedam):
    trainer, kim = guest(merwedam, "Tom", Role.COORDINATOR), guest(merwedam, "Kim", Role.VOLUNTEER)
    course = Course.objects.create(
        municipality=merwedam, title="Luisteren", on=date(2026, 11, 9), state_since=MONDAY
    )
    held, counts = (
        Participant.objects.create(
            municipality=merwedam, course=course, person=one.person, number=place, out_of=12
        )
        for place, one in enumerate((kim, trainer), 1)
    )
    Participant.objects.filter(pk=counts.pk).update(valid_until=date(2029, 11, 9))

    purging.throw_away(night(wim, date(2028, 7, 31)))
    assert Participant.objects.count() == 2
    purging.throw_away(night(wim, date(2028, 8, 1)))
    assert list(Participant.objects.all()) == [counts]
    stone = Tombstone.objects.get(ret="RET-14")
    assert stone.subject == f"offers.participant:{held.pk}"
    purging.throw_away(night(wim, date(2029, 11, 10)))
    assert not Participant.objects.exists()


def test_ret_14_a_pupil_who_stopped_goes_a_year_after_the_school_year(wim, merwedam):
    kim = guest(merwedam, "Kim", Role.VOLUNTEER)
    mentor = guest(merwedam, "Mees", Role.SCHOOL)
    Volunteering.objects.create(
        municipality=merwedam,
        person=kim.person,
        type="social_internship",
        mentor=mentor.person,
        school_year_ends=date(2027, 7, 31),
        kinds=["WANDELEN"],
        state="stopped",
        state_since=MONDAY,
        applied_at=MONDAY,
        deployed_at=MONDAY,
    )

    purging.throw_away(night(wim, date(2028, 7, 31)))
    assert Volunteering.objects.exists()
    purging.throw_away(night(wim, date(2028, 8, 1)))
    assert not Volunteering.objects.exists()
    assert Tombstone.objects.filter(ret="RET-14").exists()


def test_ret_06_a_line_of_the_walk_in_desk_goes_after_half_a_year(wim):
    questions.note_walk_in(wim.actor, words="Een brief")

    purging.throw_away(night(wim, date(2027, 5, 2)))
    assert WalkIn.objects.exists()
    purging.throw_away(night(wim, date(2027, 5, 3)))
    assert not WalkIn.objects.exists()


def test_ret_18_a_list_that_came_in_goes_after_a_year_and_its_people_stay(wim, merwedam):
    came = guest(merwedam, "Ina")
    brought = {"municipality": merwedam, "brought_by": wim.person, "brought_at": MONDAY}
    done, busy = (
        Import.objects.create(
            kind="volunteers", file_name="l.csv", state=state, state_since=MONDAY, **brought
        )
        for state in ("completed", "agreed")
    )
    ImportTurn.objects.create(whole=done, number=1)
    Arrival.objects.create(
        municipality=merwedam,
        whole=done,
        row_number=2,
        key="k",
        became_id=came.person.pk,
        made_person_id=came.person.pk,
    )

    purging.throw_away(night(wim, date(2027, 11, 2)))
    assert Arrival.objects.exists()
    purging.throw_away(night(wim, date(2027, 11, 3)))
    assert list(Import.objects.all()) == [busy]
    assert not Arrival.objects.exists()
    assert not ImportTurn.objects.exists()
    assert is_there(Person, came.person.pk)
    assert Tombstone.objects.filter(subject=f"arrivals.import:{done.pk}").exists()


# Classes without a broom of their own, each with the reason.
NO_BROOM = {
    "RET-09": "goes with the profile it was seen for",
    "RET-10": "nobody is paid through this house: there is no noun for it",
    "RET-15": "the journal is not shortened yet (decision 0006)",
    "RET-20": "its own round throws it away minutes after; a count leaves no tombstone",
}


def test_every_class_has_a_broom_or_says_why_not():
    swept = {ret for broom in purging.BROOMS for ret in broom.classes}
    assert swept | set(NO_BROOM) == set(CLASSES)
    assert not swept & set(NO_BROOM)


def test_a_tombstone_says_which_broom_it_was():
    """One noun and one class are one broom: so a copy that is put back finds the right one."""
    pairs = [(broom.noun, ret) for broom in purging.BROOMS for ret in broom.classes]
    assert len(pairs) == len(set(pairs))
