"""Where someone comes from, believes in or loves is nowhere on the scales (PRV-10)."""

import inspect
from dataclasses import fields

import pytest
from django.apps import apps

from kruispunt.core import cards, criteria, eligibility
from kruispunt.core.criteria import CRITERIA
from kruispunt.core.vocabulary import Kind, Role, Slot, Theme, Training
from kruispunt.exchange import columns as contract
from kruispunt.exchange.arriving.columns import NEVER, guess
from kruispunt.exchange.arriving.lists import COLUMNS as LISTS

FORBIDDEN = (
    "afkomst", "herkomst", "etni", "ethnic", "origin", "nationali", "geboorteland", "birth_country",
    "migra", "allocht", "autocht", "huidskleur", "skin", "race", "ras_", "religi", "geloof",
    "kerk", "moskee", "faith", "church", "islam", "moslim", "christ", "joods", "hindoe",
    "geaard", "orientation", "seksu", "sexual", "homo", "lesb", "hetero", "lhbt", "gender_identity",
)  # fmt: skip
# By which poster or neighbour a volunteer found us (A9): where she heard, not where she is from.
HOW_FOUND = {
    "offers.origin.campaign", "offers.origin.id", "offers.origin.municipality",
    "offers.origin.source", "offers.origin.volunteering",
}  # fmt: skip


def named(words) -> list[str]:
    return sorted(
        word for word in map(str, words) if any(one in word.casefold() for one in FORBIDDEN)
    )


def on_the_scales() -> set[str]:
    """Every name on a card, of a rule, and of a criterion."""
    found = {field.name for card in (cards.Question, cards.Volunteer) for field in fields(card)}
    found |= {rule.name for rule in eligibility.RULES}
    return found | {one.name for one in CRITERIA}


def test_prv_10_nothing_on_a_card_in_a_rule_or_in_a_criterion_is_about_origin():
    assert named(on_the_scales()) == []


def test_prv_10_the_words_of_the_scales_are_not_either():
    words = {word for words in (Kind, Role, Slot, Theme, Training) for word in words}
    assert named(words) == []


def test_prv_10_the_code_of_the_scales_reads_no_such_thing():
    for module in (criteria, eligibility):
        assert named(inspect.getsource(module).split()) == []


def test_prv_10_no_column_of_a_file_that_comes_in_or_of_the_contract_is_about_it():
    contract_names = {
        one.name for group in vars(contract).values() if isinstance(group, tuple)
        for one in group if isinstance(one, contract.Column)
    }  # fmt: skip
    assert contract_names
    assert named(contract_names) == []
    heads = {
        head
        for each in LISTS.values()
        for one in each
        for head in (one.name, one.label, *one.names)
    }
    assert heads
    assert named(heads) == []


def test_prv_10_no_column_of_anyone_is_about_it():
    """What kind of house an organisation is, a church among them, says nothing about a person.

    How a volunteer found us is about us, and is named in full so that nothing hides behind it.
    """
    found = {
        f"{model._meta.label_lower}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("kruispunt.")
        for field in model._meta.fields
    }
    assert {"offers.origin.source", "offers.origin.campaign"} <= found
    assert named(found - HOW_FOUND) == []


@pytest.mark.parametrize("word", ["geloof", "herkomst", "nationaliteit", "geaardheid"])
def test_prv_10_such_a_name_is_found(word):
    assert named({word, "taal"}) == [word]


def test_prv_10_language_and_what_one_wishes_oneself_are():
    assert {"languages", "gender_wish"} <= {field.name for field in fields(cards.Question)}


def test_prv_10_a_list_that_comes_in_leaves_such_a_column_out_unread():
    for header in ("geloof", "herkomst", "nationaliteit", "geaardheid", "etniciteit"):
        assert header in NEVER
        assert all(guess(kind, [header], {}) == {header: ""} for kind in LISTS)
