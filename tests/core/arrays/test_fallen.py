"""Who falls off, counted and named in arrays, is who falls off on the cards."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from kruispunt.core.arrays import TopIndex
from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.vocabulary import Intensity
from kruispunt.core.weigh import weigh
from tests.core.arrays.crowds import WEIGHTS
from tests.core.cards_at_random import crowds, questions, volunteers

ASK = Question("v1", ("WANDELEN",), Intensity.LIGHT, x=0, y=0, hours=2_000)


def walker(name, *, y=0, **facts):
    return Volunteer(
        name,
        frozenset({"WANDELEN"}),
        **{"x": 0, "y": y, "reach": 1_000_000, "hours": 2_000} | facts,
    )


@settings(max_examples=200, deadline=None)
@given(questions(), crowds(volunteers()), st.data())
def test_counts_names_and_ranks_are_those_of_the_cards(question, offered, data):
    index = TopIndex(offered, WEIGHTS)
    unseen = data.draw(st.sets(st.sampled_from([one.id for one in offered]))) if offered else set()
    seen = [one for one in offered if one.id not in unseen]
    ranking = weigh(question, seen, WEIGHTS)

    fallen = index.fallen(question, unseen=unseen)

    by_rule = Counter(rule for rules in ranking.refused.values() for rule in rules)
    assert (fallen.passing, fallen.refused) == (len(ranking.standings), len(ranking.refused))
    assert fallen.counts == by_rule
    for rule in by_rule:
        named = {who for who, rules in ranking.refused.items() if rule in rules}
        assert set(fallen.by(rule)) == named
        alone = {who for who, rules in ranking.refused.items() if rules == (rule,)}
        assert set(fallen.only_by(rule, len(offered))) == alone


@settings(max_examples=100, deadline=None)
@given(questions(), crowds(volunteers()))
def test_each_rank_is_the_place_in_the_full_ranking(question, offered):
    index = TopIndex(offered, WEIGHTS)
    ranked = [one.volunteer for one in weigh(question, offered, WEIGHTS).standings]

    for one in offered:
        place = ranked.index(one.id) + 1 if one.id in ranked else None
        assert index.rank(question, one.id) == place


def test_whoever_lives_just_too_far_comes_first():
    offered = [walker("a", y=9_000_000), walker("b", y=1_500_000), walker("c", y=3_000_000)]

    assert TopIndex(offered, WEIGHTS).fallen(ASK).only_by("afstand", 2) == ["b", "c"]


def test_of_those_who_lack_as_much_the_first_laid_stay():
    offered = [walker("a", hours=0), walker("b", hours=1_000), walker("c", hours=0)]

    assert TopIndex(offered, WEIGHTS).fallen(ASK).only_by("uren", 2) == ["b", "a"]


def test_whoever_left_or_changed_is_counted_once():
    index = TopIndex([walker("a"), walker("b", hours=0)], WEIGHTS)
    index.remove("a")
    index.put(walker("b", hours=1_000, y=20_000_000))

    fallen = index.fallen(ASK)

    assert (fallen.passing, fallen.refused) == (0, 1)
    assert fallen.by("uren") == fallen.by("afstand") == ["b"]
