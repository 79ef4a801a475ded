"""The process manager sets how long things may take here: from a day on, and for everybody."""

from itertools import groupby

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from kruispunt.base import manners
from kruispunt.base.actor import Actor
from kruispunt.desks.process.lengths import LABELS, group, said, unit
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.fields import day_field
from kruispunt.desks.ui.posting import done, status


class LengthForm(forms.Form):
    """A number, and from which day it counts."""

    length = forms.IntegerField(label="Hoeveel?", min_value=0)
    valid_from = day_field(
        "Vanaf welke dag?", help_text="Wat eerder begon houdt zijn oude termijn."
    )

    def __init__(self, *args: object, counted: str = "", **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["length"].help_text = f"In {counted}." if counted.isalpha() else counted


@require_GET
@as_actor
def lengths(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Everything that can be set, as it is today, with what is still to come."""
    own = list(manners.own_lengths(actor))
    rows = []
    for name, standard in manners.house_lengths().items():
        counts = [term for term in own if term.name == name and term.valid_from <= actor.today]
        rows.append(
            {
                "name": name,
                "label": LABELS[name],
                "group": group(name),
                "now": said(name, counts[-1].length if counts else standard),
                "since": counts[-1].valid_from if counts else None,
                "coming": [
                    (term.valid_from, said(name, term.length))
                    for term in own
                    if term.name == name and term.valid_from > actor.today
                ],
            }
        )
    rows.sort(key=lambda row: str(row["group"]))
    groups = [(title, list(some)) for title, some in groupby(rows, lambda row: row["group"])]
    return render(request, "process/lengths.html", {"groups": groups})


@require_http_methods(["GET", "POST"])
@as_actor
def length(request: HttpRequest, actor: Actor, name: str) -> HttpResponse:
    """Set one of them."""
    standard = manners.house_lengths().get(name)
    if standard is None:
        raise Http404
    own = list(manners.own_lengths(actor).filter(name=name))
    now = next((one.length for one in reversed(own) if one.valid_from <= actor.today), standard)
    start = {"length": now, "valid_from": actor.today}
    form = LengthForm(request.POST or None, initial=start, counted=unit(name))
    if done(request, form, lambda: manners.set_length(actor, name=name, **form.cleaned_data)):
        messages.success(request, "De nieuwe afspraak is bewaard.")
        return redirect("process:lengths")
    context = {
        "form": form,
        "label": LABELS[name],
        "standard": said(name, standard),
        "own": [(term.valid_from, said(name, term.length)) for term in own],
    }
    return render(request, "process/length.html", context, status=status(form))
