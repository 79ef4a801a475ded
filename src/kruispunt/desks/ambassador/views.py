"""Pages of the ambassador: pass something on, and hear what came of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.desks.ambassador.forms import NoticeForm, SolveForm, VisitForm
from kruispunt.desks.ui import places
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.long_lists import page_of
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.voice import may_record
from kruispunt.people import queries as people
from kruispunt.people.permits import NOMINATE
from kruispunt.questions import actions, queries
from kruispunt.questions.queries import neighbourhood

A_PAGE = 20


@require_GET
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    mine = queries.signals(actor).filter(brought_by_id=actor.person_id)
    context = {
        "page": page_of(mine.order_by("-noticed_at", "-pk"), A_PAGE, request.GET.get("blad")),
        "becomes": neighbourhood.became(actor),
        "coverage": neighbourhood.coverage_of_mine(actor),
        "visits": actor.is_a(Role.AMBASSADOR),
        "may_nominate": NOMINATE.every_row(actor),
        "team": people.at_the_desk(actor),
    }
    return render(request, "ambassador/home.html", context)


@require_http_methods(["GET", "POST"])
@as_actor
def visit(request: HttpRequest, actor: Actor) -> HttpResponse:
    """One visit, looked at with a wide-angle lens: each thing heard goes its own way (D6, D7)."""
    form = VisitForm(request.POST or None, areas=places.choices(places.areas(actor)))

    def bring() -> None:
        said = form.cleaned_data
        heard = actions.Heard(
            place=said["place"],
            neighbourhood_id=said["area"],
            by_topic=form.by_topic(),
        )
        actions.bring_visit(actor, heard=heard)

    if done(request, form, bring):
        messages.success(request, "Dank u. Het Startpunt pakt het binnen {signal.handed_in} op.")
        return redirect("ambassador:home")
    return render(request, "ambassador/visit.html", {"form": form}, status=status(form))


@may_record
@require_http_methods(["GET", "POST"])
@as_actor
def notice(request: HttpRequest, actor: Actor) -> HttpResponse:
    """One thing that was heard or seen, typed or said aloud."""
    areas = places.choices(places.areas(actor))
    form = NoticeForm(request.POST or None, request.FILES or None, areas=areas, actor=actor)

    def write_down() -> None:
        said = form.cleaned_data
        noticed = actions.Noticed(
            words=said["words"],
            about=said["about"],
            place=said["place"],
            neighbourhood_id=said["area"],
        )
        actions.notice(actor, noticed=noticed, spoken=form.said)

    if done(request, form, write_down):
        messages.success(request, "Bewaard. Lees het nog één keer na en geef het door.")
        return redirect("ambassador:home")
    form.keep_what_was_said()
    return render(request, "ambassador/notice.html", {"form": form}, status=status(form))


@require_POST
@as_actor
def hand_in(request: HttpRequest, actor: Actor, signal_id: int) -> HttpResponse:
    actions.hand_in(actor, signal_id)
    messages.success(request, "Doorgegeven. Het Startpunt pakt het binnen {signal.handed_in} op.")
    return redirect("ambassador:home")


@require_http_methods(["GET", "POST"])
@as_actor
def solve(request: HttpRequest, actor: Actor, signal_id: int) -> HttpResponse:
    """Solved it oneself: one line is enough (D9)."""
    found = neighbourhood.signal(actor, signal_id)
    form = SolveForm(request.POST or None)
    if done(request, form, lambda: actions.solve(actor, signal_id, **form.cleaned_data)):
        messages.success(request, "Mooi dat u het zelf kon doen. Het is genoteerd.")
        return redirect("ambassador:home")
    context = {"form": form, "signal": found}
    return render(request, "ambassador/solve.html", context, status=status(form))
