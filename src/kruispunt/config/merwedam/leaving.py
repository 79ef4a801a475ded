"""Loes leaves the Startpunt in Merwedam, and Karim takes over all that lay with her (D51)."""

from datetime import datetime, timedelta

from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.town import Town
from kruispunt.people.actions import leaving
from kruispunt.people.queries import leaving as queries

DAYS_AGO, STAYS = 12, timedelta(days=60)


def loes_leaves(town: Town) -> None:
    """Plan the afternoon on which she handed on her desk; she stays some weeks to help."""
    moment = town.story.calendar.days_ago(DAYS_AGO, dice("Loes leaves"))
    town.story.at(moment, lambda at: _hands_on(town, at))


def _hands_on(town: Town, at: datetime) -> None:
    loes, karim = town.act("Loes", at), town.players["Karim"]
    for seat in queries.my_seats(loes):
        leaving.hand_on(
            loes, seat.pk, successor_id=karim.person_id or 0, last_day=at.date() + STAYS
        )
