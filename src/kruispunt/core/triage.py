"""How heavy a question is: rules that are shown line by line, and that a person confirms.

The rules propose and never decide (PRV-08). Safety comes first (TRI-01), then the class (TRI-02),
then who leads, and last an order within the class that never changes the class (TRI-03).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from kruispunt.core.lengths import AMOUNTS
from kruispunt.core.vocabulary import Intensity, Kind, Theme
from kruispunt.core.vocabulary.words import Words

YES: Final = 2
DEPENDENT: Final = 4


class Danger(Words):
    """The safety gate (TRI-01): any yes means a professional, the same or the next day."""

    ACUTE = "acuut", "Er is direct gevaar"
    VIOLENCE = "geweld", "Er zijn tekenen van geweld"
    SUICIDE = "suicide", "Iemand praat over niet meer willen leven"
    AGGRESSION = "agressie", "Er is agressie of een psychose zonder hulp"
    NEGLECT = "verwaarlozing", "Iemand wordt ernstig verwaarloosd"
    NO_CONSENT = "geen_toestemming", "Niemand kan toestemming geven"


class Indicator(Words):
    """Ten things to ask about (TRI-03), each nought, one or two."""

    COGNITION = "geheugen", "Geheugen en denken"
    PSYCHOSOCIAL = "psychosociaal", "Psychische of sociale problemen"
    LONELINESS = "eenzaamheid", "Eenzaamheid als kern van de vraag"
    PHYSICAL = "lichamelijk", "Zware lichamelijke beperking"
    COMMUNICATION = "communicatie", "Praten en verstaan, taal"
    BEHAVIOUR = "gedrag", "Onvoorspelbaar gedrag"
    DURATION = "duur", "Hoe lang: één keer, tot 3 maanden, langer"
    FREQUENCY = "frequentie", "Hoe vaak: hooguit maandelijks, wekelijks, vaker"
    NETWORK = "netwerk", "Mensen eromheen: aanwezig, overbelast, niemand"
    BACKUP = "achterwacht", "Beroepskracht: vaste persoon, bekend, niemand"


I = Indicator  # noqa: E741  (as short as the column of the table)
SEED_RULE: Final = (I.COGNITION, I.PSYCHOSOCIAL, I.LONELINESS, I.PHYSICAL)
ABOUT_THE_PERSON: Final = (*SEED_RULE, I.COMMUNICATION, I.BEHAVIOUR)
THEME_OF: Final[Mapping[Indicator, Theme]] = MappingProxyType(
    {
        I.COGNITION: Theme.DEMENTIA,
        I.PSYCHOSOCIAL: Theme.MENTAL_HEALTH,
        I.LONELINESS: Theme.LONELINESS,
        I.PHYSICAL: Theme.PHYSICAL,
    }
)
MOST_REASONS: Final = 3
ANSWERS: Final = ("nee", "een beetje", "ja")


class NotForVolunteers(Words):
    """What no volunteer does (TAX-05): choose one, and the way is formal."""

    MEDICAL = "medisch", "Medische handelingen"
    MEDICATION = "medicijnen", "Medicijnen geven"
    BODY_CARE = "lijfzorg", "Wassen, aankleden, naar het toilet"
    BANKING = "bankzaken", "Bankzaken en pincodes"
    HEAVY_CLEANING = "poetsen", "Poetsen in plaats van de thuiszorg"
    LIFTING = "tillen", "Tillen"


@dataclass(frozen=True, slots=True)
class Answers:
    """What was asked and answered while clarifying. An indicator left out counts as nought."""

    self_reliance: int
    times: int | None = None
    """How often the help is needed in all; None when it goes on."""
    indicators: Mapping[str, int] = field(default_factory=dict)
    dangers: frozenset[str] = frozenset()
    not_for_volunteers: frozenset[str] = frozenset()

    def level(self, indicator: Indicator) -> int:
        return self.indicators.get(indicator, 0)


@dataclass(frozen=True, slots=True)
class Rules:
    """The numbers in the rules that a municipality may set itself, from a day on."""

    few_times: int = AMOUNTS["triage.few_times"]
    """A question that comes back no more often than this is light, when nothing is heavy."""


HOUSE_RULES: Final = Rules()


@dataclass(frozen=True, slots=True)
class Line:
    """One rule that was looked at: its name, what it saw, and whether it bites."""

    rule: str
    sentence: str
    bites: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules propose, with every line that led there."""

    intensity: Intensity
    formal_leads: bool
    professional_first: bool
    themes: frozenset[Theme]
    load: int
    lines: tuple[Line, ...]

    @property
    def deciding(self) -> tuple[Line, ...]:
        """The lines that made the proposal what it is; the others were only looked at."""
        return tuple(line for line in self.lines if line.bites)


