"""Calls to make and letters to post: what a person must do, because not everyone reads mail."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.desks.ui.door import as_actor
from kruispunt.people import queries as people

SHOWN = 100


@require_GET
@as_actor
def calls(request: HttpRequest, actor: Actor) -> HttpResponse:
    letters = list(post.to_look_at(actor)[:SHOWN])
    ids = {letter.to_person_id for letter in letters}
    known = {person.pk: person for person in people.visible(actor).filter(pk__in=ids)}
    rows = [(letter, known.get(letter.to_person_id)) for letter in letters]
    return render(request, "startpunt/calls.html", {"rows": rows, "today": actor.today})


@require_POST
@as_actor
def tick_off(request: HttpRequest, actor: Actor, letter_id: int) -> HttpResponse:  # noqa: ARG001
    post.tick_off(actor, letter_id)
    return redirect("startpunt:calls")
