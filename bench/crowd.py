"""A made-up province in cards: towns, habits and scarcity, the same for the same seed."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.vocabulary import Frequency, Intensity, Kind, Role, Slot, Theme

SIZES: Final = {"S": (1_000, 2_000), "M": (20_000, 50_000), "L": (100_000, 300_000)}
_WIDTH: Final = {"S": 12_000_000, "M": 70_000_000, "L": 250_000_000}
_KINDS: Final = [kind.value for kind in Kind][:20]
_SLOTS: Final = [slot.value for slot in Slot]
_THEMES: Final = [theme.value for theme in Theme]
_TONGUES: Final = "ar tr en uk pl es so ti fa fr de pt".split()
_THINGS: Final = "hond kat roken trap vogel".split()
_WORDS: Final = [f"interesse{number}" for number in range(40)]


def crowd(size: str, *, seed: int = 1) -> tuple[list[Question], list[Volunteer]]:
    """Make the questions and volunteers of one size (S, M or L)."""
    questions, volunteers = SIZES[size]
    return crowd_of(questions, volunteers, width=_WIDTH[size], seed=seed)


def crowd_of(
    questions: int,
    volunteers: int,
    *,
    width: int = 70_000_000,
    towns: int | None = None,
    seed: int = 1,
) -> tuple[list[Question], list[Volunteer]]:
    """Make any number of questions and volunteers on a square of `width` millimetres.

    The fewer towns, the more volunteers live near a question.
    """
    rng = np.random.default_rng(seed)
    count = towns or max(questions // 400, volunteers // 1000, 3)
    towns_at = rng.uniform(0, width, (count, 2))
    return (
        _questions(rng, _places(rng, towns_at, questions)),
        _volunteers(rng, _places(rng, towns_at, volunteers)),
    )


def _places(rng: np.random.Generator, towns: NDArray[np.float64], count: int) -> list[list[int]]:
    spots = towns[rng.integers(0, len(towns), count)] + rng.normal(0, 2_500_000, (count, 2))
    return [[int(x) + 100_000_000, int(y) + 400_000_000] for x, y in spots]


def _questions(rng: np.random.Generator, places: Sequence[Sequence[int]]) -> list[Question]:
    made = []
    for number, (x, y) in enumerate(places):
        intensity = _one(rng, list(Intensity), [0.6, 0.3, 0.1])
        very = intensity is Intensity.VERY_INTENSIVE
        made.append(
            Question(
                f"v{number:06d}",
                tuple(_some(rng, _KINDS, 1, 2)),
                intensity,
                x,
                y,
                themes=frozenset(_some(rng, _THEMES, 1, 1)) if very else frozenset(),
                slots=frozenset(_some(rng, _SLOTS, 0, 6)),
                hours=int(rng.choice([1000, 2000, 2000, 3000])),
                languages=frozenset({"nl", *_some(rng, _TONGUES, 0, 1)}),
                gender_wish=_one(rng, ["", "v", "m"], [0.85, 0.1, 0.05]),
                circumstances=frozenset(_some(rng, _THINGS, 0, 2)),
                interests=frozenset(_some(rng, _WORDS, 0, 5)),
                dislikes=frozenset(_some(rng, _WORDS, 0, 1)),
                role=_one(rng, ["", *Role], [0.4, 0.2, 0.2, 0.2]),
                frequency=_one(rng, ["", *Frequency], [0.2, 0.5, 0.1, 0.1, 0.1]),
                term_months=int(rng.choice([0, 3, 6, 12])),
                needs_vog=intensity is not Intensity.LIGHT,
                days_waiting=int(rng.integers(0, 200)),
            )
        )
    return made


def _volunteers(rng: np.random.Generator, places: Sequence[Sequence[int]]) -> list[Volunteer]:
    made = []
    for number, (x, y) in enumerate(places):
        trained = ["basis"] if rng.random() < 0.6 else []
        made.append(
            Volunteer(
                f"w{number:06d}",
                frozenset(_some(rng, _KINDS, 2, 8)),
                x,
                y,
                reach=int(rng.choice([2_000_000, 5_000_000, 5_000_000, 10_000_000])),
                slots=frozenset(_some(rng, _SLOTS, 0, 9)),
                hours=int(rng.choice([2000, 2000, 4000, 6000])),
                places=int(rng.choice([1, 1, 1, 2, 3])),
                languages=frozenset({"nl", *_some(rng, _TONGUES, 0, 2)}),
                gender=_one(rng, ["v", "m", "", "x"], [0.55, 0.35, 0.08, 0.02]),
                trainings=frozenset(trained + _some(rng, _THEMES, 0, 2 * len(trained))),
                objections=frozenset(_some(rng, _THINGS, 0, 1)),
                interests=frozenset(_some(rng, _WORDS, 0, 5)),
                dislikes=frozenset(_some(rng, _WORDS, 0, 1)),
                roles=frozenset(_some(rng, list(Role), 0, 2)),
                frequencies=frozenset(_some(rng, list(Frequency), 0, 2)),
                terms=frozenset(map(int, rng.choice([3, 6, 12], rng.integers(0, 3)))),
                has_vog=bool(rng.random() < 0.7),
                max_intensity=_one(rng, list(Intensity), [0.3, 0.5, 0.2]),
                under_18=bool(rng.random() < 0.03),
            )
        )
    return made


def _some(rng: np.random.Generator, words: Sequence[str], least: int, most: int) -> list[str]:
    count = int(rng.integers(least, most + 1))
    picked = rng.integers(0, len(words), count) if count else ()
    return list(dict.fromkeys(words[int(number)] for number in picked))


def _one[Word](rng: np.random.Generator, words: Sequence[Word], chances: Sequence[float]) -> Word:
    draw, total = rng.random(), 0.0
    for word, chance in zip(words, chances, strict=True):
        total += chance
        if draw < total:
            return word
    return words[-1]
