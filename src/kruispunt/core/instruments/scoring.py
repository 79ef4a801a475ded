"""How answers become a score: exactly as the makers of each instrument count (INS-03)."""

from collections.abc import Sequence
from dataclasses import dataclass

Answers = Sequence[str | None]
YES = frozenset({"ja", "ja!", "min of meer"})
NO = frozenset({"nee", "nee!", "min of meer"})


@dataclass(frozen=True, slots=True)
class Score:
    """What came out: a total, its parts, and in which band. A start of a talk, never a verdict."""

    total: int | None
    band: str
    parts: tuple[tuple[str, int | None], ...] = ()
    same_day: bool = False
    """Somebody professional calls the same day, whatever the total says."""


UNKNOWN = Score(None, "")
"""Too much was left open to say anything."""


def _band(total: int, bands: Sequence[tuple[int, str]]) -> str:
    return next(name for least, name in reversed(bands) if total >= least)


def agreed(answers: Answers, bands: Sequence[tuple[int, str]]) -> Score:
    """Count what is (more or less) agreed with; complete answers only (EDIZ, EDIZ-plus, CSI).

    Examples
    --------
    >>> said = ["nee!", "nee", "min of meer", "ja", "ja!", "nee", "ja", "min of meer", "nee"]
    >>> agreed(said, ((0, ""),)).total
    5
    """
    if any(answer is None for answer in answers):
        return UNKNOWN
    total = sum(answer in YES for answer in answers)
    return Score(total, _band(total, bands))


def lonely(answers: Answers, negative: frozenset[int], bands: Sequence[tuple[int, str]]) -> Score:
    """Count loneliness (De Jong Gierveld): one answer may be missing, but not in a subscale.

    Examples
    --------
    >>> said = ["ja", "nee", "min of meer", "nee", "ja", "nee"]
    >>> lonely(said, frozenset({1, 4, 6}), ((0, "niet"), (2, "matig"), (5, "ernstig")))
    Score(total=3, band='matig', parts=(('emotioneel', 1), ('sociaal', 2)), same_day=False)
    """
    points = [
        None if answer is None else int(answer in (YES if number in negative else NO))
        for number, answer in enumerate(answers, 1)
    ]
    emotional = _sum(points, negative)
    social = _sum(points, frozenset(range(1, len(points) + 1)) - negative)
    parts = (("emotioneel", emotional), ("sociaal", social))
    if points.count(None) > 1:
        return Score(None, "", parts)
    total = sum(point or 0 for point in points)
    return Score(total, _band(total, bands), parts)


def _sum(points: Sequence[int | None], numbers: frozenset[int]) -> int | None:
    chosen = [points[number - 1] for number in sorted(numbers)]
    return None if None in chosen else sum(point or 0 for point in chosen)


OFTEN = {"nooit": 0, "soms": 1, "vaak": 2}
MACA_PARTS = (
    "huishouden",
    "regelen in huis",
    "geld en klussen",
    "persoonlijke zorg",
    "emotionele zorg",
    "zorg voor broer of zus",
)
MACA_BANDS = ((0, "geen"), (1, "laag"), (10, "matig"), (14, "hoog"), (18, "zeer hoog"))


def tasks_of_a_young_carer(answers: Answers) -> Score:
    """Count how much a child does (MACA-YC18): six subscales of three items, in the order asked.

    Subscales and bands as in Joseph, Becker and Becker, Manual for Measures of Caring Activities
    and Outcomes for Children and Young People (2009).

    Examples
    --------
    >>> tasks_of_a_young_carer(["vaak"] * 8 + ["soms"] + ["nooit"] * 9).band
    'hoog'
    """
    if any(answer is None for answer in answers):
        return UNKNOWN
    points = [OFTEN[answer or ""] for answer in answers]
    parts = tuple((name, sum(points[3 * at : 3 * at + 3])) for at, name in enumerate(MACA_PARTS))
    return Score(sum(points), _band(sum(points), MACA_BANDS), parts)


PANOC_POSITIVE = frozenset({1, 2, 3, 4, 7, 8, 15, 18, 19, 20})
PANOC_LIFE = 16
FEW_GOOD, MUCH_BAD = 12, 9


def feelings_of_a_young_carer(answers: Answers) -> Score:
    """Count what caring does to a child (PANOC-YC20); one answer asks for a call the same day.

    Ten items are positive, ten negative; 12 or fewer points for the good or 9 or more for the bad
    are a reason for concern: Joseph, Becker and Becker, Manual for Measures of Caring Activities
    and Outcomes for Children and Young People (2009).

    Examples
    --------
    >>> said = ["vaak"] * 20
    >>> feelings_of_a_young_carer(said).same_day
    True
    """
    heavy = len(answers) >= PANOC_LIFE and answers[PANOC_LIFE - 1] in {"soms", "vaak"}
    if any(answer is None for answer in answers):
        return Score(None, "", same_day=heavy)
    points = [OFTEN[answer or ""] for answer in answers]
    good = sum(point for number, point in enumerate(points, 1) if number in PANOC_POSITIVE)
    bad = sum(points) - good
    band = "zorg" if good <= FEW_GOOD or bad >= MUCH_BAD else "goed"
    return Score(None, band, (("positief", good), ("negatief", bad)), same_day=heavy)


LEVELS = ("acute problematiek", "niet", "beperkt", "voldoende", "volledig")
ZRM_DOMAINS = 13


def self_reliance_matrix(levels: Answers) -> Score:
    """Keep thirteen levels as a trained professional judged them; there is no total.

    Examples
    --------
    >>> self_reliance_matrix(["4"] * 11)
    Traceback (most recent call last):
    ...
    ValueError: this form has 13 domains; an older form with 11 cannot be taken over
    """
    if len(levels) != ZRM_DOMAINS:
        raise ValueError("this form has 13 domains; an older form with 11 cannot be taken over")
    parts = tuple(
        (str(number), None if level is None else int(level))
        for number, level in enumerate(levels, 1)
    )
    return Score(None, "", parts)
