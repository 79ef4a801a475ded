"""The report of a proposal: one page to read or to print, with nothing fetched from elsewhere."""

from collections.abc import Iterator
from importlib.resources import files
from string import Template

from kruispunt.exchange.report.account import account
from kruispunt.exchange.report.findings import Findings, dutch_date
from kruispunt.exchange.report.map import town_map
from kruispunt.exchange.report.neighbourhoods import neighbourhoods_table
from kruispunt.exchange.report.short import in_short
from kruispunt.exchange.report.tables import missing_table, open_table, pairs_table

__all__ = ["Findings", "report_page"]


def report_page(findings: Findings) -> str:
    """Write the whole page as HTML; how much it shows is bounded, however large the town."""
    page = Template(files(__package__).joinpath("page.html").read_text(encoding="utf-8"))
    return page.substitute(
        title=f"Voorstel van {dutch_date(findings.today)}", body="\n".join(_sections(findings))
    )


def _sections(findings: Findings) -> Iterator[str]:
    yield from in_short(findings)
    yield from town_map(findings)
    yield from pairs_table(findings)
    yield from open_table(findings)
    yield from neighbourhoods_table(findings)
    yield from missing_table(findings)
    yield from account(findings)
