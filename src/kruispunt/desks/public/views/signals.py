"""Passing something on by the link of an organisation: no account, and an answer back."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.desks.public.signal_forms import PassOnForm, PracticeForm
from kruispunt.desks.ui import places
from kruispunt.desks.ui.door import for_everyone
from kruispunt.desks.ui.knocking import counted
from kruispunt.desks.ui.posting import done, status
from kruispunt.people import queries as people
from kruispunt.people.actions import Particulars
from kruispunt.questions import actions
from kruispunt.questions.queries import neighbourhood

THANKS = "public/passed_on.html"


@require_http_methods(["GET", "POST"])
@for_everyone
@counted
def pass_on(request: HttpRequest, actor: Actor, word: str) -> HttpResponse:
    """What somebody saw at work, without a name (PRV-11)."""
    whose, organisation = _at_work(actor, word)
    form = PassOnForm(request.POST or None, areas=places.choices(places.areas(whose)))

    def bring() -> None:
        said = form.cleaned_data
        noticed = actions.Noticed(
            words=said["words"],
            about=said["about"],
            place=said["place"],
            # What a committee passes on is of its own part of town, unless it says otherwise.
            neighbourhood_id=said["area"] or organisation.neighbourhood_id,
            organisation_id=organisation.pk,
        )
        actions.bring_for(whose, noticed=noticed, speaker=_speaker(said))

    if done(request, form, bring):
        return render(request, THANKS, {"organisation": organisation.name})
    context = {"form": form, "organisation": organisation.name}
    return render(request, "public/pass_on.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@for_everyone
@counted
def practice(request: HttpRequest, actor: Actor, word: str) -> HttpResponse:
    """From the consulting room, with the patient's own yes (B7)."""
    whose, organisation = _at_work(actor, word)
    form = PracticeForm(request.POST or None)

    def bring() -> None:
        said = form.cleaned_data
        noticed = actions.Noticed(
            words=said["words"],
            organisation_id=organisation.pk,
            yes_on=whose.today,
            yes_how="in de spreekkamer",
        )
        who = Particulars(given_name=said["given_name"], phone=said["phone"])
        actions.bring_for(whose, noticed=noticed, speaker=_speaker(said), about_whom=who)

    if done(request, form, bring):
        return render(request, THANKS, {"organisation": organisation.name})
    context = {"form": form, "organisation": organisation.name}
    return render(request, "public/practice.html", context, status=status(form))


def _at_work(actor: Actor, word: str) -> tuple[Actor, Any]:
    """Whoever holds the link speaks for that organisation, for this one message."""
    organisation_id = neighbourhood.organisation_by_link(word)
    organisation = people.organisations(actor).get(pk=organisation_id)
    roles = frozenset({Role.RESIDENT, Role.CONTACT})
    speaks = replace(
        actor, person_id=None, roles=roles, organisation_ids=frozenset({organisation_id})
    )
    return speaks, organisation


def _speaker(said: dict[str, Any]) -> Particulars | None:
    if not (said["speaker"] and said["email"]):
        return None
    return Particulars(given_name=said["speaker"], email=said["email"], channel="mail")
