"""Some matches have a fixed day; one time is off, and one goes to another day (K11)."""

from datetime import datetime, time, timedelta
from itertools import islice
from operator import itemgetter

from kruispunt.arrangements import queries as answers
from kruispunt.arrangements.actions import rhythm as actions
from kruispunt.arrangements.queries import rhythm as fixed
from kruispunt.arrangements.states import MatchState
from kruispunt.arrangements.states.reasons import Side
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.town import Town
from kruispunt.core.rhythm import Every, Rhythm

AGREED, SAID, PAIRS = 24, 2, 24
WORKING_DAYS = 5
HOURS = (10, 13, 14, 19)
OFTEN = {"wekelijks": Every.WEEK, "tweewekelijks": Every.TWO_WEEKS, "maandelijks": Every.MONTH}


def some_have_a_fixed_day(town: Town) -> None:
    """Marijke agrees on a day with both; weeks later a few say that once it is another one."""
    calendar, throw = town.story.calendar, dice("fixed days")
    town.story.at(calendar.days_ago(AGREED, throw), lambda at: _agree(town, at))
    town.story.at(calendar.days_ago(SAID, throw), lambda at: _say_other_days(town, at))


def _agree(town: Town, at: datetime) -> None:
    marijke, throw = town.act("Marijke", at), dice("which day")
    running = answers.matches(marijke).filter(state=MatchState.ACTIVE, frequency__in=list(OFTEN))
    for match in running.order_by("-pk")[:PAIRS]:
        begins = throw.choice(HOURS)
        rhythm = Rhythm(
            first_on=at.date() + timedelta(days=throw.randrange(1, WORKING_DAYS)),
            every=OFTEN[match.frequency],
            at=time(begins),
            until=time(begins + 2),
        )
        actions.set_rhythm(marijke, match.pk, rhythm=rhythm)


def _say_other_days(town: Town, at: datetime) -> None:
    marijke = town.act("Marijke", at)
    agreed = answers.matches(marijke).filter(rhythms__isnull=False).order_by("pk")
    coming = ((match.pk, fixed.next_times(marijke, match.pk)) for match in agreed)
    for number, (match_id, times) in enumerate(islice(filter(itemgetter(1), coming), 4)):
        day = times[0].occasion.day
        if number % 2:
            side, to = Side.VOLUNTEER, day + timedelta(days=1)
            actions.move_day(marijke, match_id, day=day, to=to, at=time(10), side=side)
        else:
            words = "Er komt familie langs."
            actions.call_off(marijke, match_id, day=day, side=Side.RESIDENT, words=words)
