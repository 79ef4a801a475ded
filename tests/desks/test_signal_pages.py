"""From the street to the desk: visits, signals that become something, the team, and links."""

import pytest

from kruispunt.arrangements import queries as answers
from kruispunt.base.roles import Role
from kruispunt.people import actions as people
from kruispunt.questions import actions, queries
from kruispunt.questions.models import Liveability, Signal
from kruispunt.questions.queries import neighbourhood
from tests import story
from tests.cast import enter
from tests.desks.test_startpunt_pages import words


@pytest.fixture
def thea(merwedam):
    return enter("Thea", merwedam, Role.TEAM_MEMBER)


@pytest.fixture
def signal(bilal, wim):
    heard = actions.notice(bilal.actor, noticed=actions.Noticed(words="De lantaarn is stuk"))
    actions.hand_in(bilal.actor, heard.pk)
    return actions.take_up(wim.actor, heard.pk)


def address(signal, verb=""):
    return f"/startpunt/signalen/{signal.pk}/" + (f"{verb}/" if verb else "")


def test_d6_d12_bilal_tells_of_a_visit_and_sees_where_he_came(bilal, wim):
    said = {"place": "Orionstraat", "food": "Zij eet slecht", "talent": "Hij bakt brood"}
    told = bilal.browser().post("/ambassadeur/bezoek/", said)
    assert told.status_code == 302
    page = words(bilal.browser().get("/ambassadeur/"))
    assert "Hij bakt brood" in page
    assert "Orionstraat" in page
    assert sorted(queries.signals(wim.actor).values_list("about", flat=True)) == [
        "question",
        "talent",
    ]
    assert bilal.browser().post("/ambassadeur/bezoek/", {"food": "Slecht"}).status_code == 422


def test_d9_bilal_writes_one_line_when_he_solved_it_himself(bilal, zed):
    heard = actions.notice(bilal.actor, noticed=actions.Noticed(words="Tas te zwaar"))
    page = f"/ambassadeur/signaal/{heard.pk}/solve/"
    assert zed.browser().get(page).status_code == 404
    assert bilal.browser().post(page, {"outcome": ""}).status_code in {200, 422}
    assert bilal.browser().post(page, {"outcome": "Ik droeg hem."}).status_code == 302
    assert Signal.objects.get(pk=heard.pk).state == "self_solved"


def test_wim_turns_a_signal_into_a_question_for_someone_he_finds_by_name(signal, wim, fatma, bilal):
    desk = wim.browser()
    found = words(desk.get(address(signal), {"zoek": "Fatma"}))
    assert "Fatma, Lindelaan 3" in found
    without_yes = desk.post(
        address(signal, "turn_into_question") + "?zoek=Fatma", {"person": fatma.person.pk}
    )
    assert without_yes.status_code == 422
    turned = desk.post(
        address(signal, "turn_into_question") + "?zoek=Fatma",
        {"person": fatma.person.pk, "agrees": "on"},
    )
    assert turned.status_code == 302
    [question] = queries.asked_by(wim.actor, fatma.person.pk)
    assert question.brought_by_id == bilal.person.pk
    assert "We zijn ermee bezig" in words(bilal.browser().get("/ambassadeur/"))
    told = desk.post(address(signal, "feed_back"), {"outcome": "Wij hebben haar gesproken."})
    assert told.status_code == 302
    assert Signal.objects.get(pk=signal.pk).state == "fed_back"


def test_wim_gives_the_street_to_the_team_and_the_team_tells_what_came_of_it(
    signal, wim, thea, noor, zed
):
    said = {"kind": "OPENBARE_RUIMTE", "words": "Een lantaarn is stuk."}
    assert wim.browser().post(address(signal, "turn_into_liveability"), said).status_code == 302
    row = Liveability.objects.get()
    desk, page = thea.browser(), f"/wijkteam/{row.pk}/"

    assert "Een lantaarn is stuk." in words(desk.get("/wijkteam/"))
    for stranger in (noor, zed):
        assert stranger.browser().get(page).status_code == 404
    assert desk.post(f"{page}receive/").status_code == 302
    assert desk.post(f"{page}receive/").status_code == 409
    assert desk.post(f"{page}pass_on/", {"to": ""}).status_code == 422
    assert desk.post(f"{page}take_up_liveability/").status_code == 302
    assert desk.post(f"{page}answer_liveability/", {"outcome": "Hij brandt."}).status_code == 302
    assert "Hij brandt." in words(desk.get("/wijkteam/"))


