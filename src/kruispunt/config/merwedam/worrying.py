"""A few people in Merwedam are worried, and Ria takes it up; one thing waits for her today."""

from datetime import datetime

from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import Town
from kruispunt.safety import actions

WORRIES = (
    ("Bilal", 40, "De gordijnen zijn al een week dicht. De post ligt op de mat."),
    ("Wim", 25, "Zij schrikt als haar zoon binnenkomt, en zegt dan niets meer."),
    ("Bilal", 1, "Ik hoorde schreeuwen op de galerij, voor de derde avond."),
)


def some_worry(town: Town) -> None:
    """Plan who writes what down, and what Ria does with it."""
    throw = dice("worries")
    for who, days_ago, words in WORRIES:
        moment = town.story.calendar.days_ago(days_ago, throw)
        town.story.at(moment, _writes(town, who, words))


def _writes(town: Town, who: str, words: str) -> Deed:
    def write(at: datetime) -> None:
        seen = actions.Seen(words=words, seen_on=at.date())
        concern = actions.report_concern(town.act(who, at), seen=seen)
        moment = town.story.calendar.later(at, 1, dice(words))
        town.story.at(moment, lambda then: _takes_up(town, then, concern.pk))

    return write


def _takes_up(town: Town, at: datetime, concern_id: int) -> None:
    ria = town.act("Ria", at)
    actions.discuss(ria, concern_id, words="Gebeld: wat is er precies gezien, en wanneer?")
    actions.consult(ria, concern_id, words="Overlegd met Veilig Thuis, zonder naam.")
