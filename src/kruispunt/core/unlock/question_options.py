"""What one cell of a question can become for so many units of its price, and be of use.

As with volunteers only the smallest ways are listed.
"""

from collections.abc import Iterator
from dataclasses import replace

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.unlock.cells import HOUR
from kruispunt.core.unlock.change import QUESTION_COLUMNS
from kruispunt.core.unlock.town import Town
from kruispunt.core.unlock.volunteer_options import sums, unions, useful


def question_options(
    town: Town, card: Question, step: tuple[str, int], only: frozenset[str] | None = None
) -> Iterator[Question]:
    """List the cards that differ in one cell by exactly so many units and could matter.

    `step` is the column and the number of units; `only` says for which volunteers a change of it
    could matter, where that is known.
    """
    column, amount = step
    near = town.around_question[card.id]
    if column == "aantal":
        if card.helpers_needed > amount:
            yield replace(card, helpers_needed=card.helpers_needed - amount)
        return
    mended = near.refused_by.get(QUESTION_COLUMNS[column], [])
    helpers = [
        town.volunteers[one] for one in (*near.eligible, *mended) if only is None or one in only
    ]
    if column == "dagdelen":
        yield from _slots(card, amount, helpers)
    else:
        yield from _hours(town, card, amount, helpers)


def _slots(card: Question, more: int, helpers: list[Volunteer]) -> Iterator[Question]:
    if card.slots:
        units = set().union(*(useful(one.slots, card.slots) for one in helpers))
        for added in unions(units, card.helpers_needed, more):
            yield replace(card, slots=card.slots | added)


def _hours(town: Town, card: Question, less: int, helpers: list[Volunteer]) -> Iterator[Question]:
    high, low = card.hours - (less - 1) * HOUR, max(card.hours - less * HOUR, 0)
    if high <= 0:
        return
    left = {free for one in helpers for free in _left_beside(town, card, one, low)}
    for hours in sorted(left, reverse=True):
        if low <= hours < high:
            yield replace(card, hours=hours)


def _left_beside(town: Town, card: Question, one: Volunteer, low: int) -> set[int]:
    """List the hours she can have left for this question beside others."""
    beside = [
        town.questions[ask].hours
        for ask in town.around_volunteer[one.id].eligible
        if ask != card.id
    ]
    return {one.hours - taken for taken in sums(beside, one.places - 1, one.hours - low)}
