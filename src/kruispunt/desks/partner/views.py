"""Pages of an organisation's contact person: what is asked, what we say of you, and is it right?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.arrangements import actions as deciding
from kruispunt.arrangements import queries as asked
from kruispunt.base.actor import Actor
from kruispunt.desks.partner.answering import VERBS
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.verbs import attempt, possible
from kruispunt.offers import actions, queries
from kruispunt.questions.queries import neighbourhood

SORTS = ("service", "activity")


@require_GET
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    mine = sorted(actor.organisation_ids)
    services, activities = queries.services(actor), queries.activities(actor)
    context = {
        "referrals": asked.referrals(actor),
        "decisions": asked.decisions(actor),
        "parties": [(party, asked.party_link(party)) for party in asked.parties(actor)],
        "shelves": [
            ("Diensten", "service", services.filter(organisation_id__in=mine)),
            ("Activiteiten", "activity", activities.filter(organisation_id__in=mine)),
        ],
        "links": [
            (one, request.build_absolute_uri(reverse(f"public:{one}", args=[word])))
            for word in map(neighbourhood.signal_link, mine[:1])
            for one in ("pass_on", "practice")
        ],
        "today": actor.today,
    }
    return render(request, "partner/home.html", context)


@require_POST
@as_actor
def carry_out(request: HttpRequest, actor: Actor, escalation_id: int) -> HttpResponse:
    deciding.carry_out(actor, escalation_id)
    messages.success(request, "Dank u. Het Startpunt kijkt nu weer naar de vraag.")
    return redirect("partner:home")


@require_POST
@as_actor
def assure(request: HttpRequest, actor: Actor, sort: str, entry_id: int) -> HttpResponse:
    actions.assure_entry(actor, entry_id, sort=sort)
    messages.success(request, "Dank u. Iedereen ziet nu dat dit klopt.")
    return redirect("partner:home")


@require_http_methods(["GET", "POST"])
@as_actor
def referral(request: HttpRequest, actor: Actor, referral_id: int, verb: str = "") -> HttpResponse:
    """What is asked of this organisation, and every answer it can give now."""
    found = dossiers.referral(actor, referral_id)
    tried = attempt(request, actor, referral_id, verb, among=VERBS)
    if tried.done:
        return redirect("partner:referral", referral_id)
    now = asked.referral_verbs(found)
    can = [one for one in possible(VERBS, actor, found) if one.name in now]
    told = asked.asked(actor, referral_id)
    context = {
        "referral": found,
        "asked": told,
        "together": asked.together(actor, referral_id) if told.words else [],
        "steps": tried.steps(can, "partner:referral_verb", referral_id),
        "today": actor.today,
    }
    return render(request, "partner/referral.html", context, status=tried.status)
