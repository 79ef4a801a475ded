"""The way back from a page that says no."""

import pytest
from django.test import RequestFactory

from kruispunt.desks.ui.back import where_one_came_from

DOSSIER = "/startpunt/vraag/7/"


def back(pressed, came):
    headers = {"referer": came} if came else {}
    return where_one_came_from(RequestFactory().post(pressed, headers=headers))


@pytest.mark.parametrize(
    ("came", "leads_to"),
    [
        (f"http://testserver{DOSSIER}", DOSSIER),
        # A form that came back stands at the address of a verb: the dossier is above it.
        (f"http://testserver{DOSSIER}withdraw/", DOSSIER),
        (f"http://testserver{DOSSIER}search/", DOSSIER),
        ("http://testserver/werk/?blad=2", "/werk/?blad=2"),
        # Another house is nobody's way back, and no address is none.
        ("https://elders.voorbeeld/vraag/7/", ""),
        ("javascript:alert(1)", ""),
        ("//elders.voorbeeld/", ""),
        ("", ""),
    ],
)
def test_the_way_back_is_the_page_one_pressed_on(came, leads_to):
    assert back(f"{DOSSIER}search/", came) == leads_to


def test_a_verb_deep_below_leads_to_the_dossier_above_it():
    came = f"http://testserver{DOSSIER}candidates/"
    assert back(f"{DOSSIER}invite/3/", came) == DOSSIER


def test_a_letter_that_came_too_late_leads_back_to_itself():
    assert back("/antwoord/woord/", "http://testserver/antwoord/woord/") == "/antwoord/woord/"
