"""Sitting around the table with a partner, and what was promised there (A23)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.arrangements.actions import partnership
from kruispunt.arrangements.permits import learning as permits
from kruispunt.arrangements.queries import partnership as partners
from kruispunt.base.actor import Actor
from kruispunt.desks.process.meeting_forms import MeetingForm, PromiseForm, SettleForm
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status


@require_http_methods(["GET", "POST"])
@as_actor
def meetings(request: HttpRequest, actor: Actor, organisation_id: int) -> HttpResponse:
    """The log of one partner."""
    form = MeetingForm(request.POST or None, auto_id="meeting_%s")

    def note() -> None:
        partnership.note_meeting(actor, organisation_id, **form.cleaned_data)

    name = partners.partner(actor, organisation_id).name
    if done(request, form, note):
        return redirect("process:meetings", organisation_id)
    context = {
        "name": name,
        "organisation_id": organisation_id,
        "meetings": partners.meetings(actor, organisation_id),
        "may_agree": permits.AGREE_WITH_PARTNER.every_row(actor),
        "form": form,
        "today": actor.today,
    }
    return render(request, "process/meetings.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def promise(
    request: HttpRequest, actor: Actor, organisation_id: int, table_id: int
) -> HttpResponse:
    """One thing that was agreed at one of these tables."""
    found = partners.meetings(actor, organisation_id).get(pk=table_id)
    form = PromiseForm(request.POST or None)
    if done(request, form, lambda: partnership.note_promise(actor, table_id, **form.cleaned_data)):
        return redirect("process:meetings", organisation_id)
    context = {"meeting": found, "form": form, "organisation_id": organisation_id}
    return render(request, "process/promise.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def settle(
    request: HttpRequest, actor: Actor, organisation_id: int, promise_id: int
) -> HttpResponse:
    """It was done, or it is needed no more."""
    found = partners.promises(actor, organisation_id).get(pk=promise_id)
    form = SettleForm(request.POST or None)

    def act() -> None:
        kept = form.cleaned_data["done"] == "kept"
        verb = partnership.keep_promise if kept else partnership.drop_promise
        verb(actor, promise_id, outcome=form.cleaned_data["outcome"])

    if done(request, form, act):
        return redirect("process:meetings", organisation_id)
    context = {"promise": found, "form": form, "organisation_id": organisation_id}
    return render(request, "process/promise.html", context, status=status(form))
