"""The report is one page that stands on its own, says everything, and stays readable."""

import re
from dataclasses import replace
from datetime import date

import pytest

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.criteria import CRITERIA
from kruispunt.core.gap import shortages
from kruispunt.core.propose import Proposal
from kruispunt.core.unlock import Town, unmatched
from kruispunt.core.vocabulary import Intensity
from kruispunt.core.weights import COSTS, Weights
from kruispunt.exchange.report import Findings, report_page
from kruispunt.exchange.report.account import MEANINGS, PRICES
from kruispunt.exchange.report.findings import MOST_ROWS
from tests.core.busy_towns import one_town

TODAY = date(2026, 11, 21)
WEIGHTS = Weights()


def findings(asked, crowd):
    place = Town(asked, crowd, WEIGHTS)
    return Findings(
        asked,
        crowd,
        WEIGHTS,
        place.proposal,
        TODAY,
        unmatched(place, TODAY),
        shortages(place, TODAY),
    )


@pytest.fixture(scope="module")
def page():
    return report_page(findings(*one_town(8, 4)))


def test_the_page_fetches_nothing_and_runs_nothing(page):
    assert not re.search(r"<script|<link|<img|<iframe|https?:|url\(|@import|\ssrc=|\son\w+=", page)


def test_the_page_tells_counts_verdict_objective_bound_and_gap(page):
    told = findings(*one_town(8, 4))
    worth = f"{told.proposal.value / 100_000:.5f}".replace(".", ",")

    assert "<b>8</b> vragen" in page
    assert f"<b>{told.served}</b> vragen met een voorstel" in page
    assert "Beter kan niet." in page
    assert page.count(f">{worth}<") == 2
    assert "Gat = (bovengrens" in page


def test_every_pair_and_every_open_question_stands_in_the_page(page):
    told = findings(*one_town(8, 4))

    for pair in told.proposal.pairings:
        assert re.search(rf"<b>{pair.question}</b>.*<b>{pair.volunteer}</b>", page)
    for ask in told.proposal.unmatched:
        assert f"<b>{ask}</b>" in page


def test_words_of_people_are_never_taken_for_html():
    ask = Question("<b onclick=x>&", ("TAAL",), Intensity.LIGHT, x=100_000_000, y=400_000_000)
    page = report_page(findings([ask], [Volunteer('"><i>', frozenset({"TAAL"}), ask.x, ask.y)]))

    assert "<b onclick" not in page
    assert "&lt;b onclick=x&gt;&amp;" in page
    assert "&quot;&gt;&lt;i&gt;" in page


def test_what_is_not_proven_is_said():
    told = findings(*one_town(8, 4))
    unsure = replace(told.proposal, bound=told.proposal.value * 10_033 // 10_000, proven=False)
    page = report_page(replace(told, proposal=unsure))

    assert "hoogstens 0,33 % meer waard" in page
    assert "Beter kan niet." not in page
    assert "gelden voor het voorstel dat er dan opnieuw uit komt" in page


def test_a_town_without_people_still_gets_a_page():
    assert "Er valt niets voor te stellen" in report_page(findings([], []))


def test_what_was_not_asked_is_said_to_be_not_looked_into():
    told = replace(findings(*one_town(8, 4)), unlockers=None, missing=None)
    page = report_page(told)

    assert "--unmatched" in page
    assert "--gap" in page


def test_the_page_of_a_province_is_no_longer_than_a_person_reads():
    asks = [
        Question(f"q{n:05d}", ("TAAL",), Intensity.LIGHT, x=100_000_000 + n * 1000, y=400_000_000)
        for n in range(20_000)
    ]
    crowd = [Volunteer("v", frozenset({"TAAL"}), x=100_000_000, y=400_000_000)]
    proposal = Proposal((), tuple(ask.id for ask in asks), value=0, bound=0, proven=True)
    page = report_page(Findings(asks, crowd, WEIGHTS, proposal, TODAY))

    assert len(page) < 100_000
    assert f"Hier staan de eerste {MOST_ROWS} van 20.000." in page


def test_every_criterion_and_every_price_is_explained():
    assert list(MEANINGS) == [one.name for one in CRITERIA]
    assert tuple(PRICES) == COSTS
