"""A question or signal that was spoken: listen to it, and write out what was said."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from kruispunt.base.actor import Actor
from kruispunt.desks.startpunt.forms.recordings import WriteDownForm
from kruispunt.desks.ui import dossiers, voice
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.questions import actions

DONE = "De woorden staan er. De opname is weg."


@require_GET
@as_actor
def listen(request: HttpRequest, actor: Actor, recording_id: int) -> HttpResponse:
    """The sound itself; without a permit to read the question there is nothing here."""
    return voice.sound(request, dossiers.recording(actor, recording_id))


@require_http_methods(["GET", "POST"])
@as_actor
def write_down(request: HttpRequest, actor: Actor, recording_id: int) -> HttpResponse:
    """The player and the words side by side; what was written out already is with the question."""
    found = dossiers.recording(actor, recording_id)
    form = WriteDownForm(request.POST or None)
    if done(request, form, lambda: actions.write_down(actor, found.pk, **form.cleaned_data)):
        messages.success(request, DONE)
        return _back(found)
    if request.method == "GET" and found.is_written_down:
        return _back(found)
    context = {"recording": found, "question": found.question, "form": form}
    return render(request, "startpunt/write_down.html", context, status=status(form))


def _back(found: Any) -> HttpResponse:  # noqa: ANN401  (a recording)
    """To what it was about."""
    if found.signal_id is not None:
        return redirect("startpunt:signal", found.signal_id)
    return redirect("startpunt:question", found.question_id)
