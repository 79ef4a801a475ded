"""Two people whose time is over and who want to go on: they agree on a new term."""

from datetime import datetime

from kruispunt.arrangements import actions, queries
from kruispunt.base.moves import ImpossibleMove
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.town import Town

AGO, PAIRS, MONTHS = 1, 3, 6
WHO = "Marijke"


def some_go_on(town: Town) -> None:
    """Plan the talk that Marijke has with those whose term ends first."""
    calendar = town.story.calendar
    town.story.at(calendar.days_ago(AGO, dice("going on")), lambda at: _renew(town, at))


def _renew(town: Town, at: datetime) -> None:
    marijke = town.act(WHO, at)
    running = queries.matches(marijke).filter(state="active", due_on__gte=at.date())
    for match in running.order_by("due_on", "pk")[1 : PAIRS + 1]:  # the first is left to the reader
        try:
            actions.renew(marijke, match.pk, term_months=MONTHS)
        except ImpossibleMove:
            continue  # something is not in order yet: Marijke sees that on her page
