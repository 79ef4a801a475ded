"""How people come into the story: they become known, or they come to give their time."""

from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from kruispunt.config.merwedam import ground, recruiting
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.givers import Giver, givers
from kruispunt.config.merwedam.inhabitants import Inhabitant
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import Town
from kruispunt.offers import actions as offers
from kruispunt.offers.actions.volunteers import Profile
from kruispunt.people import actions as people
from kruispunt.people.actions.persons import Particulars


def know(town: Town, who: Inhabitant, at: datetime) -> int:
    """Write someone in the book of the Startpunt."""
    if who.number not in town.people:
        person = people.register_person(town.act("Wim", at), who=_particulars(town, who))
        town.people[who.number] = person.pk
    return town.people[who.number]


def everyone_arrives(town: Town, one_in: int = 1) -> None:
    """Plan when each giver comes; who neither asks nor gives stands in no book of ours (PRV-01)."""
    throw = dice("arriving")
    for giver in givers()[::one_in]:
        town.story.at(
            town.story.calendar.days_ago(giver.joined_days_ago, throw), _applying(town, giver)
        )


def _applying(town: Town, giver: Giver) -> Deed:
    """From signing up to available: each step some days after the one before."""
    throw = dice(f"volunteer {giver.who.number}")
    calendar = town.story.calendar

    def apply(at: datetime) -> None:
        person_id = know(town, giver.who, at)
        volunteering = offers.apply_as_volunteer(
            town.themselves(giver.who.number, "volunteer", at),
            person_id=person_id,
            profile=_profile(giver),
        )
        town.volunteers[giver.who.number] = volunteering.pk
        town.story.at(calendar.later(at, throw.choice((1, 2, 2, 5)), throw), meet)

    def meet(at: datetime) -> None:
        recruiting.meet(town, at, town.volunteers[giver.who.number], giver.found_us)
        town.story.at(calendar.later(at, throw.randint(4, 24), throw), certify)

    def certify(at: datetime) -> None:
        volunteering_id = town.volunteers[giver.who.number]
        marijke = town.act("Marijke", at)
        _certify(marijke, volunteering_id, giver, at)
        if giver.max_intensity == "zeer_intensief" and throw.random() < DID_THIS_BEFORE:
            offers.vouch_for(marijke, volunteering_id)
        if giver.vog_days_old is None:
            town.story.at(calendar.later(at, WAITED_LONG, throw), _parting(town, giver))
            return
        offers.deploy_volunteer(marijke, volunteering_id)
        offers.make_available(marijke, volunteering_id)
        if throw.random() < RESTS:
            days = throw.randint(60, 900)
            town.story.at(calendar.later(at, days, throw), _resting(town, giver))

    return apply


def _resting(town: Town, giver: Giver) -> Deed:
    def rest(at: datetime) -> None:
        herself = town.themselves(giver.who.number, "volunteer", at)
        offers.pause_volunteer(herself, town.volunteers[giver.who.number])

    return rest


def _parting(town: Town, giver: Giver) -> Deed:
    """The certificate never came, and they say goodbye."""

    def part(at: datetime) -> None:
        offers.stop_volunteer(town.act("Marijke", at), town.volunteers[giver.who.number])

    return part


RESTS, WAITED_LONG = 0.14, 30
DID_THIS_BEFORE = 0.6


def _certify(marijke: object, volunteering_id: int, giver: Giver, at: datetime) -> None:
    seen = giver.vog_days_old is not None
    offers.certify(
        marijke,  # type: ignore[arg-type]
        volunteering_id,
        trainings=giver.trainings,
        vog="in_order" if seen else "requested",
        vog_issued_on=(at - timedelta(days=20)).date() if seen else None,
        agreed=True,
    )


def _profile(giver: Giver) -> Profile:
    return Profile(
        kinds=giver.kinds,
        description=giver.motivation,
        slots=giver.slots,
        hours=Decimal(giver.hours),
        max_km=Decimal(giver.max_km),
        places=giver.places,
        objections=giver.objections,
        interests=giver.interests,
        dislikes=giver.dislikes,
        roles=giver.roles,
        frequencies=giver.frequencies,
        terms=giver.terms,
        max_intensity=giver.max_intensity,
    )


def _particulars(town: Town, who: Inhabitant) -> Particulars:
    return Particulars(
        given_name=who.first_name,
        surname=f"{who.particle} {who.surname}".strip(),
        birth_year=town.story.calendar.today.year - who.age,
        gender=who.sex,
        languages=who.languages,
        phone=who.phone,
        email=who.email,
        channel=_channel(who, dice(f"channel {who.number}")),
        street=f"{who.street} {who.house_number}",
        postcode=who.postcode,
        city=ground.municipality()[1],
        neighbourhood_id=town.areas[who.neighbourhood],
        x=who.place[0],
        y=who.place[1],
    )


def _channel(who: Inhabitant, throw: Random) -> str:
    """The older, the more often a telephone call or a letter."""
    if who.age > 78:
        return throw.choice(("phone", "phone", "letter"))
    return throw.choice(("mail", "mail", "text", "phone"))
