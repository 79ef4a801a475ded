"""What goes to organisations, what they answer, and what Petra does when nobody can."""

from dataclasses import replace

import pytest
from django.test import Client

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements import queries as answers
from kruispunt.arrangements.states.reasons import RefusalReason
from kruispunt.desks.partner.forms import RefuseForm
from kruispunt.offers import actions as offers
from kruispunt.people import actions as people
from kruispunt.people import queries as people_queries
from kruispunt.questions import actions as questions
from tests import story


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def home(wim, ank):
    return people.register_organisation(
        wim.actor, name="De Merwehof", kind="care", contact_id=ank.person.pk
    )


@pytest.fixture
def question(fatma, wim):
    return story.triaged(fatma, wim)


SAID = {"words": "Iemand wil weer leren lopen", "why": "Er is oefening nodig", "agrees": "on"}


@pytest.fixture
def referral(question, home, wim):
    wim.browser().post(
        f"/startpunt/vraag/{question.pk}/refer/", SAID | {"organisation_id": home.pk}
    )
    return answers.referrals(wim.actor).get()


def test_without_fatmas_yes_nothing_goes_out(question, home, wim):
    silent = {name: said for name, said in SAID.items() if name != "agrees"}

    answer = wim.browser().post(
        f"/startpunt/vraag/{question.pk}/refer/", silent | {"organisation_id": home.pk}
    )

    assert answer.status_code == 422
    assert "Zonder ja van de inwoner delen we niets." in words(answer)
    assert not answers.referrals(wim.actor).exists()


def asks_for(question, home, wim, **other):
    return wim.browser().post(
        f"/startpunt/vraag/{question.pk}/refer/", SAID | {"organisation_id": home.pk} | other
    )


def weighed(fatma, wim, **found):
    asked = story.asked(fatma)
    questions.contact(wim.actor, asked.pk)
    questions.clarify(wim.actor, asked.pk, found=replace(story.WALKING, **found))
    level = found.get("self_reliance", 2)
    answers_given = replace(story.INTENSIVE, self_reliance=level)
    return questions.triage(wim.actor, asked.pk, answers=answers_given)


def test_d45_the_page_asks_who_is_near_before_any_organisation(fatma, wim, home):
    question = weighed(fatma, wim, own_network="")
    page = wim.browser().get(f"/startpunt/vraag/{question.pk}/refer/")
    assert "nog niet gevraagd wie er dichtbij staan" in words(page)

    answer = asks_for(question, home, wim)
    assert answer.status_code == 422
    assert "Vraag eerst wie er dichtbij staan. Ook als dat niemand is." in words(answer)
    assert not answers.referrals(wim.actor).exists()
    assert not people_queries.consents(wim.actor, fatma.person.pk).exists()

    near = arrangements.Nearby(who="de buurvrouw", what="doet de post", meets=("WANDELEN",))
    arrangements.name_own_help(wim.actor, question.pk, nearby=near)
    assert asks_for(question, home, wim).status_code == 302


def test_d5_on_the_page_care_needs_a_written_reason_and_keeps_it(question, home, wim):
    answer = asks_for(question, home, wim, why=" ")
    assert answer.status_code == 422
    assert "Schrijf op waarom lichtere hulp niet genoeg is." in words(answer)

    assert asks_for(question, home, wim).status_code == 302
    sent = answers.referrals(wim.actor).get()
    assert sent.arrangement.why_formal == SAID["why"]


def test_d5_welfare_needs_no_reason_until_it_gives_formal_help(question, wim, ank):
    welfare = people.register_organisation(
        wim.actor, name="Welzijn", kind="welfare", contact_id=ank.person.pk
    )
    listing = offers.Listing(name="Begeleiding", organisation_id=welfare.pk, kinds=("WANDELEN",))
    offers.list_service(wim.actor, listing=listing, kind="formal")
    assert asks_for(question, welfare, wim, why="").status_code == 422

    club = people.register_organisation(
        wim.actor, name="Wandelclub", kind="sport", contact_id=ank.person.pk
    )
    assert asks_for(question, club, wim, why="").status_code == 302


def test_51_who_copes_goes_to_an_organisation_only_with_a_reason(fatma, wim, ank):
    question = weighed(fatma, wim, self_reliance=1)
    club = people.register_organisation(
        wim.actor, name="Wandelclub", kind="sport", contact_id=ank.person.pk
    )
    assert asks_for(question, club, wim, why="").status_code == 422
    assert asks_for(question, club, wim, why="Zij vroeg er zelf om").status_code == 302


