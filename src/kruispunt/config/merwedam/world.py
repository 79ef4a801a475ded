"""Telling Merwedam from the first day to now, by the same actions that people at a desk use."""

from collections.abc import Callable
from datetime import datetime

from kruispunt.config.merwedam import (
    aiming,
    arriving,
    calling,
    improving,
    keeping_up,
    learning_together,
    lists_coming_in,
    lives,
    living_together,
    odd_jobs,
    one_house,
    own_data,
    players,
    reaching,
    recruiting,
    settling,
    standing_beside,
    staying_in_touch,
    walking,
    worrying,
)
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.givers import DAYS_OF_HISTORY
from kruispunt.config.merwedam.moments import Calendar
from kruispunt.config.merwedam.story import Story


def tell(now: datetime, say: Callable[[str], object], *, one_in: int = 1) -> int:
    """Let two years happen, for everyone or for one in so many; returns how many deeds it took."""
    calendar = Calendar(now)
    story = Story(calendar)
    town = settling.settle(story, calendar.days_ago(DAYS_OF_HISTORY + 4, dice("first day")))
    arriving.everyone_arrives(town, one_in)
    lives.everyone_asks(town, one_in)
    players.the_cast_lives(town)
    living_together.people_live_together(town)
    odd_jobs.odd_jobs_are_done(town)
    one_house.a_house_is_seen_together(town)
    calling.wim_calls(town)
    worrying.some_worry(town)
    standing_beside.people_stand_beside(town)
    learning_together.volunteers_learn_together(town)
    improving.petra_learns(town)
    reaching.people_choose_how_to_hear(town)
    aiming.petra_aims(town)
    recruiting.merwedam_recruits(town)
    lists_coming_in.lists_come_in(town)
    own_data.people_ask_about_their_data(town)
    staying_in_touch.marijke_stays_in_touch(town)
    walking.the_rounds_are_walked(town)
    keeping_up.the_desk_is_kept(town)
    deeds = story.happen()
    say(f"{deeds} gebeurtenissen in twee jaar.")
    return deeds
