"""Pages of the ambassador: pass something on, and hear what came of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.base.actor import Actor
from kruispunt.desks.ambassador.forms import NoticeForm
from kruispunt.desks.ui import places
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.questions import actions, queries


@require_GET
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    signals = queries.signals(actor).order_by("-noticed_at", "-pk")
    return render(request, "ambassador/home.html", {"signals": signals})


@require_http_methods(["GET", "POST"])
@as_actor
def notice(request: HttpRequest, actor: Actor) -> HttpResponse:
    form = NoticeForm(request.POST or None, areas=places.choices(places.areas(actor)))

    def write_down() -> None:
        said = form.cleaned_data
        area = int(said["area"]) if said["area"] else None
        actions.notice(
            actor,
            noticed=actions.Noticed(
                words=said["words"], about=said["about"], place=said["place"], neighbourhood_id=area
            ),
        )

    if done(request, form, write_down):
        messages.success(request, "Bewaard. Lees het nog één keer na en geef het door.")
        return redirect("ambassador:home")
    return render(request, "ambassador/notice.html", {"form": form}, status=status(form))


@require_POST
@as_actor
def hand_in(request: HttpRequest, actor: Actor, signal_id: int) -> HttpResponse:
    actions.hand_in(actor, signal_id)
    messages.success(request, "Doorgegeven. Het Startpunt pakt het binnen 2 werkdagen op.")
    return redirect("ambassador:home")


@require_POST
@as_actor
def solve(request: HttpRequest, actor: Actor, signal_id: int) -> HttpResponse:
    actions.solve(actor, signal_id, outcome="Zelf opgepakt.")
    messages.success(request, "Mooi dat u het zelf kon doen. Het is genoteerd.")
    return redirect("ambassador:home")
