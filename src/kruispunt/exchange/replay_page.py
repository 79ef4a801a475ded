"""What a replay found, as a table for the screen, as JSON, and as a page to read or print."""

import json
from collections.abc import Iterator, Mapping
from html import escape
from importlib.resources import files
from string import Template
from typing import Final

from kruispunt.core.replay import MEASURES, Comparison, Spread, Waiting
from kruispunt.exchange.replay_options import ReplayOptions

COLUMNS: Final = (
    ("served", "geholpen", 1.0, 0),
    ("served_share", "deel geholpen (%)", 100.0, 1),
    ("quality", "waarde (% van het hoogst haalbare)", 100.0, 1),
    ("mean_score", "gemiddelde score", 1.0, 1),
    ("wait_mean", "dagen wachten, gemiddeld", 1.0, 1),
    ("wait_p90", "dagen wachten, 9 van de 10 korter", 1.0, 0),
    ("changed", "voorstellen gewijzigd", 1.0, 0),
)
"""Per column: the measure, its heading, what it is multiplied by, and its decimals."""
MOST_AREAS: Final = 12
LEFT, WIDE, STEP = 210, 420, 30


def as_json(found: Comparison) -> str:
    """One document: per way to work each measure with its interval, and the towns one by one."""
    ways = {
        policy: {
            name: {"gemiddeld": round(spread.mean, 5), "marge_95": round(spread.off, 5)}
            for name in MEASURES
            for spread in [found.spread(policy, name)]
        }
        | {"per_klasse": [_groups(one.by_class) for one in found.of(policy)]}
        | {"per_gebied": [_groups(one.by_area) for one in found.of(policy)]}
        for policy in found.policies
    }
    return (
        json.dumps({"steden": len(found.outcomes), "werkwijzen": ways}, ensure_ascii=False) + "\n"
    )


def as_table(found: Comparison) -> str:
    """One line for each way to work."""
    heads = ["werkwijze", *(head for _, head, _, _ in COLUMNS)]
    rows = [[policy, *_cells(found, policy)] for policy in found.policies]
    wide = [max(len(row[at]) for row in [heads, *rows]) for at in range(len(heads))]
    lines = [
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, wide, strict=True))
        ).rstrip()
        for row in [heads, *rows]
    ]
    return "\n".join(lines) + "\n"


def as_page(found: Comparison, options: ReplayOptions) -> str:
    """The whole page as HTML, with nothing fetched from elsewhere."""
    page = files("kruispunt.exchange.report").joinpath("page.html").read_text(encoding="utf-8")
    return Template(page).substitute(
        title="Nagespeeld: wat een andere werkwijze had betekend",
        body="\n".join(_body(found, options)),
    )


def _body(found: Comparison, options: ReplayOptions) -> Iterator[str]:
    towns = len(found.outcomes)
    asked = found.outcomes[0][0].everyone.asked
    yield "<header><h1>Nagespeeld: wat een andere werkwijze had betekend</h1>"
    yield (
        f"<p>Dezelfde {asked} vragen komen nog eens, voor elke werkwijze op dezelfde dag. "
        "Iedere werkwijze houdt zich aan dezelfde regels.</p></header>"
    )
    yield _table(found)
    for measure, title in (
        ("served", "Mensen geholpen"),
        ("quality", "Waarde, als deel van het hoogst haalbare"),
        ("wait_mean", "Dagen wachten, gemiddeld"),
    ):
        yield _bars(found, measure, title)
    yield from _by_group(found, "by_class", "Per klasse")
    yield from _by_group(found, "by_area", "Per gebied")
    yield "<h2>Hoe er gerekend is</h2><ul>"
    yield "<li>Een plaats die een match krijgt, blijft tot het eind van de periode bezet.</li>"
    yield (
        "<li>Het hoogst haalbare is een bewezen bovengrens: zoveel was het waard geweest als "
        "iemand vooraf precies wist wie er zou komen. Niemand kan daarboven komen.</li>"
    )
    yield (
        "<li>Wie niet geholpen is, telt bij het wachten mee tot het eind van de periode of "
        "tot de vraag is ingetrokken.</li>"
    )
    yield f"<li>Dagen om van te leren aan het begin: {options.warm_up}.</li>"
    yield (
        f"<li>Gelote steden: {towns}. De marge achter ± is het 95%-interval.</li>"
        if towns > 1
        else "<li>Alleen zoals het was. Met --towns 5 ziet u ook hoeveel op toeval berust.</li>"
    )
    yield "</ul>"


