"""Goals of people in Merwedam, the step to less help, and the farewell with our thanks."""

from datetime import datetime, timedelta
from random import Random

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements import queries as answers
from kruispunt.arrangements.actions import LookedBack
from kruispunt.arrangements.actions.goals import Wanted
from kruispunt.config.merwedam.town import Town

GOALS = (
    ("Weer zelf naar de markt op donderdag", "De vrijwilliger loopt mee, eerst heen en terug"),
    ("Elke week iemand spreken", "Samen koffie drinken, en nieuwe mensen leren kennen"),
    ("De post zelf op orde houden", "Samen sorteren, en elke maand een stuk meer zelf"),
    ("Meedoen met de groep in het buurthuis", "De vrijwilliger gaat de eerste keren mee"),
)
STEPS = (
    ("group", "Op dinsdag naar de eetclub"),
    ("group", "Op woensdag met de wandelgroep mee"),
    ("alone", "Zelf verder, met de buurvrouw als maatje"),
)
WORKS = ("Het contact is fijn", "Wij lachen veel", "De deur uit gaan lukt weer")
NOT_YET = ("De bus komt niet vaak", "De knie doet pijn", "Afspreken lukt niet elke week")
WHY = (("transport",), ("health",), ("not_as_agreed",), ("health", "motivation"))
LATELY = timedelta(days=240)
A_THIRD = 0.34


def agree_on_a_goal(town: Town, at: datetime, *, question_id: int, throw: Random) -> None:
    """One in three says what they want to reach; some plan a step to less help at once."""
    if town.story.calendar.now - at > LATELY or throw.random() > A_THIRD:
        return
    marijke = town.act("Marijke", at)
    words, who = throw.choice(GOALS)
    by = (at + timedelta(days=throw.choice((90, 120, 180)))).date()
    arrangements.set_goal(
        marijke, question_id, wanted=Wanted(words=words, by=by, who_does_what=who)
    )
    evaluation = arrangements.plan_evaluation(
        marijke, question_id, side="resident", due_on=(at + timedelta(days=91)).date()
    )
    moment = town.story.calendar.later(at, throw.choice((92, 97)), throw)
    town.story.at(moment, lambda then: hold(town, then, evaluation.pk, throw))
    if throw.random() < A_THIRD:
        rung, step = throw.choice(STEPS)
        planned = arrangements.plan_step(marijke, question_id, rung=rung, words=step, planned_on=by)
        moment = town.story.calendar.later(at, throw.choice((40, 60, 100)), throw)
        town.story.at(moment, lambda then: _take_step(town, then, planned.pk))


def part(town: Town, at: datetime, match_id: int) -> None:
    """They say goodbye and the volunteer gets our thanks."""
    marijke = town.act("Marijke", at)
    farewell = answers.farewell_of(marijke, match_id)
    if farewell is not None and farewell.state == "planned":
        arrangements.say_farewell(marijke, farewell.pk, words="Samen taart gegeten.")


def hold(town: Town, at: datetime, evaluation_id: int, throw: Random) -> None:
    """One side looks back with Marijke."""
    marijke = town.act("Marijke", at)
    found = answers.evaluation(marijke, evaluation_id)
    if found.state != "planned":
        return
    goals = answers.open_goals(marijke, found.arrangement.question_id)
    said = LookedBack(
        works=throw.choice(WORKS),
        works_not=throw.choice(NOT_YET),
        why=throw.choice(WHY),
        next_step=throw.choice(("go_on", "go_on", "adjust", "step_down")),
        reached={one.pk: throw.choice(("yes", "partly", "partly", "no")) for one in goals},
    )
    arrangements.look_back_together(marijke, evaluation_id, said=said)


def _take_step(town: Town, at: datetime, step_id: int) -> None:
    arrangements.take_step(town.act("Marijke", at), step_id)
