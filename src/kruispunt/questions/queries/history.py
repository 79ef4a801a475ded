"""Every question that was ever weighed, as if it came once more: for playing the past again."""

from collections import Counter
from dataclasses import replace

from kruispunt.base.actor import Actor
from kruispunt.core import cards
from kruispunt.questions import permits
from kruispunt.questions.models import Question
from kruispunt.questions.queries import card_of

FEWEST = 10
"""Neighbourhoods with fewer questions than this are told together (PRV-16)."""
TOGETHER = "kleinere buurten samen"


def all_asked(actor: Actor) -> list[tuple[cards.Question, str]]:
    """The card of each question, numbered in the order in which they came, and its neighbourhood.

    Whoever asked is not on it, nor the number of the row.
    """
    rows = permits.LAY_OUT.narrow(
        Question.objects.select_related("asked_by", "asked_by__neighbourhood"), actor
    ).exclude(intensity="")
    found = list(rows.filter(asked_by__x__isnull=False).order_by("opened_at", "pk"))
    places = [_place(question) for question in found]
    counts = Counter(places)
    return [
        (_card(actor, question, number), place if counts[place] >= FEWEST else TOGETHER)
        for number, (question, place) in enumerate(zip(found, places, strict=True), start=1)
    ]


def _place(question: Question) -> str:
    where = question.asked_by.neighbourhood
    return where.name if where else TOGETHER


def _card(actor: Actor, question: Question, number: int) -> cards.Question:
    return replace(
        card_of(actor, question),
        id=f"vraag {number}",
        helpers_needed=question.helpers_needed,
        not_with=frozenset(),
    )
