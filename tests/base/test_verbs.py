"""An action happens whole or not at all, and once per form."""

from dataclasses import replace

import pytest
from django.utils import translation

from kruispunt.base import journal
from kruispunt.base.models import JournalLine, Once
from kruispunt.base.verbs import SentBefore, action
from kruispunt.people.models import Person


@action
def greet(actor, person_id, *, words):
    person = Person.objects.get(pk=person_id)
    journal.write(actor, "greet", person, words=words)
    return person


@action
def greet_all(actor, *, person_ids):
    return [greet(actor, each, words="dag") for each in person_ids]


@action
def language_of_what_is_kept(actor):
    return translation.get_language()


def greetings():
    return JournalLine.objects.filter(verb="greet").count()


def test_without_a_form_each_time_counts(wim, fatma):
    greet(wim.actor, fatma.person.pk, words="dag")
    greet(wim.actor, fatma.person.pk, words="dag")

    assert greetings() == 2


def test_the_same_form_twice_is_one_greeting_and_the_same_answer(wim, fatma):
    form = replace(wim.actor, form_key="a1")

    answers = {greet(form, fatma.person.pk, words="dag") for _ in range(3)}

    assert answers == {fatma.person}
    assert greetings() == 1


def test_a_form_that_brought_a_list_brings_it_again(wim, fatma, noor):
    form = replace(wim.actor, form_key="a1")
    both = [fatma.person.pk, noor.person.pk]

    assert greet_all(form, person_ids=both) == greet_all(form, person_ids=both)
    assert greetings() == 2


def test_the_same_form_with_other_words_is_not_swallowed(wim, fatma):
    form = replace(wim.actor, form_key="a1")
    greet(form, fatma.person.pk, words="dag")

    with pytest.raises(SentBefore):
        greet(form, fatma.person.pk, words="tot ziens")


def test_the_key_of_one_is_not_the_key_of_another(wim, bilal, fatma):
    greet(replace(wim.actor, form_key="a1"), fatma.person.pk, words="dag")
    greet(replace(bilal.actor, form_key="a1"), fatma.person.pk, words="dag")

    assert greetings() == 2


def test_a_form_that_failed_may_be_sent_again(wim, fatma):
    form = replace(wim.actor, form_key="a1")
    with pytest.raises(Person.DoesNotExist):
        greet(form, 0, words="dag")

    assert not Once.objects.exists()
    assert greet(form, fatma.person.pk, words="dag") == fatma.person


def test_d47_whatever_language_the_page_is_read_in_an_action_writes_dutch(wim):
    with translation.override("pl"):
        assert language_of_what_is_kept(wim.actor) == "nl"
        assert translation.get_language() == "pl"
