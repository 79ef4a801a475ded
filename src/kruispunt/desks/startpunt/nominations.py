"""Calling who was put forward as an ambassador, and welcoming her in an area (D13)."""

from functools import partial

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.base.actor import Actor
from kruispunt.desks.ui import dossiers, places
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.fields import let_choose
from kruispunt.desks.ui.verbs import Verb, attempt, possible, sources
from kruispunt.people import permits
from kruispunt.people.actions import nominating as actions
from kruispunt.people.states import NOMINATION_MOVES as MOVES


class WelcomeForm(forms.Form):
    """In which area, and how she signs in when she wants to."""

    neighbourhood_id = forms.TypedChoiceField(
        label="Van welke buurt?", coerce=int, error_messages={"required": "Kies een buurt."}
    )
    email = forms.EmailField(
        label="E-mail, als zij zelf wil inloggen",
        help_text="Mag leeg blijven. Dan geeft zij het door aan het Startpunt.",
        required=False,
    )


VERBS = (
    Verb(
        "welcome",
        "Doet mee",
        "Vanaf vandaag is dit de wijkambassadeur van deze buurt.",
        "Welkom als ambassadeur",
        may=permits.WELCOME,
        states=sources(MOVES, "welcome"),
        act=lambda actor, row_id, said: actions.welcome(actor, row_id, **said),
        form=WelcomeForm,
    ),
    Verb(
        "call_again",
        "Geen gehoor",
        "U belt over een paar dagen weer.",
        "Bel later weer",
        may=permits.WELCOME,
        states=sources(MOVES, "call_again"),
        act=lambda actor, row_id, _: actions.call_again(actor, row_id),
        folded=True,
    ),
    Verb(
        "not_now",
        "Doet het niet",
        "Dat mag, zonder reden.",
        "Doet het nu niet",
        may=permits.WELCOME,
        states=sources(MOVES, "not_now"),
        act=lambda actor, row_id, _: actions.not_now(actor, row_id),
        folded=True,
    ),
)


@require_http_methods(["GET", "POST"])
@as_actor
def nomination(
    request: HttpRequest, actor: Actor, nomination_id: int, verb: str = ""
) -> HttpResponse:
    found = dossiers.nomination(actor, nomination_id)
    fill = partial(let_choose, neighbourhood_id=places.choices(places.areas(actor)))
    tried = attempt(request, actor, nomination_id, verb, among=VERBS, fill=fill)
    if tried.done:
        return redirect("startpunt:nomination", nomination_id)
    steps = possible(VERBS, actor, found)
    context = {
        "nomination": found,
        "steps": tried.steps(steps, "startpunt:nomination_verb", nomination_id, fill=fill),
        "today": actor.today,
    }
    return render(request, "startpunt/nomination.html", context, status=tried.status)
