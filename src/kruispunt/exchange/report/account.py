"""The account of the report: by which rules, points and formulas it was reckoned."""

from collections.abc import Iterator
from html import escape
from typing import Final

from kruispunt.core.cards import Question
from kruispunt.core.criteria import CRITERIA, ENOUGH, FAR
from kruispunt.core.eligibility import RULES
from kruispunt.core.explain import dutch_points
from kruispunt.core.packages import packages_of
from kruispunt.core.vocabulary import Intensity
from kruispunt.exchange.report.findings import Findings, dutch, row, table

MEANINGS: Final = {
    "verwachting": "Rol, hoe vaak en hoe lang: elk een derde. Vol als het past, anders niets.",
    "activiteit": "De hoofdsoort van de vraag telt vol, een andere soort half. Ervaring met het "
    "thema telt voor een kwart.",
    "tijd": f"Hoeveel dagdelen samenvallen. Vol vanaf {ENOUGH}.",
    "afstand": f"Rechte lijn. Vol op 0 meter, niets vanaf {FAR // 1000} kilometer.",
    "interesses": f"Wat beiden leuk vinden of juist niet. Vol vanaf {ENOUGH}; een botsing "
    "kost een deel.",
    "taal": "Welk deel van de talen van de vraag de vrijwilliger spreekt.",
    "wensen": "Vol als de vrijwilliger niets tegen de situatie thuis heeft.",
}
"""What each criterion looks at, for people."""
PRICES: Final = {
    "plaats": "een plaats erbij, of een helper minder",
    "km": "een kilometer verder reizen",
    "dagdeel": "een dagdeel erbij",
    "uur": "een uur per week erbij, of een uur minder nodig",
    "training": "een training",
    "vog": "een VOG",
    "klasse": "een klasse zwaarder",
    "soort": "een soort hulp erbij",
    "nieuwe_vrijwilliger": "een nieuwe vrijwilliger",
}
"""What each price is for, for people."""


def account(findings: Findings) -> Iterator[str]:
    """Say how it was reckoned: rules, score, priority, objective, costs."""
    yield '<h2 id="rekenen">Hoe er gerekend is</h2>'
    yield from _rules()
    yield from _score(findings)
    yield from _priority(findings)
    yield from _objective(findings)
    yield from _costs(findings)


def _rules() -> Iterator[str]:
    names = "".join(
        f"<li><b>{escape(rule.name)}</b>: iemand {escape(rule.refusal)}</li>" for rule in RULES
    )
    yield "<h3>1. Wie valt af</h3><p>Iemand kan alleen voorgesteld worden als geen van deze regels "
    yield f"dat verbiedt. Veiligheid is altijd een regel en nooit een punt.</p><ul>{names}</ul>"
    yield (
        "<p>Verder krijgt een vrijwilliger nooit meer vragen dan er plaatsen zijn, en nooit meer "
        "uren dan er vrij zijn. Per vrijwilliger komt er hoogstens één zeer intensieve vraag "
        "bij, en hoogstens twee die intensief of zeer intensief zijn. Een vraag krijgt "
        "precies het aantal helpers dat nodig is, of niemand.</p>"
    )


def _score(findings: Findings) -> Iterator[str]:
    yield (
        "<h3>2. Score</h3><p>De score van een paar is de som van zeven delen. Elk deel is afgerond "
        "op twee decimalen. Is iets niet gezegd, dan telt het half. Er staat dan 'onbekend' bij. "
        "Geslacht, leeftijd en afkomst geven nooit punten.</p>"
    )
    points = findings.weights.points
    yield table(
        "Score = de som van deze delen, samen 100 punten",
        ("Deel", "#Hoogstens", "Waar het naar kijkt"),
        (
            row(
                f"{escape(one.label.capitalize())} (<code>deel_{escape(one.name)}</code>)",
                f"#{dutch_points(points[one.name])}",
                escape(MEANINGS[one.name]),
            )
            for one in CRITERIA
        ),
    )


def _priority(findings: Findings) -> Iterator[str]:
    weights = findings.weights
    yield (
        "<h3>3. Prioriteit</h3><p>Prioriteit = gewicht van de klasse + "
        f"{dutch(weights.waiting_most, 1000)} &times; dagen gewacht ÷ {weights.waiting_days}. "
        f"Er tellen hoogstens {weights.waiting_days} dagen mee. Het tweede deel is afgerond op "
        "drie decimalen.</p>"
    )
    yield table(
        "Gewicht van de klasse",
        ("Klasse", "#Gewicht"),
        (row(escape(one.label), f"#{dutch(weights.intensity[one], 1000)}") for one in Intensity),
        style="narrow",
    )


