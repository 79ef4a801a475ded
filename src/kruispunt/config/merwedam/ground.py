"""The ground of Merwedam: six neighbourhoods that touch exactly, and their streets."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import hypot
from random import Random

from kruispunt.config.merwedam.books import book

Point = tuple[float, float]
LETTERS = "ABCDEFGHJKLMNPRSTUVWXZ"


@dataclass(frozen=True, slots=True)
class Street:
    """A street, drawn as a line in RD metres."""

    name: str
    line: tuple[Point, ...]
    postcode: str

    @property
    def length(self) -> float:
        return sum(hypot(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(self.line))

    def along(self, part: float) -> Point:
        """The point at this part (0 to 1) of the street."""
        left = part * self.length
        for (ax, ay), (bx, by) in pairwise(self.line):
            step = hypot(bx - ax, by - ay)
            if left <= step:
                return (ax + (bx - ax) * left / step, ay + (by - ay) * left / step)
            left -= step
        return self.line[-1]


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A neighbourhood with its outline in RD metres."""

    code: str
    name: str
    character: str
    share: float
    outline: tuple[Point, ...]
    streets: tuple[Street, ...]

    def contains(self, place: Point) -> bool:
        """Whether a point lies within the outline (crossing a ray to the east)."""
        x, y = place
        inside = False
        for (ax, ay), (bx, by) in pairwise((*self.outline, self.outline[0])):
            if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
                inside = not inside
        return inside

    def house(self, throw: Random) -> tuple[Street, int, Point]:
        """A front door somewhere in this neighbourhood: longer streets have more of them."""
        street = throw.choices(self.streets, [one.length for one in self.streets])[0]
        part = throw.random()
        x, y = street.along(part)
        number = 1 + int(part * street.length / 7)
        aside = 14 if number % 2 else -14
        return street, number, (round(x + aside * 0.6, 1), round(y + aside * 0.8, 1))


@cache
def neighbourhoods() -> tuple[Neighbourhood, ...]:
    return tuple(_neighbourhoods())


def neighbourhood(name: str) -> Neighbourhood:
    return next(one for one in neighbourhoods() if one.name == name)


def municipality() -> tuple[str, str]:
    """The code and the name."""
    ground = book("ground")
    return ground["code"], ground["municipality"]


def _neighbourhoods() -> Iterator[Neighbourhood]:
    borders = book("ground")["borders"]
    for told in book("ground")["neighbourhood"]:
        ring: list[list[float]] = []
        for name in told["outline"]:
            border = borders[name.removeprefix("-")]
            ring += (border[::-1] if name.startswith("-") else border)[:-1]
        streets = [
            Street(street["name"], tuple(_moved(street["line"])), _postcode(told["postcode"], at))
            for at, street in enumerate(told["streets"])
        ]
        yield Neighbourhood(
            told["code"],
            told["name"],
            told["character"],
            told["share"],
            tuple(_moved(ring)),
            tuple(streets),
        )


def _moved(points: list[list[float]]) -> Iterator[Point]:
    east, north = book("ground")["corner"]
    for x, y in points:
        yield (float(x + east), float(y + north))


def _postcode(digits: str, at: int) -> str:
    return f"{digits} {LETTERS[at]}{LETTERS[(at * 5 + 3) % len(LETTERS)]}"
