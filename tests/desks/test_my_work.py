"""Mijn werk: whoever signs in finds what waits for her, overdue first, one next step each."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements.models import CheckIn, Match, Referral
from kruispunt.base.models import Term
from kruispunt.base.work import desk, long_late
from kruispunt.desks.work.views import SOURCES
from kruispunt.matching.models import Invitation
from kruispunt.offers import actions as offers
from kruispunt.people import actions as people
from kruispunt.questions import actions as questions
from kruispunt.questions.models import Question, Signal
from tests import story
from tests.cast import MONDAY, enter

TODAY = MONDAY.date()


def duties(actor):
    return desk([pile for source in SOURCES for pile in source(actor)], actor.today)


def steps(player, **passed):
    return [duty.step for duty in duties(player.later(**passed)).duties]


def test_k9_what_waits_longest_is_on_top_and_what_has_no_worker_is_every_workers(fatma, joop, wim):
    first = story.asked(fatma)
    later = questions.open_question(
        joop.later(days=2), asked_by_id=joop.person.pk, words="Mijn knie"
    )
    second = enter("Saskia", wim.person.municipality, "worker")

    for worker in (wim, second):
        found = duties(worker.later(days=7))
        asked = [duty.about for duty in found.duties if duty.noun == "question"]
        assert asked == [first.pk, later.pk]
        assert found.late == 2
    questions.contact(wim.actor, first.pk)
    assert first.pk not in [duty.about for duty in duties(second.actor).duties]


def test_k9_each_reads_her_own_part_of_one_match(fatma, noor, ank, wim, els):
    question = story.searched(fatma, wim)
    given = story.available(noor, els)
    [invitation] = story.matching.invite(
        els.actor, question.pk, volunteering_ids=(given.pk,), words="Wandelen"
    )
    assert "Er is een vraag voor u. Zeg ja of nee" in steps(noor)

    match = arrangements.accept_invitation(noor.actor, invitation.pk)
    assert "Wilt u iemand leren kennen? Zeg ja of nee" in steps(fatma)
    assert "Vraag de inwoner om een antwoord" in steps(els)

    arrangements.agree_as_resident(fatma.actor, match.pk)
    assert "Spreek een kennismaking af" in steps(els)
    assert "U gaat elkaar ontmoeten" in steps(noor)
    assert "Zoek een vrijwilliger" not in steps(wim)


def test_a_search_waits_for_its_worker_only_while_nobody_thinks_it_over(fatma, noor, wim, els):
    question = story.searched(fatma, wim)
    assert "Zoek een vrijwilliger" in steps(wim)

    given = story.available(noor, els)
    [invitation] = story.matching.invite(
        els.actor, question.pk, volunteering_ids=(given.pk,), words="Wandelen"
    )
    assert "Zoek een vrijwilliger" not in steps(wim)
    assert duties(wim.actor).resting == 1
    story.matching.decline(noor.actor, invitation.pk, no_reason="no_time")
    assert "Zoek een vrijwilliger" in steps(wim)


def test_help_that_runs_waits_for_nobody_until_its_day(fatma, noor, wim, els):
    question = story.searched(fatma, wim)
    match = story.introduced(fatma, noor, wim=wim, els=els, question=question)
    arrangements.start_trial(els.actor, match.pk)
    assert "Kijk of de hulp nog loopt, of sluit af" not in steps(wim)

    questions.look_again(wim.actor, question.pk, until=TODAY + timedelta(days=30))
    assert "Kijk of de hulp nog loopt, of sluit af" not in steps(wim)
    assert "Kijk of de hulp nog loopt, of sluit af" in steps(wim, days=30)


def test_who_looked_after_the_last_part_ended_is_not_late_with_it_for_ever(
    fatma, noor, wim, els, petra
):
    question = story.searched(fatma, wim)
    match = story.introduced(fatma, noor, wim=wim, els=els, question=question)
    arrangements.start_trial(els.actor, match.pk)
    questions.ask_to_close(wim.actor.through("arrangements"), question.pk)
    look = "Kijk of de hulp nog loopt, of sluit af"
    assert look in steps(wim)

    questions.look_again(wim.actor, question.pk, until=TODAY + timedelta(days=90))
    assert look not in steps(wim, days=60)
    late = [one.noun for one in duties(petra.later(days=60)).duties if one.where == "late"]
    assert "question" not in late


def test_looking_again_moves_no_term_of_a_question_that_has_no_answer_yet(fatma, wim):
    question = story.asked(fatma)
    looked = questions.look_again(wim.actor, question.pk, until=TODAY + timedelta(days=90))

    assert looked.due_on == question.due_on


def test_two_that_got_stuck_with_the_same_kind_of_help_are_told_apart(fatma, joop, wim, petra):
    asked = [story.searched(who, wim).pk for who in (fatma, joop)]
    for pk in asked:
        arrangements.report(wim.actor, pk, cause="no_match")
    found = [one.words for one in duties(petra.actor).duties]

    assert found == [f"Samen wandelen, vraag {pk}" for pk in asked]


def test_an_organisation_the_process_manager_and_the_ambassador_find_theirs(
    fatma, joop, wim, ank, petra, bilal
):
    home = people.register_organisation(
        wim.actor, name="Huis", kind="care", contact_id=ank.person.pk
    )
    arrangements.refer_with_yes(
        wim.actor, story.searched(fatma, wim).pk, organisation_id=home.pk, words="Mee", why="nodig"
    )
    arrangements.report(wim.actor, story.searched(joop, wim).pk, cause="no_match")
    questions.notice(bilal.actor, noticed=questions.Noticed(words="Tassen op de galerij"))

    assert steps(ank) == ["Neem deze vraag aan, of zeg waarom niet"]
    assert steps(petra) == ["Maak de vraag helder"]
    assert steps(bilal) == ["Geef dit door, of los het zelf op"]


def test_lateness_becomes_amber_and_then_the_process_manager_hears_it(fatma, wim, petra):
    story.asked(fatma)  # due after two working days
    late = duties(wim.later(days=3))

    assert late.late == 1
    assert steps(petra, days=3) == []
    assert steps(petra, days=14) == ["Dit ligt te lang bij het Startpunt. Vraag waarom"]
    Term.objects.create(
        municipality=wim.person.municipality, name="work.long_late", length=30, valid_from=TODAY
    )
    assert steps(petra, days=14) == []


def test_long_late_counts_working_days(wim):
    # Five working days before a Monday is the Monday before.
    assert long_late(wim.actor) == TODAY - timedelta(days=7)


def test_zed_finds_nothing_of_ours(fatma, noor, wim, els, zed):
    story.introduced(fatma, noor, wim=wim, els=els)
    assert duties(zed.later(days=99)).waiting == 0


def test_each_open_row_is_on_somebodys_list(fatma, joop, noor, wim, els, ank, petra, bilal):
    match = story.introduced(fatma, noor, wim=wim, els=els)
    home = people.register_organisation(
        wim.actor, name="Huis", kind="care", contact_id=ank.person.pk
    )
    arrangements.refer_with_yes(
        wim.actor, story.searched(joop, wim).pk, organisation_id=home.pk, words="Mee", why="nodig"
    )
    signal = questions.notice(bilal.actor, noticed=questions.Noticed(words="Tassen"))
    questions.hand_in(bilal.actor, signal.pk)
    arrangements.start_trial(els.actor, match.pk)
    CheckIn.objects.filter(side="volunteer").update(state="asked")
    last = CheckIn.objects.filter(side="resident").latest("on")
    CheckIn.objects.filter(pk=last.pk).update(state="missed")
    CheckIn.objects.exclude(side="volunteer").exclude(pk=last.pk).delete()
    everyone = (fatma, joop, noor, wim, els, ank, petra, bilal)

    listed: dict[type, set[int]] = {}
    for player in everyone:
        for source in SOURCES:
            for pile in source(player.later(days=1)):
                rows = pile.waiting
                listed.setdefault(rows.model, set()).update(rows.values_list("pk", flat=True))
    for model in (Question, Signal, Match, Referral, CheckIn):
        assert listed[model] == set(model.objects.values_list("pk", flat=True)), model
    assert not Invitation.objects.filter(state="sent").exists()


def test_the_page_says_it_in_one_place_and_links_to_where_it_is_done(fatma, wim):
    question = story.asked(fatma)
    page = wim.browser().get("/werk/").content.decode()

    assert "Bel voor een eerste gesprek" in page
    assert f"/startpunt/vraag/{question.pk}/" in page
    assert "Fatma" in page


def test_a_check_in_is_answered_from_my_work(fatma, noor, wim, els):
    match = story.introduced(fatma, noor, wim=wim, els=els)
    check_in = CheckIn.objects.create(
        municipality_id=match.municipality_id, match=match, side="volunteer", on=TODAY,
        state="asked", state_since=MONDAY,
    )  # fmt: skip
    browser = noor.browser()

    assert f"/werk/check_in/{check_in.pk}/" in browser.get("/werk/").content.decode()
    assert "/hoe-gaat-het/" in browser.get(f"/werk/check_in/{check_in.pk}/")["Location"]
    assert fatma.browser().get(f"/werk/check_in/{check_in.pk}/").status_code == 404


@pytest.mark.parametrize("who", ["wim", "els"])
def test_as_many_queries_for_three_as_for_one(request, who, fatma, wim, els, noor):
    player = request.getfixturevalue(who)
    counts = []
    for count in (1, 3):
        for _ in range(count):
            story.asked(fatma)
            guest = enter(f"N{count}", wim.person.municipality, "volunteer")
            offers.apply_as_volunteer(
                guest.actor, person_id=guest.person.pk, profile=story.NOORS_PROFILE
            )
        browser = player.browser()
        browser.get("/werk/")
        with CaptureQueriesContext(connection) as asked:
            browser.get("/werk/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_match_that_runs_waits_for_nobody_until_its_day(fatma, noor, wim, els):
    match = story.introduced(fatma, noor, wim=wim, els=els)
    assert "Spreek een kennismaking af" in steps(els)

    arrangements.start_trial(els.actor, match.pk)
    match.refresh_from_db()
    days = (match.due_on - TODAY).days

    assert "Kijk hoe de proeftijd gaat" not in steps(els)
    assert duties(els.actor).resting == 1
    assert "Kijk hoe de proeftijd gaat" in steps(els, days=days)


def test_who_rests_waits_for_nobody_until_her_day(noor, els):
    given = story.available(noor, els)
    offers.pause_volunteer(els.actor, given.pk)

    assert "Vraag of de pauze voorbij is" not in steps(els, days=30)
    assert "Vraag of de pauze voorbij is" in steps(els, days=60)


def test_an_old_silence_waits_for_nobody_once_that_side_was_heard(fatma, noor, wim, els, petra):
    match = story.introduced(fatma, noor, wim=wim, els=els)
    CheckIn.objects.filter(match=match).delete()
    silent, heard = (
        CheckIn.objects.create(
            municipality_id=match.municipality_id, match=match, side="resident",
            on=TODAY + timedelta(days=day), state="missed", state_since=MONDAY,
        )
        for day in (1, 20)
    )  # fmt: skip
    ask = "Bel: geen antwoord gekregen"
    assert steps(els, days=60).count(ask) == 1

    CheckIn.objects.filter(pk=heard.pk).update(state="answered", contact_score=4)
    assert ask not in steps(els, days=60)
    assert not [one for one in duties(petra.later(days=60)).duties if one.noun == "check_in"]
    CheckIn.objects.filter(pk=heard.pk).update(side="volunteer")
    assert [one.about for one in duties(els.later(days=60)).duties if one.step == ask] == [
        silent.pk
    ]


def test_the_same_step_on_the_same_page_stands_there_once(fatma, joop, bilal, wim):
    for words in ("Tassen op de galerij", "Een lamp is stuk", "De deur klemt"):
        signal = questions.notice(bilal.actor, noticed=questions.Noticed(words=words))
        questions.hand_in(bilal.actor, signal.pk)
    page = wim.browser().get("/werk/").content.decode()

    assert "3 dingen wachten op u" in page
    assert page.count("Pak dit signaal op") == 1
    assert "(3 keer)" in page
