"""Small things a reader stumbles over: full stops, numbers to dial, years, and empty tabs."""

from datetime import timedelta

import pytest
from django.utils.safestring import mark_safe

from kruispunt.arrangements.models import Match
from kruispunt.base.models import Municipality
from kruispunt.desks.templatetags.kruispunt import to_call, without_stop
from kruispunt.desks.work.rhythm_forms import RhythmForm
from tests import story


def words(answer):
    return " ".join(answer.content.decode().split())


def test_words_in_the_middle_of_a_sentence_have_no_stop_of_their_own():
    assert without_stop("De rookmelder hangt te hoog.") == "De rookmelder hangt te hoog"
    assert without_stop("Wie komt er?") == "Wie komt er?"
    assert without_stop(3) == "3"


@pytest.mark.parametrize(
    ("said", "dialled"),
    [
        ("0189 55 00 99", "0189550099"),
        ("06-12345678", "0612345678"),
        ("0800-2000", None),
        ("120189550099", None),
    ],
)
def test_a_number_in_words_can_be_dialled(said, dialled):
    link = f'<a href="tel:{dialled}" dir="ltr">{said}</a>'
    assert to_call(f"{said}, dag en nacht") == f"{link if dialled else said}, dag en nacht"


def test_what_is_typed_beside_a_number_stays_words():
    shown = to_call("<b>0189 55 00 99</b>")
    assert shown.startswith("&lt;b&gt;<a href=")
    assert to_call(mark_safe("<span>geen nummer</span>")) == "<span>geen nummer</span>"


def test_a_town_without_a_number_or_a_door_shows_no_empty_heading(fatma, zed):
    Municipality.objects.filter(pk=fatma.person.municipality_id).update(
        phone="0189 55 00 10", listening_ear="0189 55 00 99, dag en nacht"
    )
    hers = words(fatma.browser().get("/mijn/"))
    assert "Bel of kom langs" in hers
    assert 'href="tel:0189550099"' in hers

    Municipality.objects.filter(pk=zed.person.municipality_id).update(phone="", walk_in_hours="")
    assert "Bel of kom langs" not in words(zed.browser().get("/werk/"))


def test_an_hour_of_the_day_looks_like_every_other_field():
    assert 'class="utrecht-textbox"' in str(RhythmForm()["at"])


def test_volunteers_open_on_the_first_list_with_somebody_in_it(noor, els):
    browser = els.browser()
    assert 'href="?toon=nieuw" aria-current="page"' in words(
        browser.get("/startpunt/vrijwilligers/")
    )

    story.available(noor, els)
    page = words(browser.get("/startpunt/vrijwilligers/"))
    assert 'href="?toon=wacht" aria-current="page"' in page
    assert "Noor" in page
    asked_for = words(browser.get("/startpunt/vrijwilligers/?toon=nieuw"))
    assert "Hier staat nu niemand." in asked_for


def test_who_may_write_to_nobody_is_not_sent_to_do_so(noor, els, wim):
    story.available(noor, els)
    link = "Laat wie wacht iets horen"

    assert link in words(els.browser().get("/startpunt/vrijwilligers/"))
    assert link not in words(wim.browser().get("/startpunt/vrijwilligers/"))


def test_a_match_of_last_year_says_which_year(fatma, noor, wim, els):
    match = story.introduced(fatma, noor, wim=wim, els=els)
    since = match.state_since - timedelta(days=365)
    Match.objects.filter(pk=match.pk).update(state_since=since)

    assert "sinds 2 november 2025" in words(els.browser().get("/startpunt/koppelingen/"))
