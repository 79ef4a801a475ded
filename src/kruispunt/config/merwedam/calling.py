"""Wim calls whoever reads no mail and posts what is on paper; of yesterday some still wait."""

from datetime import datetime, timedelta

from kruispunt.base import post
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.givers import DAYS_OF_HISTORY
from kruispunt.config.merwedam.town import Town

A_WEEK, THIS_WEEK = 7, (6, 5, 4, 3, 2, 1)


def wim_calls(town: Town) -> None:
    """Plan his round for every week of two years, and for every day of this one."""

    def call(at: datetime) -> None:
        wim = town.act("Wim", at)
        for letter in list(post.to_look_at(wim).filter(due_at__lte=at - timedelta(hours=2))):
            post.tick_off(wim, letter.pk)

    throw = dice("calls")
    for days_ago in (*range(DAYS_OF_HISTORY, THIS_WEEK[0], -A_WEEK), *THIS_WEEK):
        town.story.at(town.story.calendar.days_ago(days_ago, throw), call)