def test_a_talent_and_a_carer_are_seen(signal, wim):
    talent = {"given_name": "Halima", "kind": "TAAL", "agrees": "on"}
    assert wim.browser().post(address(signal, "turn_into_talent"), talent).status_code == 302
    assert "Halima" in words(wim.browser().get("/startpunt/vrijwilligers/"))


def test_who_waits_too_long_for_word_stands_out(signal, wim):
    Signal.objects.filter(pk=signal.pk).update(feed_back_by="2026-11-03")
    assert "wacht iemand te lang op bericht" in words(wim.browser().get("/startpunt/signalen/"))


def test_d15_a_colleague_without_an_account_passes_something_on(wim, ank, client, merwedam):
    home = people.register_organisation(
        wim.actor, name="Thuiszorg", kind="care", contact_id=ank.person.pk
    )
    word = neighbourhood.signal_link(home.pk)
    said = {"words": "De gordijnen blijven dicht", "about": "question", "place": "Lindelaan"}
    assert client.post(f"/doorgeven/{word}/", said).status_code == 200
    assert client.get(f"/doorgeven/{home.pk}:vals/").status_code == 404
    found = Signal.objects.get()
    assert (found.organisation_id, found.named_id, found.state) == (home.pk, None, "handed_in")


def test_b7_one_minute_from_the_consulting_room_with_the_patients_yes(wim, client, merwedam):
    practice = people.register_organisation(wim.actor, name="Huisartsen", kind="care")
    page = f"/huisarts/{neighbourhood.signal_link(practice.pk)}/"
    said = {
        "given_name": "Halima",
        "phone": "0183 555 011",
        "words": "Is vaak alleen",
        "speaker": "Dokter Smit",
        "email": "smit@voorbeeld.nl",
    }
    assert client.post(page, said).status_code == 422
    assert client.post(page, said | {"agrees": "on"}).status_code == 200
    found = Signal.objects.get()
    assert (found.named.given_name, found.brought_by.given_name) == ("Halima", "Dokter Smit")


def test_what_others_made_of_a_question_is_noted(wim, fatma):
    question = story.searched(fatma, wim)
    desk, page = wim.browser(), f"/startpunt/vraag/{question.pk}/"
    assert desk.post(f"{page}notify/").status_code == 302
    assert "Wat kwam ervan?" in words(desk.get(page))
    said = {"outcome": "provided", "ending": "Er komt hulp in huis."}
    assert desk.post(f"{page}conclude/", said).status_code == 302
    assert queries.one(wim.actor, question.pk).state == "completed"


def test_tax03_who_asks_may_give_as_well(wim, fatma):
    question = story.searched(fatma, wim)
    page = f"/startpunt/vraag/{question.pk}/talent/"
    assert wim.browser().post(page, {"kind": "KOKEN_ETEN"}).status_code == 422
    said = {"kind": "KOKEN_ETEN", "agrees": "on"}
    assert wim.browser().post(page, said).status_code == 302
    assert "Fatma" in words(wim.browser().get("/startpunt/vrijwilligers/"))


def test_sm13_a_signal_about_a_carer_opens_her_question_and_her_own_case(bilal, wim, fatma, joop):
    bilal.browser()  # he sits in his seat
    heard = actions.notice(
        bilal.actor, noticed=actions.Noticed(words="Hij doet alles voor haar", about="carer")
    )
    actions.hand_in(bilal.actor, heard.pk)
    actions.take_up(wim.actor, heard.pk)
    said = {"person": joop.person.pk, "cares_for": fatma.person.pk}
    sought = f"{address(heard, 'turn_into_carer')}?zoek=4201"
    assert wim.browser().post(sought, said).status_code == 422  # nobody is named without a yes
    assert not answers.open_carers(wim.actor).exists()

    assert wim.browser().post(sought, said | {"agrees": "on"}).status_code == 302
    [case] = answers.open_carers(wim.actor)
    assert (case.carer, case.cares_for, case.brought_by) == (
        joop.person,
        fatma.person,
        bilal.person,
    )
    assert (case.source, case.state) == ("ambassador", "in_sight")
    assert [one.brought_by for one in queries.asked_by(wim.actor, joop.person.pk)] == [bilal.person]
    assert "Joop" in words(wim.browser().get("/startpunt/mantelzorgers/"))


def test_d52_bilal_sees_the_people_of_the_startpunt_and_a_direct_line(bilal, wim, merwedam):
    merwedam.phone = "0183 555 000"
    merwedam.save()
    wim.browser()  # sits at the desk from now on

    page = " ".join(bilal.browser().get("/ambassadeur/").content.decode().split())
    assert "Dit zijn de mensen op het Startpunt: Wim." in page
    assert 'href="tel:0183555000"' in page
