"""A day that comes back, on its page: why a time is different, and a file for one's own phone."""

from collections.abc import Iterable
from datetime import date, datetime

from django.http import Http404, HttpResponse
from django.utils import timezone

from kruispunt.base.actor import Actor
from kruispunt.core.rhythm import Occasion
from kruispunt.exchange.calendar_file import Appointment, calendar_file

WHY = {
    "holiday": "Feestdag: dan niet",
    "called_off": "Gaat niet door",
    "moved": "Op een andere dag",
}


def day_of(word: str) -> date:
    """The day in an address; anything else is no address of ours."""
    try:
        return date.fromisoformat(word)
    except ValueError as wrong:
        raise Http404("no day") from wrong


def phone_file(
    actor: Actor, times: Iterable[Occasion], *, about: str, title: str, name: str
) -> HttpResponse:
    """These times for the calendar of a phone; a newer file replaces what it says `about` them."""
    here = timezone.get_current_timezone()
    appointments = [
        Appointment(
            word=f"{about}-{one.day:%Y%m%d}@kruispunt",
            begins=datetime.combine(one.shown_on, one.at, here),
            ends=datetime.combine(one.shown_on, one.until, here),
            title=title,
            cancelled=one.on is None,
        )
        for one in times
    ]
    response = HttpResponse(
        calendar_file(appointments, actor.at), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return response
