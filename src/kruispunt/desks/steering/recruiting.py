"""Campaigns and being seen: how people find us, where we were, and where nobody came yet."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kruispunt.base.actor import Actor
from kruispunt.desks.steering.forms import CampaignForm, CountedForm, HomesForm, OutingForm
from kruispunt.desks.steering.tables import Table, cell
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.insights.queries import recruiting as figures
from kruispunt.offers import permits
from kruispunt.offers.actions import recruiting as actions
from kruispunt.offers.queries import recruiting as queries
from kruispunt.people import actions as people_actions
from kruispunt.people import queries as people
from kruispunt.people.permits import COUNT_HOMES
from kruispunt.questions.queries import unseen

FUNNEL = ("Meldden zich", "Maakten kennis", "Kunnen beginnen", "Kregen een koppeling")


@require_http_methods(["GET", "POST"])
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The calendar, the figures, and a new day on which people can see us."""
    form = _outing_form(request, actor)
    if done(request, form, lambda: actions.plan_outing(actor, plan=_plan(form.cleaned_data))):
        messages.success(request, "Het staat in de agenda.")
        return redirect("steering:recruiting")
    return _page(request, actor, outing=form)


@require_http_methods(["GET", "POST"])
@as_actor
def begin(request: HttpRequest, actor: Actor) -> HttpResponse:
    """A new campaign, on the same page."""
    form = CampaignForm(request.POST or None)
    if done(request, form, lambda: actions.begin_campaign(actor, **form.cleaned_data)):
        messages.success(request, "De campagne staat klaar. Zet de link op de affiche.")
        return redirect("steering:recruiting")
    return _page(request, actor, campaign=form)


@require_POST
@as_actor
def count(request: HttpRequest, actor: Actor, outing_id: int) -> HttpResponse:
    """How many people we spoke that day."""
    form = CountedForm(request.POST)
    if done(request, form, lambda: actions.count_outing(actor, outing_id, **form.cleaned_data)):
        messages.success(request, "Geteld.")
        return redirect("steering:recruiting")
    return _page(request, actor, counted=form)


@require_http_methods(["GET", "POST"])
@as_actor
def count_homes(request: HttpRequest, actor: Actor) -> HttpResponse:
    """How many homes stand in a neighbourhood: without it there is no estimate (D2)."""
    form = _homes_form(request.POST or None, actor)

    def note() -> None:
        said = form.cleaned_data
        people_actions.count_homes(
            actor, said["neighbourhood_id"], homes=said["homes"], homes_source=said["homes_source"]
        )

    if done(request, form, note):
        messages.success(request, "Genoteerd.")
        return redirect("steering:recruiting")
    return _page(request, actor, homes=form)


def _page(
    request: HttpRequest,
    actor: Actor,
    *,
    outing: OutingForm | None = None,
    campaign: CampaignForm | None = None,
    counted: CountedForm | None = None,
    homes: HomesForm | None = None,
) -> HttpResponse:
    seen = figures.recruiting(actor)
    may = permits.RECRUIT.every_row(actor)
    may_count = COUNT_HOMES.every_row(actor)
    asked = [form for form in (outing, campaign, counted, homes) if form is not None]
    context = {
        "to_come": queries.to_come(actor),
        "to_count": queries.to_count(actor) if may else (),
        "campaigns": queries.campaigns(actor),
        "door": request.build_absolute_uri(reverse("public:give")),
        "by_source": _funnel("Hoe mensen ons vonden", "Weg", seen.by_source),
        "by_campaign": _funnel("Campagnes", "Campagne", seen.by_campaign),
        "present": seen.present,
        "unseen": unseen.unseen(actor),
        "partners": seen.partners,
        "nominated": _nominated(seen.nominated),
        "may": may,
        "outing_form": outing or _outing_form(None, actor),
        "campaign_form": campaign or CampaignForm(),
        "counted_form": counted or CountedForm(auto_id="counted_%s"),
        "homes_form": (homes or _homes_form(None, actor)) if may_count else None,
    }
    answer = max(status(form) for form in asked)
    return render(request, "steering/recruiting.html", context, status=answer)


def _nominated(found: tuple[figures.Nominated, ...]) -> Table:
    lines = [(one.organisation, (cell(one.nominated), cell(one.joined))) for one in found]
    heads = ("Droegen voor", "Werden ambassadeur")
    return Table("Ambassadeurs, voorgedragen in een jaar", "Organisatie", heads, lines)


def _outing_form(request: HttpRequest | None, actor: Actor) -> OutingForm:
    said = request.POST or None if request is not None else None
    return OutingForm(
        said,
        areas=[(one.pk, one.name) for one in people.neighbourhoods(actor)],
        organisations=[(one.pk, one.name) for one in people.organisations(actor)],
        campaigns=[(one.pk, one.name) for one in queries.campaigns(actor)],
    )


def _homes_form(said: QueryDict | None, actor: Actor) -> HomesForm:
    areas = [(one.pk, one.name) for one in people.neighbourhoods(actor)]
    return HomesForm(said, areas=areas, auto_id="homes_%s")


def _plan(said: dict[str, Any]) -> actions.OutingPlan:
    return actions.OutingPlan(**said)


def _funnel(title: str, first: str, found: tuple[figures.Funnel, ...]) -> Table:
    lines = [
        (one.name, (cell(one.signed_up), cell(one.met), cell(one.selected), cell(one.matched)))
        for one in found
    ]
    return Table(title, first, FUNNEL, lines)
