"""Outlines of neighbourhoods: read from GeoJSON in metres, their middle, and drawn as SVG."""

import json
from dataclasses import dataclass

Point = tuple[float, float]
CORNERS = 3
WIDE = 1000
AIR = 0.03


@dataclass(frozen=True, slots=True)
class Outline:
    """The rings of one neighbourhood, in metres of the Dutch grid."""

    rings: tuple[tuple[Point, ...], ...]

    @property
    def middle(self) -> Point:
        """The point on which the largest ring would balance."""
        ring = max(self.rings, key=lambda ring: abs(_doubled_area(ring)))
        area = _doubled_area(ring)
        sides = list(zip(ring, (*ring[1:], ring[0]), strict=True))
        x0, y0 = ring[0]  # sums of differences: the grid's large numbers would cost decimals
        x = sum(
            (ax + bx - 2 * x0) * _cross((ax, ay), (bx, by), ring[0]) for (ax, ay), (bx, by) in sides
        )
        y = sum(
            (ay + by - 2 * y0) * _cross((ax, ay), (bx, by), ring[0]) for (ax, ay), (bx, by) in sides
        )
        return (round(x0 + x / (3 * area)), round(y0 + y / (3 * area)))

    def path(self, frame: "Frame") -> str:
        """The rings as an SVG path on this sheet."""
        return " ".join(
            "M" + "L".join("{} {}".format(*frame.place(point)) for point in ring) + "Z"
            for ring in self.rings
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """The sheet of paper: always as wide, north up, everything on it with a little air."""

    left: float
    top: float
    scale: float
    height: int

    def place(self, point: Point) -> tuple[int, int]:
        return round((point[0] - self.left) * self.scale), round((self.top - point[1]) * self.scale)


def read(text: str) -> Outline | None:
    """An outline from the text of a GeoJSON Polygon or MultiPolygon; None where there is none."""
    if not text:
        return None
    shape = json.loads(text)
    groups = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    rings = tuple(
        tuple((float(x), float(y)) for x, y, *_ in ring) for group in groups for ring in group
    )
    return Outline(rings) if rings and all(len(ring) >= CORNERS for ring in rings) else None


def frame(outlines: list[Outline]) -> Frame:
    """The sheet on which all of these fit."""
    points = [point for outline in outlines for ring in outline.rings for point in ring]
    if not points:
        return Frame(0, 0, 1, WIDE)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    air = (max(xs) - min(xs)) * AIR
    scale = WIDE / (max(xs) - min(xs) + 2 * air)
    tall = (max(ys) - min(ys) + 2 * air) * scale
    return Frame(min(xs) - air, max(ys) + air, scale, round(tall))


def _doubled_area(ring: tuple[Point, ...]) -> float:
    sides = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum(_cross(a, b, ring[0]) for a, b in sides)


def _cross(a: Point, b: Point, origin: Point) -> float:
    return (a[0] - origin[0]) * (b[1] - origin[1]) - (b[0] - origin[0]) * (a[1] - origin[1])
