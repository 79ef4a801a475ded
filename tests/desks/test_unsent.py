"""What someone typed and did not send: kept for her alone, offered back, and never in the way."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from html.parser import HTMLParser

import pytest
from django.core import signing
from django.db import connection
from django.test import Client

from kruispunt.base import unsent
from kruispunt.base.models import JournalLine, Once, Unsent
from kruispunt.base.roles import Role
from kruispunt.base.unsent import Place, Typed
from kruispunt.config import purging
from kruispunt.desks.ui import policy
from kruispunt.desks.ui.unsent import SALT
from kruispunt.questions import actions as questions
from tests import story
from tests.browser import complaints, too_small, visit
from tests.desks.test_every_address_in_a_browser import OTHERWISE, OURS, ROWS, SAID, address, case
from tests.matrix.test_addresses import browser as seated
from tests.matrix.test_addresses import numbers

pytestmark = pytest.mark.django_db
case = case  # noqa: PLW0127 - the question with everything around it, as a fixture here too
NOTICE = "/ambassadeur/signaal/"
KEEP = "/werk/bezig/bewaar/"
WORDS = "words=De+lift+is+al+een+week+stuk&place=Lindelaan"


class Fields(HTMLParser):
    """The fields of a page, and what stands in them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        self.text = given.get("name", "") if tag == "textarea" else ""
        if tag == "input" and given.get("name"):
            self.found[given["name"]] = given.get("value", "")

    def handle_data(self, data):
        if self.text:
            self.found[self.text] = data.strip()
            self.text = ""


def fields(client, page=NOTICE):
    return Fields(client.get(page).content.decode()).found


def type_in(client, page=NOTICE, *, words=WORDS, turn=1, found=None):
    """The page sends along what is there, as its script does after a pause."""
    found = found or fields(client, page)
    sent = {"unsent": found["unsent"], "key": found["form_key"], "words": words, "turn": turn}
    return client.post(KEEP, sent | {"title": "Geef iets door"})


def test_k5_what_was_typed_is_offered_back_and_goes_on_where_she_was(bilal):
    at_home = bilal.browser()
    assert type_in(at_home).status_code == 204

    elsewhere = bilal.browser()
    page = elsewhere.get(NOTICE).content.decode()
    assert "U was hier nog mee bezig" in page
    assert "De lift is" not in page
    row = Unsent.objects.get()
    assert f'href="{NOTICE}?verder={row.pk}"' in page

    taken_up = fields(elsewhere, f"{NOTICE}?verder={row.pk}")
    assert taken_up["words"] == "De lift is al een week stuk"


def test_k5_it_stands_on_my_work_and_goes_away_when_asked(bilal):
    client = bilal.browser()
    type_in(client)
    assert "Verder met: Geef iets door" in client.get("/werk/").content.decode()

    answer = client.post(f"/werk/bezig/{Unsent.objects.get().pk}/weg/", {"hier": ""})
    assert answer["Location"] == NOTICE
    assert not Unsent.objects.exists()


def test_k5_what_was_sent_is_not_offered_again(bilal):
    client = bilal.browser()
    found = fields(client)
    type_in(client, found=found)
    sent = {**found, "about": "question", "words": "De lift is stuk"}
    answer = client.post(NOTICE, sent)
    assert answer.status_code == 302, answer.content.decode()

    assert not Unsent.objects.exists()
    assert type_in(client, found=found, turn=2).status_code == 409
    assert "U was hier nog mee bezig" not in client.get(NOTICE).content.decode()


def test_k5_a_form_that_comes_back_keeps_its_words_and_its_place(bilal):
    client = bilal.browser()
    type_in(client)
    answer = client.post(NOTICE, {**fields(client), "words": ""})
    assert answer.status_code == 422
    again = Fields(answer.content.decode()).found
    assert type_in(client, found=again, words="words=Beter").status_code == 204
    assert Unsent.objects.count() == 1


