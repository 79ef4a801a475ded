"""Putting an answer together: the needs, who is near, what is proposed, and what one chooses."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kruispunt.arrangements import actions, queries
from kruispunt.base.actor import Actor
from kruispunt.core.vocabulary import Kind, Source
from kruispunt.desks.startpunt.forms.mixing import ComposeForm, NearbyForm, NeedsForm
from kruispunt.desks.startpunt.steps import OTHER_WAYS
from kruispunt.desks.startpunt.words import first_words
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.matching.queries import Mixed, Option
from kruispunt.people import queries as people
from kruispunt.people.queries import households
from kruispunt.questions import actions as questions
from kruispunt.questions import queries as asks

WAYS = ("refer", "hand_to_team", "notify", "hand_to_guide", "develop")


@require_http_methods(["GET", "POST"])
@as_actor
def mix(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    """The smallest sufficient package, informal first, with its reasons; a person chooses."""
    found = dossiers.question(actor, question_id)
    mixed = queries.mix(actor, question_id)
    options = {one.strand.id: one for one in (*mixed.proposed, *mixed.others)}
    form = ComposeForm(
        request.POST or None,
        options=[(name, one.title) for name, one in options.items()],
        given_name=found.asked_by.given_name,
        initial={"parts": [one.strand.id for one in mixed.proposed], "words": first_words(found)},
    )

    def compose() -> None:
        chosen = [options[name] for name in form.cleaned_data["parts"]]
        actions.compose(actor, question_id, chosen=_composition(chosen, form.cleaned_data))

    if done(request, form, compose):
        messages.success(request, "De onderdelen zijn in gang gezet.")
        return redirect("startpunt:question", question_id)
    context = _around(actor, found, mixed) | {"form": form, **_shown(mixed, form)}
    return render(request, "startpunt/mix.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def divide(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    """Which kinds of help the question holds."""
    found = dossiers.question(actor, question_id)
    known: dict[str, Any] = {}
    for place, (kind, number) in enumerate(asks.needs(found).items(), start=1):
        known |= {f"kind{place}": kind, f"number{place}": number}
    form = NeedsForm(request.POST or None, initial=known)
    if done(request, form, lambda: questions.divide(actor, question_id, needs=form.needs())):
        return redirect("startpunt:mix", question_id)
    context = {"question": found, "form": form}
    return render(request, "startpunt/divide.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def name_own_help(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    """Who stands near, and what they can do."""
    found = dossiers.question(actor, question_id)
    form = NearbyForm(request.POST or None, needs=list(asks.needs(found)))

    def note() -> None:
        said = form.cleaned_data
        nearby = actions.Nearby(who=said["who"], what=said["what"], meets=tuple(said["meets"]))
        actions.name_own_help(actor, question_id, nearby=nearby)

    if done(request, form, note):
        return redirect("startpunt:mix", question_id)
    context = {
        "question": found,
        "form": form,
        "housemates": households.lives_with(actor, found.asked_by_id),
        "network": people.network(actor, found.asked_by_id),
    }
    return render(request, "startpunt/own_help.html", context, status=status(form))


def _composition(chosen: list[Option], said: dict[str, Any]) -> actions.Composition:
    def of(*sources: Source) -> list[Option]:
        return [one for one in chosen if one.strand.source in sources]

    return actions.Composition(
        own_help_ids=tuple(one.row for one in of(Source.OWN_NETWORK)),
        activities=tuple((one.row, _meets(one)) for one in of(Source.ACTIVITY)),
        volunteering_ids=tuple(one.row for one in of(Source.VOLUNTEER)),
        organisations=tuple(
            actions.Asked(
                organisation_id=one.organisation_id,
                service_id=one.row,
                meets=_meets(one),
                formal=one.strand.source is Source.FORMAL,
            )
            for one in of(Source.ORGANISATION, Source.FORMAL)
        ),
        words=said["words"],
        agrees=said["agrees"],
        why=said["why"],
    )


def _meets(option: Option) -> tuple[str, ...]:
    return tuple(sorted(option.strand.meets))


def _shown(mixed: Mixed, form: ComposeForm) -> dict[str, Any]:
    """Every option with its box, ticked when it is proposed or was ticked before."""
    ticked = set(form["parts"].value() or ())

    def line(option: Option) -> dict[str, Any]:
        return {
            "id": option.strand.id,
            "title": option.title,
            "source": option.strand.source.label,
            "meets": [Kind(kind).label for kind in _meets(option)],
            "why": option.why,
            "ticked": option.strand.id in ticked,
        }

    return {
        "proposed": [line(one) for one in mixed.proposed],
        "others": [line(one) for one in mixed.others],
    }


def _around(actor: Actor, found: Any, mixed: Mixed) -> dict[str, Any]:  # noqa: ANN401
    verbs = asks.verbs(actor, found)
    left = queries.needs_left(actor, found.pk)
    return {
        "question": found,
        "needs": [
            (Kind(kind).label, number, left.get(kind, 0))
            for kind, number in asks.needs(found).items()
        ],
        "unmet": [Kind(kind).label for kind in mixed.unmet],
        "needs_reason": mixed.needs_reason,
        "parts": queries.parts(actor, found.pk),
        "today": actor.today,
        "ways": [
            {
                "label": OTHER_WAYS[verb],
                "address": reverse(f"startpunt:{verb}", args=[found.pk]),
                "posts": verb not in {"refer", "hand_to_team"},
            }
            for verb in WAYS
            if verb in verbs
        ],
    }
