"""Committees in Merwedam, what Bilal speaks, and who wishes for a language (D14)."""

from datetime import datetime

from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.town import Town
from kruispunt.people.actions import ears
from kruispunt.people.queries import ears as queries
from kruispunt.questions import actions as questions
from kruispunt.questions.actions.signals import Noticed

COMMITTEES = (
    ("Bewonerscomité Sterrenbuurt", "Sterrenbuurt", "Ineke Vos", "0189 55 06 12"),
    ("Flatcomité Planeten", "Sterrenbuurt", "Hassan Amrani", "0189 55 06 40"),
)
HEARD = "Op de galerij staat het licht al weken uit. Oudere mensen durven niet naar buiten."


def residents_come_together(town: Town) -> None:
    """Plan the day on which Wim wrote the committees down, and what one of them brought."""
    throw = dice("committees")
    town.story.at(town.story.calendar.days_ago(300, throw), lambda at: _known(town, at))
    town.story.at(town.story.calendar.days_ago(6, throw), lambda at: _brings(town, at))


def _known(town: Town, at: datetime) -> None:
    wim = town.act("Wim", at)
    for name, area, contact, phone in COMMITTEES:
        told = ears.Committee(
            name=name, neighbourhood_id=town.areas[area], contact_name=contact, phone=phone
        )
        town.organisations[name] = ears.know_committee(wim, committee=told).pk
    for seat in queries.ambassadors(wim).filter(person_id=town.cast["Bilal"]):
        ears.note_languages(wim, seat.pk, languages=("nl", "ar", "ber"))


def _brings(town: Town, at: datetime) -> None:
    noticed = Noticed(
        words=HEARD,
        about="liveability",
        neighbourhood_id=town.areas["Sterrenbuurt"],
        organisation_id=town.organisations[COMMITTEES[0][0]],
    )
    brought = questions.notice(town.act("Bilal", at), noticed=noticed)
    questions.hand_in(town.act("Bilal", at), brought.pk)
