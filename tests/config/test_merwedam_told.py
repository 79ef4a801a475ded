"""Merwedam as it is told: by the product's own actions, up to now, with the cast in its place."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from kruispunt.arrangements import queries as answers
from kruispunt.arrangements.models import (
    CarerCase,
    Enrolment,
    Escalation,
    GuideContact,
    GuideVoice,
    IntervisionMeeting,
    Match,
    OtherDay,
    Rhythm,
    Trajectory,
)
from kruispunt.arrivals.models import Arrival, Import
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.models import Account, Hold, JournalLine, Letter, Municipality, Term
from kruispunt.base.states import ErrandState
from kruispunt.base.work import desk
from kruispunt.config import delivering, purging
from kruispunt.config.merwedam import books, settling, world
from kruispunt.desks.work.views import SOURCES
from kruispunt.matching.models import Invitation
from kruispunt.offers.models import (
    ActivityOtherDay,
    ActivityRhythm,
    Course,
    Gathering,
    Participant,
    Volunteering,
)
from kruispunt.people.models import (
    Consent,
    Handover,
    Person,
    Seat,
    SeatRequest,
    Unsealing,
)
from kruispunt.questions import queries as questions
from kruispunt.questions.models import Question, Recording, WalkIn
from kruispunt.questions.queries import recordings
from kruispunt.questions.queries.unseen import unseen
from kruispunt.questions.states import OPEN, State

pytestmark = pytest.mark.django_db
FATMA, NOOR = settling.address("Fatma"), settling.address("Noor")
NOW = datetime(2026, 11, 19, 14, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def told(django_db_setup, django_db_blocker):
    """One in eight of Merwedam, told by the product's own actions, and gone after these tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        world.tell(NOW, say=lambda _: None, one_in=8)
        yield Municipality.objects.get(name="Merwedam")
        transaction.set_rollback(True)


def test_the_story_is_told_by_actions_that_the_journal_vouches_for(told):
    assert journal.first_broken(told.pk) is None
    lines = JournalLine.objects.filter(municipality=told)
    assert lines.latest("written_at").written_at <= NOW
    assert lines.earliest("written_at").written_at < NOW - timedelta(days=730)
    # Who came in with a list stands in the journal by the line of that list.
    listed = set(
        Arrival.objects.filter(whole__kind="volunteers").values_list("became_id", flat=True)
    )
    assert lines.filter(verb="import.carry").exists()
    for noun in (Question, Volunteering, Match, Invitation):
        rows = noun.objects.all()
        rows = rows.exclude(pk__in=listed) if noun is Volunteering else rows
        subjects = {journal.subject_of(row) for row in rows}
        assert subjects <= set(lines.values_list("subject", flat=True))


def test_questions_stand_in_every_state_that_a_desk_must_show(told):
    states = set(Question.objects.values_list("state", flat=True))
    assert {State.NEW, State.SEARCHING, State.ANSWERED, State.COMPLETED, State.WITHDRAWN} <= states
    assert Question.objects.filter(state__in=OPEN, due_on__lt=NOW.date()).exists()
    assert Match.objects.filter(state="active").exists()


def test_what_is_late_lies_with_petra_and_no_more_than_she_can_carry(told):
    """The rounds were walked: walking them once more escalates nothing."""
    system = Actor.system(told.pk, NOW)
    late = set(questions.overdue_searches(system)) - answers.carried_by_a_team(system)
    assert late == set()
    solved = {"carried_out", "evaluated"}
    reached = Escalation.objects.filter(municipality=told)
    assert reached.filter(state__in=solved).exists()
    assert 1 <= reached.exclude(state__in=solved).count() <= 8


def test_fatma_waits_in_the_inbox_and_noor_has_a_match_and_an_invitation(told):
    fatma, noor = Person.objects.get(email=FATMA), Person.objects.get(email=NOOR)
    asked = Question.objects.get(asked_by=fatma)
    assert (asked.state, asked.intake) == (State.NEW, "signal")
    hers = Match.objects.get(volunteering__person=noor, activity="Samen koffie drinken")
    assert hers.state == "active"
    invited = Invitation.objects.filter(volunteering__person=noor, state="sent")
    assert invited.count() == 1


