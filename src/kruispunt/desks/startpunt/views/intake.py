"""A new question at the desk, the particulars of a person, and what came from the street."""

from dataclasses import fields
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from kruispunt.base.actor import Actor
from kruispunt.desks.startpunt.forms.persons import IntakeForm, PersonForm
from kruispunt.desks.ui import dossiers, places
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.people import actions as people_actions
from kruispunt.people import queries as people
from kruispunt.people.actions import Particulars
from kruispunt.questions import actions, queries
from kruispunt.questions.queries import neighbourhood, unseen

DONE = ("self_solved", "fed_back")
PLAIN = ("given_name", "surname", "phone", "street", "postcode", "city")


@require_http_methods(["GET", "POST"])
@as_actor
def ask(request: HttpRequest, actor: Actor) -> HttpResponse:
    areas = places.areas(actor)
    form = IntakeForm(request.POST or None, areas=places.choices(areas))
    opened: list[Any] = []

    def write_down() -> None:
        said = form.cleaned_data
        place = places.near_enough(areas, said["area"])
        who = Particulars(**{name: said[name] for name in PLAIN}, **place)
        opened.append(actions.ask(actor, who=who, words=said["words"], intake=said["intake"]))

    if done(request, form, write_down):
        return redirect("startpunt:question", opened[0].pk)
    return render(request, "startpunt/ask.html", {"form": form}, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def person(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    """Who asks: where they live decides who is near."""
    question = dossiers.question(actor, question_id)
    who = people.one(actor, question.asked_by_id)
    areas = places.areas(actor)
    known = {name: getattr(who, name) for name in PLAIN} | {"area": who.neighbourhood_id}
    if who.address_sealed:
        known |= {"street": "", "postcode": ""}
    form = PersonForm(request.POST or None, areas=places.choices(areas), initial=known)

    def correct() -> None:
        said = form.cleaned_data
        kept = {each.name: getattr(who, each.name) for each in fields(Particulars)}
        kept["languages"] = tuple(who.languages)
        new = {name: said[name] for name in PLAIN}
        if who.neighbourhood_id != said["area"] or who.x is None:
            new |= places.near_enough(areas, said["area"])
        if who.address_sealed:  # an empty box is not a new address
            new |= {name: said[name] or kept[name] for name in ("street", "postcode")}
        people_actions.change_person(actor, who.pk, who=Particulars(**kept | new))

    if done(request, form, correct):
        return redirect("startpunt:question", question_id)
    context = {"question": question, "form": form}
    return render(request, "startpunt/person_page.html", context, status=status(form))


@require_GET
@as_actor
def signals(request: HttpRequest, actor: Actor) -> HttpResponse:
    context = {
        "signals": queries.signals(actor).exclude(state__in=DONE),
        "late": set(neighbourhood.signals_to_feed_back(actor).values_list("pk", flat=True)),
        "coverage": neighbourhood.coverage(actor),
        "unseen": unseen.unseen(actor),
        "today": actor.today,
    }
    return render(request, "startpunt/signals.html", context)
