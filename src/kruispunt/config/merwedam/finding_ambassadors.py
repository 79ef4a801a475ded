"""Professionals in Merwedam put ambassadors forward: one joined, one did not, one waits (D13)."""

from datetime import datetime

from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import Town
from kruispunt.people.actions import nominating

AREA = "Sterrenbuurt"
PUT_FORWARD = (
    (80, "Gerda", "Kent de hele galerij, en iedereen kent haar.", True),
    (33, "Mo", "Zit elke dag in het buurthuis en hoort veel.", False),
    (2, "Willemijn", "Brengt al jaren het buurtblad rond.", None),
)


def professionals_find_ambassadors(town: Town) -> None:
    """Plan three days on which Ank thought: you should do this."""
    for days_ago, name, words, joins in PUT_FORWARD:
        moment = town.story.calendar.days_ago(days_ago, dice(f"put forward {name}"))
        town.story.at(moment, _put_forward(town, name, words, joins=joins))


def _put_forward(town: Town, name: str, words: str, *, joins: bool | None) -> Deed:
    def put_forward(at: datetime) -> None:
        candidate = nominating.Candidate(
            given_name=name,
            surname="Verhoef",
            phone="0189 55 04 18",
            said_yes=True,
            neighbourhood_id=town.areas[AREA],
            words=words,
        )
        found = nominating.nominate(town.act("Ank", at), candidate=candidate)
        if joins is not None:
            later = town.story.calendar.later(at, 2, dice(f"called {name}"))
            town.story.at(later, _called(town, found.pk, joins=joins))

    return put_forward


def _called(town: Town, nomination_id: int, *, joins: bool) -> Deed:
    def called(at: datetime) -> None:
        wim = town.act("Wim", at)
        if joins:
            nominating.welcome(wim, nomination_id, neighbourhood_id=town.areas[AREA])
        else:
            nominating.not_now(wim, nomination_id)

    return called