def test_ank_answers_by_her_letter_and_wim_reads_the_offer(referral, wim):
    letter = f"/verwijzing/{answers.referral_link(referral)}/"
    browser = Client()

    page = words(browser.get(letter))
    browser.post(letter, {"verb": "take_on"})
    browser.post(letter, {"verb": "offer", "offered": "Fysio thuis", "starts_on": "2026-12-01"})

    assert "Iemand wil weer leren lopen" in page
    assert "Fatma" not in page
    assert "Fysio thuis" in words(wim.browser().get(f"/startpunt/verwijzing/{referral.pk}/"))


def test_a_question_back_is_explained(referral, wim):
    letter = f"/verwijzing/{answers.referral_link(referral)}/"
    Client().post(letter, {"verb": "ask_back", "words": "Kan zij traplopen?"})

    page = words(wim.browser().get(f"/startpunt/verwijzing/{referral.pk}/"))
    wim.browser().post(f"/startpunt/verwijzing/{referral.pk}/explain/", {"words": "Met steun."})

    assert "Kan zij traplopen?" in page
    assert "Met steun." in words(Client().get(letter))


def test_ank_answers_at_her_own_desk_and_an_offer_without_a_day_comes_back(referral, home, ank):
    browser = replace(
        ank, actor=replace(ank.actor, organisation_ids=frozenset({home.pk}))
    ).browser()
    address = f"/organisatie/vraag/{referral.pk}/"
    browser.post(address + "take_on/")

    again = browser.post(address + "offer/", {"offered": "Fysio thuis"})

    assert again.status_code == 422
    assert "Fysio thuis" in words(again)
    assert "Wat kunt u doen?" in words(browser.get(address))


def test_prv_01_where_a_colleague_lives_is_nobodys_business_at_work(referral, ank, fatma, wim):
    page = words(wim.browser().get(f"/startpunt/verwijzing/{referral.pk}/"))

    assert ank.person.phone in page
    assert ank.person.street not in page
    assert ank.person.postcode not in page
    asker = words(wim.browser().get(f"/startpunt/vraag/{referral.arrangement.question_id}/"))
    assert fatma.person.street in asker


def test_a_forged_letter_does_not_exist(referral):
    assert Client().get(f"/verwijzing/{referral.pk}:abc/").status_code == 404
    assert Client().get(f"/meedenken/{answers.referral_link(referral)}/").status_code == 404


def test_when_all_say_no_petra_makes_it_clear_invites_and_decides(referral, home, ank, petra):
    arrangements.refuse(ank.actor, referral.pk, refusal="no_place")
    [stuck] = answers.open_escalations(petra.actor)
    address, browser = f"/procesmanager/{stuck.pk}/", petra.browser()

    browser.post(address + "clear_up/", {"what": "Oefening aan huis", "tried": "De Merwehof: vol"})
    browser.post(address + "invite_parties/", {"organisation_ids": [home.pk]})
    party = answers.escalation(petra.actor, stuck.pk).parties.get()
    Client().post(f"/meedenken/{answers.party_link(party)}/", {"words": "Eén ochtend in de week"})
    page = words(browser.get(address))
    browser.post(
        address + "decide/",
        {"responsible_id": home.pk, "deadline": "2026-12-15", "reason": "Niemand anders kan dit"},
    )

    assert "Eén ochtend in de week" in page
    assert "Fatma" not in page
    assert answers.escalation(petra.actor, stuck.pk).state == "decided"


def test_an_organisation_that_has_nothing_to_bring_says_so_in_one_press(referral, home, ank, petra):
    arrangements.refuse(ank.actor, referral.pk, refusal="no_place")
    [stuck] = answers.open_escalations(petra.actor)
    arrangements.clear_up(petra.actor, stuck.pk, what="Oefening aan huis", tried="")
    arrangements.invite_parties(petra.actor, stuck.pk, organisation_ids=(home.pk,))
    party = answers.escalation(petra.actor, stuck.pk).parties.get()
    address = f"/meedenken/{answers.party_link(party)}/"

    assert "Wij kunnen hier niets doen" in words(Client().get(address))
    assert Client().post(address, {"words": "", "not_us": "on"}).status_code == 302
    assert "Wij hebben uw antwoord" in words(Client().get(address))
    assert "Wij kunnen hier niets doen." in words(
        petra.browser().get(f"/procesmanager/{stuck.pk}/")
    )


def test_the_reasons_of_organisations_are_those_that_are_kept():
    assert list(RefuseForm().fields["refusal"].choices) == list(RefusalReason.choices)