def _objective(findings: Findings) -> Iterator[str]:
    proposal = findings.proposal
    yield (
        "<h3>4. Doel</h3><p>Doel = de som van score &times; prioriteit over alle paren. Het "
        "voorstel met het hoogste doel wint. Is dat gelijk, dan wint wat de meeste vragen "
        "helpt. Daarna beslist een vaste volgorde van de nummers.</p>"
    )
    yield table(
        "",
        ("Uitkomst", "#Waarde"),
        (
            row("Doel", f"#{dutch(proposal.value, 100_000, decimals=5)}"),
            row(
                "Bovengrens: meer kan het doel niet zijn",
                f"#{dutch(proposal.bound, 100_000, decimals=5)}",
            ),
            row(
                "Gat = (bovengrens &minus; doel) ÷ bovengrens",
                f"#{proposal.gap:.5f}".replace(".", ","),
            ),
            row("Bewezen", "#ja" if proposal.proven else "#nee"),
            row("Deel van het doel dat van wachten komt", f"#{_share_of_waiting(findings)} %"),
        ),
        style="narrow",
    )
    yield from _sharing(findings)
    if findings.has_previous:
        yield (
            "<p>Bij het kiezen telt een paar uit het vorige voorstel "
            f"{dutch(1000 + findings.weights.switch_bonus, 1000)} keer zo zwaar. Doel en "
            "bovengrens zijn zonder die bonus.</p>"
        )


def _sharing(findings: Findings) -> Iterator[str]:
    """Say how places were shared out, where worth alone is not the rule."""
    if findings.weights.longest_first:
        yield (
            "<p><b>Wie het langst wacht, gaat voor.</b> Niemand is overgeslagen voor iemand die "
            "korter wacht. Het doel telt alleen tussen voorstellen die dat volhouden. Waar uren, "
            "dagdelen, pakketten of meer helpers dat onmogelijk maken, tellen de gewachte dagen "
            "als gewicht.</p>"
        )
    if findings.weights.spread_bonus:
        yield (
            "<p><b>Elke buurt een deel.</b> Wie als eersten in een buurt geholpen worden, tellen "
            f"{dutch_points(findings.weights.spread_bonus)} punten extra. Dat loopt per tiende "
            "deel van de vragen af tot niets. Een buurt is wat in de kolom buurt staat. Waar "
            "niets staat, is het een vierkant van 2,5 kilometer. Het doel is zonder die "
            "punten.</p>"
        )
    if packages_of(findings.questions) is not None:
        yield (
            "<p><b>Pakketten blijven heel.</b> Vragen met hetzelfde woord in de kolom pakket "
            "krijgen samen een voorstel, of geen van alle. Ieder kan een eigen helper "
            "hebben.</p>"
        )
    if findings.weights.own_slots:
        yield (
            "<p><b>Elke vraag een eigen dagdeel.</b> Wie meer dan een vraag krijgt, heeft voor "
            "elke vraag een ander dagdeel dat beide kanten past. Wie geen dagdelen noemt, kan "
            "altijd.</p>"
        )


def _share_of_waiting(findings: Findings) -> str:
    """How much of the objective comes from waiting, in per cent with one decimal."""
    asked = {card.id: card for card in findings.questions}
    waited = sum(
        pair.score * (pair.priority - _class_weight(findings, asked[pair.question]))
        for pair in findings.proposal.pairings
    )
    return dutch(100 * waited, findings.proposal.value or 1, decimals=1)


def _class_weight(findings: Findings, question: Question) -> int:
    return findings.weights.intensity[question.intensity]


def _costs(findings: Findings) -> Iterator[str]:
    yield (
        "<h3>5. Kosten van een verandering</h3><p>De goedkoopste verandering wordt gekozen met "
        "deze kosten. Een begonnen kilometer of uur telt als een hele.</p>"
    )
    yield table(
        "",
        ("Verandering", "#Kosten"),
        (
            row(escape(PRICES[name][0].upper() + PRICES[name][1:]), f"#{dutch_points(cost)}")
            for name, cost in findings.weights.costs.items()
        ),
        style="narrow",
    )
