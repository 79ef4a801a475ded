"""How volunteers in Merwedam learn from each other: two evenings, and a next one."""

from datetime import date, datetime, timedelta

from kruispunt.arrangements.actions import coming_together as together
from kruispunt.arrangements.actions import intervision
from kruispunt.arrangements.queries import intervision as queries
from kruispunt.base.actor import Actor
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.moments import HERE
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import NOOR, Town
from kruispunt.core.terms import working_day_from

DAYS = timedelta(days=1)
FIRST, SECOND, NEXT = 110, 40, 12
MEMBERS, JOIN_LATER = 6, 9
LEARNED = ("Niet alles hoeft opgelost. Er zijn is ook iets.", "Spreek vooraf af hoe laat u gaat.")
SUBJECT = "Hoe zeg ik nee zonder dat het vervelend wordt?"


def volunteers_learn_together(town: Town) -> None:
    """Plan a group that Marijke leads, with Noor in it."""
    calendar, throw = town.story.calendar, dice("learning together")
    town.story.at(calendar.days_ago(FIRST + 20, throw), lambda at: _begins(town, at))
    for learned, days in zip(LEARNED, (FIRST, SECOND), strict=True):
        town.story.at(calendar.days_ago(days, throw), _holds(town, learned))
    town.story.at(calendar.days_ago(2, throw), lambda at: _is_planned(town, at))


def _begins(town: Town, at: datetime) -> None:
    marijke = town.act("Marijke", at)
    group = intervision.start_group(
        marijke, name="Dinsdagkring", facilitator_id=marijke.person_id or 0, where="De Boei"
    )
    town.teams["intervision"] = group.pk
    intervision.join_group(marijke, group.pk, volunteering_id=town.volunteers[NOOR])
    for given, _ in queries.to_join(marijke, group.pk)[: MEMBERS - 1]:
        intervision.join_group(marijke, group.pk, volunteering_id=given)
    _plan(town, at, day=_day(town, FIRST))


def _holds(town: Town, learned: str) -> Deed:
    return lambda at: _is_held(town, at, learned)


def _is_held(town: Town, at: datetime, learned: str) -> None:
    """The last one who was asked stays away, twice in a row."""
    marijke = town.act("Marijke", at)
    found = queries.meetings(marijke, town.teams["intervision"]).filter(state="planned")
    for meeting in found.filter(on__lte=at.date()):
        asked = [one.pk for one in queries.attendances(marijke, meeting.pk)]
        held = together.Held(present=tuple(asked[:-1]), learned=learned, minutes=90)
        together.hold_meeting(marijke, meeting.pk, held=held)
        _plan(town, at, day=_day(town, SECOND if learned == LEARNED[0] else -NEXT))


def _is_planned(town: Town, at: datetime) -> None:
    """Others with a heavy match join; Noor comes, and knows what she wants to talk about."""
    marijke, noor = town.act("Marijke", at), town.act("Noor", at)
    for given, _ in queries.to_join(marijke, town.teams["intervision"])[:JOIN_LATER]:
        intervision.join_group(marijke, town.teams["intervision"], volunteering_id=given)
    for invited in queries.mine(noor).filter(state="invited", meeting__on__gte=noor.today):
        together.say_coming(noor, invited.pk, subject=SUBJECT)


def _day(town: Town, days_ago: int) -> date:
    """The working day on which the story meets, or one that is still to come."""
    if days_ago > 0:
        return town.story.calendar.days_ago(days_ago, dice("day")).astimezone(HERE).date()
    return working_day_from(town.story.calendar.today - days_ago * DAYS)


def _plan(town: Town, at: datetime, *, day: date) -> None:
    marijke: Actor = town.act("Marijke", at)
    plan = intervision.MeetingPlan(
        on=day, owner_id=marijke.person_id or 0, where="De Boei", places=8
    )
    intervision.plan_meeting(marijke, town.teams["intervision"], plan=plan)
