"""What a person brings by phone or on paper holds no link, and the answer is noted at once."""

import pytest
from django.conf import settings

from kruispunt.arrangements import actions, jobs
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter
from kruispunt.desks.startpunt import by_phone
from kruispunt.matching import actions as matching
from kruispunt.people.models import Person
from tests import story
from tests.cast import enter

SITE = settings.SITE


@pytest.fixture(autouse=True)
def startpunt(merwedam):
    merwedam.phone = "0183 555 000"
    merwedam.save()


def reads(player, channel):
    Person.objects.filter(pk=player.person.pk).update(channel=channel)


def invite(noor, question, els):
    given = story.available(noor, els)
    [invitation] = matching.invite(
        els.actor, question.pk, volunteering_ids=(given.pk,), words="Wandelen, vlak bij u"
    )
    Letter.objects.update(due_at=els.actor.at)
    return invitation


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_k3_on_the_phone_nobody_reads_a_link_aloud_and_the_caller_notes_the_answer(
    fatma, noor, wim, els
):
    reads(noor, "phone")
    invitation = invite(noor, story.searched(fatma, wim), els)
    where = f"/startpunt/uitnodiging/{invitation.pk}/antwoord/"
    browser = wim.browser()

    page = words(browser.get("/startpunt/bellen/"))
    assert "Wandelen, vlak bij u" in page
    assert by_phone.AT_ONCE in page
    assert SITE not in page
    assert f'href="{where}"' in page

    browser.post(where, {"answer": "no", "no_reason": "no_time"})

    assert "Wandelen, vlak bij u" not in words(browser.get("/startpunt/bellen/"))


def test_k3_a_resident_who_is_called_says_yes_or_no_on_the_page_of_the_match(fatma, noor, wim, els):
    reads(fatma, "phone")
    invitation = invite(noor, story.searched(fatma, wim), els)
    match = actions.accept_invitation(noor.actor, invitation.pk)
    Letter.objects.update(due_at=els.actor.at)
    browser = wim.browser()

    assert f'href="/startpunt/koppeling/{match.pk}/"' in words(browser.get("/startpunt/bellen/"))
    browser.post(f"/startpunt/koppeling/{match.pk}/decline/", {"side": "resident"})
    assert f"/startpunt/koppeling/{match.pk}/" not in words(browser.get("/startpunt/bellen/"))


def test_k3_paper_names_the_number_of_the_startpunt_and_no_link(fatma, noor, wim, els):
    reads(noor, "letter")
    invite(noor, story.searched(fatma, wim), els)

    page = words(wim.browser().get("/startpunt/bellen/brieven/"))

    assert "Wandelen, vlak bij u" in page
    assert "Bel ons: 0183 555 000. Wij schrijven uw antwoord op." in page
    assert SITE not in page


def test_chk_02_how_it_goes_is_noted_by_who_guides_and_the_desk_gets_no_door_to_it(
    fatma, noor, wim, els
):
    reads(noor, "phone")
    met = story.introduced(fatma, noor, wim=wim, els=els)
    actions.start_trial(els.actor, met.pk)
    jobs.ask_volunteers(Actor.system(met.municipality_id, els.later(days=28).at))
    Letter.objects.update(due_at=els.actor.at)

    assert "Noteer hoe het gaat" in words(els.browser().get("/startpunt/bellen/"))
    page = words(wim.browser().get("/startpunt/bellen/"))
    assert "Noteer hoe het gaat" not in page
    assert "hoe gaat het met u" in page.lower()


@pytest.mark.parametrize("crowd", [1, 3])
def test_k16_the_list_takes_as_many_queries_for_three_calls_as_for_one(
    crowd, fatma, merwedam, wim, els, django_assert_num_queries
):
    question = story.searched(fatma, wim)
    for number in range(crowd):
        one = enter(f"Noor {number}", merwedam, "volunteer")
        reads(one, "phone")
        invite(one, question, els)
    browser = wim.browser()
    browser.get("/startpunt/bellen/")

    with django_assert_num_queries(FEW):
        page = words(browser.get("/startpunt/bellen/"))
    assert page.count("Noteer ja of nee") == crowd


FEW = 6


@pytest.mark.parametrize(
    ("line", "said", "printed"),
    [
        (
            f"Komt u? Zeg het hier: {SITE}/intervisie/1:abc/",
            f"Komt u?\n\n{by_phone.AT_ONCE}",
            "Komt u? Bel ons: 0183. Wij schrijven uw antwoord op.",
        ),
        ("U hoeft niets te doen.", "U hoeft niets te doen.", "U hoeft niets te doen."),
        (
            f"Dag,\n\nU antwoordt hier: {SITE}/advies/1:a-b_c/\n\nVragen? Bel ons.",
            f"Dag,\n\nVragen? Bel ons.\n\n{by_phone.AT_ONCE}",
            "Dag,\n\nBel ons: 0183. Wij schrijven uw antwoord op.\n\nVragen? Bel ons.",
        ),
    ],
)
def test_k3_a_sentence_that_ends_in_a_link_is_said_and_printed_without_it(line, said, printed):
    assert by_phone.said_aloud(line) == said
    assert by_phone.on_paper(line, "0183") == printed


def test_k3_without_a_number_paper_keeps_its_link():
    line = f"U antwoordt hier: {SITE}/advies/1:abc/"
    assert by_phone.on_paper(line, "") == line


def test_a_link_that_we_did_not_write_leads_nowhere(wim):
    assert by_phone.doors(wim.actor, f"Hier: {SITE}/uitnodiging/1:vals/") == []
