"""What Merwedam agreed on its own lengths: Petra set some, and one counts from the new year."""

from datetime import date, datetime

from kruispunt.base import manners
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import Town

# How many days ago she set it, which, and how much.
SET = (
    (300, "question.update", 15),
    (200, "letters.a_week", 6),
    (61, "match.max_term_months", 13),
)
AHEAD, LENGTH = "signal.handed_in", 1


def petra_sets_terms(town: Town) -> None:
    """Plan each of them; the longest time with a buddy lets others go first (CAP-03)."""
    throw, calendar = dice("terms"), town.story.calendar
    for days_ago, name, length in SET:
        town.story.at(calendar.days_ago(days_ago, throw), _sets(town, name, length))
    town.story.at(calendar.days_ago(5, throw), lambda at: _sets_ahead(town, at))


def _sets(town: Town, name: str, length: int) -> Deed:
    def put(at: datetime) -> None:
        petra = town.act("Petra", at)
        manners.set_length(petra, name=name, length=length, valid_from=petra.today)

    return put


def _sets_ahead(town: Town, at: datetime) -> None:
    manners.set_length(
        town.act("Petra", at), name=AHEAD, length=LENGTH, valid_from=date(at.year + 1, 1, 1)
    )