def test_k5_nothing_is_offered_of_a_form_that_was_sent_although_the_broom_fell(bilal):
    """Killed between sending and throwing away: the key of the form says that it is over."""
    client = bilal.browser()
    found = fields(client)
    type_in(client, found=found)
    Once.objects.create(
        municipality_id=bilal.actor.municipality_id,
        sender_id=bilal.person.pk,
        key=found["form_key"],
        verb="x",
        content="",
        at=bilal.actor.at,
    )
    assert unsent.waiting(bilal.actor) == []


def test_k5_nobody_else_reads_it_not_in_the_rows_either(bilal, wim, zed):
    client = bilal.browser()
    found = fields(client)
    type_in(client, found=found)
    row = Unsent.objects.get()
    assert b"lift" not in bytes(row.locked)

    for other in (wim, zed):
        assert unsent.waiting(other.actor) == []
        assert other.browser().post(f"/werk/bezig/{row.pk}/weg/").status_code == 404
        assert type_in(other.browser(), found=found).status_code == 422
    assert Unsent.objects.get() == row
    Unsent.objects.filter(pk=row.pk).update(writer_id=wim.person.pk)
    assert unsent.waiting(wim.actor) == []  # the lock is hers: another number opens nothing


def test_k5_the_journal_does_not_tell_when_somebody_types(bilal):
    client = bilal.browser()
    found = fields(client)
    before = JournalLine.objects.count()
    type_in(client, found=found)
    assert JournalLine.objects.count() == before


def test_k5_a_slow_line_does_not_undo_a_newer_one(bilal):
    place = Place("/x/", "F")
    for turn, words in ((1, "words=een"), (3, "words=drie"), (2, "words=twee")):
        assert unsent.keep(bilal.actor, place, Typed(words, "", "key", turn))
    assert [one.words for one in unsent.waiting(bilal.actor)] == ["words=drie"]
    unsent.keep(bilal.actor, place, Typed("words=nieuw", "", "another key", 1))
    assert [one.words for one in unsent.waiting(bilal.actor)] == ["words=nieuw"]


def test_k5_who_signs_out_chooses_what_to_do_with_it(bilal):
    client = bilal.browser()
    assert "Gooi het weg" not in client.get("/account/logout/").content.decode()
    type_in(client)
    assert '<a href="/account/logout/">Uitloggen</a>' in client.get("/werk/").content.decode()
    assert "Gooi het weg" in client.get("/account/logout/").content.decode()

    assert client.post("/werk/bezig/weg/")["Location"] == "/account/logout/"
    assert not Unsent.objects.exists()
    assert "Wat u typte is weg" in client.get("/account/logout/").content.decode()
    assert '<a href="/account/logout/">' not in client.get("/werk/").content.decode()


def test_k5_after_two_weeks_nobody_comes_back_for_it(bilal, wim):
    unsent.keep(bilal.actor, Place("/x/", "F"), Typed(WORDS, "", "key", 1))
    house = wim.actor.system(wim.actor.municipality_id, bilal.actor.at + timedelta(days=14))
    purging.throw_away(house)
    assert Unsent.objects.exists()
    purging.throw_away(wim.actor.system(wim.actor.municipality_id, house.at + timedelta(days=1)))
    assert not Unsent.objects.exists()


def test_k5_of_who_is_not_signed_in_nothing_is_kept(merwedam):
    page = Client().get("/hulp-vragen/").content.decode()
    assert 'data-keep=""' in page
    assert 'name="unsent"' not in page
    assert Client().post(KEEP, {"words": WORDS}).status_code == 302
    assert not Unsent.objects.exists()


def test_k5_what_is_too_long_or_signed_for_nobody_is_refused(bilal):
    client = bilal.browser()
    assert type_in(client, words="x" * 30_001).status_code == 422
    forged = {"unsent": signing.dumps([1, "https://elders.nl/", "F"], salt="other"), "form_key": ""}
    assert type_in(client, found=forged).status_code == 422
    assert type_in(client, turn="-1").status_code == 422
    assert type_in(client, words="words=Haar+nummer+is+111222333").status_code == 422  # PRV-07
    assert not Unsent.objects.exists()


