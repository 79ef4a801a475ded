"""People of Merwedam who would rather talk than type: one was heard, two wait to be."""

import io
import math
import wave
from datetime import datetime, timedelta

from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.town import Town
from kruispunt.people.actions import Particulars
from kruispunt.questions import actions as questions
from kruispunt.questions.actions import Spoken
from kruispunt.questions.queries import recordings

RATE, SECONDS = 8_000, 3
LOUD, MIDDLE = 40, 128  # of a sound in bytes, where 128 is silence
HUMMED = (220, 262, 247)  # one note a second: no voice is made up for people who do not exist
HEARD, WAITS = 4, 1
RIET = "Ik kan de brieven van de bank niet lezen. Wie kijkt er even mee?"


def some_ask_aloud(town: Town) -> None:
    """Plan who speaks, and that Wim listens to the first one."""
    throw, calendar = dice("speaking"), town.story.calendar
    town.story.at(calendar.days_ago(HEARD, throw), lambda at: _is_heard(town, at))
    town.story.at(calendar.days_ago(WAITS, throw), lambda at: _speaks(town, at, "Gerrit"))
    town.story.at(calendar.days_ago(WAITS, throw), lambda at: _tells(town, at))


def _is_heard(town: Town, at: datetime) -> None:
    """Wim listens the same day, writes out what Riet said, and calls her."""
    asked = _speaks(town, at, "Riet")
    wim = town.act("Wim", at + timedelta(hours=1))
    found = recordings.of_question(wim, asked)
    if found is not None:
        questions.look_into_recording(wim, found.pk)
        questions.write_down(wim, found.pk, words=RIET)
        questions.contact(wim, asked)


def _speaks(town: Town, at: datetime, name: str) -> int:
    guest = Actor(None, town.municipality_id, frozenset({Role.RESIDENT}), at=at)
    area = town.areas["Sterrenbuurt"]
    who = Particulars(given_name=name, phone="0183 555 017", neighbourhood_id=area)
    return int(questions.ask(guest, who=who, spoken=Spoken(hummed())).pk)


def _tells(town: Town, at: datetime) -> None:
    """Bilal has his hands full, and says what he saw into his telephone."""
    bilal, area = town.act("Bilal", at), town.areas["Sterrenbuurt"]
    noticed = questions.Noticed(words="", place="Orionstraat", neighbourhood_id=area)
    signal = questions.notice(bilal, noticed=noticed, spoken=Spoken(hummed()))
    questions.hand_in(bilal, signal.pk)


def hummed() -> bytes:
    """A wave file of three notes, small enough for a story."""
    made = io.BytesIO()
    with wave.open(made, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(RATE)
        sound.writeframes(bytes(_tone(at) for at in range(RATE * SECONDS)))
    return made.getvalue()


def _tone(at: int) -> int:
    note = HUMMED[at // RATE]
    return MIDDLE + round(LOUD * math.sin(2 * math.pi * note * at / RATE))
