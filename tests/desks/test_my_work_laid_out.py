"""Mijn werk on the page: one's own first, the same step folded, and every number adds up (K9)."""

import re

import pytest

from kruispunt.arrangements.actions import learning
from kruispunt.desks.work.lines import MANY, NAMES
from kruispunt.desks.work.views import SHOWN
from kruispunt.questions import actions as questions
from kruispunt.safety.actions.reporting import Seen, report_concern
from tests import story
from tests.cast import enter


def page_of(player, address="/werk/"):
    return " ".join(player.browser().get(address).content.decode().split())


def ask(wim, count):
    """So many people ask something, and nobody has it in hand."""
    names = [f"Buur{number:03}" for number in range(count)]
    return [story.asked(enter(name, wim.person.municipality, "resident")) for name in names]


def headings(page):
    """What the headings say there is, by part and by day."""
    found = re.findall(r'<h[23][^>]* id="((?:deel|own|shared)-?\w*)">[^<(]*\((\d+)\)', page)
    return {name: int(number) for name, number in found}


def test_k9_what_is_wims_own_stands_before_what_is_of_the_whole_startpunt(fatma, wim):
    shared = ask(wim, 2)
    own = story.asked(fatma)
    questions.contact(wim.actor, own.pk)
    page = page_of(wim)

    assert "3 dingen wachten: 1 van u, de rest van het hele Startpunt." in page
    assert page.index("Van u (1)") < page.index(f"/startpunt/vraag/{own.pk}/")
    assert page.index(f"/startpunt/vraag/{own.pk}/") < page.index("Van het hele Startpunt (2)")
    assert page.index("Van het hele Startpunt (2)") < page.index(f"/vraag/{shared[0].pk}/")


def test_what_a_colleague_has_in_hand_is_on_no_one_elses_list(fatma, wim):
    saskia = enter("Saskia", wim.person.municipality, "worker")
    questions.contact(saskia.actor, story.asked(fatma).pk)

    assert "Er wacht nu niets op u." in page_of(wim)
    assert "1 ding wacht op u" in page_of(saskia)


def test_many_of_one_and_the_same_step_are_one_line_that_opens_to_the_names(wim):
    asked = ask(wim, MANY)
    page = page_of(wim)

    assert page.count("Bel voor een eerste gesprek") == 1
    assert f"Bel voor een eerste gesprek ({MANY})</summary>" in page
    for question in asked:
        link = f'href="/startpunt/vraag/{question.pk}/">{question.asked_by.given_name}</a>'
        assert link in page


def test_a_few_of_the_same_step_stand_there_each(wim):
    ask(wim, MANY - 1)
    page = page_of(wim)

    assert page.count("Bel voor een eerste gesprek") == MANY - 1
    assert "</summary>" not in page.split("<main")[1]


def test_what_is_wims_own_is_never_folded(wim):
    for question in ask(wim, MANY):
        questions.contact(wim.actor, question.pk)

    assert "</summary>" not in page_of(wim).split("<main")[1]


def test_everything_can_be_reached(wim):
    asked = ask(wim, SHOWN + NAMES)
    short = page_of(wim)
    assert f"Toon ook de andere {SHOWN}" in short
    assert 'href="?alles=1"' in short

    pages = [page_of(wim, f"/werk/?alles=1&blad={blad}") for blad in (1, 2)]
    reached = {int(one) for page in pages for one in re.findall(r"/startpunt/vraag/(\d+)/", page)}
    assert reached == {question.pk for question in asked}
    assert "Blad 1 van 2" in pages[0]
    assert 'href="/werk/">Terug naar de korte lijst' in pages[0]


@pytest.mark.parametrize("folds", ["", "?alles=1"])
def test_the_numbers_add_up(fatma, joop, bilal, wim, folds):
    """A line may stand for three things, and a fold for many: a heading counts the things."""
    for words in ("Tassen op de galerij", "Een lamp is stuk", "De deur klemt"):
        signal = questions.notice(bilal.actor, noticed=questions.Noticed(words=words))
        questions.hand_in(bilal.actor, signal.pk)
    questions.contact(wim.actor, story.asked(fatma).pk)
    ask(wim, MANY)
    page = page_of(wim, f"/werk/{folds}")
    counted = headings(page)

    assert f"{MANY + 4} dingen wachten: 1 van u" in page
    assert (counted["deel-own"], counted["deel-shared"]) == (1, MANY + 3)
    by_day = [number for name, number in counted.items() if name.startswith("shared-")]
    assert sum(by_day) == MANY + 3


def test_one_thing_that_is_late_is_said_as_one_thing(fatma, wim):
    asked = story.asked(fatma)
    type(asked).objects.filter(pk=asked.pk).update(due_on=wim.actor.today.replace(day=1))

    assert "1 ding wacht op u en is te laat. Begin bovenaan." in page_of(wim)


def test_all_of_it_late_is_said_as_all_of_it(wim):
    asked = ask(wim, 2)
    type(asked[0]).objects.update(due_on=wim.actor.today.replace(day=1))

    assert "2 dingen wachten op u, allemaal te laat. Begin bovenaan." in page_of(wim)


@pytest.mark.parametrize("who", ["els", "petra", "ank", "fatma"])
def test_only_a_desk_of_many_hands_tells_ones_own_from_everybodys(request, who, fatma, noor, els):
    story.available(noor, els)
    page = page_of(request.getfixturevalue(who))

    assert "Van het hele" not in page
    assert "Van u (" not in page


def test_two_concerns_and_two_bottlenecks_are_told_apart(noor, petra, merwedam):
    ria = enter("Ria", merwedam, "safety_officer")
    seen = Seen(words="Zij eet niet meer", seen_on=noor.actor.today)
    report_concern(noor.actor, seen=seen)
    for words in ("De bus rijdt niet meer", "Niemand spreekt Tamazight"):
        learning.note_bottleneck(petra.actor, stretch="search", words=words)

    assert "van 2 november 2026, 09.30 uur" in page_of(ria)
    assert "eet niet" not in page_of(ria)
    page = page_of(petra)
    assert "De bus rijdt niet meer" in page
    assert "Niemand spreekt Tamazight" in page
