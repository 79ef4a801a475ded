"""Answering by the word in a letter whether one comes to intervision."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.arrangements.actions import coming_together as actions
from kruispunt.arrangements.queries import intervision as queries
from kruispunt.arrangements.states.intervision import BEFORE
from kruispunt.base.actor import Actor
from kruispunt.desks.ui.door import for_everyone
from kruispunt.desks.ui.fields import words_field
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.widgets import Choice

COMES = (("yes", "Ja, ik kom"), ("no", "Nee, deze keer niet"))


class ComingForm(forms.Form):
    """Do you come, and what do you want to talk about?"""

    comes = forms.ChoiceField(
        label="Komt u?",
        choices=COMES,
        widget=Choice,
        error_messages={"required": "Kies ja of nee."},
    )
    subject = words_field(
        "Waar wilt u over praten?",
        help_text="Dit hoeft niet. Schrijf geen namen op.",
        required=False,
        rows=2,
    )


@require_http_methods(["GET", "POST"])
@for_everyone
def coming(request: HttpRequest, actor: Actor, word: str) -> HttpResponse:
    """One question; whoever cannot come says so as easily."""
    invited_id, person_id, municipality_id = queries.attendance_by_link(word)
    them = actor.answering(person_id, municipality_id)
    found = queries.mine(them).get(pk=invited_id)
    form = ComingForm(request.POST or None)

    def answer() -> None:
        if form.cleaned_data["comes"] == "yes":
            actions.say_coming(them, invited_id, subject=form.cleaned_data["subject"])
        else:
            actions.say_not_coming(them, invited_id)

    if done(request, form, answer):
        return redirect("public:intervision", word)
    context = {
        "invited": found,
        "open": found.state in BEFORE and found.meeting.on >= them.today,
        "form": form,
    }
    return render(request, "public/intervision.html", context, status=status(form))
