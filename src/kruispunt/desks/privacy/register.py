"""The register of processing: each purpose, and a file for the municipality's own register."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kruispunt.base.actor import Actor
from kruispunt.core.columns_kept import columns_of
from kruispunt.core.keeping import CLASSES
from kruispunt.core.purposes import PURPOSES, Purpose
from kruispunt.desks.ui.door import as_actor
from kruispunt.exchange.printing import csv_line

# So that a spreadsheet reads the letters as they are.
MARK = "\ufeff"
HEADS = (
    "Code",
    "Doel",
    "Verwerkingsverantwoordelijke",
    "Grondslag (AVG 6)",
    "Uitzondering gezondheid (AVG 9)",
    "Bron",
    "Ontvangers",
    "Bewaartermijn",
    "Kolommen",
)


@require_GET
@as_actor
def register(request: HttpRequest, actor: Actor) -> HttpResponse:  # noqa: ARG001
    lines = [
        {"code": code, "purpose": one, "kept": _kept(one), "columns": columns_of(code)}
        for code, one in PURPOSES.items()
    ]
    return render(request, "privacy/register.html", {"lines": lines})


@require_GET
@as_actor
def register_file(request: HttpRequest, actor: Actor) -> HttpResponse:  # noqa: ARG001
    """The same, line by line, for a spreadsheet."""
    words = "".join(csv_line(line) for line in _lines())
    answer = HttpResponse(MARK + words, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="register-van-verwerkingen.csv"'
    return answer


def _lines() -> Iterator[list[str]]:
    yield list(HEADS)
    for code, one in PURPOSES.items():
        yield [
            code,
            one.name,
            one.controller,
            one.ground,
            one.health,
            one.source,
            one.recipients,
            _kept(one),
            " ".join(columns_of(code)),
        ]


def _kept(purpose: Purpose) -> str:
    """How long, class by class, in the words of the broom."""
    return "; ".join(
        f"{CLASSES[name].what}: {CLASSES[name].told} na {CLASSES[name].since} ({name})"
        for name in purpose.kept
    )
