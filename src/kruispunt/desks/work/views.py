"""My work: overdue first, one next step each, whatever room it comes from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from kruispunt.arrangements import queries as arrangements
from kruispunt.arrangements.queries import footing, places
from kruispunt.arrangements.queries import late as answers_late
from kruispunt.arrivals import queries as arrivals
from kruispunt.base import post, unsent
from kruispunt.base.actor import Actor
from kruispunt.base.work import COUNTED, Desk, Duty, Pile, desk
from kruispunt.desks.ui import menu, policy
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.unsent import way_back
from kruispunt.desks.work.addresses import address
from kruispunt.matching import queries as matching
from kruispunt.offers import queries as offers
from kruispunt.offers.queries import late as offers_late
from kruispunt.people import queries as people
from kruispunt.people.queries import nominations as people_late
from kruispunt.questions import queries as questions
from kruispunt.questions.queries import late as questions_late
from kruispunt.questions.queries import recordings
from kruispunt.safety import queries as safety

SHOWN, FEW = 50, 2
SOON = timedelta(days=7)
# Every room lays down what waits in it; a new noun joins here through its own room.
SOURCES: tuple[Callable[[Actor], list[Pile]], ...] = (
    post.piles,
    people.piles,
    offers.piles,
    questions.piles,
    recordings.piles,
    matching.piles,
    arrangements.piles,
    questions_late.late,
    offers_late.late,
    answers_late.late,
    people_late.late,
    arrivals.piles,
    safety.piles,
)
ANSWERS: dict[str, Callable[[Actor, int], str]] = {
    "check_in": arrangements.check_in_address,
    "wellbeing": arrangements.wellbeing_address,
    "footing": footing.footing_address,
    "advice": arrangements.advice_address,
    "how_was_it": arrangements.odd_job_address,
    "place": places.place_address,
}
HEADS = (
    ("late", "Te laat"),
    ("today", "Vandaag"),
    ("soon", "Deze week"),
    ("later", "Later"),
    ("whenever", "Zonder datum"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A step as the page shows it: once, however many rows of one page wait for it."""

    step: str
    address: str
    due_on: date | None
    duties: list[Duty]

    @property
    def whose(self) -> str:
        return self.duties[0].whose

    @property
    def words(self) -> list[str]:
        """The first few words of what waits."""
        said = dict.fromkeys(duty.words for duty in self.duties if duty.words)
        return list(said)[:FEW]


@require_GET
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    found = desk([pile for source in SOURCES for pile in source(actor)], actor.today, most=SHOWN)
    groups: dict[str, list[Line]] = {word: [] for word, _ in HEADS}
    for line in _lines(found.duties):
        groups[_when(line.due_on, actor.today)].append(line)
    context: dict[str, Any] = {
        "desk": found,
        "groups": [(word, label, groups[word]) for word, label in HEADS if groups[word]],
        "today": actor.today,
        "unsent": [(one, way_back(one)) for one in unsent.waiting(actor)],
        "title": menu.word_for_work(actor.roles),
        "may_leave": policy.may_come_in("work:leaving", actor.roles),
        "numbers": _numbers(found),
    }
    return render(request, "work/home.html", context)


@require_GET
@as_actor
def answer(request: HttpRequest, actor: Actor, row_id: int, where: str) -> HttpResponse:  # noqa: ARG001
    """The same page that the letter leads to."""
    return redirect(ANSWERS[where](actor, row_id))


def _numbers(found: Desk) -> dict[str, str]:
    """How much there is, in words: nobody is helped by a count of what takes years."""
    shown = len(found.duties)
    return {
        "waiting": _so_many(found.waiting),
        "late": _so_many(found.late),
        "resting": _so_many(found.resting),
        "more": _so_many(found.waiting - shown, COUNTED - shown) if found.waiting > shown else "",
    }


def _so_many(number: int, most: int = COUNTED) -> str:
    return str(number) if number <= most else f"meer dan {most:,}".replace(",", ".")


def _lines(duties: list[Duty]) -> list[Line]:
    """The same step on the same page stands there once, at the place of its first row."""
    lines: dict[tuple[str, str], Line] = {}
    for duty in duties:
        where = address(duty.where, duty.about)
        line = lines.setdefault((where, duty.step), Line(duty.step, where, duty.due_on, []))
        line.duties.append(duty)
    return list(lines.values())


def _when(due_on: date | None, today: date) -> str:
    if due_on is None:
        return "whenever"
    if due_on < today:
        return "late"
    if due_on > today + SOON:
        return "later"
    return "today" if due_on == today else "soon"
