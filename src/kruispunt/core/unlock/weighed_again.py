"""Everyone on the scales with one card changed: only the pairs of that card are weighed."""

from bisect import bisect_left
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kruispunt.core.arrays import Edges, edges_of_questions, edges_of_volunteers
from kruispunt.core.arrays.slots import slots_of_question, slots_of_volunteer
from kruispunt.core.arrays.ties import hashes
from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.propose import Weighed

Ints = NDArray[np.int64]


def with_volunteer(weighed: Weighed, card: Volunteer) -> Weighed:
    """Lay a changed volunteer, or a new one, on the scales with everyone else.

    Gives bit for bit what weighing everyone afresh would give: the order is that of the ids.
    """
    packed = weighed.packed
    row = edges_of_volunteers(packed, [card])
    at = bisect_left(packed.volunteer_ids, card.id)
    if at == len(packed.volunteer_ids) or packed.volunteer_ids[at] != card.id:
        weighed = _with_seat(weighed, card.id, at)
        packed = weighed.packed
    places, hours = packed.places.copy(), packed.volunteers.hours.copy()
    places[at], hours[at] = card.places, card.hours
    slots = packed.volunteers.slots.copy()
    slots[at] = slots_of_volunteer(card, packed.lexicons)
    laid = packed.volunteers._replace(hours=hours, slots=slots)
    packed = replace(packed, places=places, volunteers=laid)
    kept = weighed.edges.indices != at
    rows = np.concatenate([weighed.rows[kept], row.indices])
    columns = np.concatenate([weighed.edges.indices[kept], np.full(len(row.indices), at)])
    score = np.concatenate([weighed.edges.score[kept], row.score])
    found = _sorted(rows, columns, score, len(packed.question_ids))
    return replace(weighed, packed=packed, found=found)


def with_question(weighed: Weighed, card: Question) -> Weighed:
    """Lay a changed question on the scales with everyone else."""
    packed, old = weighed.packed, weighed.edges
    row = edges_of_questions(packed, [card])
    at = bisect_left(packed.question_ids, card.id)
    need, hours = packed.need.copy(), packed.questions.hours.copy()
    need[at], hours[at] = card.helpers_needed, card.hours
    slots = packed.questions.slots.copy()
    slots[at] = slots_of_question(card, packed.lexicons)
    laid = packed.questions._replace(hours=hours, slots=slots)
    packed = replace(packed, need=need, questions=laid)
    first, last = int(old.indptr[at]), int(old.indptr[at + 1])
    indptr = old.indptr.copy()
    indptr[at + 1 :] += len(row.indices) - (last - first)
    spliced = (
        np.concatenate([whole[:first], part, whole[last:]])
        for whole, part in ((old.indices, row.indices), (old.score, row.score))
    )
    return replace(weighed, packed=packed, found=Edges(indptr, *spliced))


def _with_seat(weighed: Weighed, who: str, at: int) -> Weighed:
    """Make room for someone new, in the order of the ids."""
    packed = weighed.packed
    ids = [*packed.volunteer_ids[:at], who, *packed.volunteer_ids[at:]]
    hours = np.insert(packed.volunteers.hours, at, 0)
    slots = np.insert(packed.volunteers.slots, at, 0)
    packed = replace(
        packed,
        volunteer_ids=ids,
        volunteer_hash=np.insert(packed.volunteer_hash, at, hashes([who])[0]),
        places=np.insert(packed.places, at, 0),
        volunteers=packed.volunteers._replace(hours=hours, slots=slots),
    )
    columns = weighed.edges.indices + (weighed.edges.indices >= at)
    found = replace(weighed.edges, indices=columns.astype(np.int32))
    return replace(weighed, packed=packed, found=found)


def _sorted(rows: Ints, columns: Ints, score: NDArray[np.int32], questions: int) -> Edges:
    order = np.lexsort((columns, rows))
    indptr = np.zeros(questions + 1, dtype=np.int64)
    np.cumsum(np.bincount(rows, minlength=questions), out=indptr[1:])
    return Edges(indptr, columns[order].astype(np.int32), score[order].astype(np.int32))
