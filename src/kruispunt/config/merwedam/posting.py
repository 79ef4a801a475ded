"""The post goes every week, as a worker would send it; of the last days some still waits."""

from datetime import datetime, timedelta

from django.db.models import Q

from kruispunt.base import errands
from kruispunt.base.models import Letter
from kruispunt.config import delivering
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.givers import DAYS_OF_HISTORY
from kruispunt.config.merwedam.town import Town

A_WEEK = 7
SINCE_THE_LAST_DEED = timedelta(seconds=1)


def the_post_goes(town: Town) -> None:
    """Plan the round of the post: once a week for two years, and once more just before now."""
    throw, calendar = dice("post"), town.story.calendar
    for days_ago in range(DAYS_OF_HISTORY, 0, -A_WEEK):
        town.story.at(calendar.days_ago(days_ago, throw), go)
    town.story.at(calendar.now - SINCE_THE_LAST_DEED, go)


def go(at: datetime) -> None:
    """Everything that is due has gone out; in a story nobody's letter box has to fill up."""
    carried = Q(channel__in=delivering.carried())
    while letter := errands.take(Letter, at, carried):
        errands.hand(letter)
        errands.finish(letter, at)
