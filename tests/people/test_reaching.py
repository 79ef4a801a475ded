"""Everyone chooses how to hear from us; letters that still wait obey, and it can be read back."""

import pytest
from django.core.exceptions import ObjectDoesNotExist, ValidationError

from kruispunt.base import errands, post
from kruispunt.base.looking import LOOK
from kruispunt.base.models import JournalLine, Letter
from kruispunt.base.states import ErrandState
from kruispunt.people import actions as people
from kruispunt.people.models import Person
from tests import story
from tests.base.test_courtesy import hand_in
from tests.cast import MONDAY


@pytest.fixture
def reachable(fatma):
    """Along every way."""
    Person.objects.filter(pk=fatma.person.pk).update(
        phone="06 12345678", email="fatma@voorbeeld.nl", channel="mail"
    )
    fatma.person.refresh_from_db()
    return fatma


@pytest.mark.parametrize("channel", ["mail", "text", "phone", "letter"])
def test_whoever_chooses_is_written_along_that_way(wim, reachable, channel):
    people.choose_channel(reachable.actor, reachable.person.pk, channel=channel)

    letter = people.write_to(wim.actor, reachable.person.pk, subject="Dag", lines=("Dag",), key="a")
    assert letter.channel == channel


def test_letters_that_wait_or_got_stuck_turn_along_and_what_left_stays(wim, reachable):
    waiting, parked, sent = (hand_in(wim, reachable, number) for number in (1, 2, 3))
    Letter.objects.filter(pk=parked.pk).update(state=ErrandState.PARKED, tries=5)
    Letter.objects.filter(pk=sent.pk).update(state=ErrandState.DONE)

    people.choose_channel(reachable.actor, reachable.person.pk, channel="letter")

    turned = Letter.objects.in_bulk()
    assert [turned[one.pk].channel for one in (waiting, parked, sent)] == [
        "letter",
        "letter",
        "mail",
    ]
    assert turned[parked.pk].state == ErrandState.WAITING
    line = JournalLine.objects.get(verb="person.choose_channel")
    assert line.facts == {"before": "mail", "channel": "letter", "letters": 2}


def test_a_letter_that_a_worker_has_in_hand_turns_with_its_next_try(wim, reachable):
    hand_in(wim, reachable)
    taken = errands.take(Letter, MONDAY)
    people.choose_channel(reachable.actor, reachable.person.pk, channel="phone")
    errands.put_back(taken, MONDAY, "Timeout")

    assert Letter.objects.get().channel == "phone"


def test_letters_about_signing_in_stay_where_one_signs_in(wim, reachable):
    hand_in(wim, reachable, key=f"{post.SIGNING_IN}:1")
    people.choose_channel(reachable.actor, reachable.person.pk, channel="letter")

    assert Letter.objects.get().channel == "mail"


@pytest.mark.parametrize(
    ("channel", "missing"), [("mail", "email"), ("text", "phone"), ("letter", "channel")]
)
def test_a_way_along_which_nothing_comes_is_no_choice(fatma, channel, missing):
    Person.objects.filter(pk=fatma.person.pk).update(street="", postcode="")

    with pytest.raises(ValidationError) as refused:
        people.choose_channel(fatma.actor, fatma.person.pk, channel=channel)
    assert set(refused.value.error_dict) == {missing}


def test_nobody_chooses_for_someone_else(noor, joop, zed, reachable):
    for other in (noor, joop, zed):
        with pytest.raises(ObjectDoesNotExist):
            people.choose_channel(other.actor, reachable.person.pk, channel="letter")


# --- on the pages --------------------------------------------------------------------------------


def test_the_resident_chooses_on_her_own_page(reachable):
    browser = reachable.browser()
    page = browser.get("/mijn/gegevens/bereiken/").content.decode()
    for way in ("Bel mij", "Stuur een brief", "Stuur een e-mail", "Stuur een sms"):
        assert way in page

    answer = browser.post(
        "/mijn/gegevens/bereiken/", {"channel": "text", "phone": "0612 345 679", "email": ""}
    )
    reachable.person.refresh_from_db()
    assert answer.status_code == 302
    assert (reachable.person.channel, reachable.person.phone) == ("text", "0612 345 679")
    assert reachable.person.email == "fatma@voorbeeld.nl"


