"""The two front doors: asking for help, and offering to do something."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.desks.public.forms import AskForm, GiveForm
from kruispunt.desks.ui import places
from kruispunt.desks.ui.door import for_everyone
from kruispunt.desks.ui.knocking import counted
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.tongues import asked_in, in_own_language
from kruispunt.desks.ui.voice import may_record
from kruispunt.offers import actions as offers
from kruispunt.people.actions import Particulars
from kruispunt.questions import actions as questions


@may_record
@require_http_methods(["GET", "POST"])
@in_own_language
@for_everyone
@counted
def ask(request: HttpRequest, actor: Actor) -> HttpResponse:
    areas = places.areas(actor)
    form = AskForm(
        request.POST or None, request.FILES or None, areas=places.choices(areas), actor=actor
    )
    language = asked_in()
    knows_her = is_a_resident(actor)
    if knows_her:
        form.ask_no_name()

    def write_down() -> None:
        said = form.cleaned_data
        if knows_her:
            questions.ask_oneself(actor, words=said["words"], spoken=form.said, asked_in=language)
            return
        questions.ask(
            as_anyone(actor),
            who=who_of(said, areas),
            words=said["words"],
            spoken=form.said,
            on_behalf=said["for_someone_else"],
            asked_in=language,
        )

    if done(request, form, write_down):
        return redirect("public:asked")
    form.keep_what_was_said()
    shown = {"form": form, "knows_her": knows_her}
    return render(request, "public/ask.html", shown, status=status(form))


@require_http_methods(["GET", "POST"])
@in_own_language
@for_everyone
@counted
def give(request: HttpRequest, actor: Actor) -> HttpResponse:
    areas = places.areas(actor)
    form = GiveForm(
        request.POST or None,
        areas=places.choices(areas),
        initial={"campagne": request.GET.get("campagne", "")[:30]},
    )

    def write_down() -> None:
        said = form.cleaned_data
        profile = offers.Profile(kinds=tuple(said["kinds"]), description=said["description"])
        offers.join(
            as_anyone(actor), who=who_of(said, areas), profile=profile, campaign=said["campagne"]
        )

    if done(request, form, write_down):
        return redirect("public:given")
    return render(request, "public/give.html", {"form": form}, status=status(form))


def is_a_resident(actor: Actor) -> bool:
    """Say whether we know already who asks here: she signed in as a resident."""
    return actor.person_id is not None and actor.is_a(Role.RESIDENT)


def as_anyone(actor: Actor) -> Actor:
    """Whoever is signed in asks and offers here as anyone does: with a name and a number."""
    return replace(actor, person_id=None, roles=frozenset({Role.RESIDENT.value}))


def who_of(said: dict[str, Any], areas: dict[int, places.Area]) -> Particulars:
    """A name, a number, and the neighbourhood."""
    first, _, rest = said["given_name"].strip().partition(" ")
    return Particulars(
        given_name=first,
        surname=rest,
        phone=said["phone"],
        **places.near_enough(areas, said["area"]),
    )
