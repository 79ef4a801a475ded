"""Matches: two yeses, the introduction, the trial, and what was agreed on paper."""

from dataclasses import replace
from typing import Any

from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.permits.guidance import REPLACE
from kruispunt.arrangements.queries import guidance
from kruispunt.arrangements.queries.at_term import terms_left
from kruispunt.arrangements.queries.rhythm import rhythm_of
from kruispunt.arrangements.queries.under_way import getting_under_way
from kruispunt.arrangements.states import MEETS, UNANSWERED, UNDER_WAY, MatchState
from kruispunt.base.actor import Actor
from kruispunt.base.fixed_days import in_words
from kruispunt.core.wording import coarse
from kruispunt.desks.startpunt import story
from kruispunt.desks.startpunt.forms.goals import FarewellForm
from kruispunt.desks.startpunt.forms.guidance import MinutesForm
from kruispunt.desks.startpunt.forms.matches import GoodToKnowForm, RenewForm
from kruispunt.desks.startpunt.match_verbs import VERBS, professionals
from kruispunt.desks.startpunt.steps import match_walk
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.verbs import (
    NOTHING_TRIED,
    Attempt,
    Verb,
    attempt,
    possible,
    posted,
)

A_PAGE = 20
# Asked of a match, done to the arrangement around its question.
GOOD_TO_KNOW = "good_to_know"


@require_GET
@as_actor
def matches(request: HttpRequest, actor: Actor) -> HttpResponse:
    rows = queries.matches(actor).filter(state__in=sorted(UNANSWERED | UNDER_WAY))
    soonest = rows.order_by(F("due_on").asc(nulls_last=True), "pk")
    page = Paginator(soonest, A_PAGE).get_page(request.GET.get("blad"))
    return render(
        request,
        "startpunt/matches.html",
        {"page": page, "today": actor.today, "watched": len(queries.watched(actor))},
    )


@require_GET
@as_actor
def match(request: HttpRequest, actor: Actor, match_id: int) -> HttpResponse:
    return _page(request, actor, dossiers.match(actor, match_id))


@require_POST
@as_actor
def do(request: HttpRequest, actor: Actor, match_id: int, verb: str) -> HttpResponse:
    found = dossiers.match(actor, match_id)
    tried = attempt(request, actor, match_id, verb, among=VERBS, fill=professionals(actor))
    if tried.done:
        return redirect("startpunt:match", match_id)
    return _page(request, actor, found, tried)


@require_POST
@as_actor
def good_to_know(request: HttpRequest, actor: Actor, match_id: int) -> HttpResponse:
    found = dossiers.match(actor, match_id)
    question_id = found.arrangement.question_id

    def approve(said: dict[str, Any]) -> object:
        return actions.approve(actor, question_id, **said)

    tried = posted(request, GOOD_TO_KNOW, GoodToKnowForm, approve)
    if tried.done:
        return redirect("startpunt:match", match_id)
    return _page(request, actor, found, tried)


def _page(
    request: HttpRequest,
    actor: Actor,
    row: Any,  # noqa: ANN401  (a match)
    tried: Attempt = NOTHING_TRIED,
) -> HttpResponse:
    known = {"good_to_know": row.arrangement.good_to_know}
    context = {
        "match": row,
        "resident": row.arrangement.question.asked_by,
        "volunteer": row.volunteering.person,
        "steps": _terms(actor, row, _steps(actor, row, tried)),
        "note": tried.back(GOOD_TO_KNOW) or GoodToKnowForm(initial=known),
        "meets": row.state in MEETS,
        "rhythm": in_words(fixed) if (fixed := rhythm_of(actor, row.pk)) else "",
        "delivered": queries.agreed_and_delivered(actor, row.pk),
        "farewell": queries.farewell_of(actor, row.pk),
        "to_call": queries.to_call(actor, row.pk),
        "support": getting_under_way(actor, row.pk),
        "is_under_way": bool(row.trial_until and row.trial_until < actor.today),
        "asked_next": queries.asked_next(actor, row.pk),
        "minutes_form": MinutesForm(auto_id="minutes_%s"),
        "minutes_address": reverse("startpunt:time_match", args=[row.pk]),
        "minutes_noted": guidance.minutes_of(actor, row.pk),
        "may_stand_in": row.state == MatchState.PAUSED and REPLACE.allows(actor, row),
        "farewell_form": FarewellForm(auto_id="farewell_%s"),
        "walk": match_walk(row.state),
        "story": story.told(row),
        "letter": request.build_absolute_uri(reverse("public:proposal", args=[queries.link(row)])),
        "asks_resident": row.state in UNANSWERED and row.resident_agreed_at is None,
        "today": actor.today,
    }
    return render(request, "startpunt/match.html", context, status=tried.status)


def _steps(actor: Actor, row: Any, tried: Attempt) -> list[dict[str, Any]]:  # noqa: ANN401
    """What can be done with this match now, each with its form."""
    fill = professionals(actor)
    made = [
        tried.step_of(verb, reverse(f"startpunt:{verb.name}", args=[row.pk]), _start(row))
        for verb in _possible(actor, row)
    ]
    for step in made:
        fill(step["form"])
    return made


def _possible(actor: Actor, row: Any) -> list[Verb]:  # noqa: ANN401
    """What can be done now; a yes that was given is not asked again."""
    given = {
        "agree_as_resident": row.resident_agreed_at,
        "agree_as_volunteer": row.volunteer_agreed_at,
        "sign": row.signed_on,
        "activate": None if row.signed_on else "not signed",
    }
    verbs = [verb for verb in possible(VERBS, actor, row) if not given.get(verb.name)]
    if terms_left(actor, row):
        return [_in_time(verb, actor, row) for verb in verbs]
    return [_at_its_longest(verb, actor, row) for verb in verbs if verb.name != "renew"]


def _in_time(verb: Verb, actor: Actor, row: Any) -> Verb:  # noqa: ANN401
    """What is only asked from its day on is folded until then."""
    asked_on = {"activate": row.trial_until, "renew": row.term_ends_on}.get(verb.name)
    return replace(verb, folded=True) if asked_on and asked_on > actor.today else verb


def _at_its_longest(verb: Verb, actor: Actor, row: Any) -> Verb:  # noqa: ANN401
    """No term can be added any more: once the time is over, the farewell is the step (CAP-03)."""
    if verb.name != "wind_down" or not row.term_ends_on or row.term_ends_on > actor.today:
        return _in_time(verb, actor, row)
    return replace(verb, folded=False, told=f"Langer kan hier niet. {verb.told}")


def _terms(actor: Actor, row: Any, steps: list[dict[str, Any]]) -> list[dict[str, Any]]:  # noqa: ANN401
    """A new term is offered as far as it may be agreed."""
    for step in steps:
        if isinstance(step["form"], RenewForm):
            step["form"].offer(terms_left(actor, row))
    return steps


def _start(row: Any) -> dict[str, Any]:  # noqa: ANN401
    """What was asked is a good beginning for what is agreed."""
    question = row.arrangement.question
    return {
        "activity": coarse(question.get_kind_display()).capitalize(),
        "frequency": question.frequency or "wekelijks",
        "term_months": str(row.term_months or question.term_months or 6),
        "side": "resident" if row.resident_agreed_at is None else "volunteer",
        "person_id": row.backup_id,
    }
