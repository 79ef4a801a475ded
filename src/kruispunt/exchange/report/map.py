"""The map of the report: where the questions and the volunteers are, readable in print too."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kruispunt.core.cards import Question, Volunteer
from kruispunt.exchange.report.findings import Findings, dutch

WIDE, LOWEST, HIGHEST, EDGE = 900, 320, 900, 30
"""The size of the drawing, in its own units."""
MOST_DRAWN: Final = 3_000
"""Above so many people the map counts in squares."""
MOST_ACROSS: Final = 50
"""Squares on one line."""
KILOMETRE: Final = 1_000_000
BLUE, ORANGE, GREY = "#0b5394", "#b45309", "#6b7785"


@dataclass(frozen=True, slots=True)
class Frame:
    """Which part of the Netherlands is drawn, and how large a millimetre is."""

    left: int
    top: int
    scale: float
    height: float

    def at(self, x: int, y: int) -> tuple[float, float]:
        """Where a place stands in the drawing."""
        return EDGE + (x - self.left) * self.scale, EDGE + (self.top - y) * self.scale


def town_map(findings: Findings) -> Iterator[str]:
    """Draw everyone, or in a large town the squares in which they live."""
    yield '<h2 id="kaart">Kaart</h2>'
    people: list[Question | Volunteer] = [*findings.questions, *findings.volunteers]
    if not people:
        yield "<p>Er is niemand om te tekenen.</p>"
        return
    frame = _frame(people)
    large = len(people) > MOST_DRAWN
    drawn = _squares(findings, frame) if large else _everyone(findings, frame)
    yield (
        f'<figure><svg viewBox="0 0 {WIDE} {frame.height:.0f}" role="img" '
        f'aria-label="{_said(findings)}">'
    )
    yield from _ruler(frame)
    yield from drawn
    yield "</svg>"
    yield (_LEGEND_OF_SQUARES if large else _LEGEND) + "</figure>"


def _frame(people: list[Question | Volunteer]) -> Frame:
    left, right = min(card.x for card in people), max(card.x for card in people)
    low, top = min(card.y for card in people), max(card.y for card in people)
    scale = min(
        (WIDE - 2 * EDGE) / max(right - left, KILOMETRE),
        (HIGHEST - 2 * EDGE) / max(top - low, KILOMETRE),
    )
    height = max((top - low) * scale + 2 * EDGE, LOWEST)
    spare_across = ((WIDE - 2 * EDGE) / scale - (right - left)) / 2
    spare_down = ((height - 2 * EDGE) / scale - (top - low)) / 2
    return Frame(round(left - spare_across), round(top + spare_down), scale, height)


def _said(findings: Findings) -> str:
    return (
        f"Kaart met {dutch(len(findings.questions))} vragen, waarvan "
        f"{dutch(len(findings.proposal.unmatched))} zonder voorstel, en "
        f"{dutch(len(findings.volunteers))} vrijwilligers. De tabellen hieronder zeggen hetzelfde."
    )


def _ruler(frame: Frame) -> Iterator[str]:
    """A bar that shows how far a round number of kilometres is."""
    length = next(
        (km for km in (50, 20, 10, 5, 2, 1) if km * KILOMETRE * frame.scale < WIDE / 4), 1
    )
    wide, y = length * KILOMETRE * frame.scale, frame.height - 14
    yield (
        f'<path d="M12 {y - 5:.1f}v5h{wide:.1f}v-5" fill="none" stroke="{GREY}"/>'
        f'<text x="{18 + wide:.1f}" y="{y:.1f}" font-size="14" fill="{GREY}">{length} km</text>'
    )


def _everyone(findings: Findings, frame: Frame) -> Iterator[str]:
    asked = {card.id: card for card in findings.questions}
    crowd = {card.id: card for card in findings.volunteers}
    still_open = set(findings.proposal.unmatched)
    busy = {pair.volunteer for pair in findings.proposal.pairings}
    lines = "".join(
        "M{:.1f} {:.1f}L{:.1f} {:.1f}".format(
            *_spot(frame, asked[pair.question]), *_spot(frame, crowd[pair.volunteer])
        )
        for pair in findings.proposal.pairings
    )
    yield f'<path d="{lines}" stroke="{GREY}" stroke-width="1" opacity=".7" fill="none"/>'
    for card in sorted(crowd.values(), key=lambda card: card.id):
        yield _triangle(*_spot(frame, card), filled=card.id in busy)
    for ask in sorted(asked.values(), key=lambda ask: (ask.id in still_open, ask.id)):
        x, y = _spot(frame, ask)
        yield _cross(x, y) if ask.id in still_open else _dot(x, y)


def _spot(frame: Frame, card: Question | Volunteer) -> tuple[float, float]:
    return frame.at(card.x, card.y)


def _dot(x: float, y: float) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{BLUE}"/>'


def _cross(x: float, y: float) -> str:
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6" fill="#fff" stroke="{ORANGE}" stroke-width="2"/>'
        f'<path d="M{x - 2.5:.1f} {y - 2.5:.1f}l5 5m0 -5l-5 5" stroke="{ORANGE}" stroke-width="2"/>'
    )


def _triangle(x: float, y: float, *, filled: bool) -> str:
    inside = GREY if filled else "#fff"
    return (
        f'<path d="M{x:.1f} {y - 4.5:.1f}l4.5 8h-9z" fill="{inside}" stroke="{GREY}" '
        'stroke-width="1.2"/>'
    )


def _squares(findings: Findings, frame: Frame) -> Iterator[str]:
    """One pie for each square: as large as the number of questions, orange for the open part."""
    side = _side(frame)
    still_open = set(findings.proposal.unmatched)
    asked = Counter((card.x // side, card.y // side) for card in findings.questions)
    left = Counter(
        (card.x // side, card.y // side) for card in findings.questions if card.id in still_open
    )
    helpers = Counter((card.x // side, card.y // side) for card in findings.volunteers)
    most, most_helpers = max(asked.values(), default=1), max(helpers.values(), default=1)
    reach = side * frame.scale / 2
    for (east, north), number in sorted(helpers.items()):
        x, y = frame.at(east * side, (north + 1) * side)
        shade = 0.05 + 0.35 * number / most_helpers
        yield (
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{2 * reach:.1f}" height="{2 * reach:.1f}" '
            f'fill="{GREY}" opacity="{shade:.2f}"/>'
        )
    for (east, north), number in sorted(asked.items()):
        x, y = frame.at(east * side + side // 2, north * side + side // 2)
        radius = max(reach * 0.95 * (number / most) ** 0.5, 1.5)
        inner = radius * (left[east, north] / number) ** 0.5
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{BLUE}"/>'
        if inner:
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{inner:.1f}" fill="{ORANGE}"/>'


def _side(frame: Frame) -> int:
    """Squares of a round size, not too many across."""
    shown = (WIDE - 2 * EDGE) / frame.scale
    small = (500_000, 1_000_000, 2_500_000)
    return next((side for side in small if shown / side <= MOST_ACROSS), 5_000_000)


def _key(drawing: str, words: str) -> str:
    return f'<span><svg viewBox="-9 -9 18 18" aria-hidden="true">{drawing}</svg>{words}</span>'


_LEGEND: Final = (
    "<figcaption>"
    + _key(_dot(0, 0), "vraag met een voorstel")
    + _key(_cross(0, 0), "vraag zonder voorstel")
    + _key(_triangle(0, 0, filled=True), "vrijwilliger met een voorstel")
    + _key(_triangle(0, 0, filled=False), "vrijwilliger zonder voorstel")
    + _key(f'<path d="M-8 6L8 -6" stroke="{GREY}" stroke-width="2"/>', "voorstel")
    + "</figcaption>"
)
_LEGEND_OF_SQUARES: Final = (
    "<figcaption>"
    + _key(f'<circle r="7" fill="{BLUE}"/>', "vragen: hoe groter, hoe meer")
    + _key(f'<circle r="7" fill="{BLUE}"/><circle r="4" fill="{ORANGE}"/>', "deel zonder voorstel")
    + _key(f'<rect x="-8" y="-8" width="16" height="16" fill="{GREY}" opacity=".4"/>',
           "vrijwilligers: hoe donkerder, hoe meer")
    + "</figcaption>"
)  # fmt: skip
