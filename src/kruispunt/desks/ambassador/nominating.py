"""Putting somebody forward as an ambassador, and reading what came of it (D13)."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.desks.ui import places
from kruispunt.desks.ui.area_form import AreaForm
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.fields import words_field
from kruispunt.desks.ui.long_lists import page_of
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.widgets import Tick
from kruispunt.people import permits
from kruispunt.people.actions import nominating as actions
from kruispunt.people.queries import nominations as queries

A_PAGE = 20


class NominateForm(AreaForm):
    """Her name, her number, and her own yes."""

    field_order = ("given_name", "surname", "phone", "area", "words", "said_yes")
    given_name = forms.CharField(label="Voornaam", max_length=60)
    surname = forms.CharField(label="Achternaam", max_length=80, required=False)
    phone = forms.CharField(label="Telefoon", max_length=20)
    words = words_field(
        "Waarom past dit bij deze persoon?",
        rows=2,
        required=False,
        help_text="Geen gezondheid. Schrijf wat u ook zou zeggen waar de ander bij is.",
    )
    said_yes = forms.BooleanField(
        label="Gevraagd",
        widget=Tick("Deze persoon zei zelf: ja, bel mij maar"),
        error_messages={"required": "Vraag het eerst zelf. Zonder ja bellen wij niet."},
    )


@require_http_methods(["GET", "POST"])
@as_actor
def nominate(request: HttpRequest, actor: Actor) -> HttpResponse:
    may_begin(actor, permits.NOMINATE)
    form = NominateForm(request.POST or None, areas=places.choices(places.areas(actor)))

    def put_forward() -> None:
        said = dict(form.cleaned_data)
        candidate = actions.Candidate(neighbourhood_id=said.pop("area"), **said)
        actions.nominate(actor, candidate=candidate)

    if done(request, form, put_forward):
        messages.success(request, "Dank u wel. Wij bellen, en u hoort wat ervan komt.")
        return redirect("ambassador:nominate")
    mine = queries.my_nominations(actor)
    context = {"form": form, "page": page_of(mine, A_PAGE, request.GET.get("blad"))}
    return render(request, "ambassador/nominate.html", context, status=status(form))
