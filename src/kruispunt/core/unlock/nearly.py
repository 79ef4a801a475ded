"""Who almost fits one question: the one change in one cell with which she may be asked after all.

On the desk of one question nobody else is looked at; for a whole town see `unmatched`.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.eligibility import refusals, trainings_needed
from kruispunt.core.unlock.cells import HOUR, KILOMETRE, volunteer_row
from kruispunt.core.unlock.change import PRICES, VOLUNTEER_COLUMNS, Change, Subject
from kruispunt.core.unlock.volunteer_options import millimetres, roundest
from kruispunt.core.vocabulary import Slot
from kruispunt.core.weights import Weights

Mended = tuple[Volunteer, int]
"""The card after the change, and how many units of its price that takes."""
_COLUMN_OF: Final = {rule: column for column, rule in VOLUNTEER_COLUMNS.items()}


def would_help(
    question: Question, volunteer: Volunteer, weights: Weights, today: date
) -> Change | None:
    """Find the cheapest change of one cell of this volunteer with which no rule refuses her.

    Nothing when several rules refuse, or a rule that nobody may bend: language, gender, age,
    objections, and who is never to meet.

    Examples
    --------
    >>> from kruispunt.core.vocabulary import Intensity
    >>> ask = Question("v1", ("KOFFIE",), Intensity.LIGHT, x=0, y=6_200_000)
    >>> noor = Volunteer("noor", frozenset({"KOFFIE"}), x=0, y=0)
    >>> change = would_help(ask, noor, Weights(), date(2026, 11, 21))
    >>> change.column, change.old, change.new, change.cost
    ('max_km', '5', '7', 200)
    """
    broken = refusals(question, volunteer)
    if len(broken) != 1 or broken[0] not in _MEND or not volunteer.available:
        return None
    column = _COLUMN_OF[broken[0]]
    mended, units = _MEND[broken[0]](question, volunteer)
    if refusals(question, mended):
        return None
    return Change(
        Subject.VOLUNTEER,
        volunteer.id,
        column,
        volunteer_row(volunteer, today)[column],
        volunteer_row(mended, today)[column],
        units * weights.costs[PRICES[column]],
        mended,
    )


def _place(_question: Question, volunteer: Volunteer) -> Mended:
    return replace(volunteer, places=1), 1


def _kind(question: Question, volunteer: Volunteer) -> Mended:
    return replace(volunteer, kinds=volunteer.kinds | {question.kinds[0]}), 1


def _reach(question: Question, volunteer: Volunteer) -> Mended:
    needed = millimetres(question, volunteer)
    kilometres = -(-(needed - volunteer.reach) // KILOMETRE)
    furthest = volunteer.reach + kilometres * KILOMETRE
    return replace(volunteer, reach=roundest(needed, furthest)), kilometres


def _slot(question: Question, volunteer: Volunteer) -> Mended:
    first = next(slot.value for slot in Slot if slot.value in question.slots)
    return replace(volunteer, slots=volunteer.slots | {first}), 1


def _hours(question: Question, volunteer: Volunteer) -> Mended:
    started = -(-(question.hours - volunteer.hours) // HOUR)
    return replace(volunteer, hours=question.hours), started


def _training(question: Question, volunteer: Volunteer) -> Mended:
    missing = trainings_needed(question) - volunteer.trainings
    return replace(volunteer, trainings=volunteer.trainings | missing), len(missing)


def _vog(_question: Question, volunteer: Volunteer) -> Mended:
    return replace(volunteer, has_vog=True), 1


def _intensity(question: Question, volunteer: Volunteer) -> Mended:
    steps = question.intensity.step - volunteer.max_intensity.step
    return replace(volunteer, max_intensity=question.intensity), steps


_MEND: Final[dict[str, Callable[[Question, Volunteer], Mended]]] = {
    "status": _place,
    "soort": _kind,
    "afstand": _reach,
    "dagdeel": _slot,
    "uren": _hours,
    "training": _training,
    "vog": _vog,
    "klasse": _intensity,
}
MENDABLE: Final = tuple(_MEND)
"""The rules that may bend, in the order in which a refusal names them."""