def test_who_holds_the_letter_reads_it_and_chooses_without_signing_in(wim, reachable, client):
    letter = hand_in(wim, reachable)
    word = post.word(letter)

    assert "Nieuws 1" in client.get(f"/bericht/{word}/").content.decode()
    page = client.get(f"/bericht/{word}/hoe/").content.decode()
    assert "eindigt op 78" in page
    assert "12345678" not in page
    assert "fatma@" not in page
    assert client.post(f"/bericht/{word}/hoe/", {"channel": "letter"}).status_code == 302
    letter.refresh_from_db()
    assert letter.channel == "letter"


def test_whoever_holds_the_letter_cannot_send_the_next_one_to_another_number(
    wim, reachable, client
):
    word = post.word(hand_in(wim, reachable))
    client.post(
        f"/bericht/{word}/hoe/",
        {"channel": "text", "phone": "0699999999", "email": "ander@voorbeeld.nl"},
    )

    reachable.person.refresh_from_db()
    assert reachable.person.channel == "text"
    assert (reachable.person.phone, reachable.person.email) == (
        "06 12345678",
        "fatma@voorbeeld.nl",
    )


def test_a_forged_word_is_no_letter(wim, reachable, client):
    word = post.word(hand_in(wim, reachable))

    for forged in ("1", "1:abc", word[:-1] + ("a" if word[-1] != "a" else "b")):
        assert client.get(f"/bericht/{forged}/").status_code == 404
        assert client.post(f"/bericht/{forged}/hoe/", {"channel": "text"}).status_code == 404


def test_on_the_page_a_link_is_a_button_to_our_own_address(wim, reachable, client, settings):
    text = f"U antwoordt hier: {settings.SITE}/uitnodiging/abc/"
    word = post.word(hand_in(wim, reachable, text=text))

    page = client.get(f"/bericht/{word}/").content.decode()
    assert 'href="/uitnodiging/abc/"' in page
    assert settings.SITE + "/uit" not in page


def test_the_desk_notes_it_for_whoever_calls(wim, reachable):
    letter = hand_in(wim, reachable)
    Letter.objects.filter(pk=letter.pk).update(state=ErrandState.PARKED, trouble="geen e-mailadres")
    browser = wim.browser()
    page = browser.get("/startpunt/bellen/").content.decode()
    assert "geen e-mailadres" in page
    assert f"/startpunt/bereiken/{reachable.person.pk}/" in page

    browser.post(f"/startpunt/bereiken/{reachable.person.pk}/", {"channel": "phone"})
    letter.refresh_from_db()
    assert (letter.channel, letter.state) == ("phone", ErrandState.WAITING)


def test_a_letter_that_got_stuck_is_sent_once_more_from_the_desk(wim, reachable):
    letter = hand_in(wim, reachable)
    Letter.objects.filter(pk=letter.pk).update(state=ErrandState.PARKED, tries=5)

    wim.browser().post(f"/startpunt/bellen/{letter.pk}/try_again/", {"form_key": "a"})
    letter.refresh_from_db()
    assert (letter.state, letter.tries, letter.times) == (ErrandState.WAITING, 0, 1)


def test_correcting_someone_turns_the_letters_as_well(wim, reachable):
    hand_in(wim, reachable)
    who = people.Particulars(given_name="Fatma", channel="phone")
    people.change_person(wim.actor, reachable.person.pk, who=who)

    assert Letter.objects.get().channel == "phone"


def test_who_keeps_the_register_notes_it_for_volunteers_only(els, fatma, noor):
    story.available(noor, els)
    browser = els.browser()
    browser.post(f"/startpunt/bereiken/{noor.person.pk}/", {"channel": "letter"})
    noor.person.refresh_from_db()

    assert noor.person.channel == "letter"
    looks = JournalLine.objects.filter(verb=LOOK).values_list("actor_id", "person_id")
    assert list(looks) == [(els.person.pk, noor.person.pk)]  # PRV-15
    assert browser.get(f"/startpunt/bereiken/{fatma.person.pk}/").status_code == 404
    assert (
        browser.post(f"/startpunt/bereiken/{fatma.person.pk}/", {"channel": "letter"}).status_code
        == 404
    )
