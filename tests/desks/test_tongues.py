"""The open pages in the language of who reads them: chosen by a link, kept by the browser only."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django.utils.translation import gettext

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements import queries as answers
from kruispunt.arrangements.queries import odd_jobs
from kruispunt.base.roles import Role
from kruispunt.desks.ui import hours, pictograms
from kruispunt.desks.ui.menu import GUEST
from kruispunt.matching import actions as matching
from kruispunt.people.actions import ears as languages
from kruispunt.people.models import Seat
from kruispunt.questions import queries as questions
from tests import story

ASK = "/hulp-vragen/"
SAID = {"words": "Chcę porozmawiać", "given_name": "Ewa", "phone": "0183 555 125"}
HEADINGS = {
    "nl": ("ltr", "Waar kunnen we mee helpen?"),
    "en": ("ltr", "What can we help you with?"),
    "tr": ("ltr", "Size nasıl yardım edebiliriz?"),
    "pl": ("ltr", "W czym możemy pomóc?"),
    "uk": ("ltr", "Чим ми можемо допомогти?"),
    "ar": ("rtl", "بماذا يمكننا أن نساعدك؟"),
}
SPEAKS = (
    "/", ASK, f"{ASK}dank-u/", "/meedoen/", "/meedoen/dank-u/", "/klus-vragen/",
    "/hulp-of-meedenken/",
)  # fmt: skip
DUTCH_ONLY = ("/privacy/", "/wat-wij-bewaren/", "/toegankelijkheid/", "/kaart/", "/meedenkers/")


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def town(merwedam):
    merwedam.phone = "0183 555 000"
    merwedam.walk_in_hours = "maandag tot en met vrijdag, 9.00 tot 12.00 uur, Turfmarkt 4"
    merwedam.save()
    return merwedam


@pytest.mark.parametrize("code", HEADINGS)
def test_d47_the_ask_form_is_read_in_each_language_from_its_own_side(town, code):
    direction, heading = HEADINGS[code]
    page = words(Client().get(f"{ASK}?taal={code}"))
    assert f'<html lang="{code}" dir="{direction}">' in page
    assert heading in page


def test_d47_a_choice_goes_along_and_is_taken_back_as_easily(town):
    client = Client()
    client.get("/?taal=pl")
    assert "Szukam pomocy" in words(client.get(ASK))
    kept = client.cookies["taal"]
    assert (kept.value, kept["max-age"], kept["httponly"]) == ("pl", "", True)
    client.get("/?taal=nl")
    assert "Ik zoek hulp" in words(client.get(ASK))


def test_d47_a_language_we_do_not_have_is_dutch_and_is_not_kept(town):
    client = Client()
    assert '<html lang="nl" dir="ltr">' in words(client.get(f"{ASK}?taal=xx"))
    assert "taal" not in client.cookies


@pytest.mark.parametrize("address", SPEAKS)
def test_d47_a_page_in_another_language_says_that_we_speak_dutch(town, address):
    told = "Rozmawiamy z Tobą po niderlandzku. Możesz przyjść z kimś, kto pomoże z językiem."
    assert told in words(Client().get(f"{address}?taal=pl"))
    assert "Wij praten Nederlands met u" not in words(Client().get(address))


@pytest.mark.parametrize("address", SPEAKS + DUTCH_ONLY)
def test_b1_05_d47_every_page_has_phone_hours_reading_aloud_and_languages(town, address):
    page = words(Client().get(address))
    assert 'href="tel:0183555000"' in page
    assert town.walk_in_hours in page
    assert 'data-aloud="Lees deze pagina voor"' in page
    where = address if address in SPEAKS else "/"
    for code in HEADINGS:
        assert f'href="{where}?taal={code}" lang="{code}"' in page


@pytest.mark.parametrize("address", DUTCH_ONLY)
def test_d47_a_page_that_is_not_translated_is_dutch_and_says_so(town, address):
    client = Client()
    client.get("/?taal=ar")
    page = words(client.get(f"{address}?taal=ar"))
    assert '<html lang="nl" dir="ltr">' in page
    assert "Bel of kom langs" in page


def test_d47_who_works_here_reads_dutch_whatever_the_browser_kept(town, wim, fatma):
    for who, heading in ((wim, "nl"), (fatma, "pl")):
        client = who.browser()
        client.get(f"{ASK}?taal=pl")
        assert HEADINGS[heading][1] in words(client.get(ASK))
    assert "Ik maak me zorgen" in words(wim.browser().get("/startpunt/?taal=pl"))


def test_d47_what_nobody_translated_stays_dutch():
    with translation.override("pl"):
        assert gettext("Hier staat iets nieuws.") == "Hier staat iets nieuws."
        assert gettext(GUEST[0][0]) == "Szukam pomocy"


def test_d47_days_and_numbers_are_said_in_that_language_and_names_stay(town):
    page = words(Client().get("/?taal=pl"))
    assert "Poniedziałek \u2013 Piątek, 9.00 \u2013 12.00, Turfmarkt 4" in page
    assert "Zadzwonimy w ciągu 2 dni roboczych." in page
    assert "Sizi 2 iş günü içinde ararız." in words(Client().get("/?taal=tr"))


def test_d47_hours_with_other_words_in_them_are_shown_in_dutch_and_marked_so(town):
    town.walk_in_hours = "elke ochtend in de bibliotheek"
    town.save()
    marked = '<span lang="nl" dir="ltr">elke ochtend in de bibliotheek</span>'
    assert marked in words(Client().get("/?taal=ar"))
    assert marked not in words(Client().get("/"))
    assert hours.in_another_language(town.walk_in_hours) == ""


def test_d47_a_telephone_number_reads_from_the_left_in_every_language(town):
    page = words(Client().get("/?taal=ar"))
    numbers = re.findall(r'<a href="tel:[^>]*>', page)
    assert len(numbers) > 2
    assert all('dir="ltr"' in one for one in numbers)


def test_d47_what_is_missing_is_said_in_the_language_of_the_form(town):
    answer = Client().post(f"{ASK}?taal=pl", {"words": "Mijn nummer is 111222333"})
    assert answer.status_code == 422
    assert "Sprawdź jeszcze raz swoje odpowiedzi" in words(answer)
    assert "Wpisz imię. Samo imię wystarczy." in words(answer)
    answer = Client().post(f"{ASK}?taal=pl", SAID | {"words": "Mijn nummer is 111222333"})
    assert "Nie wpisuj tutaj numeru BSN." in words(answer)


def test_d47_the_desk_reads_in_which_language_it_was_asked_and_who_speaks_it(town, wim, bilal):
    client = Client()
    answer = client.post(f"{ASK}?taal=pl", SAID)
    assert "Dziękujemy" in words(client.get(answer["Location"]))
    [asked] = questions.inbox(wim.actor)
    assert (asked.words, asked.asked_in) == ("Chcę porozmawiać", "pl")

    browser, where = wim.browser(), f"/startpunt/vraag/{asked.pk}/"
    assert "in het Pools" in words(browser.get("/startpunt/"))
    page = words(browser.get(where))
    assert "Gevraagd in het Pools. Zoek iemand die meekijkt." in page
    assert "In de wijk:" not in page
    seat = Seat.objects.create(
        municipality=town, person=bilal.person, role=Role.AMBASSADOR, since=bilal.actor.today
    )
    languages.note_languages(wim.actor, seat.pk, languages=("nl", "pl"))
    assert "In de wijk: Bilal" in words(browser.get(where))
    assert "/startpunt/wie-hoort-wat/" in words(browser.get(where))


def test_d47_of_a_question_in_dutch_no_language_is_kept(town, wim):
    Client().post(ASK, SAID)
    [asked] = questions.inbox(wim.actor)
    assert asked.asked_in == ""
    assert "Gevraagd in het" not in words(wim.browser().get(f"/startpunt/vraag/{asked.pk}/"))


def test_d47_pictures_are_enough_and_the_desk_reads_them_in_dutch(town, wim):
    pointed = {**SAID, "words": "", "words_over": ["BOODSCHAPPEN", "TAAL", "geen plaatje"]}
    assert Client().post(f"{ASK}?taal=ar", pointed).status_code == 302
    [asked] = questions.inbox(wim.actor)
    assert asked.words == "Aangewezen op een plaatje: Boodschappen, Nederlands oefenen."


def test_d47_pictures_stand_below_the_words_and_stay_chosen_when_something_is_missing(town, wim):
    pointed = {**SAID, "phone": "", "words_over": ["VERVOER"]}
    page = words(Client().post(ASK, pointed))
    [box] = re.findall(r'<input[^>]*value="VERVOER"[^>]*>', page)
    assert "checked" in box
    assert "Chcę porozmawiać</textarea>" in page
    Client().post(ASK, {**pointed, "phone": "0183 555 125"})
    [asked] = questions.inbox(wim.actor)
    assert asked.words == "Chcę porozmawiać\nAangewezen op een plaatje: Rijden of meegaan."


def test_d47_every_picture_has_its_word_beside_it_and_says_nothing_itself(town):
    page = words(Client().get(ASK))
    tiles = re.findall(r'<label class="choice" for="id_words_over_\d+">(.*?)</label>', page)
    assert len(tiles) == 8
    for tile in tiles:
        assert '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">' in tile
        assert re.search(r"<span>[A-Z][\w ]+</span>", tile)
    assert pictograms.picture("geen woord") == ""


def test_d47_fields_of_life_and_ways_to_hear_have_their_picture(town):
    page = words(Client().get("/meedenkers/"))
    tiles = re.findall(r'<a class="choice" href="/meedenkers/\?over=\w+">(.*?)</a>', page)
    assert len(tiles) == 8
    assert all("<svg" in tile and "<span>" in tile for tile in tiles)
    assert 'aria-current="true"' in words(Client().get("/meedenkers/?over=zorg"))


def test_d47_a_resident_answers_her_letter_in_her_language(town, fatma, noor, wim, els):
    given = story.available(noor, els)
    [sent] = matching.invite(
        els.actor, story.searched(fatma, wim).pk, volunteering_ids=(given.pk,), words="Wandelen"
    )
    match = arrangements.accept_invitation(noor.actor, sent.pk)
    where = f"/voorstel/{answers.link(match)}/"
    page = words(Client().get(f"{where}?taal=tr"))
    assert "Merhaba Fatma, birini bulduk" in page
    assert "Her zaman bırakabilirsiniz." in page
    client = Client()
    assert client.post(f"{where}?taal=tr", {"answer": "no"}).status_code == 302
    assert "Hayır dediniz. Sorun değil." in words(client.get(where))


def test_d47_who_asks_for_a_small_job_does_so_in_her_language(town, wim):
    client, where = Client(), "/klus-vragen/?taal=uk"
    assert "Запитати про роботу" in words(client.get(where))
    said = {"words": "Лампа", "kind": "KLUS_HUIS", "given_name": "Оля", "phone": "0183 555 126"}
    answer = client.post(where, said)
    assert "Дякуємо" in words(client.get(answer["Location"]))
    [job] = odd_jobs.odd_jobs(wim.actor)
    assert job.arrangement.question.asked_in == "uk"


def test_d47_zed_reads_nothing_of_it(town, zed, wim):
    Client().post(f"{ASK}?taal=pl", SAID)
    [asked] = questions.inbox(wim.actor)
    assert zed.browser().get(f"/startpunt/vraag/{asked.pk}/").status_code == 404
    assert "in het Pools" not in words(zed.browser().get("/startpunt/"))


def test_as_many_queries_in_polish_as_in_dutch(town):
    def counted(address):
        with CaptureQueriesContext(connection) as found:
            Client().get(address)
        return len(found)

    counted("/")  # whatever is asked only once
    for address in SPEAKS:
        assert counted(f"{address}?taal=pl") == counted(address)


def test_as_many_queries_for_three_questions_in_polish_as_for_one(town, wim):
    browser, needed = wim.browser(), []
    for number in range(3):
        Client().post(f"{ASK}?taal=pl", {**SAID, "phone": f"0183 555 13{number}"})
        with CaptureQueriesContext(connection) as found:
            browser.get("/startpunt/")
        needed.append(len(found))
    assert needed[0] == needed[2]
