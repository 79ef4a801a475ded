"""What Merwedam does together: two things were, one is announced, and two are still to come."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count as numbers_from

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements import queries as answers
from kruispunt.arrangements.actions import Composition
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.moments import HERE
from kruispunt.config.merwedam.players import weighed
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import Town
from kruispunt.core.terms import working_day_from
from kruispunt.offers import queries as entries
from kruispunt.offers.actions import gatherings

DAY = timedelta(days=1)
THOUGHT_OF, ANNOUNCED = 70, 40  # days before the day itself


@dataclass(frozen=True, slots=True)
class Told:
    """What it is called, of which sort, who carries it, and how many days ago it was."""

    name: str
    sort: str
    kinds: tuple[str, ...]
    organisation: str
    words: str
    days_ago: int
    places: int
    came: int = 0
    hours: int = 0
    area: str = ""


WERE = (
    Told("Burendag op de galerij", "collective", ("ONTMOETING_BUURT",), "Welzijn De Boei",
         "Ieder neemt een schaal mee. De tafels staan op de derde verdieping.",
         58, 90, 84, 46, "Sterrenbuurt"),
    Told("Verhalen van de Vismarkt", "cultural", ("ACTIVITEIT",), "Bibliotheek De Binnenhaven",
         "Oude bewoners vertellen, jonge bewoners schrijven op.", 24, 40, 31, 22, "Binnenvesting"),
)  # fmt: skip
COMES = Told(
    "Kerststukjes maken", "collective", ("ACTIVITEIT",), "Dorpshuis De Waard",
    "Takken en schalen zijn er. Wie wil, brengt een kaars mee.", -18, 24, area="Oosterwaard",
)  # fmt: skip
THINKS_OF = Told(
    "Veilig met je telefoon", "educational", ("DIGITALE_HULP",), "Bibliotheek De Binnenhaven",
    "Een middag over nepberichten, met jongeren die het voordoen.", -40, 16,
)  # fmt: skip
# Neighbours who were asked along, and how often they came since.
ALONG = (
    (-6, "Kaartmiddag", "GEZELSCHAP", "Ik wil weer eens klaverjassen.", 74, 6),
    (-7, "Buurtkamer De Sterrenwacht", "KOFFIE", "Overdag is het hier zo stil.", 61, 5),
    (-8, "Eten op het dorp", "EETCLUB", "Koken voor één doe ik niet meer.", 47, 4),
    (-9, "Korte ronde voor rollators", "WANDELEN", "Alleen durf ik de straat niet op.", 33, 3),
    (-10, "Kaartmiddag", "GEZELSCHAP", "Mijn kaartvriend is verhuisd.", 26, 1),
)

# And the clubs that fill by themselves: what people say who ask, and how many came.
FROM = 90
FILLS = (
    ("Inloop met koffie", "KOFFIE", "Een kop koffie met praatje erbij.", 6),
    ("Alzheimer Café", "GEHEUGEN", "Mijn vrouw vergeet de dagen. Ik wil weten wat komt.", 4),
    ("Ontbijt voor mantelzorgers", "LOTGENOTEN", "Eén ochtend niet hoeven zorgen.", 5),
    ("Taalcafé", "TAAL", "Ik wil praten durven in de winkel.", 5),
    ("Lees- en schrijfgroep", "TAAL", "Ik wil mijn kleinkind kunnen voorlezen.", 3),
    ("Digipunt", "DIGITALE_HULP", "Mijn telefoon wil steeds iets van mij.", 4),
    ("Valpreventie: sterk op de benen", "SPORTMAATJE", "Ik ben bang om weer te vallen.", 5),
    ("Open atelier", "DAGSTRUCTUUR", "Iets doen met mijn handen op dinsdag.", 4),
    ("Rondje riet", "WANDELEN", "Samen loop ik verder dan alleen.", 6),
    ("Wandelvoetbal 60+", "SPORTMAATJE", "Ik mis de kleedkamer.", 4),
    ("Zingen zonder noten", "ACTIVITEIT", "Vroeger zong ik in het koor.", 7),
    ("Open moestuin", "DAGSTRUCTUUR", "Buiten zijn, en ergens nodig zijn.", 3),
)


def merwedam_does_things_together(town: Town) -> None:
    """Plan every gathering from idea to count, and who joined the weekly ones."""
    throw, calendar, story = dice("doing together"), town.story.calendar, town.story
    for told in WERE:
        story.at(calendar.days_ago(told.days_ago + THOUGHT_OF, throw), _begins(town, told))
    for told in (COMES, THINKS_OF):
        story.at(calendar.days_ago(9, throw), _begins(town, told))
    for number, club, kind, words, days_ago, times in ALONG:
        joins = _joins(town, number, club, (kind, words, times))
        story.at(calendar.days_ago(days_ago, throw), joins)
    numbers = numbers_from(FROM)
    for club, kind, words, how_many in FILLS:
        for _ in range(how_many):
            days_ago = throw.randrange(12, 60)
            # They came every week since, so nobody has to ask whether they like it.
            joins = _joins(town, next(numbers), club, (kind, words, days_ago // 7))
            story.at(calendar.days_ago(days_ago, throw), joins)


def _begins(town: Town, told: Told) -> Deed:
    def begin(at: datetime) -> None:
        wim = town.act("Wim", at)
        idea = gatherings.Idea(
            name=told.name,
            sort=told.sort,
            kinds=told.kinds,
            organisation_id=town.organisations[told.organisation],
            description=told.words,
            neighbourhood_id=town.areas.get(told.area),
        )
        row = gatherings.have_idea(wim, idea=idea)
        if told is THINKS_OF:
            return
        day = (town.story.calendar.now - told.days_ago * DAY).astimezone(HERE).date()
        on = working_day_from(day)
        gatherings.plan_gathering(wim, row.pk, on=on, places=told.places)
        wait = 1 if told is COMES else THOUGHT_OF - ANNOUNCED
        town.story.at(_later(town, at, wait), _announced(town, row.pk))
        if told is not COMES:
            town.story.at(_later(town, at, THOUGHT_OF), _was(town, row.pk, told))

    return begin


def _announced(town: Town, row_id: int) -> Deed:
    return lambda at: gatherings.announce(town.act("Wim", at), row_id)


def _was(town: Town, row_id: int, told: Told) -> Deed:
    """The day itself, and two days later the count."""

    def was(at: datetime) -> None:
        gatherings.begin_gathering(town.act("Wim", at), row_id)
        gatherings.be_over(town.act("Wim", at), row_id)
        town.story.at(_later(town, at, 2), count)

    def count(at: datetime) -> None:
        gatherings.count_gathering(
            town.act("Wim", at), row_id, participants=told.came, hours=Decimal(told.hours)
        )

    return was


def _joins(town: Town, number: int, club: str, told: tuple[str, str, int]) -> Deed:
    """Somebody asks for company, goes along once, and keeps coming."""
    kind, words, times = told

    def join(at: datetime) -> None:
        wim = town.act("Wim", at)
        wish = {"neighbour": number, "words": words, "need": "Onder de mensen komen.", "kind": kind}
        asked_id = weighed(town, wish, at)
        activity = next(one for one in entries.activities(wim) if one.name == club)
        chosen = Composition(activities=((activity.pk, (kind,)),))
        arrangements.compose(wim, asked_id, chosen=chosen)
        for week in range(1, times + 1):
            town.story.at(_later(town, at, 7 * week), lambda then: comes(then, asked_id))

    def comes(at: datetime, asked_id: int) -> None:
        wim = town.act("Wim", at)
        for part in answers.parts(wim, asked_id):
            if part.sort == "enrolment":
                arrangements.attend(wim, part.id, there=True)

    return join


def _later(town: Town, at: datetime, days: int) -> datetime:
    return town.story.calendar.later(at, days, dice(f"together {at}"))
