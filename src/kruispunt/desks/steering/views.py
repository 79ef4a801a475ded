"""The numbers: what waits and how long, what runs, and where help is short."""

from math import dist
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kruispunt.base.actor import Actor
from kruispunt.core.vocabulary import Intensity, Kind, Theme
from kruispunt.desks.ui import places
from kruispunt.desks.ui.door import as_actor
from kruispunt.insights import queries
from kruispunt.insights.permits import GAP
from kruispunt.matching.queries import Missing

SHORTAGES = 12
POINT = 100_000
MILLIMETRES = 1000
HEADS = ("Wacht", "Dagen (midden)", "Koppelingen")


@require_GET
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    now = queries.today(actor)
    tables = [
        _table("Naar zwaarte", now.by_class),
        _table("Naar buurt", now.by_neighbourhood),
    ]
    context = {
        "today": actor.today,
        "numbers": _totals(now),
        "tables": tables,
        "may_see_gap": GAP.every_row(actor),
    }
    return render(request, "steering/home.html", context)


@require_GET
@as_actor
def short(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Who is missed most, as the house last worked it out; no page lays a town on the scales."""
    found = queries.gap(actor)
    most = max((one.added_value for one in found.missing), default=0)
    areas = [area for area in places.areas(actor).values() if area.middle]
    # Two that differ in hours only are one sentence: the one with the most gain stands first.
    said: dict[tuple[str, str], dict[str, Any]] = {}
    for one in found.missing:
        line = _missing(one, most, areas)
        said.setdefault((line["sentence"], line["how_heavy"]), line)
    context = {"seen_at": found.seen_at, "short": [*said.values()][:SHORTAGES]}
    return render(request, "steering/short.html", context)


def _totals(now: queries.Today) -> list[dict[str, Any]]:
    """Three numbers at the top; a total is shown only when every part of it may be."""
    waiting = [one.waiting for one in now.by_class]
    running = [one.running for one in now.by_class]
    return [
        {"label": "open vragen", "shown": _total(waiting)},
        {"label": "koppelingen die lopen", "shown": _total(running)},
        {
            "label": "dagen tot de eerste kennismaking, in het midden",
            "shown": _cell(now.first_match_days),
        },
    ]


def _table(title: str, counts: tuple[queries.Count, ...]) -> dict[str, Any]:
    return {
        "title": title,
        "most": max((one.waiting or 0 for one in counts), default=0),
        "heads": HEADS,
        "lines": [
            {
                "label": one.name,
                "cells": [_cell(one.waiting), _cell(one.days_waiting), _cell(one.running)],
                "part": one.waiting or 0,
            }
            for one in counts
        ],
    }


def _missing(one: Missing, most: int, areas: list[places.Area]) -> dict[str, Any]:
    return {
        "sentence": _sentence(one, _near(one, areas)),
        "how_heavy": Intensity(one.intensity).label.lower(),
        "value": one.added_value / POINT,
        "most": most / POINT,
    }


def _sentence(one: Missing, where: str) -> str:
    """Say in words what one more would change."""
    kinds = " en ".join(Kind(code).label.lower() for code in one.kinds)
    kinds = kinds.replace("maatje bij", "hulp bij")
    themes = " en ".join(Theme(word).label.lower() for word in one.themes)
    who = f"Eén maatje in {where}" if where else "Eén maatje"
    who += f" voor {kinds}"
    who += f", met training {themes}," if themes else ""
    if not one.extra_served:
        return f"{who} geeft nu betere koppelingen."
    people = "1 mens" if one.extra_served == 1 else f"{one.extra_served} mensen"
    return f"{who} helpt nu {people}."


def _near(one: Missing, areas: list[places.Area]) -> str:
    """The neighbourhood whose middle is nearest to where she would live."""
    here = (one.x / MILLIMETRES, one.y / MILLIMETRES)
    nearest = min(areas, key=lambda area: dist(here, area.middle or here), default=None)
    return nearest.name if nearest else ""


def _total(parts: list[int | None]) -> str:
    return "te klein" if None in parts else str(sum(part or 0 for part in parts))


def _cell(number: int | None) -> str:
    return "-" if number is None else str(number)
