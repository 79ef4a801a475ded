"""The first words to a volunteer, before a person improves them."""

from collections.abc import Iterator
from typing import Any

from kruispunt.core.vocabulary import Frequency, Kind
from kruispunt.core.wording import coarse
from kruispunt.desks.templatetags.kruispunt import points


def first_words(question: Any) -> str:  # noqa: ANN401  (a row that this desk may not name)
    """A careful beginning without a name: what kind of help, and roughly where."""
    kind = coarse(Kind(question.kind).label) if question.kind else "gezelschap of een handje"
    area = question.asked_by.neighbourhood
    where = f" in de wijk {area.name}" if area else ""
    return f"Iemand{where} zoekt hulp: {', '.join((kind, *_how_much(question)))}."


def _how_much(question: Any) -> Iterator[str]:  # noqa: ANN401
    """How often and how long, as far as that was said: it is the first thing people ask."""
    if question.frequency:
        yield question.get_frequency_display()
    if question.hours:
        weekly = " per week" if question.frequency != Frequency.ONCE else ""
        yield f"ongeveer {points(question.hours)} uur{weekly}"
    if question.term_months:
        yield f"{question.term_months} maanden lang"
