"""The report per neighbourhood: how many ask, how many have a proposal, how long others wait."""

from collections.abc import Iterator
from html import escape

from kruispunt.core.cards import Question
from kruispunt.core.neighbourhoods import neighbourhoods_of
from kruispunt.exchange.report.findings import MOST_ROWS, Findings, and_more, dutch, row, table


def neighbourhoods_table(findings: Findings) -> Iterator[str]:
    """Who is helped where; only where neighbourhoods are said, or count."""
    said = any(card.neighbourhood for card in findings.questions)
    if not said and not findings.weights.spread_bonus:
        return
    areas: dict[str, list[Question]] = {}
    names = neighbourhoods_of(findings.questions)
    for name, card in zip(names, findings.questions, strict=True):
        areas.setdefault(name, []).append(card)
    left = set(findings.proposal.unmatched)
    yield '<h2 id="buurten">Per buurt</h2>'
    yield (
        "<p>De buurt is wat in de kolom buurt staat. Staat daar niets, dan is het een vierkant van "
        "2,5 kilometer, met de hoek linksonder.</p>"
    )
    yield table(
        "",
        ("Buurt", "#Vragen", "#Met een voorstel", "#Deel", "#Langst wachtende zonder voorstel"),
        [_line(one, areas[one], left) for one in sorted(areas, key=str.casefold)[:MOST_ROWS]],
        style="narrow",
    )
    yield and_more(MOST_ROWS, len(areas), "uw eigen bestand met vragen")


def _line(name: str, asks: list[Question], left: set[str]) -> str:
    helped = sum(card.id not in left for card in asks)
    waiting = max((card.days_waiting for card in asks if card.id in left), default=None)
    return row(
        escape(name),
        f"#{dutch(len(asks))}",
        f"#{dutch(helped)}",
        f"#{dutch(100 * helped, len(asks), decimals=0)} %",
        "#&ndash;" if waiting is None else f"#{dutch(waiting)} dagen",
    )
