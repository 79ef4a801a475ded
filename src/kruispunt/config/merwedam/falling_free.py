"""A small group that is full: a place falls free, one says yes and one still thinks (K22)."""

from collections.abc import Callable
from datetime import datetime

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements.actions import Composition, waiting_line
from kruispunt.arrangements.queries.places import taking_part
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.players import weighed
from kruispunt.config.merwedam.town import Town
from kruispunt.offers import actions as offers
from kruispunt.offers import queries as entries

CLUB, KIND, PLACES = "Bakken in de buurtkeuken", "EETCLUB", 2
BEGINS = 40
# The neighbour, her words, and how many days ago she asked along.
ALONG = (
    (-11, "Ik bakte vroeger voor de hele straat.", 31),
    (-12, "Met zijn allen aan één tafel, dat mis ik.", 30),
    (-13, "Ik wil weer eens iets met mijn handen doen.", 27),
    (-14, "Sinds mijn man er niet is, bak ik niet meer.", 25),
)
# How many days ago somebody stopped, and whoever was asked then said yes.
STOPS, SAYS_YES, STOPS_AGAIN = 9, 8, 1


def a_place_falls_free(town: Town) -> None:
    """Four ask for two places; the line moves on twice."""
    calendar, throw, story = town.story.calendar, dice("falling free"), town.story
    story.at(calendar.days_ago(BEGINS, throw), lambda at: _begins(town, at))
    for neighbour, words, days_ago in ALONG:
        story.at(calendar.days_ago(days_ago, throw), _joins(town, neighbour, words))
    for days_ago, deed in ((STOPS, _stops), (SAYS_YES, _says_yes), (STOPS_AGAIN, _stops)):
        story.at(calendar.days_ago(days_ago, throw), _later(town, deed))


def _begins(town: Town, at: datetime) -> None:
    listing = offers.Listing(
        name=CLUB,
        organisation_id=town.organisations["Welzijn De Boei"],
        kinds=(KIND,),
        description="Twee ovens, vier handen. Wat u bakt, neemt u mee.",
        capacity=PLACES,
    )
    offers.list_activity(town.act("Wim", at), listing=listing)


def _joins(town: Town, neighbour: int, words: str) -> Callable[[datetime], None]:
    def join(at: datetime) -> None:
        wim = town.act("Wim", at)
        wish = {
            "neighbour": neighbour, "words": words, "need": "Samen bezig zijn.", "kind": KIND,
        }  # fmt: skip
        asked_id = weighed(town, wish, at)
        chosen = Composition(activities=((_club(town, at), (KIND,)),))
        arrangements.compose(wim, asked_id, chosen=chosen)

    return join


def _later(town: Town, deed: Callable[[Town, datetime], None]) -> Callable[[datetime], None]:
    return lambda at: deed(town, at)


def _stops(town: Town, at: datetime) -> None:
    wim = town.act("Wim", at)
    _, [first, *_] = taking_part(wim, _club(town, at))[0]
    arrangements.end_enrolment(wim, first.pk)


def _says_yes(town: Town, at: datetime) -> None:
    wim = town.act("Wim", at)
    for _, some in taking_part(wim, _club(town, at)):
        for one in some:
            if one.state == "offered":
                her = wim.answering(one.arrangement.question.asked_by_id, wim.municipality_id)
                waiting_line.confirm_place(her, one.pk)


def _club(town: Town, at: datetime) -> int:
    known = entries.activities(town.act("Wim", at))
    return next(one.pk for one in known if one.name == CLUB)
