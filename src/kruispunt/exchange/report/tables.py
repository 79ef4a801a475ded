"""The tables of the report: the proposals, the open questions, the missing volunteers."""

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from kruispunt.core.eligibility import RULES
from kruispunt.core.explain import dutch_points, reason_sentence
from kruispunt.core.gap import Shortage
from kruispunt.core.propose import Pairing
from kruispunt.core.unlock import Unmatched
from kruispunt.core.unlock.sentences import REASONS, rule_sentence, unlocker_sentence
from kruispunt.core.vocabulary import Intensity, Kind, Theme
from kruispunt.core.weigh import standing
from kruispunt.exchange.report.findings import MOST_ROWS, Findings, and_more, dutch, row, table


def pairs_table(findings: Findings) -> Iterator[str]:
    """Who is proposed for whom, and why."""
    pairs = findings.proposal.pairings
    yield '<h2 id="voorstellen">Voorstellen</h2>'
    if not pairs:
        yield "<p>Er zijn geen voorstellen.</p>"
        return
    yield (
        "<p>De score loopt van 0 tot 100 en is de som van de punten die erachter staan. "
        "De prioriteit hangt af van de klasse van de vraag en van hoe lang iemand wacht.</p>"
    )
    asked = {card.id: card for card in findings.questions}
    crowd = {card.id: card for card in findings.volunteers}

    def line(pair: Pairing) -> str:
        question, volunteer = asked[pair.question], crowd[pair.volunteer]
        reasons = standing(question, volunteer, findings.weights).reasons
        return row(
            f"<b>{escape(pair.question)}</b><br>{escape(_kinds(question.kinds))}",
            f"<b>{escape(pair.volunteer)}</b>",
            f"#{dutch(pair.score, 100, decimals=2)}",
            f"#{dutch(pair.priority, 1000, decimals=3)}",
            escape("; ".join(reason_sentence(reason) for reason in reasons)),
        )

    header = ("Vraag", "Vrijwilliger", "#Score", "#Prioriteit", "Waarom")
    yield table("", header, map(line, pairs[:MOST_ROWS]))
    yield and_more(MOST_ROWS, len(pairs), "het bestand met voorstellen")


def open_table(findings: Findings) -> Iterator[str]:
    """Which questions stay open, why, and what would unlock them."""
    still_open = findings.proposal.unmatched
    yield '<h2 id="open">Vragen zonder voorstel</h2>'
    if not still_open:
        yield "<p>Elke vraag heeft een voorstel.</p>"
        return
    if findings.unlockers is None:
        yield (
            f"<p>{dutch(len(still_open))} vragen hebben geen voorstel. Waarom, en wat elke vraag "
            "zou helpen, is niet uitgezocht. Vraag daarvoor ook om het bestand met "
            "niet-gekoppelde vragen (<code>--unmatched</code>).</p>"
        )
        names = ", ".join(escape(ask) for ask in still_open[:MOST_ROWS])
        yield f"<p>{names}</p>{and_more(MOST_ROWS, len(still_open), 'dat bestand')}"
        return
    yield (
        "<p>Bij elke vraag staat de goedkoopste verandering waarna er wél een voorstel is. "
        "Soms is dat een verandering bij iemand anders: dan komt er een vrijwilliger vrij.</p>"
    )
    if not findings.proposal.proven:
        yield (
            "<p>Het voorstel is niet bewezen het beste. De veranderingen gelden voor het voorstel "
            "dat er dan opnieuw uit komt.</p>"
        )
    yield _in_the_way(findings.unlockers)
    kinds = {card.id: card.kinds for card in findings.questions}
    header = ("Vraag", "Waarom niet", "Wat zou helpen", "#Kosten")
    yield table(
        "", header, (_open_line(one, kinds[one.question]) for one in findings.unlockers[:MOST_ROWS])
    )
    yield and_more(MOST_ROWS, len(findings.unlockers), "het bestand met niet-gekoppelde vragen")


def _open_line(one: Unmatched, kinds: tuple[str, ...]) -> str:
    cost = f"#{dutch_points(one.unlocker.cost)}" if one.unlocker else "#&ndash;"
    return row(
        f"<b>{escape(one.question)}</b><br>{escape(_kinds(kinds))}",
        escape(f"{REASONS[one.because]} {rule_sentence(one.rule)}"),
        escape(unlocker_sentence(one.unlocker, one.question)),
        cost,
    )


def _in_the_way(unlockers: Sequence[Unmatched]) -> str:
    counts = Counter(one.rule for one in unlockers if one.rule)
    lines = (
        row(f"Iemand {escape(rule.refusal)}", f"#{dutch(counts[rule.name])}")
        for rule in sorted(RULES, key=lambda rule: -counts[rule.name])
        if counts[rule.name]
    )
    return table(
        "Wat bij open vragen het vaakst in de weg staat",
        ("Regel", "#Vragen"),
        lines,
        style="narrow",
    )


def missing_table(findings: Findings) -> Iterator[str]:
    """Which volunteers are missing most, and where."""
    yield '<h2 id="tekort">Welke vrijwilligers ontbreken</h2>'
    if findings.missing is None:
        yield (
            "<p>Dit is niet uitgezocht. Vraag daarvoor ook om het bestand met tekorten "
            "(<code>--gap</code>).</p>"
        )
        return
    if not findings.missing:
        yield "<p>Geen enkele vrijwilliger erbij zou een open vraag helpen.</p>"
        return
    yield (
        "<p>Elke regel is één vrijwilliger die er nog niet is. De meerwaarde is wat het doel "
        "stijgt als precies deze ene vrijwilliger erbij komt. Komen er meer bij, dan is de "
        "meerwaarde samen vaak minder dan de som.</p>"
    )
    header = ("Wie", "Waar (x, y in meters)", "#Meerwaarde", "#Vragen erbij")
    yield table("", header, map(_missing_line, findings.missing[:MOST_ROWS]))
    yield and_more(MOST_ROWS, len(findings.missing), "het bestand met tekorten")


def _missing_line(one: Shortage) -> str:
    profile = one.profile
    themes = ", ".join(Theme(theme).label.lower() for theme in profile.themes.split("|") if theme)
    needs = [Intensity(profile.intensity).label.lower() + (f": {themes}" if themes else "")]
    needs += [f"spreekt {one.row['talen'].replace('|', ', ')}"] if one.row["talen"] != "nl" else []
    needs += [{"v": "vrouw", "m": "man"}[one.row["geslacht"]]] if one.row["geslacht"] else []
    return row(
        f"<b>{escape(_kinds((profile.kind,)))}</b><br>{escape('; '.join(needs))}",
        escape(f"{dutch(one.volunteer.x, 1000)}, {dutch(one.volunteer.y, 1000)}"),
        f"#{dutch(one.added_value, 100_000, decimals=5)}",
        f"#{dutch(one.extra_served)}",
    )


def _kinds(codes: tuple[str, ...]) -> str:
    return ", ".join(Kind(code).label for code in codes)
