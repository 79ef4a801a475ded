"""The mix is the smallest sufficient package, informal first (C1, D5, WMO-07, rule 5.1)."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kruispunt.core.cards import Question
from kruispunt.core.mix import Strand, mix, team
from kruispunt.core.vocabulary import Intensity, SelfReliance, Source
from kruispunt.core.weigh import weigh
from kruispunt.core.weights import Weights
from tests.core.cards_at_random import crowds, volunteers

NEEDS = ("wandelen", "eten", "post")
DAUGHTER = Strand("dochter", Source.OWN_NETWORK, frozenset({"post"}))
NOOR = Strand("noor", Source.VOLUNTEER, frozenset({"wandelen"}), 8000)
JOOP = Strand("joop", Source.VOLUNTEER, frozenset({"wandelen"}), 9000)
CLUB = Strand("eetclub", Source.ACTIVITY, frozenset({"eten"}))
CARE = Strand("thuiszorg", Source.FORMAL, frozenset(NEEDS))

strands = st.builds(
    Strand,
    id=st.sampled_from("abcdef"),
    source=st.sampled_from(Source),
    meets=st.frozensets(st.sampled_from(NEEDS), min_size=1),
    score=st.sampled_from([1000, 2000]),
)
needs = st.dictionaries(st.sampled_from(NEEDS), st.integers(1, 2), max_size=3)


def ids(package):
    return [strand.id for strand in package.strands]


def test_d5_three_informal_strands_go_before_one_formal_strand_that_does_it_all():
    package = mix(dict.fromkeys(NEEDS, 1), [CARE, CLUB, NOOR, JOOP, DAUGHTER], SelfReliance.LIMITED)

    assert (ids(package), package.unmet) == (["dochter", "joop", "eetclub"], ())
    assert not package.needs_reason


def test_d5_formal_care_asks_for_a_written_reason_and_comes_only_when_nothing_lighter_is_enough():
    package = mix({"eten": 1, "post": 1}, [CARE, DAUGHTER], SelfReliance.REDUCED)

    assert (ids(package), package.needs_reason) == (["thuiszorg"], True)


def test_d1_rule_5_1_who_depends_on_care_is_never_left_to_informal_help_alone():
    package = mix({"wandelen": 1}, [NOOR, CARE], SelfReliance.DEPENDENT)

    assert CARE in package.strands


def test_what_nobody_meets_is_said():
    assert mix({"post": 2, "eten": 1}, [DAUGHTER], SelfReliance.FULL).unmet == ("eten", "post")


@given(needs, st.lists(strands, max_size=6, unique_by=lambda s: s.id))
def test_no_package_leaves_less_unmet_or_is_lighter_or_smaller(wanted, offered):
    package = mix(wanted, offered, SelfReliance.REDUCED)

    def burden(chosen):
        unmet = sum(
            max(number - sum(need in s.meets for s in chosen), 0) for need, number in wanted.items()
        )
        heaviest = max((s.source.step for s in chosen), default=-1)
        formal = sum(s.source is Source.FORMAL for s in chosen)
        return unmet, heaviest, formal, len(chosen)

    every = (
        chosen
        for size in range(len(offered) + 1)
        for chosen in combinations(offered, size)
        if all(s.meets & wanted.keys() for s in chosen)
    )
    assert burden(package.strands) == min(map(burden, every))


@given(crowds(volunteers()), st.integers(1, 3))
def test_a_team_is_the_best_helpers_together_or_nobody(crowd, number):
    asked = Question(
        "q",
        ("WANDELEN", "KOFFIE"),
        Intensity.LIGHT,
        x=104_000_000,
        y=104_000_000,
        hours=0,
        helpers_needed=number,
    )
    ranking = weigh(asked, crowd, Weights())
    ranked = tuple(one.volunteer for one in ranking.standings)

    assert team(asked, ranking) == (ranked[:number] if len(ranked) >= number else ())


def test_a_team_of_thirty_is_found_without_trying_every_subset():
    crowd = [Strand(f"v{n:02d}", Source.VOLUNTEER, frozenset({"sjouwen"}), n) for n in range(40)]

    assert len(mix({"sjouwen": 30}, crowd, SelfReliance.FULL).strands) == 30
