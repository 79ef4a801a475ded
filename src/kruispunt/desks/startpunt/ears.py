"""Who hears what goes on in a street: ambassadors with their languages, and committees (D14)."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kruispunt.base.actor import Actor
from kruispunt.desks.ui import places
from kruispunt.desks.ui.cards import LANGUAGES, SPOKEN
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.fields import let_choose
from kruispunt.desks.ui.long_lists import page_of
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.widgets import Choices
from kruispunt.people import permits
from kruispunt.people.actions import ears as actions
from kruispunt.people.queries import ears as queries
from kruispunt.questions.queries.neighbourhood import signal_link

A_PAGE = 30


class CommitteeForm(forms.Form):
    """A group of residents, its part of town, and whom to call."""

    name = forms.CharField(label="Naam van het comité", max_length=120)
    neighbourhood_id = forms.TypedChoiceField(
        label="Van welke buurt?", coerce=int, error_messages={"required": "Kies een buurt."}
    )
    contact_name = forms.CharField(label="Wie belt u daar?", max_length=60, required=False)
    phone = forms.CharField(label="Telefoon", max_length=20, required=False)
    email = forms.EmailField(label="E-mail", required=False)


class SpeaksForm(forms.Form):
    """What somebody speaks, as she said herself."""

    languages = forms.MultipleChoiceField(
        label="Welke talen spreekt deze ambassadeur?", choices=SPOKEN, widget=Choices
    )


@require_http_methods(["GET", "POST"])
@as_actor
def ears(request: HttpRequest, actor: Actor) -> HttpResponse:
    form = CommitteeForm(request.POST or None)
    let_choose(form, neighbourhood_id=places.choices(places.areas(actor)))

    def know() -> None:
        committee = actions.Committee(**form.cleaned_data)
        actions.know_committee(actor, committee=committee)

    if done(request, form, know):
        messages.success(request, "Bewaard. Geef het comité de eigen link.")
        return redirect("startpunt:ears")
    page = page_of(queries.ambassadors(actor), A_PAGE, request.GET.get("blad"))
    context = {
        "page": page,
        "ambassadors": [(seat, _spoken(seat.person.languages)) for seat in page.object_list],
        "committees": [
            (one, request.build_absolute_uri(reverse("public:pass_on", args=[signal_link(one.pk)])))
            for one in queries.committees(actor)
        ],
        "may_keep": permits.KEEP_EARS.every_row(actor),
        "form": form,
    }
    return render(request, "startpunt/ears.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def speaks(request: HttpRequest, actor: Actor, ambassador_id: int) -> HttpResponse:
    found = queries.ambassador(actor, ambassador_id)
    form = SpeaksForm(request.POST or None, initial={"languages": found.person.languages})

    def note() -> None:
        spoken = tuple(form.cleaned_data["languages"])
        actions.note_languages(actor, ambassador_id, languages=spoken)

    if done(request, form, note):
        return redirect("startpunt:ears")
    context = {"ambassador": found, "form": form}
    return render(request, "startpunt/speaks.html", context, status=status(form))


def _spoken(codes: list[str]) -> str:
    return ", ".join(LANGUAGES.get(code, code) for code in codes) or "Nederlands"
