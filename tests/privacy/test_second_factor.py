"""Who reads what others told in confidence needs more than a password (ROL-04)."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.urls import reverse

from kruispunt.base.models import Account
from kruispunt.base.roles import SECOND_FACTOR_FOR
from tests.cast import enter
from tests.matrix import paper

HEALTH = "situation"


@pytest.fixture(autouse=True)
def as_in_real_life(settings):
    settings.SECOND_FACTOR = True


def account_of(player) -> Account:
    return Account.objects.get(email=f"{player.person.given_name.lower()}@voorbeeld.nl")


@pytest.mark.parametrize("role", sorted(SECOND_FACTOR_FOR))
def test_rol_04_without_a_second_lock_every_door_stays_shut(role, merwedam):
    browser = enter("Iemand", merwedam, role).browser()

    for address in ("/startpunt/", "/bureau/", "/mijn/gegevens/"):
        answer = browser.get(address)
        assert (answer.status_code, answer["Location"]) == (302, reverse("mfa_activate_totp"))
    assert browser.get("/kaart/").status_code == 200


def test_rol_04_with_a_second_lock_she_comes_in(wim):
    browser = wim.browser()
    TOTP.activate(account_of(wim), generate_totp_secret())

    assert browser.get("/startpunt/").status_code == 200


def test_the_page_where_one_sets_it_is_there(wim):
    browser = wim.browser()
    answer = browser.get(reverse("mfa_activate_totp"), follow=True)
    assert answer.status_code == 200


def test_fatma_needs_no_code(fatma):
    assert fatma.browser().get("/mijn/").status_code == 200


def test_rol_04_every_role_that_reads_about_health_is_in_the_list():
    """Residents and their own people read what is theirs; everyone else needs the second lock."""
    of_herself = {"resident", "carer", "volunteer"}
    reads = {
        role for (role, drawer), cell in paper.read().items() if drawer == HEALTH and cell != "-"
    }
    assert reads - of_herself <= set(SECOND_FACTOR_FOR)


def test_on_ones_own_machine_nobody_is_bothered(wim, settings):
    settings.SECOND_FACTOR = False
    assert wim.browser().get("/startpunt/").status_code == 200
