"""The first day of the story: a municipality, its map, the cast, and the sociale kaart."""

import json
from datetime import datetime
from functools import cache
from typing import Any

from django.contrib.auth.hashers import make_password

from kruispunt.base.actor import Actor
from kruispunt.base.models import Account
from kruispunt.base.municipalities import open_municipality
from kruispunt.base.roles import Role
from kruispunt.config.merwedam import ground
from kruispunt.config.merwedam.books import book, dice
from kruispunt.config.merwedam.inhabitants import inhabitants
from kruispunt.config.merwedam.story import Story
from kruispunt.config.merwedam.town import Town
from kruispunt.offers import actions as offers
from kruispunt.offers.actions.entries import Listing
from kruispunt.people import actions as people
from kruispunt.people.actions.persons import Particulars

ELSEWHERE = "Elders"
SLOT_OF_HOUR = ((12, "ochtend"), (17, "middag"), (24, "avond"))
DAYS = {"ma": "maandag", "di": "dinsdag", "wo": "woensdag", "do": "donderdag", "vr": "vrijdag",
        "za": "zaterdag", "zo": "zondag"}  # fmt: skip
RHYTHM = {"week": "elke", "month": "elke eerste", "year": "één keer per jaar op"}
FORMAL = ("care",)
# Who works at the Startpunt beside Wim; they have no account in the demo.
COLLEAGUES = ("Loes", "Karim")
_CONTACTS = {
    told["organisation"]: told["name"]
    for told in book("cast")["player"]
    if "organisation" in told and told["name"] != "Marijke"
}


def settle(story: Story, first_day: datetime) -> Town:
    """Everything that is there before the first question comes in."""
    code, name = ground.municipality()
    municipality = open_municipality(
        name,
        code=code,
        phone="0189 55 00 10",
        walk_in_hours="maandag tot en met vrijdag, 9.00 tot 12.00 uur, Turfmarkt 4",
        listening_ear="0189 55 00 99, dag en nacht, ook zonder uw naam",
    )
    town = Town(municipality.pk, story)
    for area in ground.neighbourhoods():
        drawn = people.draw_neighbourhood(
            town.system(first_day), code=area.code, name=area.name, outline=_outline(area)
        )
        town.areas[area.name] = drawn.pk
    players = [told for told in book("cast")["player"] if not told.get("elsewhere")]
    for told in players:
        town.cast[told["name"]] = _move_in(town, told, first_day)
    for told in book("organisations")["organisation"]:
        _found(town, told, first_day)
    for told in players:
        town.players[told["name"]] = _seat(town, told, first_day)
    for name in COLLEAGUES:
        town.players[name] = _colleague(town, name, first_day)
    _someone_elsewhere(story, first_day)
    for told in book("organisations")["organisation"]:
        _list(town, told)
    return town


def address(name: str) -> str:
    """The e-mail address of one of the cast."""
    return f"{name.lower()}@merwedam.example"


def _outline(area: ground.Neighbourhood) -> str:
    ring = [*area.outline, area.outline[0]]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})


def _found(town: Town, told: dict[str, Any], at: datetime) -> None:
    """An organisation and the person to call there: of the cast, or someone from town."""
    contact = _CONTACTS.get(told["name"])
    contact_id = town.cast[contact] if contact else _contact(town, told["name"], at)
    organisation = people.register_organisation(
        town.system(at), name=told["name"], kind=told["kind"], contact_id=contact_id
    )
    town.organisations[told["name"]] = organisation.pk
    town.contacts[told["name"]] = contact_id


def _contact(town: Town, organisation: str, at: datetime) -> int:
    throw = dice(f"contact of {organisation}")
    neighbour = throw.choice(inhabitants())
    who = Particulars(
        given_name=throw.choice(inhabitants()).first_name,
        surname=f"{neighbour.particle} {neighbour.surname}".strip(),
        email=f"contact.{len(town.contacts)}@merwedam.example",
    )
    return people.register_person(town.system(at), who=who).pk


def _move_in(town: Town, told: dict[str, Any], at: datetime) -> int:
    """One of the cast comes to live in town."""
    street = next(
        one
        for one in ground.neighbourhood(told["neighbourhood"]).streets
        if one.name == told["street"]
    )
    x, y = street.along(min(0.95, told["number"] * 7 / street.length))
    person = people.register_person(
        town.system(at),
        who=Particulars(
            given_name=told["name"],
            surname=told["surname"],
            birth_year=at.year + 2 - told["age"],
            gender=told["sex"],
            languages=tuple(told["languages"]),
            phone=f"06 0{1000000 + told['number'] * 7919}",
            email=address(told["name"]),
            street=f"{told['street']} {told['number']}",
            postcode=street.postcode,
            city=ground.municipality()[1],
            neighbourhood_id=town.areas[told["neighbourhood"]],
            x=round(x, 1),
            y=round(y, 1),
        ),
    )
    return person.pk


