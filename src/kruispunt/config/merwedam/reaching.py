"""How people hear from us: Joop wants a text message, Bilal paper, and five things in one day."""

from datetime import datetime

from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.town import Town
from kruispunt.people import actions as people
from kruispunt.questions import actions as questions
from kruispunt.questions.actions.signals import Noticed

CHOSE, NOTICED, TOLD = 12, 9, 3
# What Bilal heard in one afternoon, and what came of it: all five answers on the same morning.
HEARD = (
    ("Op de galerij staan steeds vuilniszakken.", "De woningstichting haalt ze nu elke dinsdag."),
    ("De lamp bij de speeltuin is stuk.", "De gemeente maakte de lamp."),
    ("Een buurman wil wel fietsen maken.", "Hij helpt nu op woensdag in de werkplaats."),
    ("Het bankje bij de brug is weg.", "Er komt in het voorjaar een nieuw bankje."),
    ("Mensen missen de koffieochtend.", "De koffieochtend is terug, op donderdag."),
)


def people_choose_how_to_hear(town: Town) -> None:
    """Two people choose their own way; then Bilal gets much on one day, most of it apart."""
    throw, calendar = dice("reaching"), town.story.calendar
    signals: list[int] = []

    def choose(at: datetime) -> None:
        people.choose_channel(
            town.act("Joop", at), town.cast["Joop"], channel="text", phone="06 12345678"
        )
        people.choose_channel(town.act("Wim", at), town.cast["Bilal"], channel="letter")

    def notice(at: datetime) -> None:
        bilal = town.act("Bilal", at)
        for words, _ in HEARD:
            heard = Noticed(words=words, neighbourhood_id=town.areas["Sterrenbuurt"])
            signal = questions.notice(bilal, noticed=heard)
            questions.hand_in(bilal, signal.pk)
            signals.append(signal.pk)

    def tell(at: datetime) -> None:
        wim = town.act("Wim", at)
        for signal_id, (_, outcome) in zip(signals, HEARD, strict=True):
            questions.take_up(wim, signal_id)
            questions.drop(wim, signal_id, outcome=outcome)
            questions.feed_back(wim, signal_id, outcome=outcome)

    town.story.at(calendar.days_ago(CHOSE, throw), choose)
    town.story.at(calendar.days_ago(NOTICED, throw), notice)
    town.story.at(calendar.days_ago(TOLD, throw), tell)
