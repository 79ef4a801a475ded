"""The longest a match goes on, a warm ending, and then others first (CAP-03)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kruispunt.arrangements import actions, jobs
from kruispunt.arrangements.actions.at_term import reach_term
from kruispunt.arrangements.models import Farewell, Match
from kruispunt.arrangements.queries.at_term import matches_at_term
from kruispunt.base.actor import Actor
from kruispunt.base.models import JournalLine, Term
from kruispunt.base.moves import ImpossibleMove
from kruispunt.matching import actions as matching
from kruispunt.matching import queries as scales
from kruispunt.people import actions as people
from kruispunt.people.queries import resting
from kruispunt.questions import queries as questions
from tests import story
from tests.cast import MONDAY, enter

TWO_YEARS = timedelta(days=730)


def set_longest(merwedam, months=24, since=date(2026, 1, 1)):
    Term.objects.create(
        municipality=merwedam, name="match.max_term_months", length=months, valid_from=since
    )


@pytest.fixture
def long_together(fatma, noor, wim, els):
    """Fatma and Noor have walked for two years."""
    match = story.introduced(fatma, noor, wim=wim, els=els)
    actions.start_trial(els.actor, match.pk)
    actions.sign(els.actor, match.pk, agreement=story.AGREEMENT)
    actions.activate(els.actor, match.pk)
    began = MONDAY - TWO_YEARS
    Match.objects.filter(pk=match.pk).update(met_on=began.date(), active_since=began)
    return match


def house(merwedam, at=MONDAY):
    return Actor.system(merwedam.pk, at)


def ended(els, match):
    return actions.end(els.actor, match.pk, reason="term_over", ended_by="both", planned=True)


def test_cap_03_is_off_unless_a_municipality_sets_it(long_together, merwedam, els, wim, fatma):
    assert matches_at_term(house(merwedam)) == []
    jobs.reach_terms(house(merwedam))
    assert not Farewell.objects.exists()
    ended(els, long_together)
    assert resting.rests_until(wim.actor, fatma.person.pk) is None


def test_cap_03_the_setting_counts_from_its_day(long_together, merwedam):
    set_longest(merwedam, since=date(2026, 12, 1))
    assert matches_at_term(house(merwedam)) == []
    assert matches_at_term(house(merwedam, MONDAY + timedelta(days=40))) == [long_together.pk]


def test_cap_03_a_match_at_its_term_gets_a_farewell_talk_on_a_desk_once(
    long_together, merwedam, els
):
    set_longest(merwedam)
    jobs.reach_terms(house(merwedam))
    jobs.reach_terms(house(merwedam))
    farewell = Farewell.objects.get()
    assert (farewell.match_id, farewell.due_on, farewell.state) == (
        long_together.pk,
        date(2026, 11, 16),
        "planned",
    )
    # Nothing stops by itself: people say goodbye.
    long_together.refresh_from_db()
    assert long_together.state == "active"
    assert JournalLine.objects.filter(verb="match.reach_term").count() == 1


def test_cap_03_a_shorter_match_goes_on(long_together, merwedam):
    set_longest(merwedam, months=36)
    assert matches_at_term(house(merwedam)) == []


def test_cap_03_nobody_but_the_house_reaches_a_term(long_together, merwedam, els):
    set_longest(merwedam)
    with pytest.raises(PermissionDenied):
        reach_term(els.actor, long_together.pk)


@pytest.fixture
def asks_again(long_together, merwedam, els, fatma, wim):
    """The match ended at its term, and Fatma asks for somebody new."""
    set_longest(merwedam)
    ended(els, long_together)
    return story.searched(fatma, wim)


def test_cap_03_after_it_others_go_first_for_two_years(asks_again, wim, fatma):
    until = resting.rests_until(wim.actor, fatma.person.pk)
    assert until == date(2026, 11, 2) + TWO_YEARS
    assert resting.rests_until(wim.later(days=731), fatma.person.pk) is None


def test_cap_03_everyone_falls_by_one_plain_rule_and_nobody_is_hidden(asks_again, els, noor):
    desk = scales.desk(els.actor, asks_again.pk)
    assert (desk.passing, desk.candidates) == (0, ())
    [rest] = desk.rules
    assert (rest.rule, rest.count, rest.names) == ("rust", 1, ("Noor",))
    assert rest.sentence == "past wel, maar anderen gaan nu voor, tot woensdag 1 november 2028"
    given = Match.objects.get()
    with pytest.raises(ImpossibleMove, match="past niet"):
        matching.invite(
            els.actor,
            asks_again.pk,
            volunteering_ids=(given.volunteering_id,),
            words="Wandelen",
        )


def test_cap_03_a_round_looks_for_who_is_on_the_list(asks_again, els, joop, wim):
    other = story.searched(joop, wim)
    assert [int(card.id) for card in questions.ask_cards(els.actor)] == [other.pk]


def test_cap_03_the_volunteer_goes_on_with_somebody_else(asks_again, els, joop, wim):
    other = story.searched(joop, wim)
    assert [one.name for one in scales.desk(els.actor, other.pk).candidates] == ["Noor"]


def test_prv08_a_person_may_look_all_the_same_and_says_why(asks_again, els, fatma):
    with pytest.raises(ValidationError, match="Schrijf op waarom"):
        people.lift_rest(els.actor, fatma.person.pk, because=" ")
    people.lift_rest(els.actor, fatma.person.pk, because="Zij heeft niemand meer.")
    assert scales.desk(els.actor, asks_again.pk).passing == 1
    assert JournalLine.objects.filter(verb="person.lift_rest").count() == 1


def test_cap_03_the_page_says_it_and_asks_for_a_reason(asks_again, els, noor):
    browser = els.browser()
    page = f"/startpunt/vraag/{asks_again.pk}/"
    assert "gaan anderen voor" in browser.get(f"{page}candidates/").content.decode()
    assert browser.post(f"{page}lift_rest/", {"because": ""}).status_code == 422
    assert browser.post(f"{page}lift_rest/", {"because": "Niemand meer."}).status_code == 302
    assert "gaan anderen voor" not in browser.get(f"{page}candidates/").content.decode()


def test_who_may_not_decide_lifts_nothing(asks_again, fatma, noor, zed, merwedam):
    for stranger in (fatma, noor, enter("Tom", merwedam, "trainer")):
        with pytest.raises(PermissionDenied):
            people.lift_rest(stranger.actor, fatma.person.pk, because="Zomaar")
    people.lift_rest(zed.actor, fatma.person.pk, because="Van elders")
    assert resting.rests_until(noor.actor, fatma.person.pk) is not None
