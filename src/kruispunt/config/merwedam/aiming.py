"""What Merwedam agreed to aim at: matches a week, hours and money, and what is not known yet."""

from datetime import datetime
from decimal import Decimal

from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import Town
from kruispunt.core.aims import Aim
from kruispunt.insights import actions

# Days ago, what, how many, and how many it was before; nothing is not known yet.
AGREED = (
    (500, Aim.MATCHES_VERY, None, None),
    (400, Aim.MATCHES_VERY, "1.5", "0.5"),
    (400, Aim.MATCHES_INTENSIVE, "3", "2"),
    (400, Aim.BUDGET, "17500", None),
    (400, Aim.HOURS, "8", None),
    (380, Aim.GUIDANCE_INTENSIVE, "20", None),
    (380, Aim.GUIDANCE_VERY, "60", None),
)


def petra_aims(town: Town) -> None:
    """Plan on which day each number was agreed on."""
    throw = dice("aiming")
    for days_ago, aim, number, baseline in AGREED:
        moment = town.story.calendar.days_ago(days_ago, throw)
        town.story.at(moment, _agrees(town, aim, number, baseline))


def _agrees(town: Town, aim: Aim, number: str | None, baseline: str | None) -> Deed:
    def agree(at: datetime) -> None:
        actions.aim(
            town.act("Petra", at),
            at=aim,
            number=None if number is None else Decimal(number),
            baseline=None if baseline is None else Decimal(baseline),
        )

    return agree
