"""The desk of whoever coordinates the guides: who can be chosen, and how far it is. No content."""

from collections.abc import Callable
from datetime import timedelta

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.arrangements import queries
from kruispunt.arrangements.permits.guides import FOLLOW_GUIDES
from kruispunt.arrangements.states.guides import GuideContactState
from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.base.terms import amount
from kruispunt.core.vocabulary import SocialField
from kruispunt.desks.ui.door import View, as_actor
from kruispunt.desks.ui.fields import words_field
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.widgets import ChoiceInLines, Choices
from kruispunt.offers import actions
from kruispunt.offers import queries as offers
from kruispunt.offers.states import GuideSort

A_YEAR = timedelta(days=365)
ACTS: dict[str, Callable[[Actor, int], object]] = {
    "show_guide": actions.show_guide,
    "rest_guide": actions.rest_guide,
    "stop_guide": actions.stop_guide,
}
BUTTONS = {"show_guide": "Laat kiezen", "rest_guide": "Even rust", "stop_guide": "Neem afscheid"}


@require_GET
@as_actor
def guides(request: HttpRequest, actor: Actor) -> HttpResponse:
    may_begin(actor, FOLLOW_GUIDES)
    rows = list(offers.guides(actor))
    labels = dict(SocialField.choices())
    context = {
        "guides": [
            (guide, [(verb, BUTTONS[verb]) for verb in offers.guide_verbs(guide)]) for guide in rows
        ],
        "contacts": [
            {
                **one,
                "label": GuideContactState(one["state"]).label,
                "about": labels.get(one["field"], ""),
            }
            for one in queries.guides_followed(actor)
        ],
        "voices": queries.guide_voices(actor),
        "talks": queries.anonymous_talks(actor, since=actor.today - A_YEAR),
        "today": actor.today,
        "to_choose": offers.guides_to_show(actor).count(),
        "least": amount(actor, "guide.suggestions"),
    }
    return render(request, "partner/guides.html", context)


class ProfileForm(forms.Form):
    """What residents read of a guide when they choose."""

    fields_known = forms.MultipleChoiceField(
        label="Waar weet deze meedenker van?", choices=SocialField.choices(), widget=Choices
    )
    description = words_field("Wie is deze meedenker?", required=False)
    lived = words_field(
        "Wat maakte deze meedenker zelf mee?", required=False,
        help_text="Alleen wat inwoners mogen lezen.",
    )  # fmt: skip
    sort = forms.ChoiceField(label="Als wat?", choices=GuideSort.choices, widget=ChoiceInLines)
    places = forms.IntegerField(label="Voor hoeveel mensen tegelijk?", min_value=1, max_value=30)


@require_http_methods(["GET", "POST"])
@as_actor
def describe(request: HttpRequest, actor: Actor, guide_id: int) -> HttpResponse:
    """Change what residents read of a guide."""
    may_begin(actor, FOLLOW_GUIDES)
    guide = offers.guides(actor).get(pk=guide_id)
    start = {
        "fields_known": guide.fields,
        **{name: getattr(guide, name) for name in ("description", "lived", "sort", "places")},
    }
    form = ProfileForm(request.POST or None, initial=start)

    def keep() -> None:
        said = dict(form.cleaned_data)
        known = tuple(said.pop("fields_known"))
        profile = actions.GuideProfile(fields=known, employer_id=guide.employer_id, **said)
        actions.describe_guide(actor, guide_id, profile=profile)

    if done(request, form, keep):
        return redirect("partner:guides")
    context = {"guide": guide, "form": form}
    return render(request, "partner/guide.html", context, status=status(form))


def one_button(act: Callable[[Actor, int], object]) -> View[[int]]:
    """Show, rest or stop a guide."""

    @require_POST
    @as_actor
    def moved(request: HttpRequest, actor: Actor, guide_id: int) -> HttpResponse:  # noqa: ARG001
        act(actor, guide_id)
        return redirect("partner:guides")

    moved.asks_who = True  # type: ignore[attr-defined]
    return moved
