"""Who stands further off in Merwedam: a school with its pupils, and a work coach."""

from datetime import datetime, timedelta

from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.givers import givers
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import Town
from kruispunt.core.keeping import end_of_school_year
from kruispunt.offers.actions import pupils
from kruispunt.people.actions import handing_over

PUPILS, OF_SCHOOL_AGE = 2, 20
HANDED = (
    "Ik help elke dinsdag twee uur bij mensen thuis. Dat gaat goed, en ik kom op tijd.",
    "Ik wil graag verder met koken voor een groep. In het voorjaar kan dat vaker.",
)


def others_follow_along(town: Town) -> None:
    """Plan that two pupils begin, and that two people tell their work coach something."""
    throw, calendar = dice("further off"), town.story.calendar
    town.story.at(calendar.days_ago(40, throw), lambda at: _pupils_begin(town, at))
    for days_ago, words in zip((25, 6), HANDED, strict=True):
        town.story.at(calendar.days_ago(days_ago, throw), _telling(town, words))


def _pupils_begin(town: Town, at: datetime) -> None:
    young = [one.who for one in givers() if one.who.age < OF_SCHOOL_AGE]
    here = [one.number for one in young if one.number in town.volunteers]
    for number in here[:PUPILS]:
        pupils.place_pupil(
            town.act("Marijke", at),
            town.volunteers[number],
            mentor_id=town.cast["Mees"],
            school_year_ends=end_of_school_year(at.date()),
        )


def _telling(town: Town, words: str) -> Deed:
    """Noor herself, and before her somebody else."""

    def tell(at: datetime) -> None:
        number = next(one for one in town.volunteers if one > 0)
        mine = words == HANDED[-1]
        who = town.act("Noor", at) if mine else town.themselves(number, "volunteer", at)
        until = (at + timedelta(days=200)).date()
        handing_over.hand_over(who, to_id=town.cast["Wouter"], words=words, until=until)

    return tell
