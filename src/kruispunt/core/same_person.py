"""Whether two signals may be about the same person: careful, with its reasons, never a verdict."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

# Words that stand in every signal and say nothing about whom it is.
USUAL: Final = frozenset(
    """aan alleen als altijd bij buurman buurvrouw dag daar deze dit doet door een eens elke gaat
    geen graag haar heb hebben heeft hem het hij hoe hoort iemand iets ik is kan komt maar mee
    meer meneer mensen met mevrouw mij naar niemand niet nog nooit om omdat ook over soms straat
    te uit vaak van veel voor vraag waar wat weer wel wil woont wordt zegt zich zijn zij ze zo zou
    mijn
    hulp helpen misschien sinds toen weken maanden jaar vandaag gisteren samen huis""".split()
)
SHORTEST = 4
ENOUGH_WORDS, ONE_WORD = 2, 1


@dataclass(frozen=True, slots=True)
class Heard:
    """What is compared of a signal: where, when, in which words, and a name where that was agreed.

    `person` is the number of whoever agreed to be named, or nothing.
    """

    words: str
    on: date
    area: str = ""
    place: str = ""
    person: int | None = None


def alike(one: Heard, other: Heard, *, within_days: int) -> tuple[str, ...]:
    """Say why two signals may be about one person; nothing when there is no reason to think so.

    A name counts only where that person agreed to it. Without one the neighbourhood must be the
    same, and besides it the street with a telling word, or two telling words.

    Parameters
    ----------
    within_days : int
        Signals further apart than this are not compared (days).

    Returns
    -------
    tuple[str, ...]
        The reasons, each a short sentence for whoever works at the Startpunt.

    Examples
    --------
    >>> on = date(2026, 11, 2)
    >>> bilal = Heard("Zij komt de deur niet meer uit", on, "Oost", "Lindelaan")
    >>> doctor = Heard("Mevrouw komt nooit de deur uit, eet slecht", on, "Oost", "lindelaan")
    >>> alike(bilal, doctor, within_days=60)
    ('Dezelfde straat', 'Dezelfde woorden: deur')
    >>> alike(bilal, Heard("Zij eet slecht", on, "West", ""), within_days=60)
    ()
    """
    if abs(one.on - other.on) > timedelta(days=within_days):
        return ()
    if one.person is not None and other.person is not None:
        return ("Dezelfde naam, met een ja van die persoon",) if one.person == other.person else ()
    if not one.area or one.area != other.area:
        return ()
    shared = sorted(telling(one.words) & telling(other.words))
    street = bool(_street(one)) and _street(one) == _street(other)
    if len(shared) < (ONE_WORD if street else ENOUGH_WORDS):
        return ()
    where = "Dezelfde straat" if street else "Dezelfde buurt"
    return (where, f"Dezelfde woorden: {', '.join(shared)}")


def telling(words: str) -> frozenset[str]:
    """The words of a text that say something about whom it is.

    Examples
    --------
    >>> sorted(telling("Mijn buurvrouw loopt moeilijk en mist haar hond."))
    ['hond', 'loopt', 'mist', 'moeilijk']
    """
    found = {word.casefold() for word in re.findall(r"[^\W\d_]+", words)}
    return frozenset(word for word in found if len(word) >= SHORTEST and word not in USUAL)


def _street(heard: Heard) -> str:
    """The street without the number of the door: numbers are seldom written twice the same way."""
    return re.split(r"[\d,]", heard.place.casefold(), maxsplit=1)[0].strip()
