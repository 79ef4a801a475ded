"""The process manager sets how long things may take here: from a day on, and for everybody."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from kruispunt.base import manners
from kruispunt.base.actor import Actor
from kruispunt.desks.process.lengths import LABELS, group, said, unit
from kruispunt.desks.process.trying import TryForm, can_be_tried, tried
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.fields import day_field
from kruispunt.desks.ui.posting import done, status


@dataclass(frozen=True, slots=True)
class Row:
    """One length as it is today, since when, and what is still to come."""

    name: str
    label: str
    group: str
    now: str
    since: date | None
    coming: list[tuple[date, str]]


class LengthForm(forms.Form):
    """A number, and from which day it counts."""

    length = forms.IntegerField(label="Hoeveel?", min_value=0)
    valid_from = day_field(
        "Vanaf welke dag?", help_text="Wat eerder begon houdt zijn oude termijn."
    )

    def __init__(self, *args: object, counted: str = "", **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["length"].help_text = f"In {counted}." if counted.isalpha() else counted


class SeekForm(forms.Form):
    """A word out of the name of what one wants to set."""

    woord = forms.CharField(label="Zoek een termijn", max_length=60, required=False)


@require_GET
@as_actor
def lengths(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Everything that can be set, as it is today: folded by subject, or what one seeks."""
    form = SeekForm(request.GET)
    sought = form.cleaned_data["woord"].strip() if form.is_valid() else ""
    own = list(manners.own_lengths(actor))
    rows = [
        _row(name, standard, [term for term in own if term.name == name], actor.today)
        for name, standard in manners.house_lengths().items()
    ]
    found = [row for row in rows if sought.casefold() in f"{row.label} {row.group}".casefold()]
    found.sort(key=lambda row: row.group)
    context = {
        "groups": [(title, list(some)) for title, some in groupby(found, lambda row: row.group)],
        "set_here": [row for row in rows if row.since or row.coming],
        "form": form,
        "sought": sought,
        "count": len(found),
    }
    return render(request, "process/lengths.html", context)


def _row(name: str, standard: int, own: list[Any], today: date) -> Row:
    counts = [term for term in own if term.valid_from <= today]
    return Row(
        name=name,
        label=LABELS[name],
        group=group(name),
        now=said(name, counts[-1].length if counts else standard),
        since=counts[-1].valid_from if counts else None,
        coming=[(one.valid_from, said(name, one.length)) for one in own if one.valid_from > today],
    )


@require_http_methods(["GET", "POST"])
@as_actor
def length(request: HttpRequest, actor: Actor, name: str) -> HttpResponse:
    """Set one of them."""
    standard = manners.house_lengths().get(name)
    if standard is None:
        raise Http404
    own = list(manners.own_lengths(actor).filter(name=name))
    now = next((one.length for one in reversed(own) if one.valid_from <= actor.today), standard)
    trial = TryForm(request.GET) if "proef" in request.GET else TryForm()
    asked = trial.cleaned_data["proef"] if can_be_tried(name) and trial.is_valid() else None
    start = {"length": now if asked is None else asked, "valid_from": actor.today}
    form = LengthForm(request.POST or None, initial=start, counted=unit(name))
    if done(request, form, lambda: manners.set_length(actor, name=name, **form.cleaned_data)):
        messages.success(request, "De nieuwe afspraak is bewaard.")
        return redirect("process:lengths")
    context = {
        "form": form,
        "trial": trial if can_be_tried(name) else None,
        "tried": None if asked is None else tried(actor, name, asked),
        "now": said(name, now),
        "label": LABELS[name],
        "standard": said(name, standard),
        "own": [(term.valid_from, said(name, term.length)) for term in own],
    }
    return render(request, "process/length.html", context, status=status(form))
