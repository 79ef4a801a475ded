"""When a group comes together: the next times, one time that is different, and a file of them.

Everyone reads the same page; whose activity it is, or the Startpunt, sets the days there.
"""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.arrangements.actions import group_days as actions
from kruispunt.base.actor import Actor
from kruispunt.base.fixed_days import HALF_A_YEAR
from kruispunt.core.rhythm import Occasion
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.work.rhythm_forms import DayForm, DaysForm
from kruispunt.exchange.calendar_file import Appointment, calendar_file
from kruispunt.offers.queries import days as queries

WHY = {
    "holiday": "Feestdag: dan niet",
    "called_off": "Gaat niet door",
    "moved": "Op een andere dag",
}


@require_http_methods(["GET", "POST"])
@as_actor
def days(request: HttpRequest, actor: Actor, activity_id: int) -> HttpResponse:
    """The next times; whose it is also sets the day here."""
    found = queries.activity(actor, activity_id)
    may_keep = queries.may_keep_days(actor, found)
    if request.method == "POST" and not may_keep:
        raise PermissionDenied("offers.keep_days")
    now = queries.days_of(actor, activity_id)
    form = DaysForm(request.POST or None, initial=_start(now))
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
    found, on = _kept(actor, activity_id), _day(day)
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
    actions.hold_day(actor, activity_id, day=_day(day))
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
    appointments = [_appointment(found, one.occasion) for one in times]
    response = HttpResponse(
        calendar_file(appointments, actor.at), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="samen.ics"'
    return response


def _appointment(found: Any, one: Occasion) -> Appointment:  # noqa: ANN401  (an activity)
    here = timezone.get_current_timezone()
    return Appointment(
        word=f"samen-{found.pk}-{one.day:%Y%m%d}@kruispunt",
        begins=datetime.combine(one.shown_on, one.at, here),
        ends=datetime.combine(one.shown_on, one.until, here),
        title=found.name,
        cancelled=one.on is None,
    )


def _kept(actor: Actor, activity_id: int) -> Any:  # noqa: ANN401  (an activity)
    found = queries.activity(actor, activity_id)
    if not queries.may_keep_days(actor, found):
        raise PermissionDenied("offers.keep_days")
    return found


def _day(word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError as wrong:
        raise Http404("no day") from wrong


def _start(now: Any) -> dict[str, Any]:  # noqa: ANN401  (a fixed day, or none yet)
    if now is None:
        return {}
    return {name: getattr(now, name) for name in ("every", "at", "until", "on_holidays", "last_on")}
