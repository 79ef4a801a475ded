"""Intervision of a volunteer: her groups, the next time, and whether she comes."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.arrangements.actions import coming_together as together
from kruispunt.arrangements.actions import intervision as actions
from kruispunt.arrangements.queries import intervision as queries
from kruispunt.arrangements.states.intervision import BEFORE
from kruispunt.base.actor import Actor
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.fields import words_field
from kruispunt.desks.ui.posting import done, status

SOME = 20


class SubjectForm(forms.Form):
    """What one wants to talk about."""

    subject = words_field(
        "Waar wilt u over praten?",
        help_text="Dit hoeft niet. Schrijf geen namen op.",
        required=False,
        rows=2,
    )


@require_GET
@as_actor
def intervision(request: HttpRequest, actor: Actor) -> HttpResponse:
    context = _page(actor)
    return render(request, "volunteer/intervision.html", context)


@require_http_methods(["GET", "POST"])
@as_actor
def say_coming(request: HttpRequest, actor: Actor, attendance_id: int) -> HttpResponse:
    """I come, and perhaps with a subject."""
    invited = queries.mine(actor).get(pk=attendance_id)
    form = SubjectForm(request.POST or None, initial={"subject": invited.subject})
    if done(request, form, lambda: together.say_coming(actor, attendance_id, **form.cleaned_data)):
        return redirect("volunteer:intervision")
    context = {"invited": invited, "form": form}
    return render(request, "volunteer/say_coming.html", context, status=status(form))


@require_POST
@as_actor
def say_not_coming(request: HttpRequest, actor: Actor, attendance_id: int) -> HttpResponse:  # noqa: ARG001
    together.say_not_coming(actor, attendance_id)
    return redirect("volunteer:intervision")


@require_POST
@as_actor
def stop(request: HttpRequest, actor: Actor, member_id: int) -> HttpResponse:  # noqa: ARG001
    """Nobody has to say why."""
    actions.leave_group(actor, member_id)
    return redirect("volunteer:intervision")


def _page(actor: Actor) -> dict[str, object]:
    found = list(queries.mine(actor)[:SOME])
    now = [one for one in found if one.state in BEFORE and one.meeting.on >= actor.today]
    return {
        "now": now,
        "been": [one for one in found if one not in now],
        "groups": queries.my_groups(actor),
        "me": actor.person_id,
    }