def _seat(town: Town, told: dict[str, Any], at: datetime) -> Actor:
    """Seats for one of the cast, and an account to sign in with."""
    person_id = town.cast[told["name"]]
    organisation = town.organisations.get(told.get("organisation", ""))
    area = town.areas[told["neighbourhood"]] if "ambassador" in told["roles"] else None
    _give_seats(
        town.system(at), told, person_id=person_id, organisation_id=organisation, area_id=area
    )
    works_for = frozenset({organisation} if organisation else ())
    return Actor(person_id, town.municipality_id, frozenset(told["roles"]), works_for, at=at)


def _colleague(town: Town, name: str, at: datetime) -> Actor:
    """Somebody at the desk next to Wim's."""
    person = people.register_person(town.system(at), who=Particulars(given_name=name))
    people.seat(town.system(at), person_id=person.pk, role=Role.WORKER)
    return Actor(person.pk, town.municipality_id, frozenset({Role.WORKER}), at=at)


def _give_seats(
    by: Actor,
    told: dict[str, Any],
    *,
    person_id: int,
    organisation_id: int | None = None,
    area_id: int | None = None,
) -> None:
    account = Account.objects.open(address(told["name"]), sealed=_everyones_password())
    for role in told["roles"]:
        people.seat(
            by,
            person_id=person_id,
            role=role,
            account_id=account.pk,
            organisation_id=organisation_id,
            neighbourhood_id=area_id,
        )


@cache
def _everyones_password() -> str:
    """Sealed once: sealing is slow on purpose, and in the demo everybody has the same one."""
    return make_password(book("cast")["password"])


def _someone_elsewhere(story: Story, at: datetime) -> None:
    """Zed, of another municipality: whoever is Zed may never see a thing of Merwedam."""
    other = Town(open_municipality(ELSEWHERE).pk, story)
    for told in book("cast")["player"]:
        if told.get("elsewhere"):
            who = Particulars(given_name=told["name"], surname=told["surname"])
            person = people.register_person(other.system(at), who=who)
            _give_seats(other.system(at), told, person_id=person.pk)


def _list(town: Town, told: dict[str, Any]) -> None:
    """What an organisation offers, put on the sociale kaart by the Startpunt."""
    throw = dice(f"listing {told['name']}")
    street = next(
        one
        for one in ground.neighbourhood(told["neighbourhood"]).streets
        if one.name == told["street"]
    )
    x, y = street.along(min(0.95, told["number"] * 7 / street.length))
    where: dict[str, Any] = {
        "organisation_id": town.organisations[told["name"]],
        "neighbourhood_id": town.areas[told["neighbourhood"]],
        "x": round(x, 1),
        "y": round(y, 1),
    }
    # Most entries were looked at in the past months; a few have been forgotten.
    listed = town.story.calendar.days_ago(throw.choice((5, 20, 40, 60, 80, 85, 110)), throw)
    wim = town.act("Wim", listed)
    for service in told["services"]:
        listing = Listing(
            name=service["name"],
            kinds=tuple(service["kinds"]),
            description=service["text"],
            **where,
        )
        formal = told["kind"] in FORMAL and "besluit" in service["text"]
        offers.list_service(wim, listing=listing, kind="formal" if formal else "general")
    for activity in told["activities"]:
        listing = Listing(
            name=activity["name"],
            kinds=tuple(activity["kinds"]),
            description=activity["text"],
            slots=(_slot(activity),),
            capacity=activity["places"],
            **where,
        )
        offers.list_activity(wim, listing=listing, rhythm=_rhythm(activity))


def _slot(activity: dict[str, Any]) -> str:
    hour = int(activity["from"][:2])
    part = next(part for until, part in SLOT_OF_HOUR if hour < until)
    return f"{activity['day']}-{part}"


def _rhythm(activity: dict[str, Any]) -> str:
    often = RHYTHM[activity.get("every", "week")]
    return (
        f"{often} {DAYS[activity['day']]}, {activity['from'].replace(':', '.')} "
        f"tot {activity['until'].replace(':', '.')} uur"
    )
