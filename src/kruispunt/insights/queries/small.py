"""What may be shown of a number: only the process manager sees small ones (PRV-16)."""

from collections.abc import Mapping

from kruispunt.base.actor import Actor
from kruispunt.base.permits import EVERY_ROW
from kruispunt.core.small_cells import LEAST, conceal
from kruispunt.insights import permits


def sees_all(actor: Actor) -> bool:
    return permits.SMALL_NUMBERS.rows(actor) == EVERY_ROW


def shown[K](actor: Actor, counts: Mapping[K, int]) -> dict[K, int | None]:
    """Each number, or nothing where it is too small or would follow from the others."""
    if sees_all(actor):
        return dict(counts)
    named = {str(place): count for place, count in enumerate(counts.values())}
    found = conceal(named)
    return {key: found[str(place)] for place, key in enumerate(counts)}


def may_show(actor: Actor, count: int) -> bool:
    """Whether something may be told of so many people: a mean, a middle one."""
    return count > 0 and (sees_all(actor) or count >= LEAST)


def share(actor: Actor, part: int, whole: int) -> int | None:
    """How many in a hundred; hidden when those who are in it, or those who are not, are few."""
    if not whole:
        return None
    few = any(0 < one < LEAST for one in (part, whole - part, whole))
    return None if few and not sees_all(actor) else round(100 * part / whole)
