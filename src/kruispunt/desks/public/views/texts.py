"""Pages that only tell something: the front page, privacy, accessibility."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from kruispunt.base.actor import Actor
from kruispunt.desks.ui import menu
from kruispunt.desks.ui.door import as_actor, for_everyone
from kruispunt.desks.ui.tongues import in_own_language
from kruispunt.offers.queries.waiting import weeks_to_wait


def telling(template: str) -> Callable[..., HttpResponse]:
    @require_GET
    @for_everyone
    def page(request: HttpRequest, actor: Actor) -> HttpResponse:  # noqa: ARG001
        return render(request, template)

    return page


@require_GET
@as_actor
def desk(request: HttpRequest, actor: Actor) -> HttpResponse:  # noqa: ARG001
    """Whoever signs in comes in here, and goes on to their own desk."""
    return redirect(menu.home(actor.roles))


home = in_own_language(telling("public/home.html"))
privacy = telling("public/privacy.html")
accessibility = telling("public/accessibility.html")
asked = in_own_language(telling("public/asked.html"))


@require_GET
@in_own_language
@for_everyone
def given(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Whoever signs up hears at once what comes next, and how long that takes."""
    return render(request, "public/given.html", {"weeks": weeks_to_wait(actor)})
