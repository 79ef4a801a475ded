"""Months in one neighbourhood, spoken like the flow: from what Bilal hears to two farewells.

The rounds walk every day in between, as they do in real life; after each scene we look at the
pages of those who have a part in it, and at those of Zed, who has none.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements import queries as answers
from kruispunt.base.models import Letter
from kruispunt.base.roles import Role
from kruispunt.config import rounds
from kruispunt.matching import actions as matching
from kruispunt.people import actions as people
from kruispunt.questions import actions as questions
from kruispunt.questions import queries as asks
from tests import story
from tests.cast import MONDAY, enter

WORDS = "Sinds mijn man er niet meer is kom ik de flat bijna niet uit"
pytestmark = pytest.mark.django_db


class Months:
    """One neighbourhood whose clock goes on; nobody acts on another day than today."""

    def __init__(self):
        self.now = MONDAY

    def pass_(self, days):
        """Walk the rounds of every day that passes; none may stumble."""
        for _ in range(days):
            self.now += timedelta(days=1)
            assert rounds.walk(self.now) == []

    def as_(self, player):
        return replace(player.actor, at=self.now)


@pytest.fixture
def months():
    return Months()


@pytest.fixture
def home(wim, ank):
    return people.register_organisation(
        wim.actor, name="Huis aan de Linge", kind="care", contact_id=ank.person.pk
    )


@pytest.fixture
def given(noor, els):
    return story.available(noor, els)


def sees(player, address):
    """The words on a page, for someone who is signed in."""
    answer = player.browser().get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def zed_never_sees_a_thing(zed, question_id):
    """His own pages are there, and nothing of this neighbourhood is on them."""
    browser = zed.browser()
    assert WORDS not in browser.get("/startpunt/").content.decode()
    for page in ("", "candidates/", "samenstellen/", "clarify/"):
        nothing = browser.get("/startpunt/vraag/999999/" + page)
        theirs = browser.get(f"/startpunt/vraag/{question_id}/{page}")
        assert (theirs.status_code, nothing.status_code) == (404, 404)


def bilal_hears(months, bilal):
    """At one door: someone who does not get out, and someone who cares for her."""
    heard = questions.Heard(
        place="Lindelaan", by_topic=(("getting_about", WORDS), ("carer", "De buurman doet alles"))
    )
    questions.bring_visit(months.as_(bilal), heard=heard)
    assert WORDS in sees(bilal, "/ambassadeur/")
    return {one.about: one for one in asks.signals(months.as_(bilal))}


def wim_clarifies(months, wim, fatma, signal):
    months.pass_(1)
    at_desk = months.as_(wim)
    questions.take_up(at_desk, signal.pk)
    question = questions.turn_into_question(
        at_desk, signal.pk, whom=questions.Whom(person_id=fatma.person.pk)
    )
    questions.contact(at_desk, question.pk)
    questions.clarify(at_desk, question.pk, found=story.WALKING)
    questions.divide(at_desk, question.pk, needs=(("WANDELEN", 1), ("VERVOER", 1)))
    weighed = questions.triage(at_desk, question.pk, answers=story.INTENSIVE)
    assert weighed.intensity == "intensief"
    return questions.combine(at_desk, question.pk)


def noor_and_ank_answer_together(months, question, fatma, noor, ank, wim, given, home):
    at_desk = months.as_(wim)
    asked = people.ask_consent(
        at_desk,
        person_id=fatma.person.pk,
        scope="question",
        purpose="Vervoer",
        organisation_id=home.pk,
    )
    people.give_consent(months.as_(fatma), asked.pk, until=date(2027, 6, 1))
    referral = arrangements.refer(
        at_desk,
        question.pk,
        organisation_id=home.pk,
        words="Vervoer, elke week",
        meets=("VERVOER",),
    )
    [invitation] = matching.invite(
        at_desk, question.pk, volunteering_ids=(given.pk,), words="Wandelen, vlak bij u"
    )
    months.pass_(1)
    arrangements.take_on(months.as_(ank), referral.pk)
    match = arrangements.accept_invitation(months.as_(noor), invitation.pk)
    assert "Fatma" not in sees(noor, "/vrijwilliger/")  # not before both said yes
    arrangements.approve(months.as_(fatma), question.pk, good_to_know="Loopt met een rollator.")
    match = arrangements.agree_as_resident(months.as_(fatma), match.pk)
    starts_on = months.now.date() + timedelta(days=3)
    arrangements.offer(months.as_(ank), referral.pk, offered="Rit op dinsdag", starts_on=starts_on)
    months.pass_(3)
    arrangements.deliver(months.as_(ank), referral.pk)
    assert match.state == "introduction"
    assert {(part.sort, part.runs) for part in answers.parts(months.as_(wim), question.pk)} == {
        ("match", True),
        ("referral", True),
    }
    return match, referral


def they_walk_for_months(months, match, noor, fatma, els):
    arrangements.start_trial(months.as_(els), match.pk)
    months.pass_(17)
    goes = arrangements.HowItGoes(times_met=2, contact_score=5, costs_more=False, as_agreed=True)
    asked = answers.check_ins(months.as_(els)).filter(match=match, state="asked")
    assert {one.side for one in asked} == {"volunteer", "resident"}
    for check_in in asked:
        speaker = noor if check_in.side == "volunteer" else fatma
        arrangements.answer_check_in(months.as_(speaker), check_in.pk, goes=goes)
    months.pass_(28)
    arrangements.sign(months.as_(els), match.pk, agreement=story.AGREEMENT)
    active = arrangements.activate(months.as_(els), match.pk)
    assert active.state == "active"


def it_ends_well(months, question, match, referral, fatma, noor, els, wim, ank):
    months.pass_(30)
    arrangements.wind_down(months.as_(els), match.pk)
    for who, side in ((fatma, "resident"), (els, "volunteer")):
        arrangements.look_back(months.as_(who), match.pk, side=side, words="Ik kom weer buiten")
    arrangements.end(
        months.as_(els), match.pk, reason="goal_reached", ended_by="both", planned=True
    )
    arrangements.follow_up(months.as_(wim), referral.pk, quality=5, words="Op tijd")
    arrangements.close_referral(months.as_(wim), referral.pk)
    farewell = answers.farewell_of(months.as_(els), match.pk)
    arrangements.say_farewell(months.as_(els), farewell.pk, words="Koffie met taart")
    arrangements.close(months.as_(els), question.pk, ending="Fatma loopt nu met de buurvrouw")
    assert asks.one(months.as_(wim), question.pk).state == "completed"


def bilal_hears_back(months, bilal, signal, wim):
    found = asks.signals(months.as_(bilal)).get(pk=signal.pk)
    if found.state == "turned":
        questions.feed_back(months.as_(wim), signal.pk, outcome="Er is iemand die meewandelt")
    assert "Er is iemand die meewandelt" in sees(bilal, "/ambassadeur/")


def test_bilal_hears_wim_clarifies_noor_and_ank_answer_and_it_ends_well(
    months, fatma, joop, noor, bilal, wim, els, ank, zed, given, home
):
    signals = bilal_hears(months, bilal)
    question = wim_clarifies(months, wim, fatma, signals["question"])
    zed_never_sees_a_thing(zed, question.pk)
    match, referral = noor_and_ank_answer_together(
        months, question, fatma, noor, ank, wim, given, home
    )
    bilal_hears_back(months, bilal, signals["question"], wim)
    assert "Fatma" in sees(noor, "/vrijwilliger/")
    they_walk_for_months(months, match, noor, fatma, els)
    it_ends_well(months, question, match, referral, fatma, noor, els, wim, ank)
    zed_never_sees_a_thing(zed, question.pk)
    assert not Letter.objects.filter(subject__contains="Fatma").exists()


def test_joop_is_seen_as_a_carer(months, fatma, joop, bilal, wim, zed):
    signal = bilal_hears(months, bilal)["carer"]
    months.pass_(1)
    questions.take_up(months.as_(wim), signal.pk)
    case = arrangements.see_carer_of_signal(
        months.as_(wim),
        signal.pk,
        whom=questions.Whom(person_id=joop.person.pk),
        cares_for_id=fatma.person.pk,
    )
    assert case.brought_by == bilal.person
    months.pass_(2)
    told = arrangements.CarerTold(
        tasks=("household",), wishes=("own_time",), hours_a_week=20, words="Het is veel"
    )
    arrangements.talk_with_carer(months.as_(wim), case.pk, told=told)
    short = arrangements.Answered(
        instrument="volhoudtijd", answers=("1 tot 6 maanden",), agreed=True
    )
    arrangements.measure_carer(months.as_(wim), case.pk, said=short)

    # INS-07: whoever cannot go on for half a year is called within five working days.
    [open_case] = answers.open_carers(months.as_(wim))
    assert open_case.due_on <= months.now.date() + timedelta(days=7)
    zed_never_sees_a_thing(zed, asks.asked_by(months.as_(wim), joop.person.pk).get().pk)


def test_petra_breaks_a_deadlock(months, fatma, wim, petra, ank, zed, home):
    question = story.searched(fatma, wim)
    months.pass_(29)

    [stuck] = answers.open_escalations(months.as_(petra))
    assert "Fatma" not in sees(petra, "/procesmanager/")
    arrangements.clear_up(months.as_(petra), stuck.pk, what="Een wandelmaatje", tried="Twee keer")
    arrangements.invite_parties(months.as_(petra), stuck.pk, organisation_ids=(home.pk,))
    months.pass_(2)
    [party] = answers.parties(months.as_(ank))
    arrangements.bring(months.as_(ank), party.pk, words="Wij hebben nu niemand")
    deadline = months.now.date() + timedelta(days=10)
    arrangements.decide(
        months.as_(petra),
        stuck.pk,
        responsible_id=home.pk,
        deadline=deadline,
        reason="Dit kan niet blijven liggen",
    )
    [told] = Letter.objects.filter(key=f"escalation.decide:{stuck.pk}")
    assert (told.to_person_id, "Dit kan niet blijven liggen" in told.text) == (ank.person.pk, True)
    arrangements.carry_out(months.as_(petra), stuck.pk)
    assert asks.one(months.as_(wim), question.pk).state == "triaged"
    zed_never_sees_a_thing(zed, question.pk)


def test_one_ends_early_without_blame_and_the_question_goes_on(months, fatma, noor, wim, els, zed):
    match = story.introduced(fatma, noor, wim=wim, els=els)
    arrangements.start_trial(months.as_(els), match.pk)
    months.pass_(9)

    arrangements.end(months.as_(els), match.pk, reason="too_heavy", ended_by="volunteer")

    question = asks.one(months.as_(wim), match.arrangement.question_id)
    assert question.state == "triaged"
    assert "Fatma" not in sees(noor, "/vrijwilliger/")  # her access ends at once (ROL-03)
    assert "te zwaar" not in sees(fatma, "/mijn/").lower()  # nobody is to blame (B1-06)
    zed_never_sees_a_thing(zed, question.pk)


def test_a_neighbour_of_elsewhere_is_not_even_a_name(months, fatma, zed, wim):
    question = story.searched(fatma, wim)
    other = enter("Fatma", zed.person.municipality, Role.RESIDENT)
    theirs = story.asked(other, words="Iets heel anders")

    assert sees(zed, f"/startpunt/vraag/{theirs.pk}/")
    zed_never_sees_a_thing(zed, question.pk)
