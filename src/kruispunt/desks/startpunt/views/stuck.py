"""From a question to the process manager: it got stuck, or the sociale kaart has nothing."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from kruispunt.arrangements import actions
from kruispunt.arrangements.actions import learning
from kruispunt.base.actor import Actor
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.fields import words_field
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.widgets import ChoiceInLines

CAUSES = (
    ("no_match", "Er is geen vrijwilliger te vinden"),
    ("all_refused", "Iedereen zei nee"),
    ("dispute", "Niemand weet wie dit moet doen"),
    ("start_broken", "De start ging niet door"),
)


class StuckForm(forms.Form):
    """Why it is stuck, what is asked, and what was tried; never who asks."""

    cause = forms.ChoiceField(label="Waarom zit het vast?", choices=CAUSES, widget=ChoiceInLines)
    what = words_field("Wat is er nodig?", help_text="Zonder naam, adres of ziekte.")
    tried = words_field("Wat is er geprobeerd, en wie zei nee?")


@require_http_methods(["GET", "POST"])
@as_actor
def report(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    found = dossiers.question(actor, question_id)
    form = StuckForm(request.POST or None)
    if done(request, form, lambda: actions.report(actor, question_id, **form.cleaned_data)):
        return redirect("startpunt:question", question_id)
    context = {"question": found, "form": form}
    return render(request, "startpunt/report.html", context, status=status(form))


@require_POST
@as_actor
def note_gap(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:  # noqa: ARG001
    learning.note_gap(actor, question_id)
    return redirect("startpunt:question", question_id)
