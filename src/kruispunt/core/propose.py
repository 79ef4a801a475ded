"""The scales for everyone at once: the best possible set of pairs, with its bound and its proof.

A pair weighs score times priority, in whole hundred-thousandths of a point. The proposal that
weighs most is the answer; among equals the one that serves most questions; then a fixed tie-break
on the ids. A person reads it and decides.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import gcd
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kruispunt.core.arrays import Edges, Packed, count_eligible, edges, pack, shares, ties
from kruispunt.core.arrays.compiled import numba_is_here
from kruispunt.core.assign import Assignment, assign
from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.over_all import best_of_all
from kruispunt.core.own_slots import bits_of_questions, bits_of_volunteers
from kruispunt.core.packages import asks_alone, packages_of
from kruispunt.core.sharing import Sharing, Town, added, shared_out, sharing_of
from kruispunt.core.weights import ALL_POINTS, Weights

AT_MOST = (2, 1)
"""Class limits (CAP-01): two intensive or heavier, one very intensive a volunteer."""
WIDE = 100_000_000
"""Questions times volunteers from which pairs are asked for instead of written down."""
ONE = 1000
"""The whole, in thousandths."""
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pairing:
    """One proposed pair: score in hundredths, priority in thousandths."""

    question: str
    volunteer: str
    score: int
    priority: int

    @property
    def value(self) -> int:
        """Score times priority, in hundred-thousandths of a point."""
        return self.score * self.priority


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the scales propose: the pairs, what they weigh, and how sure that is the best.

    `value` and `bound` are in hundred-thousandths of a point and leave the bonus for
    yesterday's pairs out; `proven` says that no set of pairs is better, the bonus counted. Where
    places are shared out by waiting or over neighbourhoods, better is meant under that rule, and
    `bound` is above `value` by what the rule may still miss.
    """

    pairings: tuple[Pairing, ...]
    unmatched: tuple[str, ...]
    value: int
    bound: int
    proven: bool

    @property
    def gap(self) -> float:
        """The part of the bound that the proposal might still miss."""
        return (self.bound - self.value) / self.bound if self.bound else 0.0


@dataclass(frozen=True)
class Weighed:
    """Everyone on the scales: all cards in order of id, and every eligible pair with its score.

    The pairs are found when they are first asked for; for a whole province that is seldom.
    """

    packed: Packed
    found: Edges | None = None
    sharing: Sharing | None = None
    """How places are shared out, where that is asked for."""
    package: NDArray[np.int64] | None = None
    """The package of each question, nought for none; nothing where there is no package."""

    @cached_property
    def edges(self) -> Edges:
        """Every eligible pair with its score."""
        return edges(self.packed) if self.found is None else self.found

    @cached_property
    def eligible(self) -> int:
        """How many eligible pairs there are."""
        if self.is_wide:
            return count_eligible(self.packed)
        return len(self.edges.indices)

    @property
    def is_wide(self) -> bool:
        """Tell whether there are so many pairs that they are better not written down."""
        pairs = len(self.packed.question_ids) * len(self.packed.volunteer_ids)
        written = self.found is not None or "edges" in self.__dict__
        return pairs > WIDE and numba_is_here() and not written

    @property
    def rows(self) -> NDArray[np.int64]:
        """The question of each edge."""
        return self.edges.rows()

    @property
    def values(self) -> NDArray[np.int64]:
        """Score times priority of each edge."""
        return self.edges.score * self.packed.priority[self.rows]


