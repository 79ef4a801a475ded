"""Nobody shuts the open forms for the others by sending them without end."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, path, reverse
from django.utils import timezone

from kruispunt.base import knocks
from kruispunt.base.actor import Actor
from kruispunt.base.models import Knock, Once, Term
from kruispunt.desks.ui.door import for_everyone
from kruispunt.desks.ui.knocking import came_from
from kruispunt.people import actions as people
from kruispunt.questions.models import Question, Recording
from kruispunt.questions.queries import neighbourhood
from tests import voices
from tests.desks.test_public_pages import words
from tests.journeys.open_forms import FirstButton, open_addresses, take_forms

ASK = "/hulp-vragen/"
HERS = {"words": "Ik wil weer leren fietsen", "given_name": "Annie Bos", "phone": "0183 555 123"}
# What somebody holds who was asked something: one letter, one answer, about a row that is there.
ANSWERS_A_LETTER = {
    "public:account", "public:advice", "public:check_in", "public:footing", "public:how_was_it",
    "public:intervision", "public:invitation", "public:my_guide", "public:party", "public:place",
    "public:profile", "public:proposal", "public:reach", "public:referral", "public:wellbeing",
}  # fmt: skip


@pytest.fixture
def town(merwedam):
    merwedam.phone = "0183 555 000"
    merwedam.save()
    return merwedam


def limit(town, **numbers):
    for name, number in numbers.items():
        Term.objects.create(
            municipality=town, name=name.replace("_", "."), length=number,
            valid_from=date(2020, 1, 1),
        )  # fmt: skip


def asks(number, client=None, **said):
    return (client or Client()).post(ASK, {**HERS, "form_key": f"vraag {number}", **said})


def not_counted(resolver) -> set[str]:
    """Open forms on which anyone may send something new, without anybody counting."""
    found = {name for name, page in open_addresses(resolver) if hasattr(page, "is_counted")}
    return take_forms(resolver) - ANSWERS_A_LETTER - found


def test_every_form_that_anyone_may_send_is_counted(merwedam):
    assert not_counted(get_resolver()) == set()
    assert take_forms(get_resolver()) >= ANSWERS_A_LETTER


def test_a_new_open_form_that_nobody_counts_is_seen():
    @for_everyone
    def page(request, actor):
        return HttpResponse()

    class Desk:
        url_patterns = [path("nieuw/", page, name="leak")]

    assert not_counted(Desk) == {"leak"}


def test_the_sixth_reads_another_way_and_finds_her_words_back(town):
    limit(town, knock_forms=5)
    assert {asks(number).status_code for number in range(5)} == {302}

    answer = asks(6)

    assert answer.status_code == 429
    page = words(answer)
    assert "Probeer het straks opnieuw. Of bel ons op 0183 555 000, of kom langs." in page
    assert "Ik wil weer leren fietsen" in page
    assert 'value="Annie Bos"' in page
    assert Question.objects.count() == 5


def test_somebody_elsewhere_asks_all_the_same_and_later_everyone_does(town, time_machine):
    limit(town, knock_forms=1, knock_minutes=15)
    time_machine.move_to("2026-11-23T10:01:00Z", tick=False)
    assert [asks(number).status_code for number in range(2)] == [302, 429]
    assert asks(3, Client(REMOTE_ADDR="203.0.113.7")).status_code == 302

    time_machine.move_to("2026-11-23T10:16:00Z", tick=False)
    assert asks(4).status_code == 302


def test_the_same_form_sent_again_counts_once(town):
    limit(town, knock_forms=1)
    assert {asks(1).status_code for _ in range(3)} == {302}
    assert Knock.objects.get().times == 1


def test_one_key_is_no_way_past_the_count(town):
    """A key belongs to one page: what was counted there opens no other."""
    assert asks(1).status_code == 302
    said = {"kinds": ["WANDELEN"], "given_name": "Annie", "phone": "0183 555 123"}
    assert Client().post("/meedoen/", {**said, "form_key": "vraag 1"}).status_code == 409


def test_who_is_signed_in_is_not_counted(town, fatma):
    limit(town, knock_forms=0)
    browser = fatma.browser()
    assert asks(1, browser).status_code == 302
    said = {"kinds": ["WANDELEN"], "given_name": "Fatma", "phone": "0183 555 123"}
    assert browser.post("/meedoen/", said).status_code == 302
    assert not Knock.objects.exists()


@pytest.mark.parametrize("page", ["/meedoen/", "/klus-vragen/", "pass_on", "practice"])
def test_each_open_form_meets_the_limit_and_gives_back_what_was_typed(page, town, wim):

    welfare = people.register_organisation(wim.actor, name="Welzijn", kind="welfare")
    where = page
    if not page.startswith("/"):
        where = reverse(f"public:{page}", args=[neighbourhood.signal_link(welfare.pk)])
    client = Client()
    limit(town, knock_forms=0)
    [(_, fields)] = FirstButton(words(client.get(where))).found

    answer = client.post(where, dict(fields))

    assert answer.status_code == 429
    assert "Probeer het straks opnieuw" in words(answer)
    assert "Samen naar buiten" in words(answer)


def test_who_spoke_hears_that_it_was_not_kept(town):
    limit(town, knock_forms=0)
    answer = asks(1, spoken=voices.file(voices.wav()))
    assert answer.status_code == 429
    assert "Uw opname is niet bewaard" in words(answer)
    assert not Recording.objects.exists()


def test_where_many_recordings_wait_one_types_and_nothing_typed_is_lost(town):
    limit(town, recording_waiting=2)
    for number in range(2):
        assert asks(number, spoken=voices.file(voices.wav())).status_code == 302

    for spoils in ({}, {"phone": ""}):
        answer = asks(f"te veel {spoils}", spoken=voices.file(voices.wav()), **spoils)
        assert answer.status_code == 429
        assert "Er wachten nu heel veel opnames" in words(answer)
        assert "Ik wil weer leren fietsen" in words(answer)
    assert Recording.objects.count() == 2
    assert asks("getypt").status_code == 302


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("limits", "spoken"), [({"knock_forms": 3}, False), ({"recording_waiting": 3}, True)]
)
def test_of_five_at_once_three_come_in_and_two_read_why_not(limits, spoken, town):
    limit(town, **limits)

    def press(number):
        said = {"spoken": voices.file(voices.wav())} if spoken else {}
        answer = asks(number, **said)
        connection.close()
        return answer.status_code

    with ThreadPoolExecutor(5) as fingers:
        answers = sorted(fingers.map(press, range(5)))
    assert answers == [302, 302, 302, 429, 429]
    assert Question.objects.count() == 3


def test_prv_nothing_says_who_it_was_and_soon_nothing_is_left(town):
    address = "203.0.113.77"
    assert asks(1, Client(REMOTE_ADDR=address)).status_code == 302
    kept = [*Knock.objects.values_list(), *Once.objects.values_list()]
    assert address not in str(kept)

    row = Knock.objects.get()
    assert row.until - timezone.now() <= timedelta(minutes=15)
    knocks.forget_knocks(Actor.system(town.pk, row.until - timedelta(seconds=1)))
    assert Knock.objects.exists()
    knocks.forget_knocks(Actor.system(town.pk, row.until))
    assert not Knock.objects.exists()


def test_prv_in_the_next_while_the_same_place_is_somebody_new(town, time_machine):
    for moment in ("2026-11-23T10:01:00Z", "2026-11-23T10:16:00Z"):
        time_machine.move_to(moment, tick=False)
        assert asks(moment).status_code == 302
    assert len({row.seal for row in Knock.objects.all()}) == 2


@pytest.mark.parametrize(
    ("front", "header", "direct", "place"),
    [
        # Straight on the machine: what a visitor writes about herself is not believed.
        (0, "198.51.100.1", "203.0.113.7", "203.0.113.7"),
        # Behind one server: what it wrote stands last; what stands before it, anyone may write.
        (1, "198.51.100.1, 203.0.113.7", "127.0.0.1", "203.0.113.7"),
        (2, "6.6.6.6, 203.0.113.7, 10.0.0.2", "127.0.0.1", "203.0.113.7"),
        (1, "2001:db8:1:2:3:4:5:6", "127.0.0.1", "2001:db8:1:2::/64"),
        # A server in front that says nothing: better nobody counted than everyone as one.
        (1, None, "127.0.0.1", None),
        (1, "onzin", "127.0.0.1", None),
    ],
)
def test_behind_a_web_server_the_address_is_what_that_server_wrote(
    front, header, direct, place, rf, settings
):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = front
    more = {} if header is None else {"HTTP_X_FORWARDED_FOR": header}
    found = came_from(rf.post("/", REMOTE_ADDR=direct, **more))
    assert (found and found.place) == place


@pytest.mark.django_db(transaction=True)
def test_counted_without_holding_the_row_more_come_in_than_may(town, monkeypatch):
    """The test of five at once can fail: here each reads the number before anybody wrote it."""
    limit(town, knock_forms=1)
    everyone = Barrier(5, timeout=60)

    class Loose:
        def __init__(self, rows):
            self.rows = rows

        def get_or_create(self, **row):
            found = self.rows.get_or_create(**row)
            everyone.wait()
            return found

    monkeypatch.setattr(knocks, "locked", Loose)
    monkeypatch.setattr(knocks, "knock", knocks.knock.__wrapped__)

    def press(number):
        answer = asks(number)
        connection.close()
        return answer.status_code

    with ThreadPoolExecutor(5) as fingers:
        assert list(fingers.map(press, range(5))) == [302] * 5
