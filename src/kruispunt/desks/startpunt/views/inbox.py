"""The inbox: who waits, who waits longest, and how far everything is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_GET

from kruispunt.base.actor import Actor
from kruispunt.desks.startpunt.views.finding import sought
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.long_lists import page_of
from kruispunt.questions import queries
from kruispunt.questions.queries.finding import of_called

A_PAGE = 20
TABS = (
    ("wacht", "Wacht op u", queries.inbox),
    ("zoekt", "Onderweg naar een antwoord", queries.under_way),
    ("mijn", "Nu te doen", queries.mine_and_due),
    ("opnieuw", "Opnieuw bekijken", queries.to_review),
)


@require_GET
@as_actor
def inbox(request: HttpRequest, actor: Actor) -> HttpResponse:
    asked = request.GET.get("toon")
    lists = {word: fetch(actor) for word, _, fetch in TABS}
    here = asked if asked in lists else TABS[0][0]
    counts = {word: rows.count() for word, rows in lists.items()}
    waiting = lists["wacht"]
    named = sought(request, actor, of_called)

    def is_shown(word: str) -> bool:
        return word == here and not named["sought"]

    context = {
        **named,
        "tabs": [
            {"word": word, "label": label, "here": is_shown(word), "count": counts[word]}
            for word, label, _ in TABS
        ],
        "shown": {"label": next(label for word, label, _ in TABS if word == here)},
        "page": page_of(lists[here], A_PAGE, request.GET.get("blad"), count=counts[here]),
        "keep": f"toon={here}&",
        "late": waiting.filter(due_on__lt=actor.today).count(),
        "today": actor.today,
    }
    part = "#list" if request.headers.get("HX-Request") else ""
    answer = render(request, f"startpunt/inbox.html{part}", context)
    patch_vary_headers(answer, ["HX-Request"])
    return answer
