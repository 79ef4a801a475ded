"""Not disturbing people: the hours in which a letter may come, as this municipality set them."""

from datetime import datetime

from django.utils import timezone

from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter
from kruispunt.base.states import Haste
from kruispunt.base.terms import amounts
from kruispunt.core.courtesy import Courtesy


def of(actor: Actor) -> Courtesy:
    """The manners that count today. Nought is no; a budget of nought would bury every letter."""
    set_so = amounts(actor, "letters")
    return Courtesy(
        from_hour=set_so["from_hour"],
        until_hour=set_so["until_hour"],
        on_sundays=set_so["on_sundays"] > 0,
        on_holidays=set_so["on_holidays"] > 0,
        a_day=max(1, set_so["a_day"]),
        a_week=max(1, set_so["a_week"]),
        days_to_answer=set_so["days_to_answer"],
    )


def polite_moment(manners: Courtesy, letter: Letter, wanted: datetime) -> datetime:
    """When this letter may come: at once, or when people are up, but never after its last day."""
    if letter.haste == Haste.URGENT:
        return wanted
    here = timezone.localtime(wanted)
    polite = manners.next_moment(here)
    if letter.answer_by is not None and polite.date() > letter.answer_by >= here.date():
        return wanted
    return polite
