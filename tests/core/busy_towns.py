"""Small towns in which nearly everybody could help somebody, so that one change moves many."""

from dataclasses import replace
from random import Random

from hypothesis import strategies as st

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.vocabulary import Intensity
from tests.core.cards_at_random import KINDS, SLOTS, THEMES

CLASSES = [Intensity.LIGHT] * 4 + [Intensity.INTENSIVE] * 2 + [Intensity.VERY_INTENSIVE]


def busy_towns(asks, crowd, *, helpers=(1,)):
    """Towns with so many questions and volunteers, one for each seed."""
    return st.randoms(use_true_random=True).map(lambda dice: town(dice, asks, crowd, helpers))


def calm_towns(asks, crowd):
    """Towns in which every question takes two hours and everyone has hours for all places."""
    return busy_towns(asks, crowd).map(lambda made: calmed(*made))


def calmed(asked, crowd):
    return (
        [replace(ask, hours=2000, helpers_needed=1) for ask in asked],
        [replace(one, hours=2000 * max(one.places, 1)) for one in crowd],
    )


def one_town(asks, crowd):
    """Always the same town of this size."""
    return town(Random(4), asks, crowd)


def town(dice, asks, crowd, helpers=(1,)):
    return (
        [one_question(dice, f"q{n}", helpers) for n in range(asks)],
        [one_volunteer(dice, f"v{n}") for n in range(crowd)],
    )


def one_question(dice, name, helpers):
    return Question(
        name,
        tuple(dice.sample(KINDS, dice.choice([1, 1, 2]))),
        dice.choice(CLASSES),
        *somewhere(dice),
        themes=some(dice, THEMES, 0.2),
        slots=some(dice, SLOTS, 0.4),
        hours=dice.choice([1000, 2000, 2000, 2500]),
        days_waiting=dice.choice([0, 30, 200]),
        role=dice.choice(["", "coach"]),
        interests=some(dice, ("tuin", "vissen"), 0.4),
        helpers_needed=dice.choice(helpers),
    )


def one_volunteer(dice, name):
    return Volunteer(
        name,
        some(dice, KINDS, 0.6) or frozenset(KINDS[:1]),
        *somewhere(dice),
        reach=dice.choice([2, 4, 6]) * 1_000_000,
        slots=some(dice, SLOTS, 0.5),
        hours=dice.choice([2000, 3000, 4000]),
        places=dice.choice([1, 1, 2]),
        trainings=some(dice, ("basis", *THEMES), 0.6),
        interests=some(dice, ("tuin", "vissen"), 0.4),
        roles=some(dice, ("coach", "mentor"), 0.5),
        has_vog=True,
        max_intensity=dice.choice([Intensity.INTENSIVE, Intensity.VERY_INTENSIVE]),
    )


def somewhere(dice):
    return 100_000_000 + dice.randrange(6) * 1_000_000, 400_000_000 + dice.randrange(6) * 1_000_000


def some(dice, words, often):
    return frozenset(word for word in words if dice.random() < often)
