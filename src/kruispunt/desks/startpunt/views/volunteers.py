"""The volunteers: who just signed up, who waits for us, and one volunteer with every next step."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from kruispunt.arrangements.queries.guidance import wellbeing_to_call
from kruispunt.base.actor import Actor
from kruispunt.core.keeping import end_of_school_year
from kruispunt.core.vocabulary import Kind, Slot, Training
from kruispunt.desks.startpunt import story
from kruispunt.desks.startpunt.forms.guidance import MinutesForm
from kruispunt.desks.startpunt.forms.volunteers import CertifyForm, ProfileForm
from kruispunt.desks.startpunt.registering import VERBS, verbs_now
from kruispunt.desks.startpunt.views.finding import sought
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.fields import let_choose
from kruispunt.desks.ui.long_lists import page_of
from kruispunt.desks.ui.verbs import attempt, possible
from kruispunt.offers import queries
from kruispunt.offers.queries import in_touch
from kruispunt.offers.queries.finding import of_called
from kruispunt.offers.queries.pupils import mentors
from kruispunt.offers.states import VolunteerState

A_PAGE = 20
V = VolunteerState
BEGUN = (V.DEPLOYABLE, V.AVAILABLE, V.MATCHED, V.PAUSED)
TABS = (
    ("nieuw", "Nieuw aangemeld", (V.APPLIED,)),
    ("kennis", "Leren we kennen", (V.MEETING, V.DEPLOYABLE)),
    ("wacht", "Wacht op een vraag", (V.AVAILABLE,)),
)


@require_GET
@as_actor
def volunteers(request: HttpRequest, actor: Actor) -> HttpResponse:
    lists = {word: queries.due(actor).filter(state__in=states) for word, _, states in TABS}
    asked = request.GET.get("toon", "")
    counts = {word: rows.count() for word, rows in lists.items()}
    here = asked if asked in lists else next((word for word in counts if counts[word]), "nieuw")
    page = page_of(lists[here], A_PAGE, request.GET.get("blad"), count=counts[here])
    named = sought(request, actor, of_called)
    shown = named["found"] if named["sought"] else page.object_list
    shown_rows = [(row, [Kind(code).label for code in row.kinds]) for row in shown]
    context = {
        **named,
        "tabs": [
            {
                "word": word,
                "label": label,
                "here": word == here and not named["sought"],
                "count": counts[word],
            }
            for word, label, _ in TABS
        ],
        "page": page,
        "keep": f"toon={here}&",
        "rows": shown_rows,
        "may_write": in_touch.waiting(actor).exists(),
        "today": actor.today,
    }
    return render(request, "startpunt/volunteers.html", context)


@require_http_methods(["GET", "POST"])
@as_actor
def volunteer(
    request: HttpRequest, actor: Actor, volunteering_id: int, verb: str = ""
) -> HttpResponse:
    found = dossiers.volunteer(actor, volunteering_id)
    fill = partial(let_choose, mentor_id=mentors(actor))
    tried = attempt(request, actor, volunteering_id, verb, among=VERBS, fill=fill)
    if tried.done:
        return redirect("startpunt:volunteer", volunteering_id)
    context = {
        "volunteering": found,
        "kinds": [Kind(code).label for code in found.kinds],
        "slots": [Slot(word).label for word in found.slots],
        "trainings": [Training(word).label for word in found.trainings],
        "steps": tried.steps(
            possible(verbs_now(talk_due=found.reflection_due), actor, found),
            "startpunt:volunteer_verb",
            volunteering_id,
            start=_known(found) | _school(actor, found),
            fill=fill,
        ),
        "to_call": wellbeing_to_call(actor).filter(volunteering_id=volunteering_id).first(),
        "may_see_certificate": queries.may_see_certificate(actor, found),
        "deployable": found.state in BEGUN,
        "minutes_form": MinutesForm(auto_id="minutes_%s", initial={"kind": "intervision"}),
        "minutes_address": reverse("startpunt:time_volunteer", args=[volunteering_id]),
        "story": story.told(found),
        "today": actor.today,
    }
    return render(request, "startpunt/volunteer.html", context, status=tried.status)


def _known(row: Any) -> dict[str, Any]:  # noqa: ANN401  (a volunteering)
    """What we know already, so that nobody asks it again."""
    names = {*CertifyForm.base_fields, *ProfileForm.base_fields} - {"agreed"}
    return {name: getattr(row, name) for name in names} | {"agreed": row.agreed_on is not None}


def _school(actor: Actor, row: Any) -> dict[str, Any]:  # noqa: ANN401  (a volunteering)
    ends = row.school_year_ends or end_of_school_year(actor.today)
    return {"mentor_id": row.mentor_id, "school_year_ends": ends}
