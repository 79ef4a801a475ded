"""The best proposal for a whole province: over all pairs, without writing them down."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from kruispunt.core.arrays import Packed, WholeGraph, caps_within_hours, pack
from kruispunt.core.assign import Assignment, assign_whole, scale_for
from kruispunt.core.assign.checked import nested_caps
from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.own_slots import slots_clash
from kruispunt.core.vocabulary import Intensity
from kruispunt.core.weights import ALL_POINTS, Weights


def heaviest_bits(weights: Weights) -> int:
    """The bits that the heaviest possible pair takes."""
    return (ALL_POINTS * weights.highest_priority).bit_length()


def best_of_all(
    packed: Packed, limits: Sequence[int], *, seed: int = 1, compiled: bool = True
) -> Assignment | None:
    """Find the best proposal over all eligible pairs, where every question needs one helper.

    Returns nothing where a question needs more helpers, or where hours or slots turn out to bind
    so that places alone do not tell: then the pairs must be written down (see `propose`).

    Notes
    -----
    First each volunteer's places are lowered to what fits in her hours. If the best proposal
    within those keeps the hours, it is the best with hours too: hours only forbid.

    Examples
    --------
    >>> from kruispunt.core.arrays import pack
    >>> from kruispunt.core.cards import Question, Volunteer
    >>> from kruispunt.core.vocabulary import Intensity
    >>> asked = [Question(one, ("KOFFIE",), Intensity.LIGHT, x=0, y=0) for one in "pq"]
    >>> crowd = [Volunteer("noor", frozenset({"KOFFIE"}), x=0, y=0, places=2, hours=2000)]
    >>> best = best_of_all(pack(asked, crowd, Weights()), (2, 1), compiled=False)
    >>> best.served, best.proven
    (1, True)
    """
    if int(packed.need.max(initial=1)) > 1:
        return None
    caps = caps_within_hours(packed, nested_caps(packed.places, limits), compiled=compiled)
    scale = scale_for(len(packed.question_ids), 0, value_bits=heaviest_bits(packed.weights))
    market = WholeGraph(
        packed,
        value_shift=scale.value_shift,
        tie_bits=scale.tie_bits,
        seed=seed,
        compiled=compiled,
    )
    found = assign_whole(
        market,
        cap=caps[:, 0],
        limits=caps[:, 1:],
        level=packed.step,
        scale=scale,
        compiled=compiled,
    )
    spent = np.zeros(len(caps), dtype=np.int64)
    np.add.at(spent, found.volunteers, packed.questions.hours[found.questions])
    if (spent > packed.volunteers.hours).any() or slots_clash(packed, found):
        return None
    return found


def warm() -> None:
    """Compile, or load from the cache, every kernel that a later `best_of_all` needs.

    The first time on a machine this takes half a minute on top of those of `arrays` and `assign`.
    """
    kind = frozenset({"KOFFIE"})
    # Some live in one place and first look at the nearest, who are one too few: a pair must join.
    homes = [0] * 25 + [900_000] * 125
    asked = [
        Question(str(one), tuple(kind), Intensity.LIGHT, x=x, y=0) for one, x in enumerate(homes)
    ]
    crowd = [Volunteer(str(one), kind, x=1000 * one, y=0) for one in range(25)]
    roomy = [replace(one, places=2) for one in crowd]  # with hours for one
    for offered in (crowd, roomy):
        best_of_all(pack(asked, offered, Weights()), (2, 1))
