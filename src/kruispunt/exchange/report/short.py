"""The first page of the report: how many, how good, and how sure."""

from collections.abc import Iterator
from html import escape

from kruispunt.core.propose import Proposal
from kruispunt.exchange.report.findings import Findings, dutch, dutch_date


def in_short(findings: Findings) -> Iterator[str]:
    """Give the title, the counts, the verdict and what stands where."""
    weights = findings.weights
    yield "<header><h1>Voorstel: wie helpt wie</h1>"
    yield (
        f'<p class="soft">Gegevens van {dutch_date(findings.today)}. Gewichten geldig vanaf '
        f"{dutch_date(weights.valid_from)}, vastgesteld door {escape(weights.adopted_by)}.</p>"
    )
    yield "<p>Dit is een voorstel. Een mens leest het en beslist.</p></header>"
    yield f'<ul class="counts">{"".join(_counts(findings))}</ul>'
    yield _verdict(findings)
    yield (
        '<nav aria-label="Inhoud"><ul><li><a href="#kaart">Kaart</a></li>'
        '<li><a href="#voorstellen">Voorstellen</a></li>'
        '<li><a href="#open">Vragen zonder voorstel</a></li>'
        '<li><a href="#tekort">Welke vrijwilligers ontbreken</a></li>'
        '<li><a href="#rekenen">Hoe er gerekend is</a></li></ul></nav>'
    )


def _counts(findings: Findings) -> Iterator[str]:
    busy = len({pair.volunteer for pair in findings.proposal.pairings})
    for number, words in (
        (len(findings.questions), "vragen"),
        (findings.served, "vragen met een voorstel"),
        (len(findings.proposal.unmatched), "vragen zonder voorstel"),
        (len(findings.volunteers), "vrijwilligers"),
        (busy, "vrijwilligers met een voorstel"),
    ):
        yield f"<li><b>{dutch(number)}</b> {words}</li>"


def _verdict(findings: Findings) -> str:
    proposal = findings.proposal
    if not findings.questions or not findings.volunteers:
        return (
            '<p class="verdict open">Er valt niets voor te stellen: er is geen vraag of geen '
            "vrijwilliger.</p>"
        )
    if proposal.proven:
        return (
            '<p class="verdict"><b>Beter kan niet.</b> Met deze mensen, regels en gewichten is er '
            "geen voorstel dat meer waard is. Dat is nagerekend en bewezen.</p>"
        )
    return (
        '<p class="verdict open"><b>Een heel goed voorstel, maar niet bewezen het beste.</b> '
        f"Het beste voorstel is hoogstens {_percent(proposal)} meer waard. Sommige vragen "
        "hebben meer helpers nodig of horen bij elkaar, of de uren of dagdelen van een "
        "vrijwilliger zijn op. Dan is het beste voorstel lastig te bewijzen.</p>"
    )


def _percent(proposal: Proposal) -> str:
    # rounded up, so that the best is never more than is said
    hundredths = -(-10_000 * (proposal.bound - proposal.value) // max(proposal.value, 1))
    return f"{dutch(max(hundredths, 1), 100)} %"
