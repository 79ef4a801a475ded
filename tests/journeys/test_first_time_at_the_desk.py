"""Who gets a seat comes in by the letter that says how: a password, then a second lock."""

import re

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client

from kruispunt.base.models import Account, Letter
from kruispunt.people.models import Person

PASSWORD = "een heel lang wachtwoord voor mij"  # noqa: S105  (of a person who was made up)


@pytest.fixture(autouse=True)
def as_in_real_life(settings):
    settings.SECOND_FACTOR = True


def code_of(secret):
    """What the app on her telephone shows now."""
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def it_is_me(browser, page):
    """What is about the locks asks for the password once more, and then goes on."""
    where = page.request["PATH_INFO"]
    if "reauthenticate" not in where:
        return page
    onwards = page.context["redirect_field_value"]
    return browser.post(where, {"password": PASSWORD, "next": onwards}, follow=True)


def test_rol_04_who_forgot_her_password_sets_the_second_lock_and_works(wim):
    wim.browser()
    Person.objects.filter(pk=wim.person.pk).update(email="wim@voorbeeld.nl")
    browser = Client()

    browser.post("/account/password/reset/", {"email": "wim@voorbeeld.nl"})
    letter = Letter.objects.get()
    [link] = re.findall(r"https?://[^/\s]+(/account/password/reset/key/\S+)", letter.text)
    page = browser.get(link, follow=True)
    browser.post(
        page.redirect_chain[-1][0], {"password1": PASSWORD, "password2": PASSWORD}, follow=True
    )
    browser.post("/account/login/", {"login": "wim@voorbeeld.nl", "password": PASSWORD})
    page = it_is_me(browser, browser.get("/startpunt/", follow=True))
    assert "Zet een tweede slot op uw account" in page.content.decode()
    secret = page.context["form"].secret
    page = browser.post("/account/2fa/totp/activate/", {"code": code_of(secret)}, follow=True)

    assert "Uw herstelcodes" in page.content.decode()
    assert browser.get("/startpunt/").status_code == 200


def test_the_letter_greets_nobody_by_the_name_of_a_machine(wim):
    wim.browser()
    Person.objects.filter(pk=wim.person.pk).update(email="wim@voorbeeld.nl")

    Client().post("/account/password/reset/", {"email": "wim@voorbeeld.nl"})

    letter = Letter.objects.get()
    assert letter.subject == "Kies een nieuw wachtwoord"
    assert letter.text.startswith(
        "U, of iemand anders, vroeg om een nieuw wachtwoord voor Kruispunt."
    )


@pytest.mark.parametrize(
    "address", ["", "totp/activate/", "webauthn/", "webauthn/add/", "recovery-codes/generate/"]
)
def test_every_page_of_the_locks_speaks_dutch_and_says_u(wim, address):
    wim.browser()
    browser = Client()
    account = Account.objects.get(email="wim@voorbeeld.nl")
    account.set_password(PASSWORD)
    account.save()
    browser.post("/account/login/", {"login": account.email, "password": PASSWORD})

    page = it_is_me(browser, browser.get(f"/account/2fa/{address}", follow=True))

    assert page.request["PATH_INFO"] == f"/account/2fa/{address}"
    assert page.status_code == 200
    words = re.sub(r"<[^>]+>", " ", page.content.decode().split("<main")[1].split("</main>")[0])
    assert not re.search(r"\b(je|jij|jouw|your|you)\b", words, re.IGNORECASE), words