def test_everyone_in_the_cast_can_sign_in_and_sits_in_the_right_place(told):
    for player in books.book("cast")["player"]:
        account = Account.objects.get(email=settling.address(player["name"]))
        assert account.check_password(books.book("cast")["password"])
        seats = Seat.objects.filter(user=account)
        assert {seat.role for seat in seats} == set(player["roles"])
        elsewhere = {seat.municipality_id != told.pk for seat in seats}
        assert elsewhere == {player.get("elsewhere", False)}


def test_d3_somebody_asked_aloud_and_waits_to_be_heard_and_another_was(told):
    spoken = Recording.objects.filter(municipality=told)
    heard, waits = spoken.filter(signal=None).order_by("pk")
    assert (heard.state, bool(heard.locked)) == ("written_down", False)
    assert "de brieven van de bank" in heard.question.words
    assert (waits.state, waits.question.state) == ("waiting", State.NEW)
    assert recordings.sound_of(waits).content.startswith(b"RIFF")
    assert spoken.get(question=None).signal.brought_by.given_name == "Bilal"


def test_people_stand_beside_people(told):
    teams = Trajectory.objects.filter(municipality=told).order_by("pk")
    assert [one.state for one in teams] == ["running", "consulting"]
    assert teams[0].arrangement.goals.get().words == "Twee keer per week zelf koken"
    beside = GuideContact.objects.filter(municipality=told, state="met")
    assert [one.guide.person.given_name for one in beside] == ["Hanna"]
    assert GuideVoice.objects.filter(municipality=told).count() == 2
    joop = CarerCase.objects.get(carer__email=settling.address("Joop"))
    assert (joop.state, joop.measurements.get().follow_up) == ("running", "contact")


def test_a18_volunteers_learn_together_and_somebody_prepares_the_next_time(told):
    meetings = IntervisionMeeting.objects.filter(municipality=told).order_by("on")
    assert [one.state for one in meetings] == ["held", "held", "planned"]
    assert meetings.latest("on").attendances.filter(state="coming").exclude(subject="").exists()


def test_k11_some_see_each_other_on_a_fixed_day_and_say_when_not(told):
    assert Rhythm.objects.filter(municipality=told, last_on=None).exists()
    assert OtherDay.objects.filter(municipality=told).exists()


def test_k11_groups_come_together_on_a_fixed_day_with_exceptions(told):
    assert ActivityRhythm.objects.filter(municipality=told, last_on=None).count() == 4
    said = ActivityOtherDay.objects.filter(municipality=told)
    assert sorted(one.on is None for one in said) == [False, True]


def test_a_club_brought_its_lists_and_one_waits_with_its_bad_rows(told):
    came, waits = Import.objects.filter(municipality=told).order_by("brought_at")
    assert (came.state, came.made, came.bad) == ("completed", 2, 2)
    assert (waits.state, waits.good, waits.bad) == ("checked", 1, 1)
    assert Hold.objects.filter(municipality=told, lifted_on=None).count() == 1


def test_the_post_of_two_years_went_out_and_what_had_its_time_is_gone(told):
    """Whoever opens the demo finds no hundreds of old letters, and loses nobody the first night."""
    carried = Letter.objects.filter(municipality=told, channel__in=delivering.carried())
    assert carried.filter(state=ErrandState.DONE).count() > 100
    assert not carried.filter(state=ErrandState.WAITING, due_at__lte=NOW).exists()
    tonight = purging.due_to_go(Actor.system(told.pk, NOW))
    assert not any(tonight.values())


