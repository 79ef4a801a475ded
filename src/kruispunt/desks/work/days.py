"""When a group comes together: the next times, one time that is different, and a file of them.

Everyone reads the same page; whose activity it is, or the Startpunt, sets the days there.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.arrangements.actions import group_days as actions
from kruispunt.base.actor import Actor
from kruispunt.base.fixed_days import HALF_A_YEAR, as_it_is
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.work.fixed_days import WHY, day_of, phone_file
from kruispunt.desks.work.rhythm_forms import DayForm, DaysForm
from kruispunt.offers.queries import days as queries


@require_http_methods(["GET", "POST"])
@as_actor
def days(request: HttpRequest, actor: Actor, activity_id: int) -> HttpResponse:
    """The next times; whose it is also sets the day here."""
    found = queries.activity(actor, activity_id)
    may_keep = queries.may_keep_days(actor, found)
    if request.method == "POST" and not may_keep:
        raise PermissionDenied("offers.keep_days")
    now = queries.days_of(actor, activity_id)
    form = DaysForm(request.POST or None, initial=as_it_is(now))
    if done(request, form, lambda: actions.set_days(actor, activity_id, rhythm=form.rhythm())):
        return redirect("work:days", activity_id)
    context = {
        "activity": found,
        "fixed": now,
        "times": [
            (one, WHY.get(one.occasion.why, "")) for one in queries.next_times(actor, activity_id)
        ],
        "form": form if may_keep else None,
    }
    return render(request, "work/days.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def one_day(request: HttpRequest, actor: Actor, activity_id: int, day: str) -> HttpResponse:
    """One time that is different."""
    found, on = _kept(actor, activity_id), day_of(day)
    form = DayForm(request.POST or None, initial={"to": on})

    def say() -> None:
        said = form.cleaned_data
        if said["how"] == "call_off":
            actions.skip_day(actor, activity_id, day=on, words=said["words"])
        else:
            moved = {name: said[name] for name in ("to", "at", "words")}
            actions.move_day(actor, activity_id, day=on, **moved)

    if done(request, form, say):
        return redirect("work:days", activity_id)
    context = {"activity": found, "day": on, "form": form}
    return render(request, "work/one_day.html", context, status=status(form))


@require_POST
@as_actor
def hold_day(request: HttpRequest, actor: Actor, activity_id: int, day: str) -> HttpResponse:  # noqa: ARG001
    actions.hold_day(actor, activity_id, day=day_of(day))
    return redirect("work:days", activity_id)


@require_POST
@as_actor
def stop_days(request: HttpRequest, actor: Actor, activity_id: int) -> HttpResponse:  # noqa: ARG001
    actions.stop_days(actor, activity_id)
    return redirect("work:days", activity_id)


@require_GET
@as_actor
def days_file(request: HttpRequest, actor: Actor, activity_id: int) -> HttpResponse:  # noqa: ARG001
    """The times of half a year for one's own phone; nobody's name is in it."""
    found = queries.activity(actor, activity_id)
    times = queries.next_times(actor, activity_id, ahead=HALF_A_YEAR)
    shown = [one.occasion for one in times]
    return phone_file(actor, shown, about=f"samen-{found.pk}", title=found.name, name="samen")


def _kept(actor: Actor, activity_id: int) -> Any:  # noqa: ANN401  (an activity)
    found = queries.activity(actor, activity_id)
    if not queries.may_keep_days(actor, found):
        raise PermissionDenied("offers.keep_days")
    return found
