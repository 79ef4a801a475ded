"""The neighbourhoods of a municipality, for forms and for the map."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from kruispunt.base.actor import Actor
from kruispunt.desks.ui import outlines
from kruispunt.people import queries as people


@dataclass(frozen=True, slots=True)
class Area:
    """A neighbourhood with its outline, where that is known."""

    id: int
    name: str
    outline: outlines.Outline | None

    @property
    def middle(self) -> tuple[float, float] | None:
        return self.outline.middle if self.outline else None


def areas(actor: Actor) -> dict[int, Area]:
    """All neighbourhoods by their id, in the order of their codes."""
    return {
        row.pk: Area(row.pk, row.name, outlines.read(row.outline))
        for row in people.neighbourhoods(actor)
    }


def near_enough(areas: dict[int, Area], area_id: int | None) -> dict[str, Any]:
    """Without an exact address the middle of the neighbourhood is near enough to begin with."""
    if area_id is None:
        return {"neighbourhood_id": None}
    x, y = areas[area_id].middle or (None, None)
    return {"neighbourhood_id": area_id, "x": x, "y": y}


def choices(areas: dict[int, Area]) -> list[tuple[str, str]]:
    return [
        ("", gettext("Dat weet ik niet")),
        *((str(area.id), area.name) for area in areas.values()),
    ]
