"""My work: overdue first, one next step each, whatever room it comes from."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from kruispunt.arrangements import queries as arrangements
from kruispunt.arrangements.queries import footing, places
from kruispunt.arrangements.queries import late as answers_late
from kruispunt.arrivals import queries as arrivals
from kruispunt.base import post, unsent
from kruispunt.base.actor import Actor
from kruispunt.base.work import Pile, desk
from kruispunt.desks.ui import menu, policy
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.unsent import way_back
from kruispunt.desks.work import lines
from kruispunt.matching import queries as matching
from kruispunt.offers import queries as offers
from kruispunt.offers.queries import late as offers_late
from kruispunt.people import queries as people
from kruispunt.people.queries import nominations as people_late
from kruispunt.questions import queries as questions
from kruispunt.questions.queries import late as questions_late
from kruispunt.questions.queries import recordings
from kruispunt.safety import queries as safety

SHOWN = 100
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


@require_GET
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What is on top; many of one and the same step folded, unless everything is asked for."""
    found = desk([pile for source in SOURCES for pile in source(actor)], actor.today)
    everything = "alles" in request.GET
    placed = lines.placed(found, actor, folds=not everything)
    waiting = lines.counted(found, placed)
    asked_for = request.GET.get("blad") if everything else None
    page = Paginator(placed, SHOWN).get_page(asked_for)
    context: dict[str, Any] = {
        "desk": found,
        "parts": lines.parts(page.object_list, waiting),
        "page": page,
        "everything": everything,
        "folded": any(one.line.under for one in placed),
        "apart": lines.apart(actor),
        "own": lines.of(lines.OWN, waiting),
        "today": actor.today,
        "unsent": [(one, way_back(one)) for one in unsent.waiting(actor)],
        "title": menu.word_for_work(actor.roles),
        "may_leave": policy.may_come_in("work:leaving", actor.roles),
        "numbers": {
            "waiting": lines.so_many(found.waiting),
            "late": lines.so_many(found.late),
            "resting": lines.so_many(found.resting),
        },
    }
    return render(request, "work/home.html", context)


@require_GET
@as_actor
def answer(request: HttpRequest, actor: Actor, row_id: int, where: str) -> HttpResponse:  # noqa: ARG001
    """The same page that the letter leads to."""
    return redirect(ANSWERS[where](actor, row_id))
