"""Pages of the lists that come in: each shows how far it is and the one next step."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.arrivals import actions, queries
from kruispunt.arrivals.actions import FileBrought
from kruispunt.arrivals.states import BUSY, ImportState
from kruispunt.base.actor import Actor
from kruispunt.desks.imports.forms import BringForm, MapForm
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.exchange.arriving.columns import guess
from kruispunt.exchange.printing import csv_line

SHOWN = 50
LISTS = 20
LOOK_AGAIN = "2"  # seconds; the browser itself asks again, also without JavaScript
VERBS: dict[str, Callable[[Actor, int], object]] = {
    "agree": actions.agree,
    "drop": actions.drop,
    "undo": actions.undo,
}
MARK = "\ufeff"
"""With this sign in front, spreadsheets read the text as UTF-8."""


@require_http_methods(["GET", "POST"])
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    kinds = queries.kinds(actor)
    if not kinds:
        raise PermissionDenied("arrivals.bring")
    form = BringForm(request.POST or None, request.FILES or None, kinds=kinds)
    brought: list[Any] = []

    def bring() -> None:
        said = form.cleaned_data
        file = FileBrought(said["file"].name, said["file"].read())
        brought.append(actions.bring(actor, kind=said["kind"], file=file))

    if done(request, form, bring):
        return redirect("imports:one", brought[0].pk)
    context = {"form": form, "imports": queries.imports(actor)[:LISTS]}
    return render(request, "imports/home.html", context, status=status(form))


@require_GET
@as_actor
def one(request: HttpRequest, actor: Actor, import_id: int) -> HttpResponse:
    found = queries.one(actor, import_id)
    if found.state == ImportState.READ:
        return _columns(request, actor, found)
    answer = render(request, "imports/one.html", _shown(actor, found))
    if found.state in BUSY:
        answer["Refresh"] = LOOK_AGAIN
    return answer


@require_http_methods(["GET", "POST"])
@as_actor
def map_columns(request: HttpRequest, actor: Actor, import_id: int) -> HttpResponse:
    return _columns(request, actor, queries.one(actor, import_id))


@require_POST
@as_actor
def do(request: HttpRequest, actor: Actor, import_id: int, verb: str) -> HttpResponse:  # noqa: ARG001
    VERBS[verb](actor, import_id)
    return redirect("imports:one", import_id)


@require_GET
@as_actor
def bad_rows(request: HttpRequest, actor: Actor, import_id: int) -> HttpResponse:  # noqa: ARG001
    """The bad rows as they were brought, with what to mend: to mend there and bring again."""
    found = queries.one(actor, import_id)
    lines = [csv_line(["Rij", "Wat er mis is", *found.columns])]
    for row in queries.bad_rows(actor, import_id):
        why = "; ".join(": ".join(part for part in parts if part) for parts in row["why"])
        lines.append(csv_line([str(row["row"]), why, *row["cells"]]))
    answer = HttpResponse(MARK + "".join(lines), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="rijen-om-te-herstellen-{import_id}.csv"'
    return answer


def _columns(request: HttpRequest, actor: Actor, found: Any) -> HttpResponse:  # noqa: ANN401
    guessed = found.mapping or guess(
        found.kind, found.columns, queries.remembered(actor, found.kind)
    )
    form = MapForm(request.POST or None, kind=found.kind, headers=found.columns, guessed=guessed)
    if done(request, form, lambda: actions.map_columns(actor, found.pk, mapping=form.mapping)):
        return redirect("imports:one", found.pk)
    context = {"import": found, "form": form}
    return render(request, "imports/map.html", context, status=status(form))


def _shown(actor: Actor, found: Any) -> dict[str, Any]:  # noqa: ANN401  (an import)
    turns = max(-(-found.rows // 500), 1)
    return {
        "import": found,
        "busy": found.state in BUSY,
        "percent": min(found.turns_done * 100 // turns, 100),
        "bad_rows": queries.some_bad_rows(actor, found.pk, most=SHOWN) if found.bad else [],
        "kept_rows": queries.kept_rows(actor, found.pk, most=SHOWN) if found.kept else [],
        "shown": SHOWN,
    }
