"""Columns that refuse what may not be kept: unknown words, and citizen service numbers (PRV-07)."""

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_noop
from stdnum.nl import bsn

from kruispunt.core.wording import illnesses

# Nine digits, also when dots, dashes or spaces stand between them; ten digits are a telephone.
NINE_DIGITS = re.compile(r"(?<![\d+])\d(?:[ .\-]?\d){8}(?!\d)")
# Rows know Dutch only; a page that knows the language of its reader translates it.
NO_BSN = gettext_noop("Schrijf hier geen burgerservicenummer.")


def refuse_bsn(text: str) -> None:
    """Refuse a text that holds a number which passes the eleven test of the BSN."""
    if any(bsn.is_valid(re.sub(r"\D", "", found)) for found in NINE_DIGITS.findall(text)):
        raise ValidationError(NO_BSN, code="bsn")


class FreeText(models.TextField):  # type: ignore[type-arg]  # the stubs know the plain column only
    """Words of people: empty unless filled, never with a BSN in it."""

    default_validators = [refuse_bsn]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)


def refuse_illness(text: str) -> None:
    """Refuse words for a volunteer that name an illness, and say how it could be put (PRV-06)."""
    if found := illnesses(text):
        said = " ".join(f'In plaats van "{one.word}" kan ook: {one.instead}.' for one in found)
        raise ValidationError(f"Een maatje hoeft geen ziekte te weten. {said}", code="illness")


class ForVolunteers(FreeText):
    """Words that a volunteer reads: what someone needs, never which illness she has."""

    default_validators = [refuse_bsn, refuse_illness]


class WordList(models.JSONField):
    """A list of words out of a closed list; out of nothing means free, short words."""

    def __init__(self, allowed: Iterable[str | int] = (), **kwargs: Any) -> None:
        self.allowed = frozenset(allowed)
        super().__init__(**{"default": list, "blank": True, **kwargs})

    def from_db_value(self, value: Any, *how: Any) -> object:  # noqa: ANN401  (as the database gives it)
        """Read a list; the same few lists come back for hundreds of rows at once."""
        if isinstance(value, str) and value.startswith("["):
            return list(_read(value))
        return super().from_db_value(value, *how)

    def validate(self, value: object, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if not isinstance(value, list):
            raise ValidationError("Dit moet een lijst zijn.", code="list")
        for word in value:
            self._check(word)

    def _check(self, word: object) -> None:
        if self.allowed and word not in self.allowed:
            raise ValidationError(f"Onbekend woord: {word}", code="word")
        if not self.allowed:
            if not isinstance(word, str) or not 0 < len(word) <= 60:  # noqa: PLR2004
                raise ValidationError("Elk woord is 1 tot 60 tekens lang.", code="word")
            refuse_bsn(word)


class WordSet(models.JSONField):
    """A list of words as it is read for the scales: each different list is one set, made once."""

    def from_db_value(self, value: Any, *_: Any) -> object:  # noqa: ANN401  (as the database gives it)
        return _read_set(value) if isinstance(value, str) else frozenset()


def set_of(column: str) -> "models.ExpressionWrapper[Any]":
    """A column of words, read as sets instead of lists."""
    return models.ExpressionWrapper(models.F(column), output_field=WordSet())


@lru_cache(maxsize=4096)
def _read(words: str) -> tuple[str | int, ...]:
    return tuple(json.loads(words))


@lru_cache(maxsize=65_536)
def _read_set(words: str) -> frozenset[str | int]:
    return frozenset(json.loads(words) or ())
