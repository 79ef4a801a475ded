"""Who asks this, in an emergency: with a reason, for a short while, and reported."""

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.base.actor import Actor
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.questions import actions
from kruispunt.questions.queries import emergency as opened


class ReasonForm(forms.Form):
    """Why it cannot wait."""

    reason = forms.CharField(
        label="Waarom moet u nu weten wie dit is?",
        help_text="De privacy officer en de inwoner lezen dit.",
        min_length=10,
        max_length=150,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


@require_http_methods(["GET", "POST"])
@as_actor
def emergency(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    """First the reason; after that name and telephone, for an hour."""
    if not opened.may_break_glass(actor, question_id):
        raise ObjectDoesNotExist
    form = ReasonForm(request.POST or None)
    if done(
        request, form, lambda: actions.look_in_emergency(actor, question_id, **form.cleaned_data)
    ):
        return redirect("process:emergency", question_id)
    context = {"question_id": question_id, "form": form, "who": _who(actor, question_id)}
    return render(request, "process/emergency.html", context, status=status(form))


def _who(actor: Actor, question_id: int) -> object:
    try:
        return opened.in_emergency(actor, question_id).asked_by
    except ObjectDoesNotExist:
        return None
