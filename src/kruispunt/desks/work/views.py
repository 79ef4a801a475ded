"""My work: overdue first, one next step each, whatever room it comes from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from kruispunt.arrangements import queries as arrangements
from kruispunt.arrangements.queries import late as answers_late
from kruispunt.arrivals import queries as arrivals
from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.base.work import Duty, Pile, desk
from kruispunt.desks.ui import menu
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.work.addresses import address
from kruispunt.matching import queries as matching
from kruispunt.offers import queries as offers
from kruispunt.offers.queries import late as offers_late
from kruispunt.people import queries as people
from kruispunt.questions import queries as questions
from kruispunt.questions.queries import late as questions_late
from kruispunt.safety import queries as safety

SHOWN = 50
# Every room lays down what waits in it; a new noun joins here through its own room.
SOURCES: tuple[Callable[[Actor], list[Pile]], ...] = (
    post.piles,
    people.piles,
    offers.piles,
    questions.piles,
    matching.piles,
    arrangements.piles,
    questions_late.late,
    offers_late.late,
    answers_late.late,
    arrivals.piles,
    safety.piles,
)
ANSWERS: dict[str, Callable[[Actor, int], str]] = {
    "check_in": arrangements.check_in_address,
    "wellbeing": arrangements.wellbeing_address,
    "advice": arrangements.advice_address,
    "how_was_it": arrangements.odd_job_address,
}
HEADS = (
    ("late", "Te laat"),
    ("today", "Vandaag"),
    ("soon", "Hierna"),
    ("whenever", "Zonder datum"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A duty as the page shows it."""

    duty: Duty
    address: str


@require_GET
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    found = desk([pile for source in SOURCES for pile in source(actor)], actor.today, most=SHOWN)
    groups: dict[str, list[Line]] = {word: [] for word, _ in HEADS}
    for duty in found.duties:
        groups[_when(duty.due_on, actor.today)].append(Line(duty, address(duty.where, duty.about)))
    context: dict[str, Any] = {
        "desk": found,
        "groups": [(label, groups[word]) for word, label in HEADS if groups[word]],
        "today": actor.today,
        "title": menu.word_for_work(actor.roles),
        "more": max(found.waiting - len(found.duties), 0),
    }
    return render(request, "work/home.html", context)


@require_GET
@as_actor
def answer(request: HttpRequest, actor: Actor, row_id: int, where: str) -> HttpResponse:  # noqa: ARG001
    """The same page that the letter leads to."""
    return redirect(ANSWERS[where](actor, row_id))


def _when(due_on: date | None, today: date) -> str:
    if due_on is None:
        return "whenever"
    if due_on < today:
        return "late"
    return "today" if due_on == today else "soon"
