"""No citizen service number in any free text, in whatever spelling (PRV-07)."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models

from kruispunt.base.fields import FreeText

BSN = ("111222333", "111.222.333", "111 222 333", "bsn: 111-222-333 graag")
# Written by the house itself or by a machine, never typed by a person.
NOT_TYPED = {
    "base.Letter.text",
    "matching.BalanceLine.why",
    "matching.RoundLine.why",
    "people.Neighbourhood.outline",
}


def texts():
    """Every column in which a person can write as much as they like."""
    for model in apps.get_models():
        if model.__module__.startswith("kruispunt."):
            for field in model._meta.get_fields():
                if isinstance(field, models.TextField):
                    yield f"{model._meta.app_label}.{model.__name__}.{field.name}", field


TYPED = [(name, field) for name, field in texts() if name not in NOT_TYPED]


@pytest.mark.parametrize(("name", "field"), TYPED, ids=[name for name, _ in TYPED])
def test_prv_07_this_text_refuses_a_citizen_service_number(name, field):
    for words in BSN:
        with pytest.raises(ValidationError, match="burgerservicenummer"):
            field.clean(f"Zij heet Fatma, {words}", None)
    assert field.clean("Bel 0183 555 010 of 06 1234 5678", None)


def test_prv_07_a_plain_text_column_would_not_refuse_it():
    """The control: this is what the columns above protect against."""
    assert models.TextField().clean(BSN[0], None) == BSN[0]
    with pytest.raises(ValidationError):
        FreeText().clean(BSN[0], None)
