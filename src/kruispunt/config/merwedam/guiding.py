"""The minutes that Marijke writes down, and how volunteers say they are."""

from datetime import datetime, timedelta
from random import Random

from kruispunt.arrangements.actions import guiding
from kruispunt.arrangements.queries import guidance
from kruispunt.base.actor import Actor
from kruispunt.config.merwedam.town import Town

WRITTEN_SINCE = timedelta(days=200)
ASKED_SINCE = timedelta(days=60)
MINUTES = {
    "introduction": (45, 60, 75),
    "check_in": (10, 15, 15, 20),
    "crisis": (40, 90),
    "searching": (30, 60, 90, 120),
    "intake": (45, 60, 60, 90),
}


def note(town: Town, at: datetime, kind: str, *, match_id: int, throw: Random) -> None:
    """Write down how long it took; before this year nobody did."""
    if town.story.calendar.now - at > WRITTEN_SINCE:
        return
    worked = guiding.Worked(kind=kind, minutes=throw.choice(MINUTES[kind]), match_id=match_id)
    guiding.note_minutes(town.act("Marijke", at), worked=worked)


def how_she_is(town: Town, at: datetime, *, volunteering_id: int, throw: Random) -> None:
    """One in four was asked lately how she is herself; most answer, for one in ten it is much."""
    if town.story.calendar.now - at > ASKED_SINCE or throw.random() > 0.25:
        return
    marijke = town.act("Marijke", at)
    if guidance.wellbeing(marijke).filter(volunteering_id=volunteering_id).exists():
        return
    asked = guiding.ask_wellbeing(Actor.system(marijke.municipality_id, at), volunteering_id)
    much = throw.random() < 0.1
    said = guiding.Feels(
        feels=throw.choice((2, 3)) if much else throw.choice((4, 4, 5)),
        too_much=much,
        life_changed=throw.random() < 0.1,
        wish=throw.choice(("less", "rest")) if much else "go_on",
    )
    if throw.random() < 0.8:
        guiding.answer_wellbeing(marijke, asked.pk, said=said)
