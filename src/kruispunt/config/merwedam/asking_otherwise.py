"""Who asks in Merwedam in another language, or by pointing at pictures (D47)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kruispunt.base.actor import Actor
from kruispunt.config.merwedam import ground
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.town import Town
from kruispunt.people.actions import Particulars
from kruispunt.questions import actions as questions

AREA = "Sterrenbuurt"


@dataclass(frozen=True, slots=True)
class Told:
    """One question as it came in by the open page."""

    name: str
    surname: str
    phone: str
    language: str
    words: str
    days_ago: int


ASKED = (
    Told(
        "Agnieszka",
        "Nowak",
        "0189 55 07 41",
        "pl",
        "Szukam kogoś, kto pomoże mi zrozumieć list z gminy.\n"
        "Aangewezen op een plaatje: Post en papieren.",
        2,
    ),
    Told(
        "Samira",
        "Haddad",
        "0189 55 07 42",
        "ar",
        "Aangewezen op een plaatje: Boodschappen, Rijden of meegaan.",
        1,
    ),
)


def some_ask_otherwise(town: Town) -> None:
    """Plan two questions that wait at the desk today, one of them without a single word."""
    throw = dice("asking otherwise")
    for told in ASKED:
        town.story.at(town.story.calendar.days_ago(told.days_ago, throw), _asks(town, told))


def _asks(town: Town, told: Told) -> Callable[[datetime], None]:
    def ask(at: datetime) -> None:
        guest = Actor(None, town.municipality_id, frozenset({"resident"}), at=at)
        x, y = ground.neighbourhood(AREA).streets[0].along(0.5)
        who = Particulars(
            given_name=told.name,
            surname=told.surname,
            phone=told.phone,
            neighbourhood_id=town.areas[AREA],
            x=round(x, 1),
            y=round(y, 1),
        )
        questions.ask(guest, who=who, words=told.words, asked_in=told.language)

    return ask
