"""The proposal is the best there is: it equals trying every way."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.propose import propose
from kruispunt.core.reference import best, may_carry
from kruispunt.core.vocabulary import Intensity
from kruispunt.core.weigh import weigh
from kruispunt.core.weights import Weights
from tests.core.cards_at_random import crowds, questions, volunteers

WEIGHTS = Weights()


def values(asked, crowd):
    return {
        (question.id, one.volunteer): one.score * WEIGHTS.priority(question)
        for question in asked
        for one in weigh(question, crowd, WEIGHTS).standings
    }


@settings(deadline=None, max_examples=60)
@given(crowds(questions(), 5), crowds(volunteers(), 5))
def test_a_proposal_equals_the_best_of_all_ways(asked, crowd):
    proposal = propose(asked, crowd, WEIGHTS)
    served = len(asked) - len(proposal.unmatched)

    assert (proposal.value, served) == best(asked, crowd, values(asked, crowd))
    assert proposal.bound == proposal.value


@settings(deadline=None, max_examples=60)
@given(crowds(questions(), 5), crowds(volunteers(), 5))
def test_a_proposal_keeps_the_load_rules_and_says_the_value_of_its_pairs(asked, crowd):
    proposal = propose(asked, crowd, WEIGHTS)
    eligible, by_id = values(asked, crowd), {question.id: question for question in asked}

    assert all(eligible[p.question, p.volunteer] == p.value for p in proposal.pairings)
    for volunteer in crowd:
        load = [by_id[p.question] for p in proposal.pairings if p.volunteer == volunteer.id]
        assert may_carry(volunteer, load)


@settings(deadline=None, max_examples=30)
@given(crowds(questions(), 5), crowds(volunteers(), 5))
def test_the_order_of_the_rows_does_not_matter(asked, crowd):
    assert propose(asked, crowd, WEIGHTS) == propose(asked[::-1], crowd[::-1], WEIGHTS)


def test_a_question_that_asks_for_a_whole_country_is_simply_not_served():
    asked = Question("q", ("KOFFIE",), Intensity.LIGHT, x=0, y=0, helpers_needed=1_000_000_000)
    crowd = [Volunteer("noor", frozenset({"KOFFIE"}), x=0, y=0)]

    assert propose([asked], crowd, WEIGHTS).unmatched == ("q",)


@settings(deadline=None, max_examples=40)
@given(crowds(questions(), 4), crowds(volunteers(), 4), st.data())
def test_the_bonus_for_yesterdays_pairs_counts_while_choosing_and_not_in_the_value(
    asked, crowd, data
):
    weight = values(asked, crowd)
    kept = data.draw(st.sets(st.sampled_from(sorted(weight)))) if weight else set()
    while_choosing = {pair: 10 * w + (w if pair in kept else 0) for pair, w in weight.items()}

    proposal = propose(asked, crowd, WEIGHTS, previous=kept)

    chosen = [(one.question, one.volunteer) for one in proposal.pairings]
    assert sum(while_choosing[pair] for pair in chosen) == best(asked, crowd, while_choosing)[0]
    assert proposal.value == sum(weight[pair] for pair in chosen)
    assert proposal.bound == best(asked, crowd, weight)[0]


def test_yesterdays_pair_stays_when_another_is_hardly_better():
    asked = [Question("q", ("KOFFIE",), Intensity.LIGHT, x=0, y=0)]
    near = Volunteer("near", frozenset({"KOFFIE"}), x=0, y=0)
    nearly = Volunteer("nearly", frozenset({"KOFFIE"}), x=0, y=100_000)

    def helper(**options):
        return propose(asked, [near, nearly], WEIGHTS, **options).pairings[0].volunteer

    assert (helper(), helper(previous=[("q", "nearly")])) == ("near", "nearly")
