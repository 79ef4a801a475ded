"""Calls to make and letters to post: what a person must do, because not everyone reads mail."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.base.municipalities import at_home
from kruispunt.base.roles import Role
from kruispunt.base.states import Channel
from kruispunt.desks.startpunt import by_phone
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.reaching import DeskReachForm
from kruispunt.offers import actions as calling
from kruispunt.offers import queries as offers
from kruispunt.people import actions as noting
from kruispunt.people import queries as people

SHOWN = 100


@require_GET
@as_actor
def calls(request: HttpRequest, actor: Actor) -> HttpResponse:
    everyone = actor.is_a(Role.WORKER)
    letters = list((post.to_look_at(actor) if everyone else offers.calls(actor))[:SHOWN])
    ids = {letter.to_person_id for letter in letters}
    known = _known(actor, ids)
    rows = [
        {
            "letter": letter,
            "person": known.get(letter.to_person_id),
            "said": by_phone.said_aloud(letter.whole),
            "doors": by_phone.doors(actor, letter.text),
        }
        for letter in letters
    ]
    return render(request, "startpunt/calls.html", {"rows": rows})


@require_GET
@as_actor
def to_print(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Paper letters that are due, each on a sheet of its own."""
    everyone = post.to_look_at(actor) if actor.is_a(Role.WORKER) else offers.calls(actor)
    letters = list(everyone.filter(channel=Channel.LETTER)[:SHOWN])
    known = _known(actor, {letter.to_person_id for letter in letters})
    town = at_home(actor.municipality_id)
    phone = town.phone if town else ""
    rows = [
        (letter, known.get(letter.to_person_id), by_phone.on_paper(letter.whole, phone))
        for letter in letters
    ]
    return render(request, "startpunt/to_print.html", {"rows": rows})


@require_POST
@as_actor
def tick_off(request: HttpRequest, actor: Actor, letter_id: int) -> HttpResponse:  # noqa: ARG001
    if actor.is_a(Role.WORKER):
        post.tick_off(actor, letter_id)
    else:
        calling.tick_off_call(actor, letter_id)
    return redirect("startpunt:calls")


@require_POST
@as_actor
def try_again(request: HttpRequest, actor: Actor, letter_id: int) -> HttpResponse:  # noqa: ARG001
    """A letter that got stuck goes once more along the same way."""
    if actor.is_a(Role.WORKER):
        post.try_again(actor, letter_id)
    else:
        calling.try_letter_again(actor, letter_id)
    return redirect("startpunt:calls")


@require_http_methods(["GET", "POST"])
@as_actor
def reach(request: HttpRequest, actor: Actor, person_id: int) -> HttpResponse:
    """Note how someone wants to hear from us; who keeps the register does so for volunteers."""
    choose: Callable[..., object] = noting.choose_channel
    if actor.is_a(Role.WORKER):
        person = noting.look_into_person(actor, person_id)
    else:
        given = offers.visible(actor).get(person_id=person_id)
        person = dossiers.volunteer(actor, given.pk).person
        choose = calling.choose_channel_of_volunteer
    now = {"channel": person.channel, "phone": person.phone, "email": person.email}
    form = DeskReachForm(request.POST or None, initial=now)
    if done(request, form, lambda: choose(actor, person.pk, **form.cleaned_data)):
        messages.success(request, "Opgeslagen. Berichten die nog wachten gaan ook zo.")
        return redirect("startpunt:reach", person.pk)
    came_back = post.came_back_from(actor, person.pk)
    context = {"form": form, "person": person, "came_back": came_back}
    return render(request, "startpunt/reach.html", context, status=status(form))


def _known(actor: Actor, ids: set[int]) -> dict[int, Any]:
    """Whom to call: anyone for the desk, volunteers for who keeps their register."""
    if actor.is_a(Role.WORKER):
        return {person.pk: person for person in people.visible(actor).filter(pk__in=ids)}
    rows = offers.visible(actor).filter(person_id__in=ids)
    return {row.person_id: row.person for row in rows}
