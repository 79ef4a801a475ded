"""Answering by the word in a letter whether a volunteer's profile still holds (D49)."""

from dataclasses import fields
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kruispunt.base.actor import Actor
from kruispunt.core.vocabulary import Kind, Slot
from kruispunt.desks.public.profile_forms import ChangeForm, StillForm
from kruispunt.desks.ui.door import for_everyone
from kruispunt.desks.ui.posting import done, status
from kruispunt.offers import actions, queries
from kruispunt.offers.actions import in_touch
from kruispunt.offers.queries import in_touch as asking

CHANGE, THANKS = "verander", "dank"


@require_http_methods(["GET", "POST"])
@for_everyone
def profile(request: HttpRequest, actor: Actor, word: str) -> HttpResponse:
    """She reads what we know, and says yes, changes it, rests or stops."""
    row_id, person_id, municipality_id = asking.by_link(word)
    them = actor.answering(person_id, municipality_id)
    row, here = queries.one(them, row_id), reverse("public:profile", args=[word])
    changing = CHANGE in request.GET
    form = _form(request, row, changing=changing)

    def answer() -> None:
        _carry_out(them, row, form.cleaned_data, changing=changing)

    if done(request, form, answer):
        wants_change = form.cleaned_data.get("answer") == "change"
        return redirect(f"{here}?{CHANGE if wants_change else THANKS}=1")
    context = {
        "open": THANKS not in request.GET and row.state != "stopped",
        "form": form,
        "changing": changing,
        "row": row,
        "kinds": [Kind(code).label for code in row.kinds],
        "slots": [Slot(one).label for one in row.slots],
    }
    return render(request, "public/profile.html", context, status=status(form))


def _form(request: HttpRequest, row: Any, *, changing: bool) -> forms.Form:  # noqa: ANN401  (a volunteering)
    if not changing:
        return StillForm(request.POST or None)
    known = {name: getattr(row, name) for name in ChangeForm.base_fields}
    return ChangeForm(request.POST or None, initial=known)


def _carry_out(them: Actor, row: Any, said: dict[str, Any], *, changing: bool) -> None:  # noqa: ANN401  (a volunteering)
    if changing:
        actions.describe_volunteer(them, row.pk, profile=_changed(row, said))
        in_touch.confirm_profile(them, row.pk)
    elif said["answer"] == "yes":
        in_touch.confirm_profile(them, row.pk)
    elif said["answer"] == "rest":
        actions.pause_volunteer(them, row.pk)
    elif said["answer"] == "stop":
        actions.stop_volunteer(them, row.pk)


def _changed(row: Any, said: dict[str, Any]) -> actions.Profile:  # noqa: ANN401  (a volunteering)
    """Her profile as it was, with what she changed."""
    known = {field.name: getattr(row, field.name) for field in fields(actions.Profile)} | said
    plain: dict[str, Any] = {
        name: tuple(v) if isinstance(v, list) else v for name, v in known.items()
    }
    return actions.Profile(**plain)
