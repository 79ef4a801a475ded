"""What partners know, by what it is about, for everyone who helps (A19)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kruispunt.base.actor import Actor
from kruispunt.core.vocabulary import Theme
from kruispunt.desks.ui.door import as_actor
from kruispunt.offers.queries import knowledge as queries


@require_GET
@as_actor
def knowledge(request: HttpRequest, actor: Actor) -> HttpResponse:
    theme = request.GET.get("over", "")
    theme = theme if theme in set(Theme) else ""
    context = {
        "shelves": queries.knowledge(actor, theme),
        "themes": Theme.choices(),
        "theme": theme,
    }
    return render(request, "work/knowledge.html", context)
