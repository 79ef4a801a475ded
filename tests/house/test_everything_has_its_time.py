"""Whatever holds something of people says how long it is kept (PRV-01, RET)."""

from django.apps import apps
from django.db.models import Model

from kruispunt.base.fields import FreeText
from kruispunt.config.kept import CLASS_OF
from kruispunt.core.keeping import CLASSES

OF_PEOPLE = {"people.person", "base.account"}
NUMBERS = {"to_person_id", "person_id", "actor_id"}


def holds_something_of_people(model: type[Model]) -> bool:
    """Points at a person, keeps a person's number, or holds words that someone typed."""
    for field in model._meta.concrete_fields:
        points = field.is_relation and field.related_model._meta.label_lower in OF_PEOPLE
        if points or isinstance(field, FreeText) or field.name in NUMBERS:
            return True
    return model._meta.label_lower in OF_PEOPLE


def undeclared(models, declared) -> list[str]:
    """Add the noun to `config/kept.py` with its class of the paper register."""
    return sorted(
        model._meta.label_lower
        for model in models
        if holds_something_of_people(model) and model._meta.label_lower not in declared
    )


def ours():
    return [m for m in apps.get_models() if m.__module__.startswith("kruispunt.")]


def test_every_noun_with_something_of_people_has_its_class():
    assert not undeclared(ours(), CLASS_OF), undeclared.__doc__


def test_every_class_is_in_the_register_and_every_noun_exists():
    assert set(CLASS_OF.values()) <= set(CLASSES)
    assert set(CLASS_OF) <= {model._meta.label_lower for model in ours()}


def test_the_guard_bites():
    assert "safety.concern" in undeclared(ours(), {})
