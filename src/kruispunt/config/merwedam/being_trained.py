"""What volunteers in Merwedam learn: two trainings were given, one is open, and one is planned."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kruispunt.base.actor import Actor
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.moments import HERE
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import NOOR, Town
from kruispunt.core.terms import working_day_from
from kruispunt.offers.actions import training
from kruispunt.offers.queries import training as queries

DAY = timedelta(days=1)
AHEAD = 28  # a training is planned four weeks before
TRAINER = "Lotte"


@dataclass(frozen=True, slots=True)
class Told:
    """What is given, how many days ago (a minus is still to come), by whom, and who come."""

    title: str
    days_ago: int
    where: str
    come: int
    module: str = ""
    by_trainer: bool = False
    open: bool = True


COURSES = (
    Told("Basis voor wie net begint", 150, "De Boei", 7, "basis"),
    Told("Grenzen stellen, en toch dichtbij zijn", 33, "De Boei", 6, by_trainer=True),
    Told("Luisteren zonder op te lossen", -11, "Dorpshuis De Waard", 5, by_trainer=True),
    Told("Omgaan met geheugenverlies", -25, "De Merwehof", 0, "dementie", open=False),
)


def volunteers_are_trained(town: Town) -> None:
    """Plan each training four weeks ahead; whoever was there takes it along on paper."""
    throw, calendar = dice("being trained"), town.story.calendar
    for told in COURSES:
        planned = max(told.days_ago + AHEAD, 3)
        town.story.at(calendar.days_ago(planned, throw), _plans(town, told))


def _plans(town: Town, told: Told) -> Deed:
    def plan(at: datetime) -> None:
        marijke = town.act("Marijke", at)
        day = (town.story.calendar.now - told.days_ago * DAY).astimezone(HERE).date()
        course = training.plan_course(
            marijke,
            plan=training.CoursePlan(
                title=told.title,
                on=working_day_from(day),
                module=told.module,
                where=told.where,
                places=12,
                trainer_id=town.cast[TRAINER] if told.by_trainer else None,
            ),
        )
        if not told.open:
            return
        training.open_course(marijke, course.pk)
        for person_id in _who(town, told):
            training.join_course(marijke, course.pk, person_id=person_id)
        if told.days_ago > 0:
            given = town.story.calendar.days_ago(told.days_ago - 4, dice(told.title))
            town.story.at(given, _is_given(town, course.pk, told))

    return plan


def _who(town: Town, told: Told) -> list[int]:
    """Noor, and the first few others; not everybody each time."""
    others = [town.people[number] for number in town.volunteers if number != NOOR]
    skipped = COURSES.index(told) * 2
    return [town.cast["Noor"], *others[skipped : skipped + told.come - 1]]


def _is_given(town: Town, course_id: int, told: Told) -> Deed:
    """All but the last one came; the trainer notes it, and Marijke gives what they achieved."""

    def give(at: datetime) -> None:
        giver: Actor = town.act(TRAINER if told.by_trainer else "Marijke", at)
        marijke = town.act("Marijke", at)
        there = [one.pk for one in queries.participants(marijke, course_id)]
        training.give_course(giver, course_id, present=tuple(there[:-1]))
        training.complete_course(marijke, course_id)

    return give
