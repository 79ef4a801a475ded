"""Every neighbourhood its share: who is served first there adds more than who is served after."""

from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kruispunt.core.assign.checked import Numbers, nested_caps, whole
from kruispunt.core.assign.clashes import NEVER
from kruispunt.core.assign.problem import ENDLESS, exact_sum
from kruispunt.core.assign.propose import Assignment, assign

type Ints = npt.NDArray[np.int64]


class Covering(NamedTuple):
    """The proposal whose pairs, and neighbourhoods served, are worth most together.

    Attributes
    ----------
    assignment : Assignment
        ``value`` is the sum of the weights given in, and ``bound`` is as much above it as the sum
        with the bonus may still be short. Its prices are in units of half a weight.
    bonus : int
        What the neighbourhoods add.
    served : int64[n_neighbourhoods]
        How many questions are served in each.
    """

    assignment: Assignment
    bonus: int
    served: Ints


def assign_covering(  # noqa: PLR0913 - the arrays of one instance
    indptr: Numbers,
    indices: Numbers,
    weights: Numbers,
    *,
    neighbourhood: Numbers,
    bonus: Numbers,
    cap: Numbers,
    limits: Numbers | None = None,
    level: Numbers | None = None,
    need: Numbers | None = None,
    hours: Numbers | None = None,
    room: Numbers | None = None,
    slots: Numbers | None = None,
    free_slots: Numbers | None = None,
    package: Numbers | None = None,
    ties: npt.NDArray[np.uint64] | None = None,
    compiled: bool | None = None,
) -> Covering:
    """Find the pairs that are worth most together with what their neighbourhoods add.

    A neighbourhood falls into as many even bands as there are bonuses. The questions that are
    served there first, as many as the first band holds, add the first bonus each, the next ones
    the second, and so on. Bonuses never rise, so it does not matter who counts as the first.

    Parameters
    ----------
    indptr, indices, weights, cap, limits, level, need, hours, room, slots, free_slots, package
        As for ``assign``. A question that needs several helpers, or is in a package, adds no bonus.
    neighbourhood : int64[n_questions]
        The neighbourhood of each question, from 0.
    bonus : int64[n_bands]
        What one question served adds, per band; in the unit of the weights.
    ties, compiled
        As for ``assign``.

    Returns
    -------
    Covering

    Raises
    ------
    ValueError, TypeError, OverflowError
        As ``assign``; also when a bonus is higher than the one before it.

    Notes
    -----
    A bonus that falls is still a flow. Every question that nobody helps takes a place *at home*:
    home has a place for each question of the neighbourhood, and the ones that are taken first cost
    the bonus of the last band, then of the band before it, and so on. Apart from a constant that is
    the bonus of who is served. So it is one ``assign`` with a few edges more per question, with
    the same certificate. Weights count double there and a real pair one more, so that of equal sums
    the one that serves most people wins, as in ``assign``.

    References
    ----------
    Separable concave benefits as parallel arcs: R. Ahuja, T. Magnanti and J. Orlin, *Network Flows*
    (1993), chapter 14.

    Examples
    --------
    Two questions of neighbourhood 0 are worth more than one of neighbourhood 1; a bonus for the
    first of each neighbourhood spreads the two places.

    >>> town = [0, 2, 4, 6], [0, 1, 0, 1, 0, 1], [9, 9, 8, 8, 6, 6]
    >>> where = {"neighbourhood": [0, 0, 1], "cap": [1, 1]}
    >>> assign_covering(*town, bonus=[0, 0], **where).served.tolist()
    [2, 0]
    >>> found = assign_covering(*town, bonus=[3, 0], **where)
    >>> found.served.tolist(), found.assignment.value, found.bonus, found.assignment.proven
    ([1, 1], 15, 6, True)
    """
    start, columns, worth = whole(indptr, "indptr"), whole(indices, "indices"), _worth(weights)
    asked, steps = len(start) - 1, whole(bonus, "bonus")
    single = _single(asked, need, package)
    homes = _homes(whole(neighbourhood, "neighbourhood"), steps, single)
    caps = nested_caps(cap, limits)
    real = 2 * worth + np.repeat(single, np.diff(start)) * (1 + 2 * int(steps.max(initial=0)))
    tie = None if ties is None else _joined((start, columns, ties), homes, len(caps), tie=True)[2]
    best = assign(
        *_joined((start, columns, real), homes, len(caps)),
        cap=np.concatenate([caps[:, 0], homes.size]),
        limits=np.concatenate([caps[:, 1:], np.repeat(homes.size[:, None], caps.shape[1] - 1, 1)]),
        level=level,
        need=need,
        hours=hours,
        room=_and_at_home(room, "room", np.full(len(homes.size), ENDLESS)),
        package=package,
        slots=slots,
        free_slots=_and_at_home(free_slots, "free_slots", np.full(len(homes.size), NEVER)),
        ties=tie,
        compiled=compiled,
    )  # fmt: skip
    return _read(best, (start, columns, worth), (homes, steps, single), len(caps))


class Homes(NamedTuple):
    """Per home its neighbourhood, band and places; per question its first and last home."""

    neighbourhood: Ints
    weight: Ints
    size: Ints
    first: Ints
    last: Ints
    of: Ints


