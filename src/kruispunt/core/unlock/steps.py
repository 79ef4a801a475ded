"""In what order changes are tried: by what they cost, then in a fixed order."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.unlock.cells import HOUR, KILOMETRE
from kruispunt.core.unlock.change import (
    PRICES,
    QUESTION_COLUMNS,
    VOLUNTEER_COLUMNS,
    Subject,
)
from kruispunt.core.unlock.town import Town
from kruispunt.core.vocabulary import Slot, Training

WEEK: Final = 168
"""Hours in a week: nobody can be asked for more than that, whatever a file says."""
Amounts = Iterable[int]


class Step(NamedTuple):
    """So many units of one column's price, for everyone who has that column."""

    cost: int
    subject: Subject
    column: str
    amount: int


def steps(town: Town) -> list[Step]:
    """List all steps that could be of any use in this town, cheapest first."""
    amounts = _amounts(town)
    costs = town.weights.costs
    found = [Step(costs["nieuwe_vrijwilliger"], Subject.NEWCOMER, "", 1)]
    for subject, columns in (
        (Subject.VOLUNTEER, VOLUNTEER_COLUMNS),
        (Subject.QUESTION, QUESTION_COLUMNS),
    ):
        found += [
            Step(amount * costs[PRICES[column]], subject, column, amount)
            for column in columns
            for amount in amounts[subject, column]
        ]
    return sorted(found, key=lambda step: step.cost)


def _amounts(town: Town) -> dict[tuple[Subject, str], Amounts]:
    """How many units of each column can be of use: with others nothing more becomes possible."""
    questions, volunteers = town.questions.values(), town.volunteers.values()
    places = max((card.places for card in volunteers), default=0)
    longest = max((ask.hours for ask in questions), default=0)
    volunteer = {
        "plaatsen": _up_to(len(questions)),
        "max_km": _up_to(_furthest(town) // KILOMETRE + 1),
        "dagdelen": _up_to(len(Slot)),
        "uren": _up_to(min(longest * min(places, len(questions)) // HOUR + 1, WEEK)),
        "trainingen": _up_to(len(Training)),
        "vog_tot": _up_to(1),
        "max_klasse": _up_to(2),
        "soorten": _up_to(len({kind for ask in questions for kind in ask.kinds})),
    }
    question = {
        "dagdelen": _up_to(len(Slot)),
        "uren": _up_to(min(longest // HOUR + 1, WEEK)),
        "aantal": sorted(_helpers_less(town)),
    }
    return {
        **{(Subject.VOLUNTEER, column): amounts for column, amounts in volunteer.items()},
        **{(Subject.QUESTION, column): amounts for column, amounts in question.items()},
    }


def _up_to(most: int) -> Amounts:
    return range(1, most + 1)


def _helpers_less(town: Town) -> set[int]:
    """By how many helpers a demand can fall to a number of people that there is at all."""
    wanted = {ask.helpers_needed for ask in town.questions.values()}
    there = len(town.volunteers)
    return {number - left for number in wanted for left in range(1, min(number, there + 1))}


def _furthest(town: Town) -> int:
    """No distance in this town is longer than this."""
    cards: list[Question | Volunteer] = [
        *town.questions.values(),
        *town.volunteers.values(),
    ]
    if not cards:
        return 0
    across = [card.x for card in cards], [card.y for card in cards]
    return sum(max(line) - min(line) for line in across)
