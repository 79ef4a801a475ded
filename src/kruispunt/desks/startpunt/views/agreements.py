"""What two people agreed, on one page to print and to sign (MAT-05)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kruispunt.arrangements.queries.rhythm import rhythm_of
from kruispunt.base.actor import Actor
from kruispunt.base.fixed_days import in_words
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor


@require_GET
@as_actor
def agreement(request: HttpRequest, actor: Actor, match_id: int) -> HttpResponse:
    found = dossiers.match(actor, match_id)
    fixed = rhythm_of(actor, match_id)
    context = {
        "match": found,
        "resident": found.arrangement.question.asked_by,
        "volunteer": found.volunteering.person,
        "rhythm": in_words(fixed) if fixed else "",
        "today": actor.today,
    }
    return render(request, "startpunt/agreement.html", context)
