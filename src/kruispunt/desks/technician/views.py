"""Pages of the technician: seats given, ended and extended, and looking along with a colleague."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.base.actor import Actor
from kruispunt.base.roles import SECOND_FACTOR_FOR
from kruispunt.desks.technician.forms import SeatForm, UntilForm
from kruispunt.desks.ui import places
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.long_lists import page_of
from kruispunt.desks.ui.posting import done, status
from kruispunt.people import actions, queries

A_PAGE = 40
ACTS: dict[str, Callable[[Actor, int], object]] = {
    "agree_seat": actions.agree_seat,
    "turn_down_seat": actions.turn_down_seat,
}
WAITS = "Een tweede kijkt mee. Daarna is de plek er."


@require_http_methods(["GET", "POST"])
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Who sits where, and the form for a new seat."""
    organisations = [(str(one.pk), one.name) for one in queries.organisations(actor)]
    areas = [one for one in places.choices(places.areas(actor)) if one[0]]
    form = SeatForm(request.POST or None, organisations=organisations, areas=areas)

    def give() -> None:
        made = actions.place(actor, wish=actions.SeatWish(**form.cleaned_data))
        messages.success(request, WAITS if hasattr(made, "asked_by_id") else "De plek is er.")

    if done(request, form, give):
        return redirect("technician:home")
    context = {
        "form": form,
        "page": page_of(queries.seats(actor), A_PAGE, request.GET.get("blad")),
        "needs_lock": SECOND_FACTOR_FOR,
        "waiting": queries.seat_requests(actor).count(),
    }
    return render(request, "technician/home.html", context, status=status(form))


@require_POST
@as_actor
def end(request: HttpRequest, actor: Actor, seat_id: int) -> HttpResponse:
    actions.unseat(actor, queries.seats(actor).get(pk=seat_id).pk)
    messages.success(request, "De plek stopt vandaag.")
    return redirect("technician:home")


@require_http_methods(["GET", "POST"])
@as_actor
def extend(request: HttpRequest, actor: Actor, seat_id: int) -> HttpResponse:
    seat = queries.seats(actor).get(pk=seat_id)
    form = UntilForm(request.POST or None, initial={"until": seat.until})

    def longer() -> None:
        made = actions.extend_seat(actor, seat_id, **form.cleaned_data)
        messages.success(request, WAITS if hasattr(made, "asked_by_id") else "De dag is bewaard.")

    if done(request, form, longer):
        return redirect("technician:home")
    context = {"seat": seat, "form": form}
    return render(request, "technician/extend.html", context, status=status(form))


@require_GET
@as_actor
def requests(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Seats that wait for a second person; one's own one sees and cannot decide."""
    context = {"waiting": queries.seat_requests(actor), "me": actor.person_id}
    return render(request, "technician/requests.html", context)


@require_POST
@as_actor
def decide(request: HttpRequest, actor: Actor, seat_request_id: int, verb: str) -> HttpResponse:
    if verb not in ACTS:
        raise Http404
    ACTS[verb](actor, seat_request_id)
    messages.success(request, "Dat is bewaard.")
    return redirect("technician:requests")
