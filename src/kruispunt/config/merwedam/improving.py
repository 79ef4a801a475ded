"""What Petra learns from a year of stuck questions, and what partners in Merwedam agreed to."""

from datetime import datetime, timedelta

from kruispunt.arrangements.actions import learning, partnership
from kruispunt.base.actor import Actor
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import Town

STUCK = (
    (200, "search", "In de avond zijn er bijna geen vrijwilligers.", "Ook bij sportclubs werven."),
    (90, "referral", "Antwoord komt vaak pas na een herinnering.", "Een vaste beldag per week."),
    (12, "rules", "Twee keer dezelfde vragen op papier.", ""),
)
AGREED = (
    ("Welzijn De Boei", "direction", "Wij kijken elke week naar nieuwe vragen."),
    ("Zorggroep De Merwehof", "board", "Wij antwoorden een vrijwilliger binnen 5 werkdagen."),
)
A_WHILE, A_SEASON = timedelta(days=14), timedelta(days=165)
RESULT = "Elke doorverwezen vraag krijgt binnen drie werkdagen een antwoord."
COMPETENCES = "Doorvragen, breed kijken en terugkoppelen."


def petra_learns(town: Town) -> None:
    """Plan what she writes down, begins and agrees on."""
    throw = dice("improving")
    for days_ago, stretch, words, proposal in STUCK:
        town.story.at(
            town.story.calendar.days_ago(days_ago, throw), _notes(town, stretch, words, proposal)
        )
    town.story.at(town.story.calendar.days_ago(70, throw), _begins(town))
    for name, level, words in AGREED:
        moment = town.story.calendar.days_ago(150, throw)
        town.story.at(moment, _agrees(town, name, level, words))


def _notes(town: Town, stretch: str, words: str, proposal: str) -> Deed:
    def note(at: datetime) -> None:
        learning.note_bottleneck(
            town.act("Petra", at), stretch=stretch, words=words, proposal=proposal
        )

    return note


def _begins(town: Town) -> Deed:
    def begin(at: datetime) -> None:
        petra = town.act("Petra", at)
        need = learning.open_need(
            petra, kind="EETCLUB", words="Op zondag is er nergens een tafel om aan te schuiven."
        )
        learning.design(
            petra,
            need.pk,
            words="Een keer per maand koken in de kantine, met wie er komt.",
            organisation_ids=(town.organisations["Welzijn De Boei"],),
            residents=3,
            with_whom="Twee vrijwilligers die koken en een bewoner van de Dorpsstraat.",
        )

    return begin


def _agrees(town: Town, name: str, level: str, words: str) -> Deed:
    def agree(at: datetime) -> None:
        petra, organisation = town.act("Petra", at), town.organisations[name]
        partnership.agree_with_partner(petra, organisation, level=level, words=words)
        _sits_down(petra, organisation, level)
        asked = partnership.offer_mandate(
            petra, organisation, result=RESULT, competences=COMPETENCES
        )
        if level == "board":
            partnership.accept_mandate(petra, asked.pk, answered_by="De bestuurder")

    return agree


def _sits_down(petra: Actor, organisation: int, level: str) -> None:
    """They meet; one promise was kept at once, and the other is to come (A23)."""
    table = partnership.note_meeting(
        petra, organisation, level=level, who="Petra en de directie", on=petra.today
    )
    soon = level == "board"
    promise = partnership.note_promise(
        petra,
        table.pk,
        words="Een vaste contactpersoon noemen." if soon else "Samen kijken hoe het jaar ging.",
        owner="De directie",
        due_on=petra.today + (A_WHILE if soon else A_SEASON),
    )
    if soon:
        partnership.keep_promise(petra, promise.pk, outcome="Het is Ank.")
