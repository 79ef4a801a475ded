"""Letters as they leave: plain words and a small page, passwords too, paper on its own sheet."""

import pytest
from django.core import mail

from kruispunt.base import post
from kruispunt.base.models import Account, Letter
from kruispunt.base.states import Channel, ErrandState
from kruispunt.config.postman import _message
from kruispunt.people.models import Person

LINK = "https://voorbeeld.nl/voorstel/abc/"


def letter(wim, to, channel=Channel.MAIL, text=f"Beste Fatma,\n\nU antwoordt hier: {LINK}"):
    return post.hand_in(
        wim.actor,
        to_person_id=to.person.pk,
        channel=channel,
        subject="Nieuws over uw vraag",
        text=text,
        key=f"news:{channel}",
    )


def test_a_mail_has_plain_words_and_a_page_that_fetches_nothing(wim, fatma):
    message = _message(letter(wim, fatma, text=f"<b>Beste</b> {LINK}"), "fatma@voorbeeld.nl")
    [(page, kind)] = [(part.content, part.mimetype) for part in message.alternatives]

    assert kind == "text/html"
    assert f'<a href="{LINK}"' in page
    assert "&lt;b&gt;" in page
    assert not [word for word in ("<img", "src=", "<link", "<script", "url(") if word in page]
    assert LINK in message.body


def test_a_forgotten_password_goes_through_the_outbox(wim, client):
    wim.browser()
    Person.objects.filter(pk=wim.person.pk).update(email="wim@voorbeeld.nl")
    Account.objects.get(email="wim@voorbeeld.nl").set_password("een heel lang wachtwoord")

    client.post("/account/password/reset/", {"email": "Wim@voorbeeld.nl"})

    [waiting] = Letter.objects.all()
    assert (waiting.to_person_id, waiting.state) == (wim.person.pk, ErrandState.WAITING)
    assert "/account/password/reset/key/" in waiting.text
    assert "Wim" not in waiting.subject
    assert not mail.outbox


def test_paper_letters_come_on_sheets_with_the_address_and_are_ticked_off(wim, fatma):
    paper = letter(wim, fatma, Channel.LETTER)
    letter(wim, fatma, Channel.PHONE)
    browser = wim.browser()

    page = browser.get("/startpunt/bellen/brieven/").content.decode()
    assert page.count("<article") == 1
    assert "Lindelaan 3" in page

    browser.post(f"/startpunt/bellen/{paper.pk}/tick_off/", {"form_key": "a"})
    assert "<article" not in browser.get("/startpunt/bellen/brieven/").content.decode()


def test_a_sealed_address_is_on_no_paper(wim, fatma):
    letter(wim, fatma, Channel.LETTER)
    Person.objects.filter(pk=fatma.person.pk).update(address_sealed=True)

    page = wim.browser().get("/startpunt/bellen/brieven/").content.decode()
    assert "Lindelaan" not in page
    assert "Geheim adres" in page


@pytest.mark.parametrize("who", ["fatma", "zed"])
def test_nobody_else_prints_our_letters(request, who, wim, fatma, zed):
    letter(wim, fatma, Channel.LETTER)
    page = request.getfixturevalue(who).browser().get("/startpunt/bellen/brieven/")
    assert "Lindelaan" not in page.content.decode()
