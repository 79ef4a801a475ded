"""Bilal rings at doors street by street, and Marijke notes how many homes there are (D2, D9)."""

from datetime import datetime, timedelta

from kruispunt.config.merwedam import ground
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import Town
from kruispunt.people import actions as people
from kruispunt.questions import actions as questions
from kruispunt.questions.actions import Heard

COUNTED, SOURCE = 70, "Merwedam in cijfers 2025"
# Of the Lage Zijde nobody looked it up yet.
HOMES = {
    "Binnenvesting": 1540, "Scheepmakersbuurt": 1980, "Sterrenbuurt": 2970,
    "Rietgaard": 2420, "Oosterwaard": 1320,
}  # fmt: skip
# Days ago, in which neighbourhood, at how many doors, and at how many of those a question.
ROUNDS = (
    (60, "Sterrenbuurt", 7, 2), (52, "Sterrenbuurt", 7, 2), (45, "Sterrenbuurt", 6, 2),
    (38, "Sterrenbuurt", 7, 2), (31, "Sterrenbuurt", 7, 2), (24, "Sterrenbuurt", 6, 2),
    (17, "Scheepmakersbuurt", 12, 0), (10, "Binnenvesting", 6, 0),
)  # fmt: skip
# What was said at a door, and what Bilal did about it himself.
HEARD = (
    ("house", "De kraan drupt al weken.", "Er een nieuw leertje in gezet."),
    ("paper", "Hij begrijpt de brief over de huur niet.", "Samen de brief gelezen en gebeld."),
    ("food", "De tassen zijn zwaar, en de lift is vaak stuk.", "De tassen naar boven gebracht."),
    ("contact", "Zij kent hier nog niemand.", "Voorgesteld aan de buurvrouw van twee hoog."),
    ("paper", "De nieuwe pas van het afval doet het niet.", "De pas samen aangemeld."),
    ("house", "De bel doet het niet.", "Er een batterij in gedaan."),
    ("getting_about", "De bus stopt ergens anders. Waar?", "De nieuwe halte laten zien."),
    ("contact", "Hij zou wel eens willen schaken.", "Meegenomen naar de schaakmiddag."),
    ("house", "Een gordijnrail hangt los.", "De rail vastgezet."),
    ("paper", "Zij wil bellen met haar zoon en ziet hem niet.", "Beeldbellen samen ingesteld."),
    ("food", "Hij weet niet waar de eettafel is.", "De eerste keer samen gegaan."),
    ("getting_about", "Haar fiets staat al een jaar lek.", "De band geplakt."),
)


def bilal_rings_at_doors(town: Town) -> None:
    """Plan the counting of homes, and every afternoon at the doors."""
    throw, calendar = dice("ringing"), town.story.calendar
    town.story.at(calendar.days_ago(COUNTED, throw), lambda at: _counted(town, at))
    told = iter(HEARD)
    for days_ago, area, doors, with_question in ROUNDS:
        moment = calendar.days_ago(days_ago, throw)
        street = throw.choice(ground.neighbourhood(area).streets).name
        for door in range(doors):
            said = next(told) if door < with_question else None
            town.story.at(moment + timedelta(minutes=4 * door), _rings(town, area, street, said))


def _counted(town: Town, at: datetime) -> None:
    for area, homes in HOMES.items():
        people.count_homes(
            town.act("Marijke", at), town.areas[area], homes=homes, homes_source=SOURCE
        )


def _rings(town: Town, area: str, street: str, said: tuple[str, str, str] | None) -> Deed:
    """One door: most say it goes well; what Bilal can do, he does and writes down."""

    def ring(at: datetime) -> None:
        bilal = town.act("Bilal", at)
        by_topic = () if said is None else (said[:2],)
        heard = Heard(place=street, neighbourhood_id=town.areas[area], by_topic=by_topic)
        visit = questions.bring_visit(bilal, heard=heard)
        if said is not None:
            questions.solve(bilal, visit.signals.get().pk, outcome=said[2])

    return ring
