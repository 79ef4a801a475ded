"""What people in Merwedam agree to share: noted at the desk, refused, taken back, or still open."""

from datetime import datetime, timedelta

from kruispunt.config.merwedam import arriving
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.players import neighbours
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import Town
from kruispunt.people import actions as people

HALF_A_YEAR = timedelta(days=182)
# Who of the neighbours, how many days ago, what is shared, with whom, what for, and the answer.
ASKED = (
    (-12, 48, "contact", "Taalhuis Merwedam", "Zodat het Taalhuis kan bellen.", "give"),
    (-13, 36, "situation", "Thuiszorg Dijk en Waard", "Zodat de zorg kan meedenken.", "refuse"),
    (-14, 29, "question", "Welzijn De Boei", "Om te vragen of er plaats is.", "withdraw"),
    (-15, 1, "network", "Wijkteam Noord", "Zodat het wijkteam weet wie er helpt.", ""),
)


def people_say_yes_or_no(town: Town) -> None:
    """Plan each question at the desk; and one to Fatma, who answers it on her own page."""
    throw = dice("saying yes")
    for line in ASKED:
        town.story.at(town.story.calendar.days_ago(line[1], throw), _is_asked(town, line))
    town.story.at(town.story.calendar.days_ago(1, throw), lambda at: _fatma_is_asked(town, at))


def _is_asked(town: Town, line: tuple[int, int, str, str, str, str]) -> Deed:
    number, _, scope, organisation, purpose, answer = line

    def ask(at: datetime) -> None:
        asked = people.ask_consent(
            town.act("Wim", at),
            person_id=arriving.know(town, neighbours()[number], at),
            scope=scope,
            purpose=purpose,
            organisation_id=town.organisations[organisation],
        )
        later = town.story.calendar.later(at, 1, dice(purpose))
        if answer:
            town.story.at(later, lambda then: _is_answered(town, then, asked.pk, answer))

    return ask


def _is_answered(town: Town, at: datetime, consent_id: int, answer: str) -> None:
    """Wim notes what was said; whoever takes a yes back does so some days later."""
    wim = town.act("Wim", at)
    if answer == "refuse":
        people.refuse_consent(wim, consent_id)
        return
    people.give_consent(wim, consent_id, until=(at + HALF_A_YEAR).date())
    if answer == "withdraw":
        back = town.story.calendar.later(at, 9, dice("withdrawn"))
        town.story.at(back, lambda then: people.withdraw_consent(town.act("Wim", then), consent_id))


def _fatma_is_asked(town: Town, at: datetime) -> None:
    people.ask_consent(
        town.act("Wim", at),
        person_id=town.cast["Fatma"],
        scope="question",
        purpose="Zodat Joop weet wat wij doen, en niet alles zelf hoeft te regelen.",
        recipient_id=town.cast["Joop"],
    )
