"""What would make it possible is said so that anyone can act on it."""

from dataclasses import replace
from datetime import date

import pytest

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.unlock import Subject, Town, unmatched
from kruispunt.core.unlock.sentences import NOTHING_SUFFICES, unlocker_sentence
from kruispunt.core.vocabulary import Intensity
from kruispunt.core.weights import Weights

FATMA = Question("fatma", ("WANDELEN",), Intensity.LIGHT, x=100_000_000, y=400_000_000)
NOOR = Volunteer("noor", frozenset({"WANDELEN"}), x=100_000_000, y=400_000_000)


def unlocker(question, *crowd):
    answers = unmatched(Town([question], list(crowd), Weights()), date(2026, 11, 21))
    return answers[0].unlocker


@pytest.mark.parametrize(
    ("question", "volunteer", "sentence", "new", "cost"),
    [
        ({}, {"places": 0}, "Vrijwilliger noor heeft plaats voor 1 vraag.", "1", 200),
        (
            {"x": 106_400_000},
            {},
            "Vrijwilliger noor wil tot 7 kilometer reizen in plaats van 5.",
            "7",
            200,
        ),
        (
            {"slots": frozenset({"ma-ochtend"})},
            {"slots": frozenset({"di-avond"})},
            "Bij deze vraag is hulp ook welkom op dinsdagavond.",
            "ma-ochtend|di-avond",
            100,
        ),
        (
            {"hours": 3500},
            {},
            "Bij deze vraag kost de hulp 2 uur per week in plaats van 3,5.",
            "2",
            200,
        ),
        (
            {"needs_vog": True},
            {},
            "Vrijwilliger noor krijgt een geldige VOG.",
            "2029-11-21",
            300,
        ),
        (
            {"kinds": ("KOFFIE",)},
            {},
            "Vrijwilliger noor wil ook helpen met samen koffie drinken.",
            "KOFFIE|WANDELEN",
            200,
        ),
        (
            {"intensity": Intensity.INTENSIVE},
            {},
            "Vrijwilliger noor volgt basistraining.",
            "basis",
            400,
        ),
        (
            {"intensity": Intensity.VERY_INTENSIVE},
            {"trainings": frozenset({"basis"})},
            "Vrijwilliger noor wil ook vragen doen die zeer intensief zijn.",
            "zeer_intensief",
            300,
        ),
        ({"helpers_needed": 2}, {}, "Bij deze vraag is 1 helper genoeg in plaats van 2.", "1", 200),
    ],
)
def test_each_cell_has_its_sentence(question, volunteer, sentence, new, cost):
    change = unlocker(replace(FATMA, **question), replace(NOOR, **volunteer))

    assert unlocker_sentence(change, "fatma") == sentence
    assert (change.new, change.cost) == (new, cost)


def test_a_newcomer_is_described_by_what_the_question_asks():
    question = replace(FATMA, slots=frozenset({"zo-avond"}), needs_vog=True)
    change = unlocker(question, replace(NOOR, languages=frozenset({"tr"})))

    assert change.subject is Subject.NEWCOMER
    assert unlocker_sentence(change) == (
        "Er komt een nieuwe vrijwilliger in de buurt, die kan helpen met samen wandelen,"
        " kan op zondagavond en heeft een VOG."
    )


def test_where_no_single_change_suffices_the_sentence_says_so():
    assert (
        unlocker(replace(FATMA, helpers_needed=3, hours=0), replace(NOOR, available=False)) is None
    )
    assert unlocker_sentence(None) == NOTHING_SUFFICES


def test_a_colleague_is_called_by_name():
    change = unlocker(FATMA, replace(NOOR, places=0))

    assert unlocker_sentence(change, name="Noor") == "Vrijwilliger Noor heeft plaats voor 1 vraag."
