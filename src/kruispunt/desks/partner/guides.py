"""The desk of whoever coordinates the guides: who can be chosen, and how far it is. No content."""

from collections.abc import Callable
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from kruispunt.arrangements import queries
from kruispunt.arrangements.permits.guides import FOLLOW_GUIDES
from kruispunt.arrangements.states.guides import GuideContactState
from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.core.vocabulary import SocialField
from kruispunt.desks.ui.door import View, as_actor
from kruispunt.offers import actions
from kruispunt.offers import queries as offers

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
    }
    return render(request, "partner/guides.html", context)


def one_button(act: Callable[[Actor, int], object]) -> View[[int]]:
    """Show, rest or stop a guide."""

    @require_POST
    @as_actor
    def moved(request: HttpRequest, actor: Actor, guide_id: int) -> HttpResponse:  # noqa: ARG001
        act(actor, guide_id)
        return redirect("partner:guides")

    moved.asks_who = True  # type: ignore[attr-defined]
    return moved
