"""Petra sets how long things may take in Merwedam; what began keeps its old term."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kruispunt.base import manners, terms
from kruispunt.base.models import JournalLine, Term
from kruispunt.core.lengths import STANDARD
from kruispunt.core.terms import due
from kruispunt.desks.process.lengths import GROUPS
from tests import story
from tests.cast import MONDAY

NAME = "signal.handed_in"
PAGE = f"/procesmanager/termijnen/{NAME}/"


def later(actor, days):
    return replace(actor, at=actor.at + timedelta(days=days))


def test_what_petra_sets_counts_from_its_day_and_not_before(petra, wim):
    day = MONDAY.date() + timedelta(days=14)
    manners.set_length(petra.actor, name=NAME, length=4, valid_from=day)

    assert terms.due(wim.actor, NAME) == due(NAME, MONDAY.date())
    assert terms.due(later(wim.actor, 14), NAME) == due(NAME, day, {NAME: 4})
    assert JournalLine.objects.get(verb="term.set").facts["length"] == 4


def test_a_question_that_began_keeps_its_old_term(petra, wim, fatma):
    question = story.asked(fatma)
    manners.set_length(petra.actor, name="question.new", length=9, valid_from=MONDAY.date())
    question.refresh_from_db()

    assert question.due_on == due("question.new", MONDAY.date())
    assert story.asked(fatma, "Nog iets").due_on == due(
        "question.new", MONDAY.date(), {"question.new": 9}
    )


def test_set_twice_for_the_same_day_the_last_one_counts(petra):
    for length in (4, 6):
        manners.set_length(petra.actor, name=NAME, length=length, valid_from=MONDAY.date())

    assert Term.objects.get(name=NAME).length == 6


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"valid_from": MONDAY.date() - timedelta(days=1)}, "valid_from", "vandaag of een dag"),
        ({"length": 261}, "length", "0 tot en met 260"),
        ({"name": "letters.until_hour", "length": 25}, "length", "0 tot en met 24"),
        ({"name": "figures.least", "length": 4}, "length", "5 tot en met"),
        ({"name": "round.own_slots", "length": 2}, "length", "0 tot en met 1"),
        ({"name": "round.neighbourhood_bonus", "length": 101}, "length", "0 tot en met 100"),
        ({"name": "iets.anders"}, "length", "kennen wij niet"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(petra, wrong, field, said):
    asked = {"name": NAME, "length": 3, "valid_from": MONDAY.date(), **wrong}
    with pytest.raises(ValidationError) as refused:
        manners.set_length(petra.actor, **asked)
    assert said in str(refused.value.message_dict[field])
    assert not Term.objects.exists()


def test_only_the_process_manager_sets_them(wim, zed, petra):
    for other in (wim, zed):
        with pytest.raises(PermissionDenied):
            manners.set_length(other.actor, name=NAME, length=3, valid_from=MONDAY.date())
        assert other.browser().get(PAGE).status_code == 404
    assert petra.browser().get("/procesmanager/termijnen/bestaat.niet/").status_code == 404


def test_on_the_page_petra_sees_what_counts_and_sets_it(petra):
    browser = petra.browser()
    assert (
        f"{STANDARD[NAME]} werkdagen" in browser.get("/procesmanager/termijnen/").content.decode()
    )

    again = browser.post(PAGE, {"length": "7", "valid_from": "2020-01-01", "form_key": "een"})
    done = browser.post(PAGE, {"length": "7", "valid_from": "2099-01-05", "form_key": "twee"})

    assert again.status_code == 422
    assert done.status_code == 302
    page = browser.get("/procesmanager/termijnen/").content.decode()
    assert "vanaf 5 januari 2099: 7 werkdagen" in page


def test_the_number_of_queries_does_not_grow_with_what_was_set(petra):
    browser, counts = petra.browser(), []
    browser.get("/procesmanager/termijnen/")  # the first page of a process also learns its sites
    for number, name in enumerate(list(STANDARD)[:3]):
        manners.set_length(petra.actor, name=name, length=number, valid_from=MONDAY.date())
        with CaptureQueriesContext(connection) as asked:
            browser.get("/procesmanager/termijnen/")
        counts.append(len(asked))
    assert counts[0] == counts[-1]


def test_the_list_is_folded_by_subject_and_a_word_finds_one_of_them(petra):
    browser, where = petra.browser(), "/procesmanager/termijnen/"
    whole = browser.get(where).content.decode()
    found = browser.get(where, {"woord": "signaal oppakken"}).content.decode()
    nothing = browser.get(where, {"woord": "bestaat niet"}).content.decode()

    assert whole.count('<details class="fold card"><summary>') == len(set(GROUPS.values()))
    assert "1 termijn met" in found
    assert f"/procesmanager/termijnen/{NAME}/" in found
    assert "question.new" not in found
    assert "Er is geen termijn met" in nothing


def test_what_was_set_here_stands_on_top(petra):
    manners.set_length(petra.actor, name=NAME, length=4, valid_from=MONDAY.date())
    page = petra.browser().get("/procesmanager/termijnen/").content.decode()
    assert page.index("Hier anders afgesproken") < page.index(NAME) < page.index("Alles per")


def test_two_ways_to_share_places_out_are_refused_on_the_same_day_in_a_sentence(petra):
    def days(many):
        return date(2099, 1, 5) + timedelta(days=many)

    def sets(name, length, since):
        manners.set_length(petra.actor, name=f"round.{name}", length=length, valid_from=days(since))

    sets("longest_first", 1, 0)
    sets("longest_first", 0, 10)
    sets("neighbourhood_bonus", 20, 10)
    sets("own_slots", 1, 0)

    for name, length, since in (("neighbourhood_bonus", 5, 3), ("longest_first", 1, 12)):
        with pytest.raises(ValidationError, match="gaan niet samen"):
            sets(name, length, since)
    page = petra.browser().post(
        "/procesmanager/termijnen/round.neighbourhood_bonus/",
        {"length": "5", "valid_from": days(1).isoformat()},
    )
    assert page.status_code == 422
    assert "gaan niet samen" in page.content.decode()
    assert Term.objects.count() == 4