def test_d40_things_were_done_together_and_one_is_announced(told):
    rows = Gathering.objects.filter(municipality=told).order_by("pk")
    assert sorted(one.state for one in rows) == ["announced", "counted", "counted", "idea"]
    assert {one.participants for one in rows if one.state == "counted"} == {84, 31}
    rows = Enrolment.objects.filter(municipality=told)
    assert rows.filter(times_there__gte=5).count() > 10
    assert rows.values("activity").distinct().count() > 12


def test_k22_a_place_fell_free_twice_one_said_yes_and_one_still_thinks(told):
    rows = Enrolment.objects.filter(municipality=told, offered_at__isnull=False).order_by("pk")
    assert [one.state for one in rows] == ["enrolled", "offered"]
    assert rows[0].confirmed_by_id == rows[0].arrangement.question.asked_by_id


def test_volunteers_were_trained_and_hold_a_certificate(told):
    courses = Course.objects.filter(municipality=told).order_by("on")
    assert [one.state for one in courses] == ["completed", "completed", "open", "planned"]
    hers = Participant.objects.filter(person__email=NOOR, state="achieved")
    assert hers.count() == 2


def test_a_sealed_address_was_opened_by_two_and_a_seat_waits_for_a_second(told):
    opened, waits = Unsealing.objects.filter(municipality=told).order_by("asked_at")
    assert (opened.state, waits.state) == ("sealed", "asked")
    assert opened.asked_by_id != opened.agreed_by_id
    states = SeatRequest.objects.filter(municipality=told).order_by("asked_at")
    assert [one.state for one in states] == ["given", "asked"]


def test_people_said_yes_no_and_not_any_more_at_the_desk(told):
    said = set(Consent.objects.filter(municipality=told).values_list("state", flat=True))
    assert {"given", "refused", "withdrawn", "asked"} <= said
    assert Consent.objects.get(person__email=FATMA).state == "asked"


def test_d2_bilal_rang_at_doors_and_what_is_not_in_view_has_a_range(told):
    policy = Actor(None, told.pk, frozenset({"policy"}), at=NOW)
    by_name = {one.name: one for one in unseen(policy)}
    star = by_name["Sterrenbuurt"].estimate
    assert star is not None
    assert 0 < star.low < star.middle < star.high
    assert by_name["Binnenvesting"].to_go == 4
    assert by_name["Lage Zijde"].homes is None


def test_people_came_by_and_one_of_them_became_a_signal(told):
    came = WalkIn.objects.filter(municipality=told)
    assert came.count() > 30
    assert came.exclude(signal=None).count() == 1


def test_d47_two_asked_in_another_language_and_wait_at_the_desk(told):
    asked = Question.objects.filter(municipality=told).exclude(asked_in="").order_by("asked_in")
    assert [(one.asked_in, one.state) for one in asked] == [("ar", "new"), ("pl", "new")]
    assert asked[0].words.startswith("Aangewezen op een plaatje:")


def test_ret_14_a_school_and_a_work_coach_see_what_is_theirs(told):
    assert Volunteering.objects.filter(municipality=told).exclude(mentor=None).exists()
    assert Handover.objects.filter(municipality=told, person__email=NOOR).count() == 1


def test_cap_03_petra_set_terms_and_one_counts_from_the_new_year(told):
    terms = Term.objects.filter(municipality=told).order_by("valid_from")
    assert terms.last().valid_from > NOW.date()
    assert "match.max_term_months" in {one.name for one in terms}


@pytest.mark.parametrize(("name", "most"), [("Wim", 60), ("Marijke", 45), ("Petra", 15)])
def test_a_desk_holds_no_more_than_one_person_can_do(told, name, most):
    seat = Seat.objects.filter(municipality=told, person__given_name=name).order_by("pk").first()
    who = Actor(seat.person_id, told.pk, frozenset({seat.role}), at=NOW)
    found = desk([pile for source in SOURCES for pile in source(who)], who.today)
    assert found.waiting <= most
    assert found.late <= 12


def test_mat_05_some_go_on_for_a_new_term(told):
    renewed = JournalLine.objects.filter(municipality=told, verb="match.renew")
    assert 0 < renewed.count() <= 3
