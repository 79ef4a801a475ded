"""The neighbourhood on a map, and beside it a list that says the same."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kruispunt.base.actor import Actor
from kruispunt.desks.ui import outlines, places
from kruispunt.desks.ui.door import for_everyone
from kruispunt.matching.permits import CANDIDATES as WEIGHS
from kruispunt.offers import queries as offers
from kruispunt.questions import queries as questions
from kruispunt.questions.states import OPEN

SHADES = 4
QUESTIONS = ("open vraag", "open vragen")


@dataclass(frozen=True, slots=True)
class Part:
    """One neighbourhood on the map: what one sees of it, in numbers and as a shape."""

    area: places.Area
    activities: tuple[Any, ...]
    asked: int | None
    helpers: int | None
    shade: int

    @property
    def says(self) -> str:
        """The same in words: on the map, in the list and for who cannot see either."""
        told = [_count(len(self.activities), "activiteit", "activiteiten")]
        if self.helpers is not None:
            told.insert(0, _count(self.helpers, "vrijwilliger", "vrijwilligers"))
        if self.asked is not None:
            told.insert(0, _count(self.asked, *QUESTIONS))
        return ", ".join(told)


@require_GET
@for_everyone
def page(request: HttpRequest, actor: Actor) -> HttpResponse:
    parts = _parts(actor)
    drawn = [(part, part.area.outline) for part in parts if part.area.outline]
    sheet = outlines.frame([outline for _, outline in drawn])
    context = {
        "parts": parts,
        "drawn": [_drawn(part, outline, sheet) for part, outline in drawn],
        "dots": [sheet.place(place) for part, _ in drawn for place in _places(part)],
        "sheet": sheet,
        "for_staff": any(part.asked is not None for part in parts),
    }
    return render(request, "public/map.html", context)


@require_GET
@for_everyone
def shapes(request: HttpRequest, actor: Actor) -> HttpResponse:  # noqa: ARG001
    """The same map as GeoJSON in metres of the Dutch grid, for whoever has JavaScript."""
    features: list[dict[str, Any]] = []
    for part in _parts(actor):
        if part.area.outline is None:
            continue
        features.append(
            _feature(
                "Polygon",
                [list(ring) for ring in part.area.outline.rings],
                name=part.area.name,
                says=part.says,
                asked="" if part.asked is None else _count(part.asked, *QUESTIONS),
                shade=part.shade,
            )
        )
        features += [
            _feature("Point", (one.x, one.y), name=one.name, says=one.organisation.name)
            for one in part.activities
            if one.x is not None
        ]
    answer = JsonResponse({"type": "FeatureCollection", "features": features})
    answer["Cache-Control"] = "no-store"
    return answer


def _parts(actor: Actor) -> list[Part]:
    areas = places.areas(actor)
    asked, helpers = _asked(actor), _helpers(actor)
    most = max(asked.values(), default=0) if asked is not None else 0
    found: dict[int | None, list[Any]] = {}
    for activity in offers.activities(actor):
        found.setdefault(activity.neighbourhood_id, []).append(activity)
    return [
        Part(
            area,
            tuple(found.get(area.id, ())),
            None if asked is None else asked[area.name],
            None if helpers is None else helpers[area.id],
            1 + round((SHADES - 1) * asked[area.name] / most) if asked and most else 0,
        )
        for area in areas.values()
    ]


def _asked(actor: Actor) -> Counter[str] | None:
    """How many open questions each neighbourhood has, for whoever works on them."""
    if actor.person_id is None:
        return None
    try:
        rows = questions.glance(actor).filter(state__in=OPEN)
    except PermissionDenied:
        return None
    counted = Counter(str(row["neighbourhood"]) for row in rows)
    return counted or None


def _helpers(actor: Actor) -> Counter[int | None] | None:
    """How many volunteers live in each neighbourhood, for whoever may see them all."""
    if actor.person_id is None or not WEIGHS.every_row(actor):
        return None
    active = offers.visible(actor).exclude(state__in=("applied", "stopped"))
    return Counter(active.values_list("person__neighbourhood_id", flat=True))


def _drawn(part: Part, outline: outlines.Outline, sheet: outlines.Frame) -> dict[str, Any]:
    x, y = sheet.place(outline.middle)
    return {"part": part, "path": outline.path(sheet), "x": x, "y": y, "below": y + 22}


def _places(part: Part) -> list[outlines.Point]:
    return [(one.x, one.y) for one in part.activities if one.x is not None]


def _feature(kind: str, coordinates: Any, **properties: Any) -> dict[str, Any]:  # noqa: ANN401
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
