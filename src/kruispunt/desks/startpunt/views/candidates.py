"""Who suits this question, who does not and why, and asking someone."""

from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from kruispunt.base.actor import Actor
from kruispunt.core.cards import Reason
from kruispunt.core.criteria import CRITERIA
from kruispunt.desks.startpunt.forms.matches import InviteForm, LiftForm
from kruispunt.desks.startpunt.words import first_words
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.matching import actions, queries
from kruispunt.people import actions as people

A_PAGE, NAMES = queries.A_PAGE, queries.NAMES
MOST_DIGITS = 9
SPARING = "zuinig"
NEARNESS = "afstand"
LABELS = {criterion.name: criterion.label for criterion in CRITERIA}


@require_GET
@as_actor
def candidates(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    found = dossiers.question(actor, question_id)
    page, rule_page = (_number(request.GET.get(name)) for name in ("blad", "namen"))
    rule = request.GET.get("regel", "")
    is_sparing = request.GET.get("volgorde") == SPARING
    order = queries.Order.SPARING if is_sparing else queries.Order.SCORE
    desk = queries.desk(actor, question_id, page=page, order=order, rule=rule, rule_page=rule_page)
    context = {
        "question": found,
        "desk": desk,
        "page": Paginator(range(desk.passing), A_PAGE).get_page(page),
        "shown": [_shown(candidate, is_rough=_is_rough(found)) for candidate in desk.candidates],
        "unlock": _unlock(actor, desk),
        "opened": rule,
        "is_sparing": is_sparing,
        "keep": f"volgorde={SPARING}&" if is_sparing else "",
        "rules": [_refusal(each, rule_page if each.rule == rule else 1) for each in desk.rules],
    }
    return render(request, "startpunt/candidates.html", context)


@require_http_methods(["GET", "POST"])
@as_actor
def lift_rest(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    """Look for a buddy all the same, with a reason (CAP-03, PRV-08)."""
    found = dossiers.question(actor, question_id)
    form = LiftForm(request.POST or None)
    if done(request, form, lambda: people.lift_rest(actor, found.asked_by_id, **form.cleaned_data)):
        return redirect("startpunt:candidates", question_id)
    context = {"question": found, "form": form}
    return render(request, "startpunt/lift_rest.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def invite(
    request: HttpRequest, actor: Actor, question_id: int, volunteering_id: int
) -> HttpResponse:
    found = dossiers.question(actor, question_id)
    able = queries.chosen(actor, question_id, (volunteering_id,))
    if not able:
        return redirect("startpunt:candidates", question_id)
    [candidate] = able
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


def _unlock(actor: Actor, desk: queries.Desk) -> str:
    """When nobody is left to ask: the cheapest single change that gives this question a helper."""
    if not desk.all_asked:
        return ""
    found = queries.unlock(actor, desk.question_id)
    return found.sentence if found else ""


def _is_rough(question: Any) -> bool:  # noqa: ANN401  (a row that this desk may not name)
    """Only a neighbourhood is known, or the address is kept hidden: then nearness is a guess."""
    asker = question.asked_by
    return not asker.street or asker.address_sealed


def _shown(candidate: queries.Candidate, *, is_rough: bool) -> dict[str, Any]:
    """A candidate with reasons as points out of points: the bars add up to the score."""
    return {
        "who": candidate,
        "given_name": candidate.name.split()[0],
        "reasons": [_reason(reason, is_rough=is_rough) for reason in candidate.standing.reasons],
    }


def _reason(reason: Reason, *, is_rough: bool) -> dict[str, Any]:
    return {
        "label": LABELS[reason.criterion],
        "points": Decimal(reason.share) / 100,
        "most": Decimal(reason.weight) / 100,
        "known": reason.value.known,
        "is_guessed": is_rough and reason.criterion == NEARNESS,
    }


def _refusal(refusal: queries.Refusal, page: int) -> dict[str, Any]:
    """One rule with a page of the people whom it refuses."""
    return {
        "rule": refusal.rule,
        "label": refusal.sentence,
        "count": refusal.count,
        "people": refusal.names,
        "page": Paginator(range(refusal.count), NAMES).get_page(page),
    }


def _number(said: str | None) -> int:
    return max(int(said), 1) if said and said.isdecimal() and len(said) < MOST_DIGITS else 1
