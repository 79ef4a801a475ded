"""Figures that point at nobody: small ones are hidden, also from who can subtract (PRV-16)."""

from collections.abc import Mapping
from datetime import date, datetime, time

from django.utils import timezone

from kruispunt.base.actor import Actor
from kruispunt.base.terms import amount
from kruispunt.core.small_cells import LOWEST, conceal


def least(actor: Actor) -> int:
    """From how many people on a figure may be shown; a municipality sets it, never under five."""
    return max(amount(actor, "figures.least"), LOWEST)


def concealed(actor: Actor, counts: Mapping[str, int]) -> dict[str, int | None]:
    """The counts of which each may be shown, together."""
    return conceal(counts, least(actor))


def midnight(day: date) -> datetime:
    """The moment on which a day begins here: columns of moments are counted from it as they are.

    The day of each moment would be worked out row by row, and no index knows it.
    """
    return timezone.make_aware(datetime.combine(day, time()))
