"""Pages of the privacy officer: requests, who looked where, what may not go yet and what went."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.base import keeping as papers
from kruispunt.base import proofs
from kruispunt.base.actor import Actor
from kruispunt.desks.privacy.forms import AnswerForm, HoldForm
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.people import actions, queries

ACTS: dict[str, Callable[..., object]] = {
    "grant": actions.grant_right,
    "turn_down": actions.turn_down_right,
}
LAST = 100


@require_GET
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    return _page(request, actor)


@require_POST
@as_actor
def answer(request: HttpRequest, actor: Actor, request_id: int, verb: str) -> HttpResponse:
    if verb not in ACTS:
        raise Http404
    form = AnswerForm(request.POST, auto_id=f"v{request_id}_%s")
    if done(request, form, lambda: ACTS[verb](actor, request_id, **form.cleaned_data)):
        return redirect("privacy:home")
    return _page(request, actor, posted=(request_id, form))


@require_GET
@as_actor
def looks(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The log: who looked, in which role, why; whose dossier it was is a number."""
    about = request.GET.get("dossier", "")
    found = queries.read_log(actor, about_id=int(about) if about.isdecimal() else None, most=LAST)
    return render(request, "privacy/looks.html", {"looks": found, "about": about, "last": LAST})


@require_http_methods(["GET", "POST"])
@as_actor
def keeping(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What is held back and why, and what went at night with its line in the journal."""

    def is_here(dossier: int) -> bool:
        try:
            queries.known(actor, dossier)
        except ObjectDoesNotExist:
            return False
        return True

    start = {"dossier": request.GET.get("dossier", "")}
    form = HoldForm(request.POST or None, is_here=is_here, initial=start)

    def hold() -> None:
        said = form.cleaned_data
        papers.hold(actor, said["dossier"], reason=said["reason"], until=said["until"])

    if done(request, form, hold):
        return redirect("privacy:keeping")
    context = {
        "form": form,
        "holds": proofs.holds(actor),
        "nights": proofs.certificates(actor),
        "today": actor.today,
    }
    return render(request, "privacy/keeping.html", context, status=status(form))


@require_POST
@as_actor
def let_go(request: HttpRequest, actor: Actor, hold_id: int) -> HttpResponse:  # noqa: ARG001
    papers.let_go(actor, hold_id)
    return redirect("privacy:keeping")


def _page(
    request: HttpRequest, actor: Actor, posted: tuple[int, AnswerForm] | None = None
) -> HttpResponse:
    rows = queries.rights_requests(actor)

    def form_of(request_id: int) -> AnswerForm:
        if posted and posted[0] == request_id:
            return posted[1]
        return AnswerForm(auto_id=f"v{request_id}_%s")

    context: dict[str, Any] = {
        "waiting": [(row, form_of(row.pk)) for row in rows.filter(state="asked")],
        "emergencies": [one for one in queries.read_log(actor, most=LAST) if one.emergency],
        "today": actor.today,
    }
    return render(request, "privacy/home.html", context, status=422 if posted else 200)