def propose(
    questions: Sequence[Question],
    volunteers: Sequence[Volunteer],
    weights: Weights,
    *,
    previous: Collection[Pair] = (),
    seed: int = 1,
) -> Proposal:
    """Find the set of pairs that weighs most under the hard rules and the load rules.

    Load rules: at most `places` matches a volunteer, the hours of her new matches together at
    most her hours, at most one very intensive and at most two intensive or heavier (CAP-01), and
    exactly `helpers_needed` different helpers for a question or none. Where the weights say so,
    each question of a volunteer also gets a slot of its own among those that suit both. Questions
    of one package are served together or not at all.

    Parameters
    ----------
    questions, volunteers : the cards, in any order.
    weights : points, priorities and the bonus for yesterday's pairs.
    previous : pairs (question id, volunteer id) that weigh more while choosing.
    seed : orders equals; another seed may pick another of several equally good proposals.

    Examples
    --------
    >>> from kruispunt.core.vocabulary import Intensity
    >>> asked = [Question("v1", ("KOFFIE",), Intensity.LIGHT, x=0, y=0)]
    >>> crowd = [Volunteer("noor", frozenset({"KOFFIE"}), x=0, y=0)]
    >>> best = propose(asked, crowd, Weights())
    >>> [(p.question, p.volunteer, p.score) for p in best.pairings], best.proven
    ([('v1', 'noor', 7500)], True)
    """
    return propose_from(weigh_all(questions, volunteers, weights), previous=previous, seed=seed)


def weigh_all(
    questions: Sequence[Question], volunteers: Sequence[Volunteer], weights: Weights
) -> Weighed:
    """Lay every question and every volunteer on the scales."""
    asked = sorted(questions, key=lambda card: card.id)
    packed = pack(asked, sorted(volunteers, key=lambda card: card.id), weights)
    return Weighed(packed, sharing=sharing_of(asked, weights), package=packages_of(asked))


def propose_from(weighed: Weighed, *, previous: Collection[Pair] = (), seed: int = 1) -> Proposal:
    """Find the best proposal among pairs that were weighed before (see `propose`)."""
    chosen = None
    by_places = weighed.sharing is None and weighed.package is None
    if weighed.is_wide and not previous and by_places:
        chosen = best_of_all(weighed.packed, AT_MOST, seed=seed)
    if chosen is not None:
        return _told(weighed, chosen, chosen.bound)
    bonus = with_bonus(weighed, previous)
    chosen = _solve(weighed, bonus, seed)
    plain = chosen if bonus is None else _solve(weighed, None, seed)
    return _told(weighed, chosen, plain.bound)


def _told(weighed: Weighed, chosen: Assignment, bound: int) -> Proposal:
    pairings = _read(weighed, chosen)
    served = {pairing.question for pairing in pairings}
    value = sum(pairing.value for pairing in pairings)
    # what the neighbourhoods add stands in the bound, and is no part of what the pairs are worth
    alone = asks_alone(weighed.packed.need, weighed.package)
    extra = added(weighed.sharing, alone, chosen.questions)
    return Proposal(
        pairings=pairings,
        unmatched=tuple(one for one in weighed.packed.question_ids if one not in served),
        value=value,
        bound=max(bound - extra, value),
        proven=chosen.proven,
    )


def _solve(weighed: Weighed, bonus: NDArray[np.int64] | None, seed: int) -> Assignment:
    packed, found = weighed.packed, weighed.edges
    worth, value_bits = worth_and_bits(weighed, bonus)
    town = Town(
        indptr=found.indptr,
        indices=found.indices,
        weights=worth,
        cap=packed.places,
        limits=AT_MOST,
        level=packed.step,
        # One more than there are candidates is as impossible as a thousand million, and smaller.
        need=np.minimum(packed.need, np.diff(found.indptr) + 1),
        hours=packed.questions.hours,
        room=packed.volunteers.hours,
        slots=bits_of_questions(packed),
        free_slots=bits_of_volunteers(packed),
        package=weighed.package,
        ties=ties(packed, weighed.rows, found.indices, seed=seed),
    )
    if weighed.sharing is not None:
        plain = factors(packed.weights)[0] if bonus is not None else 1
        return shared_out(town, weighed.sharing, plain)
    return assign(*town.rows, **town.rest, value_bits=value_bits)


