"""One page for a work coach: what people handed over themselves, and nothing else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kruispunt.base.actor import Actor
from kruispunt.desks.ui.door import as_actor
from kruispunt.people.queries.handovers import handovers


@require_GET
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    return render(request, "workcoach/home.html", {"handed": handovers(actor)})
