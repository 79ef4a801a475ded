"""Who waits hears from us (complaint 1), and what grew old is asked after again (D49)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.work import desk
from kruispunt.core import terms
from kruispunt.matching import queries as matching
from kruispunt.offers import actions, jobs, queries
from kruispunt.offers.actions import in_touch
from kruispunt.offers.models import Volunteering
from kruispunt.offers.queries import in_touch as asking
from kruispunt.offers.queries import late
from kruispunt.offers.states import VolunteerState
from tests import story

WORDS = "Fijn dat u wilt helpen. Wij zoeken verder."


@pytest.fixture
def given(noor, els):
    return story.available(noor, els)


def house(player, days=0):
    return Actor.system(player.actor.municipality_id, player.actor.at + timedelta(days=days))


def after(player, days):
    return player.later(days=days)


def verbs(row):
    return [line.verb for line in journal.lines_of(row)]


def test_k1_a_call_moves_the_day_on_and_is_written_down_once(given, els):
    later = after(els, 40)
    told = in_touch.keep_in_touch(later, given.pk, how="phone")

    assert told.due_on == terms.due("volunteer.available", later.today)
    in_touch.keep_in_touch(later, given.pk, how="phone")
    assert verbs(given).count("volunteer.keep_in_touch") == 1


def test_k1_one_letter_to_many_moves_each_day_on_and_comes_once(given, fatma, els):
    second = story.available(fatma, els)
    later, both = after(els, 40), (given.pk, second.pk)

    assert in_touch.write_to_waiting(later, volunteering_ids=both, words=WORDS) == 2
    assert in_touch.write_to_waiting(later, volunteering_ids=both, words=WORDS) == 0

    letters = Letter.objects.filter(key__startswith="profile:")
    assert {letter.to_person_id for letter in letters} == {given.person_id, second.person_id}
    assert all(WORDS in one.text and "/klopt-dit-nog/" in one.text for one in letters)
    assert not asking.too_late(later).exists()


def test_k1_who_heard_lies_on_no_desk_until_it_is_time_again(given, els):
    def waiting(days):
        actor = after(els, days)
        return [duty.step for duty in desk(queries.piles(actor), actor.today).duties]

    assert waiting(1) == []
    assert waiting(40) == ["Laat horen hoe het staat"]
    in_touch.keep_in_touch(after(els, 40), given.pk)
    assert waiting(41) == []


def test_k1_who_does_not_wait_is_told_nothing_and_strangers_write_to_nobody(
    given, els, noor, wim, zed
):
    with pytest.raises(PermissionDenied):
        in_touch.keep_in_touch(noor.actor, given.pk)
    with pytest.raises(PermissionDenied):
        in_touch.write_to_waiting(wim.actor, volunteering_ids=(given.pk,), words=WORDS)
    with pytest.raises(ObjectDoesNotExist):
        in_touch.keep_in_touch(zed.actor, given.pk)
    actions.pause_volunteer(noor.actor, given.pk)
    with pytest.raises(ImpossibleMove):
        in_touch.keep_in_touch(els.actor, given.pk)
    assert in_touch.write_to_waiting(els.actor, volunteering_ids=(given.pk,), words=WORDS) == 0


def test_k1_the_letter_to_many_names_no_illness(given, els):
    with pytest.raises(ValidationError, match="ziekte"):
        in_touch.write_to_waiting(
            after(els, 40), volunteering_ids=(given.pk,), words="Voor mensen met dementie"
        )


def grow_old(given, player, days=400):
    jobs.ask_after_profiles(house(player, days))
    return Volunteering.objects.get(pk=given.pk)


def test_d49_a_profile_of_a_year_ago_is_asked_after_once(given, els):
    assert grow_old(given, els, 300).confirm_by is None
    asked = grow_old(given, els)

    assert asked.confirm_by == terms.due("volunteer.confirm", house(els, 400).today)
    grow_old(given, els, 401)
    assert Letter.objects.filter(subject="Klopt dit nog?").count() == 1
    assert asking.profile_link(given) in Letter.objects.get(subject="Klopt dit nog?").text


def test_d49_after_silence_she_is_not_proposed_and_the_reason_is_said(given, fatma, els, wim):
    grow_old(given, els)
    grow_old(given, els, 420)
    question = story.searched(fatma, wim)
    weighed = matching.candidates(els.actor, question.pk)

    assert [one.volunteering_id for one in weighed.candidates] == []
    assert "zei lang niet of het profiel nog klopt" in weighed.refused[0].why_not
    duties = desk(queries.piles(after(els, 420)), after(els, 420).today).duties
    assert [duty.step for duty in duties] == ["Bel: klopt het profiel nog?"]


def test_d49_her_yes_brings_her_back_and_starts_the_year_again(given, fatma, noor, els, wim):
    grow_old(given, els)
    grow_old(given, els, 420)
    row = in_touch.confirm_profile(after(noor, 421), given.pk)

    assert (row.unconfirmed, row.confirm_by) == (False, None)
    question = story.searched(fatma, wim)
    weighed = matching.candidates(els.actor, question.pk)
    assert [one.volunteering_id for one in weighed.candidates] == [given.pk]
    assert grow_old(given, els, 700).confirm_by is None
    assert "volunteer.doubt_profile" in verbs(given)
    assert "volunteer.confirm_profile" in verbs(given)


def test_d49_silence_for_long_reaches_the_process_manager_without_a_name(given, els, petra):
    grow_old(given, els)
    grow_old(given, els, 420)
    in_touch.keep_in_touch(after(els, 420), given.pk)  # told how it stands, not yet answered
    piles = late.late(after(petra, 440))

    assert [pile.waiting.count() for pile in piles if pile.noun == "volunteer"] == [0, 1]


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ("yes", VolunteerState.AVAILABLE),
        ("rest", VolunteerState.PAUSED),
        ("stop", VolunteerState.STOPPED),
    ],
)
def test_d49_the_link_of_the_letter_takes_her_answer(answer, state, given, els, client):
    grow_old(given, els)
    here = f"/klopt-dit-nog/{asking.profile_link(given)}/"

    assert "Wat u graag doet" in client.get(here).content.decode()
    assert client.post(here, {"answer": answer}).status_code == 302
    row = Volunteering.objects.get(pk=given.pk)
    assert row.state == state
    assert "Wij hebben uw antwoord" in client.get(f"{here}?dank=1").content.decode()
    if answer == "yes":
        assert row.confirm_by is None


def test_d49_she_changes_her_profile_by_the_link(given, client):
    here = f"/klopt-dit-nog/{asking.profile_link(given)}/"
    to_change = client.post(here, {"answer": "change"})
    said = {"kinds": ["KOFFIE"], "slots": ["di-middag"], "hours": "1", "max_km": "2"}

    assert client.post(to_change["Location"], {"hours": "1"}).status_code == 422
    assert client.post(to_change["Location"], said).status_code == 302
    row = Volunteering.objects.get(pk=given.pk)
    assert (row.kinds, row.hours, row.roles) == (["KOFFIE"], 1, ["bondgenoot"])


def test_d49_a_forged_word_opens_nothing(given, client):
    assert client.get(f"/klopt-dit-nog/{given.pk}:vals/").status_code == 404


def test_the_desk_chooses_whom_and_sends(given, fatma, els):
    story.available(fatma, els)
    Volunteering.objects.update(due_on=els.actor.today - timedelta(days=9))
    browser = els.browser()
    page = browser.get("/startpunt/vrijwilligers/laat-horen/").content.decode()
    assert "2 van de 2" in page

    here = "/startpunt/vrijwilligers/laat-horen/"
    assert browser.post(here, {"who": "chosen", "words": WORDS}).status_code == 422
    browser.post(here, {"who": "chosen", "chosen": [given.pk], "words": WORDS})
    assert Letter.objects.filter(key__startswith="profile:").count() == 1


@pytest.mark.parametrize("others", [0, 2])
def test_the_page_asks_as_much_of_the_database_with_one_as_with_three(
    others, given, fatma, joop, els, django_assert_max_num_queries
):
    for one in (fatma, joop)[:others]:
        story.available(one, els)
    browser = els.browser()
    with django_assert_max_num_queries(14):
        browser.get("/startpunt/vrijwilligers/laat-horen/")
