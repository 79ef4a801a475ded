"""When it becomes too much for a volunteer: signs that ask for a call, never a rating (A21)."""

from dataclasses import dataclass
from typing import Final

from kruispunt.core.signs import OF_A_VOLUNTEER, POINTS, Warned, warned_of
from kruispunt.core.vocabulary import Intensity

SILENT_DAYS: Final = POINTS["silent_days"]
"""So long without an answer to what we asked asks for a call (SIG-01)."""
LEARNING_DAYS: Final = POINTS["learning_days"]
"""Half a year without intervision or training (SIG-01)."""
LOW: Final = 2


@dataclass(frozen=True, slots=True)
class Carrying:
    """What one volunteer carries, as far as we know."""

    classes: tuple[Intensity, ...] = ()
    """The classes of the matches that run."""
    hours: float = 0.0
    hours_given: float = 0.0
    silent_days: int | None = None
    """Days since we asked something that she did not answer; None when there is nothing open."""
    days_without_learning: int | None = None
    """Days since intervision or training; None when she only just began."""
    feels: int | None = None
    """How she says she is, from one to five (SIG-02)."""
    too_much: bool = False
    life_changed: bool = False
    unanswered_questions: int = 0
    """Questions to a professional that nobody answered in time."""
    missed_intervision: bool = False
    """More than once in a row not at intervision."""

    @property
    def heavy(self) -> int:
        return sum(one is not Intensity.LIGHT for one in self.classes)


def overload(carrying: Carrying) -> Warned:
    """Read the signs off what a volunteer carries.

    Examples
    --------
    >>> two = Carrying((Intensity.VERY_INTENSIVE, Intensity.INTENSIVE), hours=4, hours_given=5)
    >>> overload(two).points, overload(two).colour
    (2, 'green')
    >>> overload(Carrying(too_much=True)).colour
    'red'
    """
    very = Intensity.VERY_INTENSIVE in carrying.classes
    silent = (carrying.silent_days or 0) > SILENT_DAYS
    unlearned = (carrying.days_without_learning or 0) > LEARNING_DAYS
    full = carrying.hours_given > 0 and carrying.hours >= carrying.hours_given
    there = {
        "too_much": carrying.too_much,
        "feels_low": carrying.feels is not None and carrying.feels <= LOW,
        "silent": silent,
        "heavy_mix": very and carrying.heavy > 1,
        "life_changed": carrying.life_changed,
        "unhelped": carrying.unanswered_questions > 0,
        "unlearned": unlearned,
        "missed_intervision": carrying.missed_intervision,
        "full": full,
    }
    return warned_of({name for name, is_there in there.items() if is_there}, OF_A_VOLUNTEER)
