"""The desks of residents, volunteers, ambassadors, organisations and the process manager."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.utils.formats import date_format

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements.states.reasons import EndReason, Side
from kruispunt.base import manners
from kruispunt.base.actor import Actor
from kruispunt.config.demo_door import choose
from kruispunt.desks.ambassador.forms import NoticeForm
from kruispunt.desks.resident.views import standing
from kruispunt.desks.startpunt.forms import matches as match_forms
from kruispunt.desks.startpunt.forms import persons
from kruispunt.desks.ui import spoken
from kruispunt.matching import jobs as scales
from kruispunt.questions import actions as questions
from kruispunt.questions import queries
from kruispunt.questions.models.question import Intake
from kruispunt.questions.states import About, State
from tests import story
from tests.cast import enter


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_fatma_reads_how_it_stands_in_words_that_everybody_knows(fatma, wim):
    asked = story.searched(fatma, wim)
    asked.refresh_from_db()

    page = words(fatma.browser().get("/mijn/"))

    day = date_format(asked.due_on, "j F")
    assert f"We zoeken een maatje. U hoort van ons vóór {day}." in page


def test_what_a_municipality_sets_is_what_its_pages_say(petra, fatma, bilal):
    story.asked(fatma)
    for name in ("question.new", "signal.feed_back"):
        manners.set_length(petra.actor, name=name, length=1, valid_from=petra.actor.today)

    assert "Wij bellen u binnen 1 werkdag." in words(fatma.browser().get("/mijn/"))
    assert "U hoort van ons binnen 1 werkdag" in words(bilal.browser().get("/ambassadeur/"))


@pytest.mark.django_db
def test_a_sentence_without_a_length_is_left_as_it_is():
    words = "Bel {naam} of {question.maybe}."
    assert spoken.spoken(None, words) == words


@pytest.mark.parametrize("state", State)
def test_every_state_has_a_sentence_for_the_resident_of_at_most_fifteen_words(state):
    for sentence in standing(state, None).split(". "):
        assert 0 < len(sentence.split()) <= 15


def test_fatma_sees_her_own_questions_only(fatma, joop, wim):
    story.asked(fatma)
    questions.open_question(wim.actor, asked_by_id=joop.person.pk, words="Ik red het niet alleen")

    assert "Ik red het niet alleen" not in words(fatma.browser().get("/mijn/"))


def test_a20_k10_noor_learns_a_name_and_address_only_after_two_yeses(fatma, noor, wim, els):
    before = words(noor.browser().get("/vrijwilliger/"))
    match = story.introduced(fatma, noor, wim=wim, els=els)
    after = words(noor.browser().get(f"/vrijwilliger/koppeling/{match.pk}/"))

    assert "Fatma" not in before
    assert "Lindelaan 3, 4201 AB Merwedam" in after


def test_another_volunteer_finds_no_such_match(fatma, noor, joop, wim, els):
    match = story.introduced(fatma, noor, wim=wim, els=els)

    assert joop.browser().get(f"/vrijwilliger/koppeling/{match.pk}/").status_code == 404


def test_bilal_passes_something_on_and_reads_what_came_of_it(bilal, wim):
    browser = bilal.browser()
    browser.post("/ambassadeur/signaal/", {"words": "Tassen op de galerij", "about": "question"})
    [signal] = queries.signals(bilal.actor)
    assert not queries.signals(wim.actor).exists()

    browser.post(f"/ambassadeur/signaal/{signal.pk}/hand_in/")
    wim.browser().post(f"/startpunt/signalen/{signal.pk}/take_up/")
    wim.browser().post(f"/startpunt/signalen/{signal.pk}/drop/", {"outcome": "Buurvrouw was weg"})

    assert "Buurvrouw was weg" in words(browser.get("/ambassadeur/"))


def test_petra_sees_what_got_stuck_and_never_a_name(fatma, petra, wim):
    question = story.searched(fatma, wim)
    arrangements.report(wim.actor, question.pk, cause="no_match")

    page = words(petra.browser().get("/procesmanager/"))

    assert "Samen wandelen" in page
    assert "Fatma" not in page
    assert "deur niet meer uit" not in page


@pytest.mark.parametrize(
    "page", ["/startpunt/", "/vrijwilliger/", "/mijn/", "/ambassadeur/", "/procesmanager/"]
)
def test_no_desk_opens_for_a_guest(page, client, merwedam):
    assert client.get(page)["Location"].startswith("/account/login/")


def test_someone_with_an_account_and_no_role_is_told_so(merwedam, client, django_user_model):
    account = django_user_model.objects.open("nieuw@voorbeeld.nl")
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])

    answer = client.get("/startpunt/")

    assert answer.status_code == 403
    assert "nog geen plek" in words(answer)


@pytest.mark.parametrize(
    ("who", "home"),
    [
        ("wim", "/werk/"), ("els", "/werk/"), ("noor", "/vrijwilliger/"),
        ("fatma", "/mijn/"), ("bilal", "/werk/"), ("petra", "/werk/"),
        ("ank", "/werk/"),
    ],
)  # fmt: skip
def test_everyone_comes_in_at_their_own_desk(who, home, request):
    assert request.getfixturevalue(who).browser().get("/bureau/")["Location"] == home


def test_the_words_on_our_forms_are_the_words_that_are_kept(bilal):
    assert list(match_forms.EndForm().fields["reason"].choices) == list(EndReason.choices)
    assert list(match_forms.EndForm().fields["ended_by"].choices) == list(Side.choices)
    assert list(NoticeForm(areas=[], actor=bilal.actor).fields["about"].choices) == list(
        About.choices
    )
    assert {code for code, _ in persons.INTAKES} <= set(Intake.values)


def test_whoever_makes_policy_sees_numbers_and_no_small_ones(fatma, wim, merwedam):
    ruben = enter("Ruben", merwedam, "policy")
    story.searched(fatma, wim)

    page = words(ruben.browser().get("/cijfers/"))

    assert "Hoe staat het ervoor?" in page
    assert "te klein" in page
    assert "wie we het hardst zoeken" not in page
    assert ruben.browser().get("/cijfers/tekort/").status_code == 404


def test_whoever_works_with_the_questions_sees_where_help_is_short(
    fatma, wim, django_assert_max_num_queries
):
    story.searched(fatma, wim)
    browser = wim.browser()
    assert "De weegschaal heeft nog niet gekeken" in words(browser.get("/cijfers/tekort/"))

    house = Actor.system(wim.actor.municipality_id, wim.actor.at)
    scales.keep_balance(house)
    scales.keep_short(house)
    page = words(browser.get("/cijfers/tekort/"))

    assert "Eén maatje voor samen wandelen helpt nu 1 mens." in page
    assert "Bijgewerkt om 9.30 uur op 2 november" in page or "Bijgewerkt om 09.30 uur" in page
    with django_assert_max_num_queries(12):
        browser.get("/cijfers/tekort/")


def test_noor_is_not_let_in_to_the_numbers(noor):
    assert noor.browser().get("/cijfers/").status_code == 404


def test_outside_the_demo_nobody_chooses_who_to_be(merwedam, client, rf):
    assert client.get("/demo/").status_code == 404
    with pytest.raises(Http404):
        choose(rf.get("/demo/"))


def test_in_the_demo_one_button_is_signing_in(settings, noor, rf, client):
    settings.MODE = "demo"
    account = get_user_model().objects.open("noor@merwedam.example")
    request = rf.post("/demo/", {"name": "noor"})
    request.session, request.user = client.session, AnonymousUser()

    answer = choose(request)

    assert answer["Location"] == "/bureau/"
    assert request.user == account
