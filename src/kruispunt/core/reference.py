"""The meaning of the best proposal in plain Python: try every way, keep the best.

Only for small towns: it looks at every combination. The fast path must agree with it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.vocabulary import Intensity

Pair = tuple[str, str]
MOST_INTENSIVE = 2
MOST_VERY_INTENSIVE = 1


def best(
    questions: Sequence[Question], volunteers: Sequence[Volunteer], values: Mapping[Pair, int]
) -> tuple[int, int]:
    """Return the largest total value that keeps the load rules, and the most questions it serves.

    `values` holds the value of each eligible pair (question id, volunteer id). Takes time that
    grows exponentially with the number of questions.
    """
    by_id = {volunteer.id: volunteer for volunteer in volunteers}

    def search(rest: Sequence[Question], loads: dict[str, list[Question]]) -> tuple[int, int]:
        if not rest:
            return (0, 0)
        question, others = rest[0], rest[1:]
        found = search(others, loads)
        for helpers in _teams(question, loads, by_id, values):
            for helper in helpers:
                loads[helper].append(question)
            value, served = search(others, loads)
            gained = sum(values[question.id, helper] for helper in helpers)
            found = max(found, (value + gained, served + 1))
            for helper in helpers:
                loads[helper].pop()
        return found

    return search(list(questions), {volunteer.id: [] for volunteer in volunteers})


def may_carry(volunteer: Volunteer, load: Sequence[Question]) -> bool:
    """The load rules for one volunteer: places, hours, and class limits (CAP-01)."""
    very = sum(question.intensity is Intensity.VERY_INTENSIVE for question in load)
    heavy = sum(question.intensity is not Intensity.LIGHT for question in load)
    return (
        len(load) <= volunteer.places
        and sum(question.hours for question in load) <= volunteer.hours
        and very <= MOST_VERY_INTENSIVE
        and heavy <= MOST_INTENSIVE
    )


def _teams(
    question: Question,
    loads: Mapping[str, Sequence[Question]],
    by_id: Mapping[str, Volunteer],
    values: Mapping[Pair, int],
) -> Iterator[tuple[str, ...]]:
    able = [
        helper
        for helper, load in loads.items()
        if (question.id, helper) in values and may_carry(by_id[helper], [*load, question])
    ]
    return combinations(able, question.helpers_needed)
