"""The first words to a volunteer, before a person improves them."""

from typing import Any

from kruispunt.core.vocabulary import Kind
from kruispunt.core.wording import coarse


def first_words(question: Any) -> str:  # noqa: ANN401  (a row that this desk may not name)
    """A careful beginning without a name: what kind of help, and roughly where."""
    kind = coarse(Kind(question.kind).label) if question.kind else "gezelschap of een handje"
    area = question.asked_by.neighbourhood
    where = f" in {area.name}" if area else ""
    return f"Iemand{where} zoekt hulp: {kind}."
