"""What helping early may spare later: an example, with every assumption on the page (A22)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kruispunt.base.actor import Actor
from kruispunt.core.spared import break_even, spared
from kruispunt.desks.steering.spared_form import SparedForm
from kruispunt.desks.steering.tables import cell, euro
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import status
from kruispunt.insights.queries import targets

SCENARIOS = (("low", "Voorzichtig"), ("middle", "In het midden"), ("high", "Ruim"))


@require_GET
@as_actor
def example(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Nothing is kept: whoever opens the link sees the same words and the same sums."""
    form = SparedForm(request.GET) if request.GET else SparedForm(initial=_known(actor))
    context: dict[str, Any] = {"form": form}
    if form.is_bound and form.is_valid():
        context |= _reckoned(form)
    return render(request, "steering/spared.html", context, status=status(form))


def _known(actor: Actor) -> dict[str, Any]:
    """What we know already, so that nobody looks it up again."""
    money = targets.course(actor).money
    start = {name: field.initial for name, field in SparedForm.base_fields.items()}
    return start | {"cost": money.budget, "how_many": money.lasting or None}


def _reckoned(form: SparedForm) -> dict[str, Any]:
    said, assumed = form.cleaned_data, form.assumed()
    return {
        "lines": [(label, cell(said[name]), euro(spared(assumed, said[name])))
                  for name, label in SCENARIOS],
        "cost": euro(said["cost"]),
        "break_even": cell(break_even(said["how_many"], said["rate"], said["cost"])),
        "said": said,
    }  # fmt: skip
