"""Who suits this question, who does not and why, and asking someone."""

from collections import defaultdict
from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from kruispunt.base.actor import Actor
from kruispunt.core.cards import Reason
from kruispunt.core.criteria import CRITERIA
from kruispunt.core.eligibility import RULES
from kruispunt.desks.startpunt.forms.matches import InviteForm
from kruispunt.desks.startpunt.words import first_words
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.matching import actions, queries
from kruispunt.questions import queries as questions

A_PAGE = 10
LABELS = {criterion.name: criterion.label for criterion in CRITERIA}
REFUSALS = {rule.name: rule.refusal for rule in RULES}


@require_GET
@as_actor
def candidates(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    found = questions.one(actor, question_id)
    weighed = queries.candidates(actor, question_id)
    page = Paginator(weighed.candidates, A_PAGE).get_page(request.GET.get("blad"))
    context = {
        "question": found,
        "page": page,
        "shown": [_shown(candidate) for candidate in page.object_list],
        "nearly": weighed.nearly,
        "unlock": _unlock(actor, weighed),
        "refused": _by_rule(weighed.refused),
        "count": {"passing": len(weighed.candidates), "refused": len(weighed.refused)},
    }
    return render(request, "startpunt/candidates.html", context)


@require_http_methods(["GET", "POST"])
@as_actor
def invite(
    request: HttpRequest, actor: Actor, question_id: int, volunteering_id: int
) -> HttpResponse:
    found = questions.one(actor, question_id)
    weighed = queries.candidates(actor, question_id)
    candidate = next((c for c in weighed.candidates if c.volunteering_id == volunteering_id), None)
    if candidate is None:
        return redirect("startpunt:candidates", question_id)
    form = InviteForm(request.POST or None, initial={"words": first_words(found)})
    if done(
        request,
        form,
        lambda: actions.invite(
            actor, question_id, volunteering_ids=(volunteering_id,), **form.cleaned_data
        ),
    ):
        return redirect("startpunt:question", question_id)
    context = {"question": found, "candidate": candidate, "form": form}
    return render(request, "startpunt/invite.html", context, status=status(form))


def _unlock(actor: Actor, weighed: queries.Weighed) -> str:
    """When nobody is left to ask: the cheapest single change that gives this question a helper."""
    if any(not candidate.answer for candidate in weighed.candidates):
        return ""
    found = queries.unlock(actor, weighed.question_id)
    return found.sentence if found else ""


def _shown(candidate: queries.Candidate) -> dict[str, Any]:
    """A candidate with reasons as points out of points: the bars add up to the score."""
    return {
        "who": candidate,
        "given_name": candidate.name.split()[0],
        "reasons": [_reason(reason) for reason in candidate.standing.reasons],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "label": LABELS[reason.criterion],
        "points": Decimal(reason.share) / 100,
        "most": Decimal(reason.weight) / 100,
        "known": reason.value.known,
    }


def _by_rule(refused: tuple[queries.Refused, ...]) -> list[dict[str, Any]]:
    """Under each rule the people whom it refuses; someone may stand under more than one."""
    people: dict[str, list[str]] = defaultdict(list)
    for one in refused:
        for rule in one.rules:
            people[rule].append(one.name)
    return [
        {"label": REFUSALS[rule], "people": people[rule]} for rule in REFUSALS if rule in people
    ]
