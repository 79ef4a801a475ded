"""Text messages go out once, say nothing about anyone, and a broken gateway loses none."""

import time

import pytest

from kruispunt.base import errands, post
from kruispunt.base.models import Letter
from kruispunt.base.states import Channel, ErrandState
from kruispunt.config import delivering, texting
from kruispunt.core.phones import mobile
from kruispunt.people.models import Person
from tests.base.test_courtesy import hand_in
from tests.cast import MONDAY
from tests.config.test_worker import kill_often, start, still_to_do
from tests.config.text_gateway import TextGateway

CALLED = {
    "token": "geheim", "sender": "Startpunt", "fields": ["to", "from", "text"], "seconds": 2,
}  # fmt: skip


@pytest.fixture
def texted(fatma, merwedam):
    """Fatma reads text messages."""
    merwedam.phone = "0183 555 000"
    merwedam.save()
    Person.objects.filter(pk=fatma.person.pk).update(phone="06 12345678", channel="text")
    return fatma


def through(settings, url, *, same_key_once):
    settings.TEXTS = {**CALLED, "url": url, "same_key_once": same_key_once}


def bring(wim, texted):
    """Hand in one message and let a worker try it, as it does."""
    letter = hand_in(wim, texted, channel=Channel.TEXT)
    try:
        delivering.deliver(errands.take(Letter, MONDAY), MONDAY)
    except (texting.Refused, OSError) as trouble:
        again = Letter.objects.get(pk=letter.pk)
        errands.put_back(again, MONDAY, type(trouble).__name__)
    letter.refresh_from_db()
    return letter


def test_in_the_folder_of_ones_own_machine_it_can_be_read(wim, texted, settings, tmp_path):
    settings.TEXTS = {"folder": tmp_path / "texts"}
    letter = bring(wim, texted)

    [file] = (tmp_path / "texts").iterdir()
    where = f"{settings.SITE}/bericht/{post.word(letter)}/"
    assert file.read_text() == (
        "Aan: +31612345678\n\nStartpunt Merwedam: er is een bericht voor u. "
        f"Lees het hier: {where} Vragen? Bel 0183 555 000.\n"
    )
    assert letter.state == ErrandState.DONE


def test_the_gateway_gets_number_sender_words_and_a_key(wim, texted, settings):
    gateway = TextGateway()
    with gateway.opened() as url:
        through(settings, url, same_key_once=True)
        letter = bring(wim, texted)

    [call] = gateway.calls
    assert (call["to"], call["from"], call["key"]) == (
        "+31612345678",
        "Startpunt",
        texting.key_of(letter),
    )
    assert letter.state == ErrandState.DONE


@pytest.mark.parametrize(
    ("answer", "same_key_once", "state"),
    [
        (400, True, ErrandState.WAITING),
        (400, False, ErrandState.WAITING),
        (503, False, ErrandState.WAITING),
        (302, False, ErrandState.WAITING),
        (500, True, ErrandState.WAITING),
        (500, False, ErrandState.UNSURE),
    ],
)
def test_what_a_gateway_says_decides_whether_it_is_tried_again(
    wim, texted, settings, answer, same_key_once, state
):
    with TextGateway(answer=answer).opened() as url:
        through(settings, url, same_key_once=same_key_once)
        assert bring(wim, texted).state == state


@pytest.mark.parametrize(
    ("same_key_once", "state"), [(True, ErrandState.WAITING), (False, ErrandState.UNSURE)]
)
def test_a_gateway_that_says_nothing_is_not_waited_for(wim, texted, settings, same_key_once, state):
    with TextGateway(seconds=1.0).opened() as url:
        through(settings, url, same_key_once=same_key_once)
        settings.TEXTS["seconds"] = 0.2
        assert bring(wim, texted).state == state


def test_a_closed_gateway_keeps_the_message_waiting(wim, texted, settings):
    with TextGateway().opened() as url:
        through(settings, url, same_key_once=False)

    assert bring(wim, texted).state == ErrandState.WAITING


def test_sent_once_more_by_a_person_it_is_another_message(wim, texted):
    letter = hand_in(wim, texted, channel=Channel.TEXT)
    before = texting.key_of(letter)
    Letter.objects.filter(pk=letter.pk).update(state=ErrandState.PARKED)

    assert texting.key_of(post.try_again(wim.actor, letter.pk)) != before


def test_who_has_no_mobile_number_is_looked_at_by_a_person(wim, fatma, settings, tmp_path):
    settings.TEXTS = {"folder": tmp_path}
    letter = bring(wim, fatma)  # 0183 555 010 stands in a room

    assert (letter.state, letter.trouble) == (ErrandState.PARKED, "geen mobiel nummer")
    assert post.to_look_at(wim.actor).get() == letter


def test_without_a_gateway_someone_at_the_desk_sends_it(wim, texted, settings):
    settings.TEXTS = None
    letter = hand_in(wim, texted, channel=Channel.TEXT)

    assert Channel.TEXT not in delivering.carried()
    assert post.to_look_at(wim.actor).get() == letter


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("06-12345678", "+31612345678"),
        ("0031 6 1234 5678", "+31612345678"),
        ("+31(0)612345678", "+31612345678"),
        ("+32 470 12 34 56", "+32470123456"),
        ("0183 555 010", ""),
        ("061234567", ""),
        ("bel mij maar", ""),
        ("", ""),
    ],
)
def test_only_mobile_numbers_get_a_text(written, number):
    assert mobile(written) == number


# --- a real worker, killed -----------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("same_key_once", [True, False])
def test_killed_again_and_again_no_text_is_lost_and_none_comes_twice(
    never_quiet, wim, texted, monkeypatch, same_key_once
):
    for number in range(20):
        hand_in(wim, texted, number, channel=Channel.TEXT)
    gateway = TextGateway(keeps_keys=same_key_once, seconds=0.03)
    with gateway.opened() as url:
        monkeypatch.setenv("KRUISPUNT_TEXT_URL", url)
        monkeypatch.setenv("KRUISPUNT_TEXT_SAME_KEY_ONCE", "yes" if same_key_once else "no")
        kills = kill_often(3, lambda: start(1), gateway.calls, gateway.answers)
        until = time.monotonic() + 60
        while still_to_do() and time.monotonic() < until:
            assert start(1, "--until-empty").wait(timeout=60) == 0
            time.sleep(0.3)

    states = list(Letter.objects.values_list("state", flat=True))
    unsure = states.count(ErrandState.UNSURE)
    assert set(gateway.count().values()) == {1}
    assert states.count(ErrandState.DONE) + unsure == 20
    if same_key_once:  # nothing is in doubt, and everything came
        assert (unsure, len(gateway.sent)) == (0, 20)
    else:  # what was in hand at a kill is looked at by a person
        assert 1 <= unsure <= kills
        assert len(gateway.sent) >= 20 - unsure
