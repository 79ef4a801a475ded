"""What one cell of a volunteer can become for so many units of its price, and be of use.

Only the smallest ways are listed. When a larger change is the best there is, then so is the smaller
one that still allows everything the volunteer does in it: it leaves the others no more to choose.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from math import isqrt
from typing import Final

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.criteria import ENOUGH
from kruispunt.core.eligibility import squared_distance
from kruispunt.core.unlock.cells import HOUR, KILOMETRE
from kruispunt.core.unlock.change import VOLUNTEER_COLUMNS
from kruispunt.core.unlock.town import Town
from kruispunt.core.vocabulary import Intensity, Training

Words = frozenset[str]


def volunteer_options(
    town: Town, card: Volunteer, step: tuple[str, int], only: frozenset[str] | None = None
) -> Iterator[Volunteer]:
    """List the cards that differ in one cell by exactly so many units and could matter.

    `step` is the column and the number of units; `only` says for which questions a change of it
    could matter, where that is known.
    """
    column, amount = step
    near = town.around_volunteer[card.id]
    mended = near.refused_by.get(VOLUNTEER_COLUMNS[column], [])
    if not card.available or (card.places == 0 and column != "plaatsen"):
        return
    mendable = [town.questions[ask] for ask in mended]
    aimed = [ask for ask in mendable if only is None or ask.id in only]
    if column == "max_km":
        yield from _reach(card, amount, aimed, mendable)
        return
    eligible = [town.questions[ask] for ask in near.eligible if only is None or ask in only]
    yield from _WAYS[column](card, amount, eligible, aimed)


Ways = Callable[[Volunteer, int, list[Question], list[Question]], Iterator[Volunteer]]


def _places(
    card: Volunteer, more: int, eligible: list[Question], mended: list[Question]
) -> Iterator[Volunteer]:
    if card.places + more <= most_at_once(card, eligible + mended):
        yield replace(card, places=card.places + more)


def most_at_once(card: Volunteer, questions: Sequence[Question]) -> int:
    """How many of these questions fit her hours and the class limits together, at most."""
    left, fit = card.hours, 0
    for hours in sorted(question.hours for question in questions):
        left -= hours
        if left < 0:
            break
        fit += 1
    classes = [question.intensity for question in questions]
    very = min(1, classes.count(Intensity.VERY_INTENSIVE))
    heavy = min(2, very + classes.count(Intensity.INTENSIVE))
    return min(fit, heavy + classes.count(Intensity.LIGHT))


def _reach(
    card: Volunteer, more: int, aimed: list[Question], mended: list[Question]
) -> Iterator[Volunteer]:
    low, high = card.reach + (more - 1) * KILOMETRE, card.reach + more * KILOMETRE
    wanted = {millimetres(question, card) for question in aimed}
    within = [d for d in sorted({millimetres(ask, card) for ask in mended}) if low < d <= high]
    for distance, further in pairwise([*within, high + 1]):
        if distance in wanted:
            # as round a number as does not reach the next question
            yield replace(card, reach=roundest(distance, further - 1))


def millimetres(question: Question, volunteer: Volunteer) -> int:
    """The smallest reach in whole millimetres with which she gets there."""
    squared = squared_distance(question, volunteer)
    return isqrt(squared - 1) + 1 if squared else 0


def roundest(least: int, most: int) -> int:
    """The number from `least` to `most` that people write with the fewest decimals."""
    unit = KILOMETRE
    while unit > 1 and -(-least // unit) * unit > most:
        unit //= 10
    return -(-least // unit) * unit


def _hours(
    card: Volunteer, more: int, eligible: list[Question], mended: list[Question]
) -> Iterator[Volunteer]:
    low, high = card.hours + (more - 1) * HOUR, card.hours + more * HOUR
    for together in sorted(sums([ask.hours for ask in eligible + mended], card.places, high)):
        if low < together:
            yield replace(card, hours=together)


def sums(numbers: list[int], most: int, high: int) -> set[int]:
    """List what at most `most` of these numbers can add up to, as far as `high`."""
    fewest = {0: 0}
    for number in numbers:
        for total, used in list(fewest.items()):
            longer = total + number
            if used < most and longer <= high and used + 1 < fewest.get(longer, most + 1):
                fewest[longer] = used + 1
    return set(fewest)


def _slots(
    card: Volunteer, more: int, eligible: list[Question], mended: list[Question]
) -> Iterator[Volunteer]:
    if card.slots:
        units = set().union(*(useful(ask.slots, card.slots) for ask in eligible + mended))
        for added in unions(units, card.places, more):
            yield replace(card, slots=card.slots | added)


def useful(asked: Words, given: Words) -> set[Words]:
    """List the parts of the week to add that one question has any use for."""
    room = min(ENOUGH - len(asked & given), len(asked - given))
    return {
        frozenset(added)
        for size in range(1, room + 1)
        for added in combinations(sorted(asked - given), size)
    }


def unions(units: set[Words], most: int, size: int) -> list[Words]:
    """List the sets of exactly this size that at most so many units make together."""
    made: set[Words] = {frozenset()}
    grown = made
    for _ in range(min(most, size)):
        grown = {old | unit for old in grown for unit in units if len(old | unit) <= size} - made
        made |= grown
    return sorted((words for words in made if len(words) == size), key=sorted)


def _kinds(
    card: Volunteer, more: int, eligible: list[Question], mended: list[Question]
) -> Iterator[Volunteer]:
    kinds = {kind for ask in mended for kind in ask.kinds} | {ask.kinds[0] for ask in eligible}
    if more <= card.places:
        for added in combinations(sorted(kinds - card.kinds), more):
            yield replace(card, kinds=card.kinds | set(added))


def _trainings(
    card: Volunteer, more: int, eligible: list[Question], mended: list[Question]
) -> Iterator[Volunteer]:
    themes = set().union(*(ask.themes for ask in eligible + mended))
    for added in combinations(sorted(({Training.BASIS.value} | themes) - card.trainings), more):
        yield replace(card, trainings=card.trainings | set(added))


def _vog(
    card: Volunteer, more: int, _eligible: list[Question], mended: list[Question]
) -> Iterator[Volunteer]:
    if mended and more == 1 and not card.has_vog:
        yield replace(card, has_vog=True)


def _intensity(
    card: Volunteer, more: int, _eligible: list[Question], mended: list[Question]
) -> Iterator[Volunteer]:
    step = card.max_intensity.step + more
    if any(question.intensity.step == step for question in mended):
        yield replace(card, max_intensity=list(Intensity)[step])


_WAYS: Final[dict[str, Ways]] = {
    "plaatsen": _places,
    "dagdelen": _slots,
    "uren": _hours,
    "trainingen": _trainings,
    "vog_tot": _vog,
    "max_klasse": _intensity,
    "soorten": _kinds,
}