def prices_of(
    weighed: Weighed, previous: Collection[Pair] = (), seed: int = 1
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """What each question gains, and what a place costs per volunteer and class, while choosing.

    In hundred-thousandths of a point, rounded down; of a pair of yesterday the bonus counts.
    """
    # with the pairs at hand: without them every pair would be looked for again
    by_worth = replace(weighed, found=weighed.edges, sharing=None)
    chosen = _solve(by_worth, with_bonus(weighed, previous), seed)
    plain = factors(weighed.packed.weights)[0] if previous else 1
    shift = np.int64(chosen.scale.value_shift)
    return (chosen.prices_u >> shift) // plain, (chosen.prices_v >> shift) // plain


def worth_and_bits(
    weighed: Weighed, bonus: NDArray[np.int64] | None
) -> tuple[NDArray[np.int64], int]:
    """What each edge weighs while choosing, and the bits that the heaviest possible one takes."""
    most = ALL_POINTS * weighed.packed.weights.highest_priority
    if bonus is None:
        return weighed.values, most.bit_length()
    return weighed.values * bonus, (most * int(bonus.max(initial=1))).bit_length()


def with_bonus(weighed: Weighed, previous: Collection[Pair]) -> NDArray[np.int64] | None:
    """What each edge is multiplied by, in the smallest whole numbers; nothing without a bonus."""
    if not previous or not weighed.packed.weights.switch_bonus:
        return None
    plain, before = factors(weighed.packed.weights)
    asked = {one: row for row, one in enumerate(weighed.packed.question_ids)}
    given = {one: column for column, one in enumerate(weighed.packed.volunteer_ids)}
    wide = len(given)
    keys = weighed.rows * wide + weighed.edges.indices
    kept = [asked[q] * wide + given[v] for q, v in previous if q in asked and v in given]
    factor = np.full(len(keys), plain, dtype=np.int64)
    factor[np.isin(keys, np.array(kept, dtype=np.int64))] = before
    return factor


def factors(weights: Weights) -> tuple[int, int]:
    """By what a new pair and a pair of yesterday are multiplied, in the smallest whole numbers."""
    shared = gcd(ONE, weights.switch_bonus)
    return ONE // shared, (ONE + weights.switch_bonus) // shared


def _read(weighed: Weighed, chosen: Assignment) -> tuple[Pairing, ...]:
    return _pairings(weighed, chosen.questions, chosen.volunteers)


def read(weighed: Weighed, pairs: Sequence[Pair]) -> tuple[Pairing, ...]:
    """Give score and priority of some pairs that were weighed, by question and volunteer."""
    rows = {one: at for at, one in enumerate(weighed.packed.question_ids)}
    columns = {one: at for at, one in enumerate(weighed.packed.volunteer_ids)}
    places = np.array([(rows[one], columns[who]) for one, who in sorted(pairs)], dtype=np.int64)
    questions, volunteers = places.reshape(-1, 2).T
    return _pairings(weighed, questions, volunteers)


def _pairings(
    weighed: Weighed, questions: NDArray[np.int64], volunteers: NDArray[np.int64]
) -> tuple[Pairing, ...]:
    packed = weighed.packed
    scores = _scores(weighed, questions, volunteers)
    return tuple(
        Pairing(
            packed.question_ids[row],
            packed.volunteer_ids[column],
            int(score),
            int(packed.priority[row]),
        )
        for row, column, score in zip(questions, volunteers, scores, strict=True)
    )


def _scores(weighed: Weighed, rows: NDArray[np.int64], columns: NDArray[Any]) -> NDArray[np.int64]:
    """The score of each pair: looked up where pairs are written down (columns ascend in a row)."""
    if weighed.is_wide:
        each = shares(weighed.packed, rows, columns).shares
        return np.asarray(each.sum(axis=1), dtype=np.int64)
    found = weighed.edges
    wide = int(found.indices.max(initial=0)) + 1
    keys = found.rows() * wide + found.indices
    at = np.searchsorted(keys, rows * wide + columns)
    return np.asarray(found.score[at], dtype=np.int64)
