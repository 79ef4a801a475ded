"""The best proposal for everybody at once: made with one button, decided on line by line."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST

from kruispunt.base.actor import Actor
from kruispunt.desks.startpunt.forms.rounds import AdoptForm, PutAsideForm
from kruispunt.desks.startpunt.words import first_words
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done
from kruispunt.matching import actions, queries

A_PAGE = 20
WAYS: dict[str, type[forms.Form]] = {"adopt": AdoptForm, "put_aside": PutAsideForm}
ACTS: dict[str, Callable[..., object]] = {"adopt": actions.adopt, "put_aside": actions.put_aside}


@require_http_methods(["GET", "POST"])
@as_actor
def rounds(request: HttpRequest, actor: Actor) -> HttpResponse:
    if request.method == "POST":
        draft = queries.draft_round(actor)  # computed first: nobody waits while it is
        actions.keep_round(actor, draft=draft)
        return redirect("startpunt:rounds")
    return _page(request, actor)


@require_POST
@as_actor
def decide(request: HttpRequest, actor: Actor, line_id: int, verb: str) -> HttpResponse:
    form = WAYS[verb](request.POST, auto_id=f"{verb}{line_id}_%s")
    if done(request, form, lambda: ACTS[verb](actor, line_id, **form.cleaned_data)):
        return redirect("startpunt:rounds")
    return _page(request, actor, posted=(line_id, verb, form))


def _page(
    request: HttpRequest, actor: Actor, *, posted: tuple[int, str, forms.Form] | None = None
) -> HttpResponse:
    last = queries.rounds(actor).first()
    lines = queries.round_lines(actor, last.pk if last else 0)
    page = Paginator(lines, A_PAGE).get_page(request.GET.get("blad"))
    context = {
        "round": last,
        "gap": _gap(last.value, last.bound) if last else "",
        "balance": _balance(actor),
        "page": page,
        "lines": [_shown(line, posted) for line in page.object_list],
    }
    return render(request, "startpunt/rounds.html", context, status=422 if posted else 200)


def _balance(actor: Actor) -> dict[str, Any] | None:
    """Where the scales stand, from when, and whether something happened since."""
    now = queries.balance(actor)
    if now is None:
        return None
    return {
        "seen_at": now.seen_at,
        "is_today": localdate(now.seen_at) == actor.today,
        "is_current": queries.is_current(actor, now),
        "is_recent": queries.is_recent(actor, now),
        "pairs": queries.balance_lines(actor).count(),
        "asked": now.asked,
        "proven": now.proven,
        "gap": _gap(now.value, now.bound),
    }


def _gap(value: int, bound: int) -> str:
    """How much better it could still be at most, in per cent."""
    gap = 100 * (bound - value) / bound if bound else 0
    return f"{gap:.2f}".replace(".", ",")


def _shown(line: Any, posted: tuple[int, str, forms.Form] | None) -> dict[str, Any]:  # noqa: ANN401
    """A line with its two forms; one that came back keeps what was written in it."""
    words = {"words": first_words(line.question)}
    made = {verb: form(initial=words, auto_id=f"{verb}{line.pk}_%s") for verb, form in WAYS.items()}
    if posted and posted[0] == line.pk:
        made[posted[1]] = posted[2]
    return {"line": line, **made, "open": line.state == "proposed"}
