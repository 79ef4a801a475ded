"""In what order changes are tried: by what they cost, then in a fixed order."""

from typing import NamedTuple

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


class Step(NamedTuple):
    """So many units of one column's price, for everyone who has that column."""

    cost: int
    subject: Subject
    column: str
    amount: int


def steps(town: Town) -> list[Step]:
    """List all steps that could be of any use in this town, cheapest first."""
    most = _most(town)
    costs = town.weights.costs
    found = [Step(costs["nieuwe_vrijwilliger"], Subject.NEWCOMER, "", 1)]
    for subject, columns in (
        (Subject.VOLUNTEER, VOLUNTEER_COLUMNS),
        (Subject.QUESTION, QUESTION_COLUMNS),
    ):
        found += [
            Step(amount * costs[PRICES[column]], subject, column, amount)
            for column in columns
            for amount in range(1, most[subject, column] + 1)
        ]
    return sorted(found, key=lambda step: step.cost)


def _most(town: Town) -> dict[tuple[Subject, str], int]:
    """How many units of each column can be of use: beyond that nothing more becomes possible."""
    questions, volunteers = town.questions.values(), town.volunteers.values()
    places = max((card.places for card in volunteers), default=0)
    longest = max((ask.hours for ask in questions), default=0)
    volunteer = {
        "plaatsen": len(questions),
        "max_km": _furthest(town) // KILOMETRE + 1,
        "dagdelen": len(Slot),
        "uren": longest * min(places, len(questions)) // HOUR + 1,
        "trainingen": len(Training),
        "vog_tot": 1,
        "max_klasse": 2,
        "soorten": len({kind for ask in questions for kind in ask.kinds}),
    }
    question = {
        "dagdelen": len(Slot),
        "uren": longest // HOUR + 1,
        "aantal": max((ask.helpers_needed for ask in questions), default=1) - 1,
    }
    return {
        **{(Subject.VOLUNTEER, column): most for column, most in volunteer.items()},
        **{(Subject.QUESTION, column): most for column, most in question.items()},
    }


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
