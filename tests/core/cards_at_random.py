"""Random cards, dense enough that every rule bites now and then and ties occur."""

from hypothesis import strategies as st

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.vocabulary import Intensity

KINDS = ("WANDELEN", "KOFFIE", "GEHEUGEN")
SLOTS = ("ma-ochtend", "ma-middag", "di-avond", "wo-ochtend", "zo-avond")
THEMES = ("dementie", "nah")
TONGUES = ("nl", "tr", "uk")
WORDS = ("tuin", "vissen", "muziek", "voetbal")
THINGS = ("hond", "kat", "roken")
IDS = ("a", "b", "c", "d", "e", "f")

places = st.integers(0, 8).map(lambda step: 100_000_000 + step * 1_000_000)


def some(words, least=0):
    return st.frozensets(st.sampled_from(words), min_size=least)


def questions(ids=st.sampled_from([f"q{n}" for n in range(6)]), helpers=st.just(1)):
    return st.builds(
        Question,
        id=ids,
        kinds=st.lists(st.sampled_from(KINDS), min_size=1, max_size=2, unique=True).map(tuple),
        intensity=st.sampled_from(Intensity),
        x=places,
        y=places,
        themes=some(THEMES),
        slots=some(SLOTS),
        hours=st.sampled_from([0, 1000, 2000, 2500]),
        languages=some(TONGUES, 1),
        gender_wish=st.sampled_from(["", "", "v", "m"]),
        circumstances=some(THINGS),
        interests=some(WORDS),
        dislikes=some(WORDS),
        role=st.sampled_from(["", "bondgenoot", "coach"]),
        frequency=st.sampled_from(["", "wekelijks"]),
        term_months=st.sampled_from([0, 6]),
        needs_vog=st.booleans(),
        days_waiting=st.integers(0, 400),
        helpers_needed=helpers,
        not_with=st.frozensets(st.sampled_from(IDS), max_size=1),
    )


def volunteers(ids=st.sampled_from(IDS)):
    return st.builds(
        Volunteer,
        id=ids,
        kinds=some(KINDS, 1),
        x=places,
        y=places,
        reach=st.sampled_from([0, 1_000_000, 5_000_000, 20_000_000]),
        slots=some(SLOTS),
        hours=st.sampled_from([0, 2000, 4000]),
        places=st.integers(0, 3),
        languages=some(TONGUES, 1),
        gender=st.sampled_from(["", "v", "m", "x"]),
        trainings=some(("basis", *THEMES)),
        objections=some(THINGS),
        interests=some(WORDS),
        dislikes=some(WORDS),
        roles=some(("bondgenoot", "coach", "mentor")),
        frequencies=some(("wekelijks", "maandelijks")),
        terms=st.frozensets(st.sampled_from([3, 6, 12])),
        has_vog=st.booleans(),
        max_intensity=st.sampled_from(Intensity),
        available=st.booleans(),
        under_18=st.booleans(),
        not_with=st.frozensets(st.sampled_from(["q1", "q2"]), max_size=1),
    )


def crowds(strategy, most=6):
    return st.lists(strategy, max_size=most, unique_by=lambda card: card.id)
