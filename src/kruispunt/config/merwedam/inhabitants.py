"""The people of Merwedam: some four thousand, with names as a Dutch town has them."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from random import Random

from kruispunt.config.merwedam.books import book, dice
from kruispunt.config.merwedam.ground import Neighbourhood, Point, neighbourhoods

HOW_MANY = 4000
PARTICLES = (
    "van den ", "van der ", "van de ", "van 't ", "in 't ", "op den ", "van ", "de ", "den ",
    "ten ", "ter ", "'t ", "El ", "Al ",
)  # fmt: skip
# Out of a hundred people the house knows, by age: older people ask more often.
AGES = ((18, 30, 12), (30, 45, 18), (45, 60, 20), (60, 75, 27), (75, 94, 23))


@dataclass(frozen=True, slots=True)
class Inhabitant:
    """Someone who lives in Merwedam."""

    number: int
    first_name: str
    particle: str
    surname: str
    sex: str
    age: int
    origin: str
    languages: tuple[str, ...]
    neighbourhood: str
    street: str
    house_number: int
    postcode: str
    place: Point
    phone: str
    email: str

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.first_name, self.particle, self.surname) if part)


@cache
def inhabitants() -> tuple[Inhabitant, ...]:
    throw = dice("inhabitants")
    told: list[Inhabitant] = []
    for area in neighbourhoods():
        for _ in range(round(HOW_MANY * area.share)):
            told.append(_someone(len(told), area, throw))
    return tuple(told)


def _someone(number: int, area: Neighbourhood, throw: Random) -> Inhabitant:
    mix = book("names")["mix"][area.name]
    origin = throw.choices(list(mix), list(mix.values()))[0]
    sex = throw.choices("vm", (54, 46))[0]
    young, old, _ = throw.choices(AGES, [share for _, _, share in AGES])[0]
    age = throw.randrange(young, old)
    first, particle, surname = _name(origin, sex, age, throw)
    street, house_number, place = area.house(throw)
    return Inhabitant(
        number=number,
        first_name=first,
        particle=particle,
        surname=surname,
        sex=sex,
        age=age,
        origin=origin,
        languages=_languages(origin, age, throw),
        neighbourhood=area.name,
        street=street.name,
        house_number=house_number,
        postcode=street.postcode,
        place=place,
        # 06-0… is given to nobody, and .example receives no mail.
        phone=f"06 0{throw.randrange(1000000, 9999999)}",
        email=f"{_plain(first)}.{_plain(surname)}.{number}@merwedam.example",
    )


def _name(origin: str, sex: str, age: int, throw: Random) -> tuple[str, str, str]:
    names = book("names")[origin]
    generation = 0 if age > 66 else 1 if age > 36 else 2
    surname = throw.choice(names["surnames"])
    particle = next((part for part in PARTICLES if surname.startswith(part)), "")
    first = throw.choice(names[sex][generation])
    return first, particle.strip(), surname.removeprefix(particle)


def _languages(origin: str, age: int, throw: Random) -> tuple[str, ...]:
    """What someone speaks: most speak Dutch; of the newest and the oldest not everyone does."""
    spoken = list(book("names")[origin]["languages"])
    if origin in {"ukrainian", "syrian"}:
        return ("nl", *spoken) if throw.random() < 0.65 else tuple(spoken)
    if origin in {"turkish", "moroccan", "polish"} and age > 68:
        return tuple(spoken) if throw.random() < 0.75 else tuple(spoken[1:])
    if origin == "dutch" and age < 60 and throw.random() < 0.5:
        return ("nl", "en")
    return tuple(spoken)


def _plain(name: str) -> str:
    split = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ł", "l"))
    return "".join(letter for letter in split if letter.isascii() and letter.isalpha()).lower()
