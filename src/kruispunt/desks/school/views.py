"""One page for whoever follows pupils: who, what they do, and how many hours."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kruispunt.arrangements.queries.pupils import hours_of_pupils
from kruispunt.base.actor import Actor
from kruispunt.core.vocabulary import Kind
from kruispunt.desks.ui.door import as_actor
from kruispunt.offers.queries.pupils import pupils


@require_GET
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    hours = hours_of_pupils(actor)
    rows = [
        (row, [Kind(code).label for code in row.kinds], hours.get(row.pk, []))
        for row in pupils(actor)
    ]
    return render(request, "school/home.html", {"pupils": rows})
