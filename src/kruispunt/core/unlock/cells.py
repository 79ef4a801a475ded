"""How a card is written in the cells of a file, so that it reads back to exactly that card."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.vocabulary import Slot

METRE, KILOMETRE = 1_000, 1_000_000
"""Millimetres in one."""
HOUR = 1_000
"""Thousandths of an hour in one."""
VOG_YEARS = 3
"""A new certificate of conduct is written down as counting this many years."""
_WEEK = {slot.value: place for place, slot in enumerate(Slot)}


def volunteer_row(volunteer: Volunteer, today: date) -> dict[str, str]:
    """Write a whole volunteer, column by column, in the words of the files."""
    return {
        "id": volunteer.id,
        "soorten": _listed(volunteer.kinds),
        "x": _plain(volunteer.x, METRE),
        "y": _plain(volunteer.y, METRE),
        "max_km": _plain(volunteer.reach, KILOMETRE),
        "dagdelen": _listed(sorted(volunteer.slots, key=_WEEK.__getitem__)),
        "uren": _plain(volunteer.hours, HOUR),
        "plaatsen": str(volunteer.places),
        "talen": _listed(volunteer.languages),
        "geslacht": volunteer.gender,
        "trainingen": _listed(volunteer.trainings),
        "bezwaren": _listed(volunteer.objections),
        "interesses": _listed(volunteer.interests),
        "afkeer": _listed(volunteer.dislikes),
        "rol": _listed(volunteer.roles),
        "frequentie": _listed(volunteer.frequencies),
        "termijn": _listed(str(months) for months in sorted(volunteer.terms)),
        "vog_tot": vog_until(today).isoformat() if volunteer.has_vog else "",
        "max_klasse": volunteer.max_intensity.value,
        "status": "beschikbaar" if volunteer.available else "niet beschikbaar",
        "geboortejaar": str(today.year - 10) if volunteer.under_18 else "",
        "niet_met": _listed(volunteer.not_with),
    }


def question_cell(question: Question, column: str) -> str:
    """Write one of the cells of a question that may change."""
    return {
        "dagdelen": _listed(sorted(question.slots, key=_WEEK.__getitem__)),
        "uren": _plain(question.hours, HOUR),
        "aantal": str(question.helpers_needed),
    }[column]


def vog_until(today: date) -> date:
    """Until when a certificate counts that is asked for today."""
    return date(today.year + VOG_YEARS, today.month, min(today.day, 28))


def _listed(words: Iterable[str]) -> str:
    return "|".join(sorted(words) if isinstance(words, frozenset) else words)


def _plain(number: int, unit: int) -> str:
    return format((Decimal(number) / unit).normalize(), "f")
