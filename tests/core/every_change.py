"""Every single change that the contract allows, tried one by one: slow, plain, and sure."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, combinations
from math import ceil

from kruispunt.core.eligibility import refusals, squared_distance
from kruispunt.core.propose import propose
from kruispunt.core.vocabulary import Intensity
from kruispunt.core.weigh import weigh
from kruispunt.core.weights import Weights
from tests.core.cards_at_random import KINDS, SLOTS, THEMES

WEIGHTS = Weights()
COSTS = WEIGHTS.costs
NEW = COSTS["nieuwe_vrijwilliger"]


def cheapest_by_trying(asked, crowd):
    """The cost of the cheapest single change that serves each question, cheaper than someone new.

    Two changes that leave every pair and every load limit the same are tried once.
    """
    found, outcomes = {}, {}
    for cost, changed_asked, changed_crowd in every_town(asked, crowd):
        if cost < NEW:
            effect = seen_by_the_scales(changed_asked, changed_crowd)
            if effect not in outcomes:
                outcomes[effect] = propose(changed_asked, changed_crowd, WEIGHTS).unmatched
            for ask in {ask.id for ask in asked} - set(outcomes[effect]):
                found[ask] = min(cost, found.get(ask, NEW))
    return found


def every_town(asked, crowd):
    for n, one in enumerate(crowd):
        for cost, cells in every_change_of(one, asked):
            yield cost, asked, [*crowd[:n], replace(one, **cells), *crowd[n + 1 :]]
    for n, ask in enumerate(asked):
        for cost, cells in every_change_for(ask):
            yield cost, [*asked[:n], replace(ask, **cells), *asked[n + 1 :]], crowd


def every_change_of(one, asked) -> Iterator[tuple[int, dict[str, object]]]:
    """Every cell of a volunteer that may change, in every way worth a test, with its cost."""
    yield from ((n * COSTS["plaats"], {"places": one.places + n}) for n in range(1, 5))
    yield from ((ceil(n / 2) * COSTS["uur"], {"hours": one.hours + 500 * n}) for n in range(1, 12))
    yield from further(one, asked)
    if one.slots:
        yield from more(one, "slots", SLOTS, COSTS["dagdeel"])
    yield from more(one, "kinds", KINDS, COSTS["soort"])
    yield from more(one, "trainings", ("basis", *THEMES), COSTS["training"])
    yield COSTS["vog"], {"has_vog": True}
    for heavier in list(Intensity)[one.max_intensity.step + 1 :]:
        steps = heavier.step - one.max_intensity.step
        yield steps * COSTS["klasse"], {"max_intensity": heavier}


def every_change_for(ask) -> Iterator[tuple[int, dict[str, object]]]:
    """Every cell of a question that may change, in every way worth a test, with its cost."""
    if ask.slots:
        yield from more(ask, "slots", SLOTS, COSTS["dagdeel"])
    for less in range(500, ask.hours + 1, 500):
        yield ceil(less / 1000) * COSTS["uur"], {"hours": ask.hours - less}
    for fewer in range(1, ask.helpers_needed):
        yield fewer * COSTS["plaats"], {"helpers_needed": ask.helpers_needed - fewer}


def further(one, asked):
    to_questions = {ceil(squared_distance(ask, one) ** 0.5 / 1000) * 1000 for ask in asked}
    whole = {one.reach + kilometres * 1_000_000 for kilometres in range(1, 10)}
    for reach in sorted(to_questions | whole):
        if reach > one.reach:
            yield ceil((reach - one.reach) / 1e6) * COSTS["km"], {"reach": reach}


def more(card, column, words, price):
    had = getattr(card, column)
    others = sorted(set(words) - had)
    ways = chain.from_iterable(combinations(others, n) for n in range(1, len(others) + 1))
    return ((len(added) * price, {column: had | set(added)}) for added in ways)


def seen_by_the_scales(asked, crowd):
    loads = tuple((one.id, one.hours, one.places) for one in crowd)
    needs = tuple((ask.id, ask.hours, ask.helpers_needed) for ask in asked)
    pairs = tuple(score(ask, one) for ask in asked for one in crowd)
    return loads, needs, pairs


def score(ask, one):
    return -1 if refusals(ask, one) else weigh(ask, [one], WEIGHTS).standings[0].score
