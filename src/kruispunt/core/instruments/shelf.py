"""The instruments that can be used: metadata and scoring only, never the questions (INS-04)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Final

from kruispunt.core.instruments import scoring
from kruispunt.core.instruments.scoring import Answers, Score

FIVE: Final = ("nee!", "nee", "min of meer", "ja", "ja!")
THREE: Final = ("ja", "min of meer", "nee")
TWO: Final = ("ja", "nee")
OFTEN: Final = tuple(scoring.OFTEN)
HOW_LONG: Final = (
    "korter dan 1 week",
    "1 week tot 1 maand",
    "1 tot 6 maanden",
    "6 tot 12 maanden",
    "1 tot 2 jaar",
    "langer dan 2 jaar",
)
HEAVY_HOW_LONG: Final = frozenset(HOW_LONG[:3])
DJG6_BANDS: Final = ((0, "niet eenzaam"), (2, "matig eenzaam"), (5, "ernstig eenzaam"))
DJG11_BANDS: Final = (
    (0, "niet eenzaam"),
    (3, "matig eenzaam"),
    (9, "ernstig eenzaam"),
    (11, "zeer ernstig eenzaam"),
)
EDIZ_PLUS_BANDS: Final = ((0, "geen"), (1, "licht"), (4, "matig"), (9, "overbelast"))


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument: how many questions, which answers, who made it, and whether it is free."""

    code: str
    name: str
    items: int
    options: tuple[str, ...]
    score: Callable[[Answers], Score]
    source: str
    free: bool = False
    """Whether it may be used without permission of its makers."""
    young: bool = False
    """Made for children and young people who care for someone."""


def _how_long(answers: Answers) -> Score:
    """How long someone can keep going if everything stays as it is."""
    [answer] = answers
    return Score(None, answer or "")


SHELF: Final = MappingProxyType(
    {
        one.code: one
        for one in (
            Instrument("volhoudtijd", "Volhoudtijd", 1, HOW_LONG, _how_long, "Kraijo", free=True),
            Instrument(
                "ediz",
                "EDIZ",
                9,
                FIVE,
                partial(scoring.agreed, bands=((0, ""),)),
                "Pot e.a. 1995",
            ),
            Instrument(
                "ediz_plus",
                "EDIZ-plus",
                15,
                FIVE,
                partial(scoring.agreed, bands=EDIZ_PLUS_BANDS),
                "De Boer e.a. 2012",
            ),
            Instrument(
                "csi",
                "CSI",
                13,
                TWO,
                partial(scoring.agreed, bands=((0, "niet overbelast"), (7, "overbelast"))),
                "Robinson 1983, Schuré 1995",
            ),
            Instrument(
                "djg6",
                "De Jong Gierveld, 6 vragen",
                6,
                THREE,
                partial(scoring.lonely, negative=frozenset({1, 4, 6}), bands=DJG6_BANDS),
                "De Jong Gierveld en Van Tilburg 2006",
            ),
            Instrument(
                "djg11",
                "De Jong Gierveld, 11 vragen",
                11,
                THREE,
                partial(
                    scoring.lonely,
                    negative=frozenset({2, 3, 5, 6, 9, 10}),
                    bands=DJG11_BANDS,
                ),
                "De Jong Gierveld en Van Tilburg 1999",
            ),
            Instrument(
                "maca",
                "MACA-YC18",
                18,
                OFTEN,
                scoring.tasks_of_a_young_carer,
                "Joseph, Becker en Becker 2009",
                young=True,
            ),
            Instrument(
                "panoc",
                "PANOC-YC20",
                20,
                OFTEN,
                scoring.feelings_of_a_young_carer,
                "Joseph, Becker en Becker 2009",
                young=True,
            ),
            Instrument(
                "zrm",
                "Zelfredzaamheid-Matrix 2017",
                scoring.ZRM_DOMAINS,
                ("1", "2", "3", "4", "5"),
                scoring.self_reliance_matrix,
                "GGD Amsterdam",
            ),
        )
    }
)
