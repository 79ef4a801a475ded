"""Who comes by at the walk-in desk of Merwedam: each in one line, and without a name."""

from datetime import datetime, timedelta

from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import Town
from kruispunt.questions.actions import walk_ins

DAYS = 36
# What was said, and what it was about; an empty line is somebody who came for a coffee.
LINES = (
    ("Brief van de energie: wat moet ik hiermee?", "paper"),
    ("Waar is de weggeefkast?", ""),
    ("Rollator piept, wie kan er naar kijken?", "house"),
    ("", ""),
    ("Zoekt een eettafel op zondag.", "food"),
    ("Wil zelf iets doen op donderdag.", "talent"),
    ("De bus stopt niet meer bij de flat.", "getting_about"),
    ("Afspraak bij de huisarts, telefoon doet het niet.", "paper"),
    ("", "contact"),
    ("Lamp in de onderdoorgang is stuk.", "street"),
    ("Wil weten wanneer de kaartmiddag is.", "contact"),
    ("Formulier voor kwijtschelding samen ingevuld.", "paper"),
    ("Kan iemand de heg knippen?", "house"),
    ("Bracht een tas wol voor het naaiatelier.", "talent"),
    ("Zoekt een fiets voor de kleinzoon.", ""),
    ("Durft niet meer met de trein.", "getting_about"),
    ("Vraagt wie er helpt met de telefoon.", "paper"),
    ("Zorgt voor haar zus en slaapt slecht.", "carer"),
)
CARRIED_ON, LATELY = "carer", 1


def people_come_by(town: Town) -> None:
    """Plan two or three people for each working day of the last weeks."""
    throw, calendar = dice("coming by"), town.story.calendar
    for days_ago in range(DAYS, 0, -1):
        moment = calendar.days_ago(days_ago, throw)
        for _ in range(throw.choice((1, 2, 2, 3))):
            words, topic = throw.choice(LINES)
            moment += timedelta(minutes=throw.randint(3, 25))
            town.story.at(moment, _comes_by(town, words, topic))
    last = calendar.days_ago(LATELY, throw)
    words = next(said for said, topic in LINES if topic == CARRIED_ON)
    town.story.at(last, lambda at: _more_is_needed(town, at, words))


def _comes_by(town: Town, words: str, topic: str) -> Deed:
    def note(at: datetime) -> None:
        walk_ins.note_walk_in(town.act("Wim", at), words=words, topic=topic)

    return note


def _more_is_needed(town: Town, at: datetime, words: str) -> None:
    """One line became more: from then on it goes as every signal goes."""
    wim = town.act("Wim", at)
    came = walk_ins.note_walk_in(wim, words=words, topic=CARRIED_ON)
    walk_ins.bring_walk_in(wim, came.pk)
