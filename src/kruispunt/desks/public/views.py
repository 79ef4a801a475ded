"""Pages that anyone may open."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kruispunt.base.actor import Actor
from kruispunt.desks.ui.door import for_everyone


@require_GET
@for_everyone
def privacy(request: HttpRequest, actor: Actor) -> HttpResponse:  # noqa: ARG001
    return render(request, "public/privacy.html")


@require_GET
@for_everyone
def accessibility(request: HttpRequest, actor: Actor) -> HttpResponse:  # noqa: ARG001
    return render(request, "public/accessibility.html")
