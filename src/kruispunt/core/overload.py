"""When it becomes too much for a volunteer: signs that ask for a call, never a rating (A21)."""

from dataclasses import dataclass
from typing import Final

from kruispunt.core.accompany import Sign, Warned
from kruispunt.core.vocabulary import Intensity

SILENT_DAYS: Final = 14
"""So long without an answer to what we asked asks for a call (SIG-01)."""
LEARNING_DAYS: Final = 182
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
    found = (
        (carrying.too_much, "Zegt zelf dat het te veel is.", 6),
        (carrying.feels is not None and carrying.feels <= LOW, "Voelt zich niet goed.", 3),
        (silent, "Antwoordt al meer dan twee weken niet.", 2),
        (very and carrying.heavy > 1, "Draagt een zeer intensieve en nog een zware koppeling.", 2),
        (carrying.life_changed, "Er verandert veel in het eigen leven.", 2),
        (carrying.unanswered_questions > 0, "Wacht op antwoord van een beroepskracht.", 2),
        (unlearned, "Een half jaar geen intervisie of training.", 1),
        (full, "Geeft alle uren die zij heeft.", 1),
    )
    return Warned(tuple(Sign(sentence, points) for there, sentence, points in found if there))