def triage(answers: Answers, rules: Rules = HOUSE_RULES) -> Verdict:
    """Weigh the answers rule by rule.

    Examples
    --------
    >>> verdict = triage(Answers(self_reliance=2, indicators={"geheugen": 2}))
    >>> verdict.intensity.value, [theme.value for theme in verdict.themes]
    ('zeer_intensief', ['dementie'])
    >>> triage(Answers(self_reliance=1, times=1)).intensity.value
    'licht'
    """
    _refuse_unknown(answers)
    safety = tuple(_danger(word, answers) for word in Danger)
    core = tuple(_core_problem(indicator, answers) for indicator in SEED_RULE)
    heavy, formal, banned = any(line.bites for line in core), _dependent(answers), _banned(answers)
    not_simple = _not_simple(answers, rules)
    intensity = (
        Intensity.VERY_INTENSIVE
        if heavy
        else Intensity.INTENSIVE
        if not_simple
        else Intensity.LIGHT
    )
    simple = _simple(not_simple, decides=not heavy)
    unsafe = any(line.bites for line in safety)
    return Verdict(
        intensity=intensity,
        formal_leads=unsafe or formal.bites or banned.bites,
        professional_first=unsafe,
        themes=frozenset(THEME_OF[i] for i in SEED_RULE if answers.level(i) == YES),
        load=sum(answers.level(indicator) for indicator in Indicator),
        lines=(*safety, *core, simple, formal, banned, _order(answers)),
    )


def informal_only_allowed(*, self_reliance: int, professional_first: bool) -> bool:
    """Say whether volunteers alone may be the answer: not when dependent, not when unsafe (5.1)."""
    return self_reliance < DEPENDENT and not professional_first


def goes_to_the_neighbourhood_team(kinds: Iterable[str]) -> bool:
    """Say whether this is about the neighbourhood and not about a person (TAX-04)."""
    return any(Kind(kind).group == "leefbaarheid" for kind in kinds)


def _danger(word: Danger, answers: Answers) -> Line:
    bites = word in answers.dangers
    told = "ja: vandaag of morgen een beroepskracht" if bites else "nee"
    return Line("TRI-01", f"{word.label}: {told}.", bites)


def _core_problem(indicator: Indicator, answers: Answers) -> Line:
    level = answers.level(indicator)
    told = "ja, dus zeer intensief" if level == YES else ANSWERS[level]
    return Line("TRI-02", f"{indicator.label}: {told}.", level == YES)


def _not_simple(answers: Answers, rules: Rules) -> list[str]:
    """Why this is no simple question, each reason in words; none when it is one."""
    reasons = []
    if answers.times is None:
        reasons.append("het gaat door")
    elif answers.times > rules.few_times:
        reasons.append(f"{answers.times} keer")
    said = ((word, answers.level(word)) for word in ABOUT_THE_PERSON)
    reasons += [f"{word.label.lower()}: {ANSWERS[level]}" for word, level in said if level]
    return reasons


def _simple(not_simple: list[str], *, decides: bool) -> Line:
    """Where nothing is very heavy, this line decides between light and intensive."""
    named = not_simple[:MOST_REASONS] + ["en meer"] * (len(not_simple) > MOST_REASONS)
    told = f"nee ({'; '.join(named)})" if not_simple else "ja"
    so = f", dus {'intensief' if not_simple else 'licht'}" if decides else ""
    return Line("TRI-02", f"Een eenvoudige vraag: {told}{so}.", decides)


def _dependent(answers: Answers) -> Line:
    bites = answers.self_reliance == DEPENDENT
    told = "de zorg leidt, een vrijwilliger vult aan" if bites else "informele hulp kan leiden"
    return Line("TRI-02", f"Zelfredzaamheid niveau {answers.self_reliance}: {told}.", bites)


def _banned(answers: Answers) -> Line:
    named = [word.label.lower() for word in NotForVolunteers if word in answers.not_for_volunteers]
    told = f"dit doet een vrijwilliger niet: {', '.join(named)}" if named else "niets"
    return Line("TAX-05", f"Werk voor beroepskrachten: {told}.", bool(named))


def _order(answers: Answers) -> Line:
    load = sum(answers.level(indicator) for indicator in Indicator)
    return Line("TRI-03", f"Volgorde binnen de klasse: {load} van 20 punten.", bites=False)


def _refuse_unknown(answers: Answers) -> None:
    if answers.self_reliance not in range(1, DEPENDENT + 1):
        raise ValueError("self-reliance is a level from 1 to 4")
    for name, level in answers.indicators.items():
        if Indicator(name) and level not in range(YES + 1):
            raise ValueError(f"indicator {name} is 0, 1 or 2")
    for word in answers.dangers:
        Danger(word)
    for word in answers.not_for_volunteers:
        NotForVolunteers(word)
