"""One house in Merwedam: she asks, he cares, and their daughter must be asked herself (D7)."""

from datetime import datetime

from kruispunt.config.merwedam import ground
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.town import Town
from kruispunt.people import actions as people
from kruispunt.people.actions import Particulars
from kruispunt.questions import actions as questions

DAYS_AGO = 9
AREA = "Sterrenbuurt"
WHY = "Er komen twee vragen uit één huis, en één dochter doet bijna alles."
ASKED = "Ik ben veel moe en kom niet meer aan het huishouden toe."
ALSO = "Ik wil er weer eens een ochtend uit."


def a_house_is_seen_together(town: Town) -> None:
    """Plan the morning on which Wim sat at their table."""
    moment = town.story.calendar.days_ago(DAYS_AGO, dice("one house"))
    town.story.at(moment, lambda at: _at_the_table(town, at))


def _at_the_table(town: Town, at: datetime) -> None:
    wim = town.act("Wim", at)
    mother, father, daughter = (
        people.register_person(wim, who=_who(town, at, name=name, age=age)).pk
        for name, age in (("Lena", 71), ("Karel", 74), ("Mirthe", 39))
    )
    questions.open_question(wim, asked_by_id=mother, words=ASKED)
    questions.open_question(wim, asked_by_id=father, words=ALSO)
    people.relate(wim, mother, other_id=father, kind="partner", cares=True)
    people.relate(wim, mother, other_id=daughter, kind="child", cares=True)
    house = people.open_household(wim, mother, why=WHY)
    named = people.name_housemate(wim, house.pk, person_id=father, said_by_id=mother)
    people.agree_housemate(wim, named.pk, how="herself")
    people.name_housemate(wim, house.pk, person_id=daughter, said_by_id=mother)


def _who(town: Town, at: datetime, *, name: str, age: int) -> Particulars:
    street = ground.neighbourhood(AREA).streets[0]
    x, y = street.along(0.4)
    return Particulars(
        given_name=name,
        surname="Boogaard",
        birth_year=at.year - age,
        phone="0189 55 02 31",
        street=f"{street.name} 31",
        postcode=street.postcode,
        neighbourhood_id=town.areas[AREA],
        x=round(x, 1),
        y=round(y, 1),
    )
