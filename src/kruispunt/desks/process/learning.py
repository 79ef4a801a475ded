"""Pages about what is missing: bottlenecks, new services, and how it goes with partners."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.arrangements.actions import learning, partnership
from kruispunt.arrangements.permits import learning as permits
from kruispunt.arrangements.queries import learning as queries
from kruispunt.arrangements.queries import partnership as partners
from kruispunt.arrangements.states.learning import BOTTLENECK_MOVES, DEVELOPMENT_MOVES
from kruispunt.base.actor import Actor
from kruispunt.desks.process import learning_forms as asked
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.fields import let_choose
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.verbs import NOTHING_TRIED, Verb, attempt, possible, posted, sources
from kruispunt.offers import queries as offers
from kruispunt.people import queries as people

A_PAGE = 20


def _design(actor: Actor, development_id: int, said: dict[str, Any]) -> object:
    return learning.design(
        actor,
        development_id,
        words=said["words"],
        organisation_ids=tuple(said["organisation_ids"]),
        residents=said["residents"],
        with_whom=said["with_whom"],
    )


def _put_on_the_map(actor: Actor, development_id: int, said: dict[str, Any]) -> object:
    sort, _, pk = said["entry"].partition(":")
    return learning.put_on_the_map(
        actor, development_id, learned=said["learned"], **{f"{sort}_id": int(pk)}
    )


def _answer(actor: Actor, mandate_id: int, said: dict[str, Any]) -> object:
    act = partnership.accept_mandate if said["yes"] == "accept" else partnership.decline_mandate
    return act(actor, mandate_id, answered_by=said["answered_by"])


DEVELOPING = (
    Verb(
        "design",
        "Ontwerp het samen",
        "Met minstens één organisatie en één vrijwilliger of inwoner.",
        "Dit is het ontwerp",
        may=permits.DEVELOP,
        states=sources(DEVELOPMENT_MOVES, "design"),
        act=_design,
        form=asked.DesignForm,
    ),
    Verb(
        "try_out",
        "Begin een proef",
        "Klein, met echte mensen.",
        "De proef begint",
        may=permits.DEVELOP,
        states=sources(DEVELOPMENT_MOVES, "try_out"),
        act=lambda actor, pk, _: learning.try_out(actor, pk),
    ),
    Verb(
        "put_on_the_map",
        "Zet het op de sociale kaart",
        "De proef lukte. Kies waar het op de kaart staat.",
        "Het staat op de kaart",
        may=permits.DEVELOP,
        states=sources(DEVELOPMENT_MOVES, "put_on_the_map"),
        act=_put_on_the_map,
        form=asked.LearnedForm,
    ),
    Verb(
        "stop_development",
        "Stop ermee",
        "Ook dat is een uitkomst. Schrijf op waarom.",
        "Stop",
        may=permits.DEVELOP,
        states=sources(DEVELOPMENT_MOVES, "stop_development"),
        act=lambda actor, pk, said: learning.stop_development(actor, pk, **said),
        form=asked.StopForm,
        folded=True,
    ),
)
IMPROVING = (
    Verb(
        "propose_better",
        "Doe een voorstel",
        "Hoe kan het beter?",
        "Dit stel ik voor",
        may=permits.IMPROVE,
        states=sources(BOTTLENECK_MOVES, "propose_better"),
        act=lambda actor, pk, said: learning.propose_better(actor, pk, **said),
        form=asked.ProposalForm,
    ),
    Verb(
        "adopt_proposal",
        "Overgenomen",
        "Vanaf nu doen wij het zo.",
        "Wij nemen het over",
        may=permits.IMPROVE,
        states=sources(BOTTLENECK_MOVES, "adopt_proposal"),
        act=lambda actor, pk, said: learning.adopt_proposal(actor, pk, **said),
        form=asked.AnswerForm,
    ),
    Verb(
        "set_aside",
        "Leg het weg",
        "Wij laten het zoals het is, en zeggen waarom.",
        "Leg het weg",
        may=permits.IMPROVE,
        states=sources(BOTTLENECK_MOVES, "set_aside"),
        act=lambda actor, pk, said: learning.set_aside(actor, pk, **said),
        form=asked.AnswerForm,
        folded=True,
    ),
)
AGREED: dict[str, tuple[type[forms.Form], Callable[[Actor, int, dict[str, Any]], object]]] = {
    "agree_with_partner": (
        asked.CovenantForm,
        lambda actor, pk, said: partnership.agree_with_partner(actor, pk, **said),
    ),
    "offer_mandate": (
        asked.MandateForm,
        lambda actor, pk, said: partnership.offer_mandate(actor, pk, **said),
    ),
}


@require_http_methods(["GET", "POST"])
@as_actor
def bottlenecks(request: HttpRequest, actor: Actor) -> HttpResponse:
    form = asked.BottleneckForm(request.POST or None)
    if done(request, form, lambda: learning.note_bottleneck(actor, **form.cleaned_data)):
        return redirect("process:bottlenecks")
    page = Paginator(queries.bottlenecks(actor), A_PAGE).get_page(request.GET.get("blad"))
    context = {"page": page, "form": form, "stretches": queries.stretches(actor)}
    return render(request, "process/bottlenecks.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def bottleneck(
    request: HttpRequest, actor: Actor, bottleneck_id: int, verb: str = ""
) -> HttpResponse:
    found = queries.bottlenecks(actor).get(pk=bottleneck_id)
    tried = attempt(request, actor, bottleneck_id, verb, among=IMPROVING)
    if tried.done:
        return redirect("process:bottlenecks")
    steps = tried.steps(possible(IMPROVING, actor, found), "process:improve", bottleneck_id)
    context = {"bottleneck": found, "steps": steps}
    return render(request, "process/bottleneck.html", context, status=tried.status)


@require_http_methods(["GET", "POST"])
@as_actor
def developments(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What several people ask and nobody gives, and what is made of it (D30)."""
    start = {"kind": request.GET.get("soort", "")}
    form = asked.NeedForm(request.POST or None, initial=start)
    if done(request, form, lambda: learning.open_need(actor, **form.cleaned_data)):
        return redirect("process:developments")
    page = Paginator(queries.open_developments(actor), A_PAGE).get_page(request.GET.get("blad"))
    context = {
        "page": page,
        "clusters": queries.clusters(actor)[:A_PAGE],
        "form": form if permits.DEVELOP.every_row(actor) else None,
        "today": actor.today,
    }
    return render(request, "process/developments.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def development(
    request: HttpRequest, actor: Actor, development_id: int, verb: str = ""
) -> HttpResponse:
    found = queries.development(actor, development_id)
    fill = partial(_choose, actor)
    tried = attempt(request, actor, development_id, verb, among=DEVELOPING, fill=fill)
    if tried.done:
        return redirect("process:development", development_id)
    can = possible(DEVELOPING, actor, found)
    steps = tried.steps(can, "process:develop", development_id, fill=fill)
    context = {"development": found, "steps": steps, "today": actor.today}
    return render(request, "process/development.html", context, status=tried.status)


