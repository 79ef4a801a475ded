"""What has had its time goes: the broom of the night, walked once before anybody looks."""

from kruispunt.config import purging
from kruispunt.config.merwedam.posting import SINCE_THE_LAST_DEED
from kruispunt.config.merwedam.town import Town


def what_had_its_time_goes(town: Town) -> None:
    """Plan the broom as the last deed: nobody in the story asks for what went."""
    last = town.story.calendar.now - SINCE_THE_LAST_DEED
    town.story.at(last, lambda at: purging.throw_away(town.system(at)))
