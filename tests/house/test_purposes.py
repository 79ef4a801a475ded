"""Nothing is kept without a purpose: every column of every noun, and the register in order."""

import pytest
from django.apps import apps

from kruispunt.config.kept import CLASS_OF
from kruispunt.core.columns_kept import declared
from kruispunt.core.keeping import CLASSES
from kruispunt.core.purposes import CONSENT, MUNICIPALITY, PURPOSES, YES
from tests.house.test_everything_has_its_time import holds_something_of_people

OURS = "kruispunt."
# The key of a row and the wall between municipalities are of every noun.
OF_EVERY_NOUN = {"id", "municipality"}
HOW = "Say in src/kruispunt/core/columns_kept/ for which purpose these columns are kept"


def columns() -> set[str]:
    return {
        f"{model._meta.label_lower}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith(OURS)
        for field in model._meta.concrete_fields
        if field.name not in OF_EVERY_NOUN
    }


def without_purpose(found: set[str]) -> list[str]:
    return sorted(found - {column for column, _ in declared()})


def test_prv_01_every_column_has_a_purpose():
    assert without_purpose(columns()) == [], HOW


def test_prv_01_a_column_without_a_purpose_is_found():
    assert without_purpose({*columns(), "people.person.shoe_size"}) == ["people.person.shoe_size"]


def test_prv_01_no_purpose_is_given_to_a_column_that_is_gone_nor_twice():
    given = [column for column, _ in declared()]
    assert sorted(set(given) - columns()) == []
    assert len(given) == len(set(given))


def test_prv_01_every_purpose_is_in_the_register_and_keeps_something():
    assert {code for _, code in declared()} == set(PURPOSES)


@pytest.mark.parametrize("code", PURPOSES)
def test_prv_01_the_register_says_everything_that_is_asked(code):
    purpose = PURPOSES[code]
    words = (purpose.name, purpose.plain, purpose.controller, purpose.ground, purpose.health,
             purpose.source, purpose.recipients)  # fmt: skip
    assert all(words)
    assert set(purpose.kept) <= set(CLASSES)
    assert purpose.kept or not purpose.about_people


def test_prv_01_a_noun_is_kept_no_longer_than_its_purpose_says():
    """The broom and the register agree on how long."""
    wrong = []
    for model in apps.get_models():
        noun = model._meta.label_lower
        if noun not in CLASS_OF or not holds_something_of_people(model):
            continue
        codes = {code for column, code in declared() if column.rpartition(".")[0] == noun}
        if not any(CLASS_OF[noun] in PURPOSES[code].kept for code in codes):
            wrong.append((noun, CLASS_OF[noun], codes))
    assert wrong == []


def test_prv_03_the_municipality_never_stands_on_consent_for_its_own_work():
    own = [one for one in PURPOSES.values() if one.controller == MUNICIPALITY]
    assert own
    assert [one.name for one in own if CONSENT in one.ground or YES in one.health] == []
    assert all("oestemming" not in f"{one.ground} {one.health}" for one in own)
