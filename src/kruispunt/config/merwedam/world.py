"""Telling Merwedam from the first day to now, by the same actions that people at a desk use."""

from collections.abc import Callable
from datetime import datetime

from kruispunt.config.merwedam import (
    aiming,
    arriving,
    asking_otherwise,
    being_trained,
    calling,
    coming_back,
    coming_by,
    coming_together,
    committees,
    doing_together,
    falling_free,
    finding_ambassadors,
    following_along,
    going_on,
    holding_keys,
    improving,
    keeping_up,
    knowing,
    learning_together,
    leaving,
    lists_coming_in,
    lives,
    living_together,
    odd_jobs,
    one_house,
    own_data,
    players,
    posting,
    reaching,
    recruiting,
    ringing,
    saying_yes,
    setting_terms,
    settling,
    speaking,
    standing_beside,
    staying_in_touch,
    throwing_away,
    walking,
    worrying,
)
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.givers import DAYS_OF_HISTORY
from kruispunt.config.merwedam.moments import Calendar
from kruispunt.config.merwedam.story import Story
from kruispunt.config.merwedam.town import Town

# In the order in which they plan: what is told later may count on what was planned before.
CHAPTERS: tuple[Callable[[Town], None], ...] = (
    players.the_cast_lives,
    living_together.people_live_together,
    odd_jobs.odd_jobs_are_done,
    one_house.a_house_is_seen_together,
    calling.wim_calls,
    worrying.some_worry,
    standing_beside.people_stand_beside,
    learning_together.volunteers_learn_together,
    improving.petra_learns,
    reaching.people_choose_how_to_hear,
    aiming.petra_aims,
    recruiting.merwedam_recruits,
    ringing.bilal_rings_at_doors,
    committees.residents_come_together,
    finding_ambassadors.professionals_find_ambassadors,
    knowing.partners_share_what_they_know,
    leaving.loes_leaves,
    lists_coming_in.lists_come_in,
    going_on.some_go_on,
    own_data.people_ask_about_their_data,
    staying_in_touch.marijke_stays_in_touch,
    doing_together.merwedam_does_things_together,
    being_trained.volunteers_are_trained,
    holding_keys.people_hold_keys,
    saying_yes.people_say_yes_or_no,
    coming_by.people_come_by,
    asking_otherwise.some_ask_otherwise,
    speaking.some_ask_aloud,
    following_along.others_follow_along,
    setting_terms.petra_sets_terms,
    coming_back.some_have_a_fixed_day,
    coming_together.groups_come_together,
    falling_free.a_place_falls_free,
    walking.the_rounds_are_walked,
    keeping_up.the_desk_is_kept,
    posting.the_post_goes,
    throwing_away.what_had_its_time_goes,
)


def tell(now: datetime, say: Callable[[str], object], *, one_in: int = 1) -> int:
    """Let two years happen, for everyone or for one in so many; returns how many deeds it took."""
    calendar = Calendar(now)
    story = Story(calendar)
    town = settling.settle(story, calendar.days_ago(DAYS_OF_HISTORY + 4, dice("first day")))
    arriving.everyone_arrives(town, one_in)
    lives.everyone_asks(town, one_in)
    for chapter in CHAPTERS:
        chapter(town)
    deeds = story.happen()
    say(f"{deeds} gebeurtenissen in twee jaar.")
    return deeds
