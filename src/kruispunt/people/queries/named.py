"""Finding somebody by name, as it is said on the telephone: a first name, a surname, or both."""

from collections.abc import Iterator, Sequence

from django.db.models import Q, QuerySet

from kruispunt.base.actor import Actor
from kruispunt.base.beginning import BeginsWith
from kruispunt.people.models import Person

SHORTEST, MOST_WORDS = 2, 5
"""Fewer signs than that would be half the town; nobody has more names than that."""
# What may stand before a surname: who says "Vries" means "de Vries" as well.
BEFORE = (
    "", "de ", "den ", "der ", "van ", "van de ", "van den ", "van der ", "ter ", "ten ", "te ",
    "el ", "al ",
)  # fmt: skip
SMALL = frozenset(word for before in BEFORE for word in before.split())


def called(actor: Actor, name: str) -> QuerySet[Person]:
    """Everyone here whose name begins so; who may be seen is for the room that asks."""
    words = name.split()[:MOST_WORDS]
    if len("".join(words)) < SHORTEST:
        return Person.objects.none()
    return Person.objects.filter(_so_called(actor.municipality_id, words)).order_by()


def _so_called(here: int, words: Sequence[str]) -> Q:
    """Each way in which it may have been meant, with the town in each: so an index leads to it."""
    found = _begins("given_name", _written(words), municipality=here)
    found |= _begins("surname", _surnames(words), municipality=here)
    for place in range(1, len(words)):
        surname = _begins("surname", _surnames(words[place:]))
        for form in _forms(_written(words[:place])):
            found |= Q(municipality=here, given_name__begins_with=form) & surname
    return found


def _begins(column: str, forms: Iterator[str], **also: int) -> Q:
    found = Q()
    for form in _forms(forms):
        found |= Q(**{f"{column}__{BeginsWith.lookup_name}": form}, **also)
    return found


def _forms(forms: Iterator[str]) -> list[str]:
    return sorted(set(forms))


def _surnames(words: Sequence[str]) -> Iterator[str]:
    return (before + form for form in _written(words) for before in BEFORE)


def _written(words: Sequence[str]) -> Iterator[str]:
    """As it was typed, and as names are mostly written."""
    yield " ".join(words)
    yield " ".join(_capital(word) for word in words)
    yield " ".join(_capital(word.lower()) for word in words)


def _capital(word: str) -> str:
    return word if word.lower() in SMALL else word[:1].upper() + word[1:]
