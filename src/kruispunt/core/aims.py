"""What a municipality can aim at with its buddies: matches a week, hours, money, guidance."""

from kruispunt.core.vocabulary import Intensity
from kruispunt.core.vocabulary.words import Words


class Aim(Words):
    """One number that is agreed on from a day on; it may also be unknown."""

    MATCHES_LIGHT = "matches.licht", "Nieuwe koppelingen per week: licht"
    MATCHES_INTENSIVE = "matches.intensief", "Nieuwe koppelingen per week: intensief"
    MATCHES_VERY = "matches.zeer_intensief", "Nieuwe koppelingen per week: zeer intensief"
    HOURS = "hours", "Uren voor dit werk, per week"
    BUDGET = "budget", "Geld voor dit werk, per jaar, in euro"
    GUIDANCE_LIGHT = "guidance.licht", "Minuten begeleiding in 6 weken: licht"
    GUIDANCE_INTENSIVE = "guidance.intensief", "Minuten begeleiding in 6 weken: intensief"
    GUIDANCE_VERY = "guidance.zeer_intensief", "Minuten begeleiding in 6 weken: zeer intensief"


def matches_of(intensity: Intensity) -> Aim:
    """Return what says how many matches of a class should begin each week.

    Examples
    --------
    >>> matches_of(Intensity.LIGHT).value
    'matches.licht'
    """
    return Aim(f"matches.{intensity.value}")


def guidance_of(intensity: Intensity) -> Aim:
    """Return what says how much guidance one match of a class gets in six weeks.

    Examples
    --------
    >>> guidance_of(Intensity.VERY_INTENSIVE).value
    'guidance.zeer_intensief'
    """
    return Aim(f"guidance.{intensity.value}")
