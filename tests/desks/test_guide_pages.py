"""The pages around a guide: choosing at the public door, the sheet, and the coordinator's list."""

import pytest

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.models import GuideContact, GuideNote
from kruispunt.base.roles import Role
from kruispunt.offers import actions as offers
from kruispunt.offers import queries as given
from tests.cast import enter


@pytest.fixture
def gerda(merwedam):
    return enter("Gerda", merwedam, Role.GUIDE_COORDINATOR)


@pytest.fixture
def hanna(merwedam, gerda):
    return shown("Hanna", merwedam, gerda)


def shown(name, merwedam, gerda):
    player = enter(name, merwedam, Role.GUIDE)
    wish = offers.GuideProfile(fields=("zorg",), description="Ik luister graag")
    guide = offers.apply_as_guide(gerda.actor, person_id=player.person.pk, profile=wish)
    offers.show_guide(gerda.actor, guide.pk)
    return player


def test_e19_the_front_router_tells_help_from_thinking_along(client, merwedam):
    page = client.get("/hulp-of-meedenken/").content.decode()
    assert "Een meedenker doet dit niet" in page
    assert "/meedenkers/" in page
    assert "Iemand die luistert" in page


def test_d3_a_guest_chooses_writes_and_changes_her_mind_without_signing_in(
    client, merwedam, gerda, hanna
):
    shown("Ivo", merwedam, gerda)
    page = client.get("/meedenkers/?over=zorg").content.decode()
    assert "Kies Hanna" in page
    assert "0183" not in page
    [first, second] = offers_of(gerda)
    said = {"field": "zorg", "words": "Wie helpt mij?", "given_name": "Sjaan", "phone": "06 12"}
    answer = client.post(f"/meedenkers/{first}/", said)
    mine = client.get(answer.url).content.decode()
    assert "Hanna denkt met u mee" in mine

    client.post(answer.url, {"verb": "write_guide_note", "sort": "choice", "words": "De eetclub"})
    assert GuideNote.objects.get().words == "De eetclub"
    client.post(answer.url, {"verb": "choose_guide", "guide_id": second})
    assert "Ivo denkt met u mee" in client.get(answer.url).content.decode()
    assert hanna.browser().get("/vrijwilliger/meedenken/").content.decode().count("Sjaan") == 0


def offers_of(gerda):
    return [guide.pk for guide in given.guides(gerda.actor)]


def test_a_forged_link_is_nobody(client, merwedam):
    assert client.get("/mijn-meedenker/1:vervalst/").status_code == 404


def test_the_resident_who_is_known_need_not_say_her_name(fatma, gerda, hanna):
    [first] = offers_of(gerda)
    hers = fatma.browser()
    assert "given_name" not in hers.get(f"/meedenkers/{first}/").content.decode()
    hers.post(f"/meedenkers/{first}/", {"field": "", "words": ""})
    assert GuideContact.objects.get().resident == fatma.person
    assert "Naar mijn meedenker" in hers.get("/mijn/").content.decode()


def test_the_guide_has_her_page_and_the_other_desks_have_none(fatma, wim, gerda, hanna):
    [first] = offers_of(gerda)
    asked = actions.ask_and_choose(fatma.actor, first, words="Een geheim")
    one = f"/vrijwilliger/meedenken/{asked.pk}/"
    desk = hanna.browser()
    assert "Een geheim" in desk.get(one).content.decode()
    assert desk.post(f"{one}first_contact/").status_code == 302
    desk.post(f"{one}write_guide_note/", {"sort": "moment", "words": "Gebeld"})
    assert queries.guide_notes(fatma.actor, asked.pk).count() == 1
    assert wim.browser().get(one).status_code == 404
    assert gerda.browser().get(one).status_code == 404

    desk.post(f"{one}finish_guidance/")
    assert desk.get(one).status_code == 404


def test_the_coordinator_reads_no_name_of_a_resident_and_no_word(fatma, gerda, hanna, wim):
    [first] = offers_of(gerda)
    actions.ask_and_choose(fatma.actor, first, words="Een geheim", field="zorg")
    page = gerda.browser().get("/organisatie/meedenkers/").content.decode()
    assert "Hanna" in page
    assert "Fatma" not in page
    assert "geheim" not in page
    assert wim.browser().get("/organisatie/meedenkers/").status_code == 404


def test_a_talk_without_a_name_is_counted(gerda, hanna):
    desk = hanna.browser()
    wrong = desk.post("/vrijwilliger/meedenken/", {"field": "wonen", "area": "x", "minutes": "10"})
    assert wrong.status_code == 422
    desk.post("/vrijwilliger/meedenken/", {"field": "wonen", "area": "4201", "minutes": "10"})
    assert "Wonen" in gerda.browser().get("/organisatie/meedenkers/").content.decode()


def test_oco_04_gerda_changes_what_residents_read_and_only_she_does(merwedam, gerda, hanna, client):
    guide = given.guide_of(hanna.actor)
    where = f"/organisatie/meedenkers/{guide.pk}/"
    told = {"fields_known": ["wonen"], "description": "Ik ken de weg", "sort": "experienced",
            "lived": "Schulden, en eruit", "places": 2}  # fmt: skip
    assert gerda.browser().post(where, {**told, "places": 0}).status_code == 422
    assert gerda.browser().post(where, told).status_code == 302
    page = client.get(f"/meedenkers/{guide.pk}/").content.decode()
    assert "Ik ken de weg" in page
    assert "Schulden, en eruit" in page
    assert hanna.browser().get(where).status_code == 404


def test_oco_04_fewer_than_three_is_no_choice_and_gerda_reads_it(merwedam, gerda, hanna, joop):
    expert = shown("Petronella", merwedam, gerda)
    wish = offers.GuideProfile(fields=("zorg",), description="Ik", sort="professional")
    offers.describe_guide(gerda.actor, given.guide_of(expert.actor).pk, profile=wish)

    def names():
        found = queries.guides_to_choose(joop.actor, professional=True)
        return [one.name for one in found]

    assert "Voor een echte keus zijn er 3 nodig" in (
        gerda.browser().get("/organisatie/meedenkers/").content.decode()
    )
    # One professional is no choice: the others are shown as well, after her.
    assert names() == ["Petronella", "Hanna"]
    for name in ("Pia", "Pim"):
        more = shown(name, merwedam, gerda)
        offers.describe_guide(gerda.actor, given.guide_of(more.actor).pk, profile=wish)
    assert names() == ["Petronella", "Pia", "Pim"]
