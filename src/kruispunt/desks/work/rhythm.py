"""When two people see each other: the next times, one time that is different, and a file of them.

The volunteer, the resident and who guides them read the same page.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.arrangements.actions import rhythm as actions
from kruispunt.arrangements.queries import rhythm as queries
from kruispunt.arrangements.states.reasons import Side
from kruispunt.base.actor import Actor
from kruispunt.base.fixed_days import HALF_A_YEAR, as_it_is, in_words
from kruispunt.base.roles import Role
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.work.fixed_days import WHY, day_of, phone_file
from kruispunt.desks.work.rhythm_forms import OtherDayForm, RhythmForm

SAID = {
    Side.RESIDENT: "de inwoner",
    Side.VOLUNTEER: "de vrijwilliger",
    Side.BOTH: "allebei",
    Side.STARTPUNT: "het Startpunt",
}


@require_http_methods(["GET", "POST"])
@as_actor
def rhythm(request: HttpRequest, actor: Actor, match_id: int) -> HttpResponse:
    """The next times; who guides the two also sets the day here."""
    found = _match(actor, match_id)
    now = queries.rhythm_of(actor, match_id)
    may_set = queries.may_set_rhythm(actor, found)
    form = RhythmForm(request.POST or None, initial=as_it_is(now))
    if done(request, form, lambda: actions.set_rhythm(actor, match_id, rhythm=form.rhythm())):
        return redirect("work:rhythm", match_id)
    context = {
        "match": found,
        "other": _other(actor, found),
        "rhythm": now,
        "told": in_words(now) if now else "",
        "times": [
            (one, WHY.get(one.occasion.why, ""), SAID.get(Side(one.side)) if one.side else "")
            for one in queries.next_times(actor, match_id)
        ],
        "form": form if may_set else None,
        "may_say": queries.may_say_other_day(actor, found),
        "may_set": may_set,
        "back": _back(actor),
    }
    return render(request, "work/rhythm.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def other_day(request: HttpRequest, actor: Actor, match_id: int, day: str) -> HttpResponse:
    """One time that is different."""
    found, on = _match(actor, match_id), day_of(day)
    form = OtherDayForm(request.POST or None, for_others=_guides(actor), initial={"to": on})

    def say() -> None:
        said = form.cleaned_data
        words = {"side": said.get("side", ""), "words": said["words"]}
        if said["how"] == "call_off":
            actions.call_off(actor, match_id, day=on, **words)
        else:
            actions.move_day(actor, match_id, day=on, to=said["to"], at=said["at"], **words)

    if done(request, form, say):
        return redirect("work:rhythm", match_id)
    context = {"match": found, "day": on, "form": form}
    return render(request, "work/other_day.html", context, status=status(form))


@require_POST
@as_actor
def go_after_all(request: HttpRequest, actor: Actor, match_id: int, day: str) -> HttpResponse:  # noqa: ARG001
    _match(actor, match_id)
    actions.go_after_all(actor, match_id, day=day_of(day), side="")
    return redirect("work:rhythm", match_id)


@require_POST
@as_actor
def stop_rhythm(request: HttpRequest, actor: Actor, match_id: int) -> HttpResponse:  # noqa: ARG001
    _match(actor, match_id)
    actions.stop_rhythm(actor, match_id)
    return redirect("work:rhythm", match_id)


@require_GET
@as_actor
def rhythm_file(request: HttpRequest, actor: Actor, match_id: int) -> HttpResponse:  # noqa: ARG001
    """The times of half a year for one's own phone; the title says nothing about anyone."""
    _match(actor, match_id)
    times = queries.next_times(actor, match_id, ahead=HALF_A_YEAR)
    shown = [one.occasion for one in times]
    title = "Afspraak via het Startpunt"
    return phone_file(actor, shown, about=str(match_id), title=title, name="afspraken")


def _match(actor: Actor, match_id: int) -> Any:  # noqa: ANN401  (a match)
    found = dossiers.match(actor, match_id)
    if not queries.may_read_rhythm(actor, found):
        raise Http404("they do not see each other")
    return found


def _other(actor: Actor, found: Any) -> str:  # noqa: ANN401  (a match)
    """Whom I see; who guides the two reads both names."""
    resident = found.arrangement.question.asked_by
    volunteer = found.volunteering.person
    if actor.person_id == volunteer.pk:
        return str(resident.given_name)
    if actor.person_id == resident.pk:
        return str(volunteer.given_name)
    return f"{resident.given_name} en {volunteer.given_name}"


def _guides(actor: Actor) -> bool:
    return bool(actor.roles & {Role.WORKER, Role.COORDINATOR})


def _back(actor: Actor) -> str:
    if _guides(actor):
        return "startpunt:match"
    return "volunteer:match" if actor.is_a(Role.VOLUNTEER) else ""
