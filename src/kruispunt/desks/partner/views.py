"""Pages of an organisation's contact person: what we say of your organisation, and is it right?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from kruispunt.base.actor import Actor
from kruispunt.desks.ui.door import as_actor
from kruispunt.offers import actions, queries

SORTS = ("service", "activity")


@require_GET
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    mine = sorted(actor.organisation_ids)
    context = {
        "shelves": [
            ("Diensten", "service", queries.services(actor).filter(organisation_id__in=mine)),
            (
                "Activiteiten",
                "activity",
                queries.activities(actor).filter(organisation_id__in=mine),
            ),
        ],
        "today": actor.today,
    }
    return render(request, "partner/home.html", context)


@require_POST
@as_actor
def assure(request: HttpRequest, actor: Actor, sort: str, entry_id: int) -> HttpResponse:
    actions.assure_entry(actor, entry_id, sort=sort)
    messages.success(request, "Dank u. Iedereen ziet nu dat dit klopt.")
    return redirect("partner:home")