@require_http_methods(["GET"])
@as_actor
def register(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Every partner with figures that go both ways (ranking 2)."""
    rows = partners.partners(actor) if permits.READ_PARTNER.every_row(actor) else []
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("blad"))
    return render(request, "process/partners.html", {"page": page})


@require_http_methods(["GET", "POST"])
@as_actor
def partner(
    request: HttpRequest, actor: Actor, organisation_id: int, verb: str = ""
) -> HttpResponse:
    tried = NOTHING_TRIED
    if verb in AGREED:
        form, act = AGREED[verb]
        tried = posted(request, verb, form, lambda said: act(actor, organisation_id, said))
    if tried.done:
        return redirect("process:partner", organisation_id)
    context = {
        "partner": partners.partner(actor, organisation_id),
        "covenants": partners.covenants(actor, organisation_id),
        "mandates": partners.mandates(actor, organisation_id),
        "may_agree": permits.AGREE_WITH_PARTNER.every_row(actor),
        "answer": asked.MandateAnswerForm(auto_id="answer_%s"),
        "agree": tried.back("agree_with_partner") or asked.CovenantForm(auto_id="agree_%s"),
        "offer": tried.back("offer_mandate") or asked.MandateForm(auto_id="offer_%s"),
    }
    return render(request, "process/partner.html", context, status=tried.status)


@require_http_methods(["POST"])
@as_actor
def mandate(
    request: HttpRequest, actor: Actor, organisation_id: int, mandate_id: int
) -> HttpResponse:
    partners.mandates(actor, organisation_id).get(pk=mandate_id)
    form = asked.MandateAnswerForm(request.POST)
    done(request, form, lambda: _answer(actor, mandate_id, form.cleaned_data))
    return redirect("process:partner", organisation_id)


def _choose(actor: Actor, form: forms.Form) -> None:
    """Organisations, and entries of the sociale kaart."""
    if "organisation_ids" in form.fields:
        organisations = [(one.pk, one.name) for one in people.organisations(actor)]
        let_choose(form, organisation_ids=organisations)
    if "entry" in form.fields:
        services = [(f"service:{one.pk}", one.name) for one in offers.services(actor)]
        activities = [(f"activity:{one.pk}", one.name) for one in offers.activities(actor)]
        let_choose(form, entry=services + activities)
