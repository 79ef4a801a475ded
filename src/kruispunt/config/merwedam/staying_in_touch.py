"""Marijke writes to who waits, and most of them say that their profile still holds (D49)."""

from datetime import datetime

from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import Town
from kruispunt.offers.actions import in_touch
from kruispunt.offers.queries import in_touch as queries

WROTE, ANSWERED = 19, (17, 15, 12, 9)
SAYS_SO = 0.98
WORDS = (
    "Fijn dat u wilt helpen. Wij hebben nu nog geen vraag die bij u past. Wij zoeken verder en"
    " laten binnen een maand weer iets horen."
)


def marijke_stays_in_touch(town: Town) -> None:
    """One letter to everybody who waits; the answers come in during the weeks after."""
    throw = dice("staying in touch")
    calendar = town.story.calendar
    town.story.at(calendar.days_ago(WROTE, throw), lambda at: _write(town, at))
    for part, days_ago in enumerate(ANSWERED):
        town.story.at(calendar.days_ago(days_ago, throw), _answers(town, part))


def _write(town: Town, at: datetime) -> None:
    marijke = town.act("Marijke", at)
    waiting = tuple(queries.waiting(marijke).values_list("pk", flat=True))
    in_touch.write_to_waiting(marijke, volunteering_ids=waiting, words=WORDS)


def _answers(town: Town, part: int) -> Deed:
    """Whoever was asked answers sooner or later; some keep silent, and are called."""

    def answer(at: datetime) -> None:
        marijke = town.act("Marijke", at)
        asked = queries.waiting(marijke).filter(confirm_by__isnull=False).order_by("pk")
        for pk in list(asked.values_list("pk", flat=True)):
            throw = dice(f"answer of {pk}")
            if throw.random() < SAYS_SO and throw.randrange(len(ANSWERED)) <= part:
                in_touch.confirm_profile(marijke, pk)

    return answer
