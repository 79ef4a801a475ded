"""Trainings a volunteer can join, and those she has."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from kruispunt.base.actor import Actor
from kruispunt.desks.ui.door import View, as_actor
from kruispunt.offers import actions
from kruispunt.offers.queries import training as queries

ACTS: dict[str, Callable[[Actor, int], object]] = {
    "join_course": actions.join_course,
    "leave_course": actions.leave_course,
}


@require_GET
@as_actor
def courses(request: HttpRequest, actor: Actor) -> HttpResponse:
    mine = list(queries.my_courses(actor))
    joined = {one.course_id for one in mine}
    context = {
        "mine": mine,
        "courses": [one for one in queries.courses_to_join(actor) if one.pk not in joined],
    }
    return render(request, "volunteer/courses.html", context)


def one_button(act: Callable[[Actor, int], object]) -> View[[int]]:
    """Take a place, or give it back."""

    @require_POST
    @as_actor
    def said(request: HttpRequest, actor: Actor, row_id: int) -> HttpResponse:  # noqa: ARG001
        act(actor, row_id)
        return redirect("volunteer:courses")

    said.asks_who = True  # type: ignore[attr-defined]
    return said
