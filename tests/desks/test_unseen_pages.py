"""What is not in view, as it is read: a range with how it was reckoned, or how many doors more."""

from kruispunt.base.roles import Role
from kruispunt.people import actions as people
from kruispunt.people.models import Neighbourhood
from kruispunt.questions import actions
from tests.cast import enter
from tests.desks.test_startpunt_pages import words

PAGE, FORM = "/cijfers/werving/", "/cijfers/werving/huizen/"


def ring(bilal, area, doors, heard):
    for door in range(doors):
        said = (("food", "De tassen zijn te zwaar"),) if door < heard else ()
        told = actions.Heard(place="Lindelaan", neighbourhood_id=area.pk, by_topic=said)
        actions.bring_visit(bilal.actor, heard=told)


def test_d2_els_notes_the_homes_and_reads_how_many_doors_more(merwedam, els, bilal):
    oost = Neighbourhood.objects.create(municipality=merwedam, code="BU01", name="Oost")
    browser = els.browser()
    assert "Wij weten nog niet hoeveel huizen hier staan." in words(browser.get(PAGE))
    ring(bilal, oost, 4, heard=0)

    nameless = {"neighbourhood_id": oost.pk, "homes": "400", "homes_source": ""}
    refused = browser.post(FORM, nameless)
    assert (refused.status_code, 'value="400"' in words(refused)) == (422, True)
    assert browser.post(FORM, {**nameless, "homes": "0"}).status_code == 422
    said = {**nameless, "homes_source": "CBS 2025"}
    assert browser.post(FORM, said).status_code == 302
    page = words(browser.get(PAGE))
    assert "400 huizen (CBS 2025)" in page
    assert "Bel eerst aan bij nog 6 deuren." in page


def test_d2_a_neighbourhood_of_another_town_cannot_be_chosen(merwedam, els, zed):
    theirs = Neighbourhood.objects.create(
        municipality_id=zed.actor.municipality_id, code="BU01", name="Elders"
    )
    said = {"neighbourhood_id": theirs.pk, "homes": "400", "homes_source": "CBS 2025"}
    assert els.browser().post(FORM, said).status_code == 422
    theirs.refresh_from_db()
    assert theirs.homes is None


def test_d2_wim_and_ruben_read_the_range_and_how_it_was_reckoned(merwedam, els, wim, bilal):
    oost = Neighbourhood.objects.create(municipality=merwedam, code="BU01", name="Oost")
    people.count_homes(els.actor, oost.pk, homes=400, homes_source="CBS 2025")
    ring(bilal, oost, 40, heard=12)
    ruben = enter("Ruben", merwedam, Role.POLICY)
    for who, where in ((wim, "/startpunt/signalen/"), (ruben, PAGE)):
        page = words(who.browser().get(where))
        assert "<strong>62 tot 167 huizen</strong> met een vraag die wij niet kennen" in page
        assert "Het midden is 108." in page
        assert "Dit is een schatting, geen telling." in page
        assert "bij 12 een vraag gehoord" in page
        assert "te hoog" in page
    assert "huizen/" not in words(ruben.browser().get(PAGE))
    sent = {"neighbourhood_id": oost.pk, "homes": "1", "homes_source": "Zelf"}
    assert ruben.browser().post(FORM, sent).status_code == 403


def test_prv_16_ruben_reads_no_range_from_a_few(merwedam, els, bilal):
    oost = Neighbourhood.objects.create(municipality=merwedam, code="BU01", name="Oost")
    people.count_homes(els.actor, oost.pk, homes=400, homes_source="CBS 2025")
    ring(bilal, oost, 30, heard=3)
    page = words(enter("Ruben", merwedam, Role.POLICY).browser().get(PAGE))
    assert "De aantallen zijn te klein om te laten zien." in page
    assert (
        " tot " not in page.partition("Wat hebben wij niet in beeld?")[2].partition("<details")[0]
    )