def _single(asked: int, need: Numbers | None, package: Numbers | None) -> npt.NDArray[np.bool_]:
    """Tell which questions count for their neighbourhood: one helper, and in no package."""
    single = np.ones(asked, bool)
    for name, given, alone in (("need", need, 1), ("package", package, 0)):
        if given is not None:
            numbers = whole(given, name)
            if numbers.shape != (asked,):
                raise ValueError(f"{name} has shape {numbers.shape} for {asked} questions")
            single &= numbers == alone
    return single


def _worth(weights: Numbers) -> Ints:
    worth = whole(weights, "weights")
    if worth.size and int(worth.max()).bit_length() > 60:  # noqa: PLR2004 - twice fits in 62
        raise OverflowError(f"weights up to {int(worth.max())} do not fit twice in 64 bits")
    return worth


def _homes(of: Ints, steps: Ints, single: npt.NDArray[np.bool_]) -> Homes:
    if of.shape != single.shape:
        raise ValueError(f"neighbourhood has shape {of.shape} for {len(single)} questions")
    if not len(steps) or (np.diff(steps) > 0).any():
        raise ValueError("bonus must have one number per band that never rises")
    many = int(of.max(initial=-1)) + 1
    asks = np.bincount(of[single], minlength=many)
    # the k-th served of n is in band (k - 1) * bands // n
    ends = -(-asks[:, None] * np.arange(len(steps) + 1) // len(steps))
    size = np.diff(ends, axis=1)
    there = size > 0
    before = np.concatenate([[0], np.cumsum(there.sum(axis=1))])
    where, band = np.nonzero(there)
    weight = 2 * (int(steps.max(initial=0)) - steps[band])
    first, last = before[:-1][of], before[1:][of]
    return Homes(where, weight, size[there], first, np.where(single, last, first), of)


def _joined(
    rows: tuple[Ints, Ints, npt.NDArray[Any]], homes: Homes, volunteers: int, *,
    tie: bool = False,
) -> tuple[Ints, Ints, npt.NDArray[Any]]:  # fmt: skip
    """Write the homes of each question behind its own edges."""
    start, columns, numbers = rows
    extra = homes.last - homes.first
    own = np.diff(start)
    indptr = np.concatenate([[0], np.cumsum(own + extra)])
    at = np.arange(int(own.sum())) + np.repeat(np.cumsum(extra) - extra, own)
    mine = np.ones(int(indptr[-1]), bool)
    mine[at] = False
    home = np.arange(int(extra.sum())) + np.repeat(homes.first - np.cumsum(extra) + extra, extra)
    indices, values = np.empty(len(mine), np.int64), np.zeros(len(mine), numbers.dtype)
    indices[at], values[at] = columns, numbers
    indices[mine] = volunteers + home
    if not tie:
        values[mine] = homes.weight[home]
    return indptr, indices, values


def _and_at_home(given: Numbers | None, name: str, homes: Ints) -> Ints | None:
    """Put what holds at home behind what holds of volunteers."""
    return None if given is None else np.concatenate([whole(given, name), homes])


def _read(
    best: Assignment,
    rows: tuple[Ints, Ints, Ints],
    town: tuple[Homes, Ints, npt.NDArray[np.bool_]],
    volunteers: int,
) -> Covering:
    """Leave the homes out, and add the bonus up from the pairs alone."""
    homes, steps, single = town
    real = best.volunteers < volunteers
    questions, helpers = best.questions[real], best.volunteers[real]
    many = int(homes.of.max(initial=-1)) + 1
    helped = np.zeros(len(single), bool)
    helped[questions] = True
    served = np.bincount(homes.of[helped], minlength=many)
    counted = np.bincount(homes.of[helped & single], minlength=many)
    asks = np.bincount(homes.of[single], minlength=many)
    bonus = covered(counted, asks, steps)
    start, columns, worth = rows
    value = _value((start, columns, worth), (questions, helpers), volunteers)
    top = int(steps.max(initial=0))
    missed = covered(asks, asks, steps) - bonus
    # what homes and real pairs weigh must be what value and bonus say; nobody loses by going home
    total = 2 * (value + top * int(asks.sum()) - missed) + int(counted.sum())
    if best.value > total or (best.proven and best.value < total):
        raise RuntimeError(f"the bonus does not add up: {best.value} is not {total}")
    bound = value + (best.bound - total + 1) // 2
    assignment = replace(
        best,
        questions=questions,
        volunteers=helpers,
        value=value,
        served=int(helped.sum()),
        bound=bound if not best.proven else value,
        prices_v=best.prices_v[:volunteers],
    )
    return Covering(assignment, bonus, served)


def covered(served: Ints, asks: Ints, steps: Ints) -> int:
    """Add up what neighbourhoods with so many questions served, of so many asked, add."""
    ends = -(-asks[:, None] * np.arange(len(steps) + 1) // len(steps))
    within = np.clip(served[:, None] - ends[:, :-1], 0, np.diff(ends, axis=1))
    return exact_sum(within * steps)


def _value(rows: tuple[Ints, Ints, Ints], pairs: tuple[Ints, Ints], volunteers: int) -> int:
    start, columns, worth = rows
    keys = np.repeat(np.arange(len(start) - 1), np.diff(start)) * volunteers + columns
    order = np.argsort(keys, kind="stable")
    found = np.searchsorted(keys[order], pairs[0] * volunteers + pairs[1])
    return exact_sum(worth[order[found]])
