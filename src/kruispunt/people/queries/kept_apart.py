"""Who may never be brought together: for the scales and the guards, never for a page."""

from collections import defaultdict

from kruispunt.base import parts
from kruispunt.base.actor import Actor
from kruispunt.people.models import Exclusion


def all_never_with(actor: Actor) -> dict[int, set[int]]:
    """For everyone who may never be brought together with someone: with whom. For the scales.

    Whoever may not meet somebody that has a part in a case stays out of that case as well.
    """
    found: dict[int, set[int]] = defaultdict(set)
    pairs = Exclusion.objects.filter(municipality_id=actor.municipality_id)
    for one, other in pairs.values_list("one_id", "other_id"):
        found[one].add(other)
        found[other].add(one)
    theirs = {who: frozenset(others) for who, others in found.items()}
    for resident, who in parts.beside(actor, persons=theirs):
        found[resident] |= theirs[who] - {resident}
    return found


def never_with(actor: Actor, person_id: int) -> frozenset[int]:
    """With whom someone may never be brought together; for the scales only, never for a page.

    Nor with whom the people who have a part in her case may not: they would meet there.
    """
    there = {person_id} | {who for _, who in parts.beside(actor, residents=(person_id,))}
    apart = parts.apart(actor, there)
    return frozenset(each for who in there for each in apart[who]) - {person_id}
