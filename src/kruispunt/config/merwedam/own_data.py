"""Two people in Merwedam ask about their own data; Pien answered one, and one waits for her."""

from datetime import datetime

from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.town import Town
from kruispunt.people import actions as people

ANSWERED, WAITS = 34, 3


def people_ask_about_their_data(town: Town) -> None:
    throw, calendar = dice("own data"), town.story.calendar
    town.story.at(calendar.days_ago(ANSWERED, throw), lambda at: _joop_asks(town, at))
    town.story.at(calendar.days_ago(WAITS, throw), lambda at: _fatma_asks(town, at))


def _joop_asks(town: Town, at: datetime) -> None:
    asked = people.ask_right(town.act("Joop", at), kind="correct", words="Mijn huisnummer is 36.")
    answered = town.story.calendar.later(at, 4, dice("answer to Joop"))
    answer = "Wij hebben het nagekeken. Het huisnummer klopt nu."
    town.story.at(
        answered,
        lambda then: people.grant_right(town.act("Pien", then), asked.pk, answer=answer),
    )


def _fatma_asks(town: Town, at: datetime) -> None:
    people.ask_right(town.act("Fatma", at), kind="copy", words="Liefst in grote letters.")