def _table(found: Comparison) -> str:
    heads = "".join(f'<th scope="col">{head}</th>' for _, head, _, _ in COLUMNS)
    rows = "".join(
        f'<tr><th scope="row">{escape(policy)}</th>'
        + "".join(f'<td class="number">{cell}</td>' for cell in _cells(found, policy))
        + "</tr>"
        for policy in found.policies
    )
    return (
        '<div class="scroll"><table><caption>Wat elke werkwijze had opgeleverd</caption><thead>'
        f'<tr><th scope="col">werkwijze</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _bars(found: Comparison, measure: str, title: str) -> str:
    _, _, scale, decimals = next(column for column in COLUMNS if column[0] == measure)
    spreads = [found.spread(policy, measure) for policy in found.policies]
    most = max((one.mean + one.off for one in spreads), default=0.0) or 1.0
    bars = []
    for at, (policy, one) in enumerate(zip(found.policies, spreads, strict=True)):
        top, end = at * STEP + 6, LEFT + WIDE * one.mean / most
        low, high = (LEFT + WIDE * max(one.mean + side * one.off, 0) / most for side in (-1, 1))
        bars.append(
            f'<text x="{LEFT - 8}" y="{top + 14}" text-anchor="end">{escape(policy)}</text>'
            f'<rect x="{LEFT}" y="{top}" width="{end - LEFT:.1f}" height="18" fill="#0b5394"/>'
            f'<path d="M{low:.1f} {top + 9}H{high:.1f}" stroke="#b45309" stroke-width="3"/>'
            f'<text x="{max(end, high) + 8:.1f}" y="{top + 14}">'
            f"{_number(one, scale, decimals)}</text>"
        )
    tall = len(bars) * STEP + 6
    return (
        f"<h2>{title}</h2><figure>"
        f'<svg viewBox="0 0 {LEFT + WIDE + 130} {tall}" role="img" font-size="14" '
        f'aria-label="{title}; de getallen staan in de tabel hierboven">{"".join(bars)}</svg>'
        "</figure>"
    )


def _by_group(found: Comparison, which: str, title: str) -> Iterator[str]:
    town = found.outcomes[0]
    groups: Mapping[str, Waiting] = getattr(town[0], which)
    shown = sorted(groups, key=lambda name: (-groups[name].asked, name))[:MOST_AREAS]
    heads = "".join(f'<th scope="col">{escape(one.policy)}</th>' for one in town)
    rows = "".join(
        f'<tr><th scope="row">{escape(name)} ({groups[name].asked})</th>'
        + "".join(f"<td>{_told(getattr(one, which)[name])}</td>" for one in town)
        + "</tr>"
        for name in shown
    )
    yield f'<h2>{title}</h2><div class="scroll"><table><caption>Geholpen, en dagen wachten'
    yield " (gemiddeld; 9 van de 10 korter). Tussen haakjes het aantal vragen.</caption><thead><tr>"
    yield f'<th scope="col">{title[4:]}</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'


def _told(one: Waiting) -> str:
    return f"{one.served} geholpen; {one.mean:.0f} dagen ({one.p90:.0f})"


def _groups(groups: Mapping[str, Waiting]) -> dict[str, dict[str, float]]:
    return {
        name: {
            "vragen": one.asked,
            "geholpen": one.served,
            "wachten_gemiddeld": round(one.mean, 3),
            "wachten_p90": round(one.p90, 3),
        }
        for name, one in groups.items()
    }


def _cells(found: Comparison, policy: str) -> list[str]:
    return [
        _number(found.spread(policy, measure), scale, decimals)
        for measure, _, scale, decimals in COLUMNS
    ]


def _number(one: Spread, scale: float, decimals: int) -> str:
    mean = f"{one.mean * scale:.{decimals}f}"
    off = f" ± {one.off * scale:.{max(decimals, 1)}f}" if one.off else ""
    return f"{mean}{off}".replace(".", ",")
