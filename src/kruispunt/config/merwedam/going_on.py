"""Two people whose time is over and who want to go on: they agree on a new term."""

from contextlib import suppress
from datetime import datetime

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.queries.at_term import terms_left
from kruispunt.base.moves import ImpossibleMove
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.town import Town

AGO, PAIRS = 1, 3
WHO = "Marijke"


def some_go_on(town: Town) -> None:
    """Plan the talk that Marijke has with those whose term ends first."""
    calendar = town.story.calendar
    town.story.at(calendar.days_ago(AGO, dice("going on")), lambda at: _renew(town, at))


def _renew(town: Town, at: datetime) -> None:
    marijke = town.act(WHO, at)
    running = queries.matches(marijke).filter(state="active", due_on__gte=at.date())
    renewed = 0
    for match in running.order_by("due_on", "pk"):
        terms = terms_left(marijke, match)
        if not terms or renewed == PAIRS:
            continue  # here a match goes on for so long and no longer: she plans the farewell
        with suppress(ImpossibleMove):  # something is not in order yet: she sees that on its page
            actions.renew(marijke, match.pk, term_months=min(terms))
            renewed += 1
