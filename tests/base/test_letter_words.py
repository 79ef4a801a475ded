"""The word in a letter opens one row, for whom it was written to, and nothing else."""

from dataclasses import replace

import pytest
from django.core.exceptions import ObjectDoesNotExist

from kruispunt.base.actor import Actor
from kruispunt.base.letter_words import LetterWord
from kruispunt.base.roles import Role
from kruispunt.questions import actions as questions
from kruispunt.questions.models import Question
from tests import story

WORD = LetterWord("tests.question", Question, "worker_id")
OTHER = LetterWord("tests.other", Question, "worker_id")


def test_a_word_about_a_row_that_is_nobodys_opens_nothing(fatma, wim, merwedam):
    asked = story.asked(fatma)
    with pytest.raises(ObjectDoesNotExist):
        WORD.read(WORD.write(asked))

    questions.contact(wim.actor, asked.pk)
    assert WORD.read(WORD.write(asked)) == (asked.pk, wim.person.pk, merwedam.pk)


def test_a_word_of_one_kind_opens_no_other_kind(fatma, wim):
    asked = questions.contact(wim.actor, story.asked(fatma).pk)
    with pytest.raises(ObjectDoesNotExist):
        OTHER.read(WORD.write(asked))


def test_whoever_answers_by_a_letter_brings_nothing_of_her_own_seat(wim, fatma):
    reader = replace(
        wim.actor,
        organisation_ids=frozenset({7}),
        neighbourhood_ids=frozenset({8}),
        form_key="een-keer",
    )
    them = reader.answering(fatma.person.pk, 9, Role.RESIDENT)

    assert them == Actor(
        fatma.person.pk, 9, frozenset({Role.RESIDENT}), at=reader.at, form_key="een-keer"
    )
