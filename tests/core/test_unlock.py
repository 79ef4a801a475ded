"""Every unlocker unlocks, and nothing cheaper does: compared with trying every single change."""

from dataclasses import replace
from datetime import date
from itertools import chain, combinations
from math import ceil

from hypothesis import given, settings

from kruispunt.core.eligibility import refusals, squared_distance
from kruispunt.core.propose import propose
from kruispunt.core.unlock import Subject, Town, unmatched
from kruispunt.core.vocabulary import Intensity
from kruispunt.core.weigh import weigh
from kruispunt.core.weights import Weights
from tests.core.cards_at_random import KINDS, SLOTS, THEMES, crowds, questions, volunteers

WEIGHTS = Weights()
COSTS = WEIGHTS.costs
TODAY = date(2026, 11, 21)
EMPTY = frozenset()


def subsets(words, most):
    return chain.from_iterable(combinations(sorted(words), n) for n in range(1, most + 1))


def every_change_of(one, asked):
    """Every cell of a volunteer that may change, in every way worth a test, with its cost."""
    if one.available:
        yield from ((n * COSTS["plaats"], {"places": one.places + n}) for n in range(1, 5))
    for metres in {ceil(squared_distance(ask, one) ** 0.5 / 1000) for ask in asked} | {
        one.reach // 1000 + n * 1000 for n in range(1, 10)
    }:
        if metres * 1000 > one.reach:
            yield ceil((metres * 1000 - one.reach) / 1e6) * COSTS["km"], {"reach": metres * 1000}
    yield from ((ceil(n / 2) * COSTS["uur"], {"hours": one.hours + 500 * n}) for n in range(1, 12))
    if one.slots:
        for added in subsets(set(SLOTS) - one.slots, 5):
            yield len(added) * COSTS["dagdeel"], {"slots": one.slots | set(added)}
    for added in subsets(set(KINDS) - one.kinds, 3):
        yield len(added) * COSTS["soort"], {"kinds": one.kinds | set(added)}
    for added in subsets({"basis", *THEMES} - one.trainings, 3):
        yield len(added) * COSTS["training"], {"trainings": one.trainings | set(added)}
    yield COSTS["vog"], {"has_vog": True}
    for heavier in list(Intensity)[one.max_intensity.step + 1 :]:
        steps = heavier.step - one.max_intensity.step
        yield steps * COSTS["klasse"], {"max_intensity": heavier}


def every_change_for(ask):
    """Every cell of a question that may change, in every way worth a test, with its cost."""
    if ask.slots:
        for added in subsets(set(SLOTS) - ask.slots, 5):
            yield len(added) * COSTS["dagdeel"], {"slots": ask.slots | set(added)}
    for less in range(500, ask.hours + 1, 500):
        yield ceil(less / 1000) * COSTS["uur"], {"hours": ask.hours - less}
    for fewer in range(1, ask.helpers_needed):
        yield fewer * COSTS["plaats"], {"helpers_needed": ask.helpers_needed - fewer}


def cheapest_by_trying(asked, crowd, below):
    """The cost of the cheapest single change that serves each open question, cheaper than new."""
    found = {}
    outcomes = {}

    def note(cost, asked, crowd):
        effect = tuple(
            (ask.id, ask.hours, ask.helpers_needed, one.id, one.hours, one.places,
             None if refusals(ask, one) else weigh(ask, [one], WEIGHTS).standings[0].score)
            for ask in asked for one in crowd
        )  # fmt: skip
        if effect not in outcomes:
            outcomes[effect] = propose(asked, crowd, WEIGHTS).unmatched
        for ask in asked:
            if ask.id not in outcomes[effect]:
                found[ask.id] = min(cost, found.get(ask.id, below))

    for n, one in enumerate(crowd):
        for cost, cells in every_change_of(one, asked):
            if cost < below:
                note(cost, asked, [*crowd[:n], replace(one, **cells), *crowd[n + 1 :]])
    for n, ask in enumerate(asked):
        for cost, cells in every_change_for(ask):
            if cost < below:
                note(cost, [*asked[:n], replace(ask, **cells), *asked[n + 1 :]], crowd)
    return found


def apply(change, asked, crowd):
    if change.subject is Subject.QUESTION:
        return [change.card if ask.id == change.who else ask for ask in asked], crowd
    return asked, [one for one in crowd if one.id != change.who] + [change.card]


@settings(deadline=None, max_examples=12)
@given(crowds(questions(), 4), crowds(volunteers(), 4))
def test_every_unlocker_unlocks_and_nothing_cheaper_does(asked, crowd):
    below = COSTS["nieuwe_vrijwilliger"]
    answers = unmatched(Town(asked, crowd, WEIGHTS), TODAY)
    tried = cheapest_by_trying(asked, crowd, below)

    assert tuple(one.question for one in answers) == propose(asked, crowd, WEIGHTS).unmatched
    for one in answers:
        assert one.question not in propose(*apply(one.unlocker, asked, crowd), WEIGHTS).unmatched
        assert one.unlocker.cost == tried.get(one.question, below)
