"""One change in one cell, what it costs, and the card as it would then be."""

from dataclasses import dataclass
from enum import StrEnum

from kruispunt.core.cards import Question, Volunteer


class Subject(StrEnum):
    """Whose row changes; the order is the order of preference among equal costs."""

    VOLUNTEER = "vrijwilliger"
    QUESTION = "vraag"
    NEWCOMER = "nieuwe_vrijwilliger"
    NOTHING = "geen"


@dataclass(frozen=True, slots=True)
class Change:
    """Row `who`, cell `column`: from `old` to `new`, at `cost` cents.

    `old` is the card's own wording; a file may have said the same in another way, or nothing.
    For a newcomer `new` is the whole row as JSON and `column` and `old` are empty.
    """

    subject: Subject
    who: str
    column: str
    old: str
    new: str
    cost: int
    card: Question | Volunteer


PRICES = {
    "plaatsen": "plaats",
    "max_km": "km",
    "dagdelen": "dagdeel",
    "uren": "uur",
    "trainingen": "training",
    "vog_tot": "vog",
    "max_klasse": "klasse",
    "soorten": "soort",
    "aantal": "plaats",
}
"""Which price of the weights file holds for a column; one helper less costs what a place does."""

VOLUNTEER_COLUMNS = {
    "plaatsen": "status",
    "max_km": "afstand",
    "dagdelen": "dagdeel",
    "uren": "uren",
    "trainingen": "training",
    "vog_tot": "vog",
    "max_klasse": "klasse",
    "soorten": "soort",
}
"""What may change of a volunteer, and which hard rule it can mend."""

QUESTION_COLUMNS = {"dagdelen": "dagdeel", "uren": "uren", "aantal": ""}
"""What may change of a question, and which hard rule it can mend."""
