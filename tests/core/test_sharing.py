"""Places shared out by waiting or over neighbourhoods equal the best of all ways to do so."""

from collections import Counter
from dataclasses import replace
from itertools import product

from hypothesis import given, settings

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.kept import KeptTown
from kruispunt.core.neighbourhoods import SQUARE
from kruispunt.core.propose import propose
from kruispunt.core.reference import may_carry
from kruispunt.core.sharing import BANDS
from kruispunt.core.unlock import Town
from kruispunt.core.vocabulary import Intensity
from kruispunt.core.weights import Weights
from tests.core.cards_at_random import crowds, questions, volunteers
from tests.core.test_propose import values

BY_WAITING = Weights(longest_first=True)
SPREAD = Weights(spread_bonus=50_00)


def every_way(asked, crowd):
    """Give every allowed set of pairs, as question -> volunteer."""
    weight, by_id = values(asked, crowd), {one.id: one for one in asked}
    options = [
        [None, *(who for ask, who in sorted(weight) if ask == one.id)] for one in by_id.values()
    ]
    for chosen in product(*options):
        plan = {ask: who for ask, who in zip(by_id, chosen, strict=True) if who is not None}
        loads = {who: [by_id[a] for a, w in plan.items() if w == who] for who in plan.values()}
        if all(may_carry(one, loads.get(one.id, [])) for one in crowd):
            yield plan, sum(weight[pair] for pair in plan.items())


def unhurried(cards):
    return [replace(card, hours=0) for card in cards]


@settings(deadline=None, max_examples=60)
@given(crowds(questions(), 4), crowds(volunteers(), 4))
def test_who_waits_longest_goes_first_and_worth_decides_among_equals(asked, crowd):
    asked = unhurried(asked)
    days = {one.id: one.days_waiting for one in asked}
    waits = sorted(set(days.values()), reverse=True)

    def in_order(plan):
        tally = Counter(days[ask] for ask in plan)
        return [tally[wait] for wait in waits]

    found = propose(asked, crowd, BY_WAITING)
    plan = {one.question: one.volunteer for one in found.pairings}
    best = max((in_order(way), value) for way, value in every_way(asked, crowd))

    assert (in_order(plan), found.value) == best
    assert found.proven
    assert found.bound == found.value


def added(plan, asked):
    """Add the bonus up one question at a time, as the rule says it."""
    where = {one.id: (one.x // SQUARE, one.y // SQUARE) for one in asked}
    asks, done = Counter(where.values()), Counter(where[ask] for ask in plan)
    whole = SPREAD.spread_bonus * 1000
    steps = [whole * (BANDS - 1 - band) // (BANDS - 1) for band in range(BANDS)]
    return sum(steps[k * BANDS // asks[one]] for one in done for k in range(done[one]))


@settings(deadline=None, max_examples=60)
@given(crowds(questions(), 4), crowds(volunteers(), 4))
def test_worth_and_what_neighbourhoods_add_are_together_the_most_there_is(asked, crowd):
    found = propose(asked, crowd, SPREAD)
    plan = {one.question: one.volunteer for one in found.pairings}
    best = max(value + added(way, asked) for way, value in every_way(asked, crowd))

    assert found.value + added(plan, asked) == best
    assert found.bound - found.value == 0
    assert found.proven


def ask(one, **facts):
    return Question(one, ("KOFFIE",), Intensity.LIGHT, **({"x": 0, "y": 0} | facts))


NOOR = Volunteer("noor", frozenset({"KOFFIE"}), x=0, y=0, reach=50_000_000)


def test_a_square_without_help_goes_before_one_that_has_some():
    asked = [ask("a"), ask("b"), ask("c", x=2 * SQUARE)]
    crowd = [NOOR, replace(NOOR, id="bilal")]

    def helped(weights):
        return [one.question for one in propose(asked, crowd, weights).pairings]

    assert helped(Weights()) == ["a", "b"]
    assert helped(SPREAD)[1:] == ["c"]


def test_a_neighbourhood_that_is_said_counts_for_the_square():
    asked = [ask("a", neighbourhood="Oost"), ask("b", neighbourhood="Oost"),
             ask("c", neighbourhood="West", x=1000)]  # fmt: skip
    crowd = [NOOR, replace(NOOR, id="bilal")]

    assert "c" in [one.question for one in propose(asked, crowd, SPREAD).pairings]


def test_with_too_few_hours_the_most_waiting_is_served_and_the_bound_is_said():
    asked = [ask("a", days_waiting=9), ask("b", days_waiting=300), ask("c", days_waiting=200)]
    crowd = [replace(NOOR, places=3, hours=4000)]
    found = propose(asked, crowd, BY_WAITING)

    assert [one.question for one in found.pairings] == ["b", "c"]
    assert found.proven


def test_a_kept_town_and_a_try_follow_the_rule_too():
    asked = [ask("a", days_waiting=9, role="coach"), ask("b", days_waiting=300)]
    town = KeptTown(BY_WAITING)
    town.take_in(asked, [NOOR])

    assert [one.question for one in town.proposal().pairings] == ["b"]
    assert Town(asked, [NOOR], BY_WAITING).proposal.unmatched == ("a",)