def test_k5_the_words_of_one_question_never_stand_on_another(wim, fatma, joop):
    first, second = (story.asked(one, "Iets").pk for one in (fatma, joop))
    for question_id in (first, second):
        questions.contact(wim.actor, question_id)
    client = wim.browser()
    type_in(client, f"/startpunt/vraag/{first}/clarify/", words="need=Over+Fatma")
    for question_id, offered in ((first, True), (second, False)):
        page = client.get(f"/startpunt/vraag/{question_id}/clarify/").content.decode()
        assert ("U was hier nog mee bezig" in page) is offered


class Marks(HTMLParser):
    """The places at which a page keeps what is typed, and forms with words that have none."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.places: list[tuple[str, str]] = []
        self.bare = 0
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.kept = False
        elif tag == "input" and given.get("name") == "unsent":
            self.kept = True
            self.places.append(tuple(signing.loads(given["value"], salt=SALT)[1:]))
        elif tag == "textarea" and not self.kept:
            self.bare += 1


def test_k5_every_form_with_words_has_a_place_of_its_own(case):
    """On each page, for each role: what is typed beside one name never comes up beside another."""
    places, wrong = set(), []
    known = {}
    for name in OURS:
        if any(number not in ROWS | SAID and name not in OTHERWISE for number in numbers(name)):
            continue
        for role in Role.values:
            if not policy.may_come_in(name, frozenset({role})):
                continue
            client = known.setdefault(role, None) or seated({"own": case}, role)
            known[role] = client
            answer = client.get(address(name, case))
            if answer.status_code != 200:
                continue
            found = Marks(answer.content.decode(errors="replace"))
            places |= set(found.places)
            if found.bare or len(set(found.places)) != len(found.places):
                wrong.append((name, role, found.bare, found.places))
    assert wrong == []
    assert len({form for _, form in places}) > 20


@pytest.mark.django_db(transaction=True)
def test_k5_kept_five_times_at_once_is_kept_once(bilal):
    def keep(turn):
        try:
            return unsent.keep(bilal.actor, Place("/x/", "F"), Typed(WORDS, "", "key", turn))
        finally:
            connection.close()

    with ThreadPoolExecutor(5) as fingers:
        assert list(fingers.map(keep, range(1, 6))) == [True] * 5
    assert Unsent.objects.get().turn == 5


@pytest.mark.django_db(transaction=True)
def test_k5_in_a_browser_it_is_kept_while_she_types_and_taken_up_without_javascript(
    bilal, browser, live_server
):
    page = visit(browser, live_server.url, bilal).new_page()
    page.goto(NOTICE)
    page.locator("textarea").first.fill("De lift is al een week stuk")
    page.get_by_text("Alleen u kunt dit lezen").wait_for()
    assert complaints(page) == []
    page.locator("textarea").first.fill("De lift is al een maand stuk")
    page.goto("about:blank")  # away before the pause is over
    page.context.close()

    plain = visit(browser, live_server.url, bilal, java_script_enabled=False).new_page()
    plain.goto(NOTICE)
    plain.get_by_role("link", name="Verder gaan").click()
    assert plain.locator("textarea").first.input_value() == "De lift is al een maand stuk"
    plain.get_by_role("button", name="Weggooien").click()
    assert plain.locator("textarea").first.input_value() == ""
    assert plain.get_by_text("U was hier nog mee bezig").count() == 0
    plain.context.close()


@pytest.mark.django_db(transaction=True)
def test_k5_the_offer_is_reached_by_everyone(bilal, browser, live_server):
    type_in(bilal.browser())
    page = visit(browser, live_server.url, bilal).new_page()
    for where in (NOTICE, "/werk/", "/account/logout/"):
        page.goto(where)
        assert complaints(page) + too_small(page) == []
    page.context.close()


@pytest.mark.django_db(transaction=True)
def test_k5_a_guest_is_warned_before_her_words_are_lost(merwedam, browser, live_server):
    page = visit(browser, live_server.url).new_page()
    asked = []
    page.on("dialog", lambda one: (asked.append(one.type), one.accept()))
    page.goto("/hulp-vragen/")
    page.locator("textarea").first.fill("Ik voel me alleen")
    page.locator("textarea").first.press("End")
    page.close(run_before_unload=True)
    page.context.pages and page.wait_for_event("close")
    assert asked == ["beforeunload"]
