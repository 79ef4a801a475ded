"""Slots: whoever takes on several questions has a slot of her own for each of them.

A question and a volunteer have some slots of the week in common. Questions of one volunteer clash
when these cannot be dealt out so that each gets another one. By Hall's theorem that is so when some
few slots are all that more questions than these have in common with her.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.problem import MANY_SLOTS, Problem

NEVER = MANY_SLOTS
"""The free slots of somebody with whom nothing clashes."""
ANY = NEVER - 1
"""Every slot there is: who says nothing about slots can do with any."""
MOST_SETS = 64
"""So many sets of slots of one volunteer are looked at; more make the bound no lower."""

type Ints = npt.NDArray[np.int64]
type Sets = tuple[Ints, Ints, Ints]
"""Sets of slots: set and edge for each edge within, and per set how many slots it has."""


def slots_of_both(problem: Problem, questions: Ints, volunteers: Ints) -> Ints:
    """Give the slots that each pair has in common, as bits."""
    if problem.slots is None or problem.free_slots is None:
        return np.full(len(questions), ANY)
    asked, free = problem.slots[questions], problem.free_slots[volunteers]
    suits = np.where(asked == 0, ANY, asked)
    return np.asarray(suits & np.where((free == 0) | (free == NEVER), ANY, free), np.int64)


def can_be_dealt(masks: Sequence[int]) -> bool:
    """Tell whether each of these can have a slot of its own."""
    owner: dict[int, int] = {}

    def gets_one(at: int, tried: set[int]) -> bool:
        # a question with more slots than there are questions never lacks one
        for slot in _bits(masks[at], len(masks)):
            if slot in tried:
                continue
            tried.add(slot)
            if slot not in owner or gets_one(owner[slot], tried):
                owner[slot] = at
                return True
        return False

    return all(gets_one(at, set()) for at in range(len(masks)))


def _bits(mask: int, most: int) -> list[int]:
    found: list[int] = []
    while mask and len(found) < most:
        found.append(mask & -mask)
        mask &= mask - 1
    return found


def clashing(problem: Problem, pairs: tuple[Ints, Ints]) -> npt.NDArray[np.bool_]:
    """Tell with which volunteers questions of a proposal clash."""
    if problem.free_slots is None:
        return np.zeros(problem.volunteers, bool)
    counts = problem.free_slots[pairs[1]] != NEVER
    masks = slots_of_both(problem, *pairs)
    return clashing_masks(pairs[1][counts], masks[counts], problem.volunteers)


def clashing_masks(volunteers: Ints, masks: Ints, most: int) -> npt.NDArray[np.bool_]:
    """Tell with which of so many volunteers questions clash, from what they have in common."""
    clash = np.zeros(most, bool)
    clash[volunteers[masks == 0]] = True
    busy = np.bincount(volunteers, minlength=most) > 1
    order = np.argsort(volunteers, kind="stable")
    starts = np.searchsorted(volunteers[order], np.arange(most + 1))
    for volunteer in np.flatnonzero(busy & ~clash):
        mine = order[starts[volunteer] : starts[volunteer + 1]]
        clash[volunteer] = not can_be_dealt(masks[mine].tolist())
    return clash


def most_at_once(problem: Problem, level: int) -> Ints:
    """Give how many different slots the questions of this level and up leave each volunteer."""
    free = problem.free_slots
    most = np.full(problem.volunteers, problem.questions + 1)
    if free is None:
        return most
    heavy = problem.level[problem.rows] >= level
    rows, volunteers = problem.rows[heavy], problem.indices[heavy]
    union = np.zeros(problem.volunteers, np.int64)
    np.bitwise_or.at(union, volunteers, slots_of_both(problem, rows, volunteers))
    return np.where(free == NEVER, most, np.bitwise_count(union).astype(np.int64))


def tight_sets(problem: Problem) -> Sets:
    """Give the sets of slots of each volunteer into which more questions might be put than fit."""
    masks = slots_of_both(problem, problem.rows, problem.indices)
    free = problem.free_slots
    order = np.argsort(problem.indices, kind="stable")
    starts = np.searchsorted(problem.indices[order], np.arange(problem.volunteers + 1))
    places: list[int] = []
    edges: list[int] = []
    sizes: list[int] = []
    for volunteer in np.flatnonzero(np.diff(starts) > 1):
        cap = int(problem.caps[volunteer, 0])
        if cap < 2 or free is None or free[volunteer] == NEVER:  # noqa: PLR2004 - two can clash
            continue
        mine = order[starts[volunteer] : starts[volunteer + 1]]
        for one in _unions(masks[mine].tolist(), cap - 1):
            within = mine[(masks[mine] & ~np.int64(one)) == 0]
            if len(within) > one.bit_count():
                places += [len(sizes)] * len(within)
                edges += within.tolist()
                sizes.append(one.bit_count())
    entries = np.array(places, np.int64), np.array(edges, np.int64)
    return *entries, np.array(sizes, np.int64)


def _unions(masks: list[int], most: int) -> list[int]:
    """Give all unions of these sets of at most so many slots, the smallest first."""
    small = sorted({mask for mask in masks if mask.bit_count() <= most})
    found = list(small)
    for one in found:
        for other in small:
            union = one | other
            if union.bit_count() <= most and union not in found and len(found) < MOST_SETS:
                found.append(union)
    return found
