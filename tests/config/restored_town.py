"""A small town in a database of its own, told step by step in processes of their own."""

import json
import sys
from dataclasses import replace
from datetime import timedelta

from kruispunt.base.actor import Actor
from kruispunt.base.models import Municipality
from kruispunt.base.roles import Role
from kruispunt.config import rounds
from kruispunt.offers import actions as offers
from kruispunt.offers.models import Volunteering
from kruispunt.people.models import Person
from kruispunt.questions import actions as questions
from kruispunt.questions.models import Question
from tests import story
from tests.cast import MONDAY, enter

LATER = timedelta(days=4 * 365)


def tell(step: str) -> None:
    """Take one step, and write who is there after it."""
    found = {"build": build, "night": night, "again": again, "look": look}[step]()
    sys.stdout.write(json.dumps(found))


def build() -> list[str]:
    """Two questions that ended, one that did not, and a volunteer who never began."""
    town = Municipality.objects.create(name="Merwedam")
    wim, els = enter("Wim", town, Role.WORKER), enter("Els", town, Role.COORDINATOR)
    for name in ("Bea", "Cor"):
        questions.withdraw(wim.actor, story.asked(enter(name, town, Role.RESIDENT)).pk)
    story.asked(enter("Dia", town, Role.RESIDENT))
    eef = enter("Eef", town, Role.VOLUNTEER)
    given = offers.apply_as_volunteer(
        eef.actor, person_id=eef.person.pk, profile=story.NOORS_PROFILE
    )
    offers.stop_volunteer(els.actor, given.pk)
    return look()


def night() -> list[str]:
    """Somebody new comes and goes too, and years later the night throws away what is over."""
    town = Municipality.objects.get()
    gus, wim = enter("Gus", town, Role.RESIDENT), enter("Willem", town, Role.WORKER)
    questions.withdraw(wim.actor, story.asked(gus).pk)
    rounds.throw_away(Actor.system(town.pk, MONDAY + LATER))
    return look()


def again() -> list[str]:
    """After the copy was put back life goes on: whoever asks now gets a number that was used."""
    town = Municipality.objects.get()
    hugo = enter("Hugo", town, Role.RESIDENT)
    after = replace(hugo.actor, at=hugo.actor.at + LATER + timedelta(days=9))
    questions.open_question(after, asked_by_id=hugo.person.pk, words="Ik zoek iemand")
    return look()


def look() -> list[str]:
    """Whose questions and talents are there, and whose names."""
    asked = Question.objects.order_by("pk").values_list("asked_by__given_name", flat=True)
    given = Volunteering.objects.order_by("pk").values_list("person__given_name", flat=True)
    names = set(Person.objects.values_list("given_name", flat=True)) - {"Wim", "Els", "Willem"}
    return [
        *(f"vraag van {name}" for name in asked),
        *(f"talent van {name}" for name in given),
        *sorted(names),
    ]
