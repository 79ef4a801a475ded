"""The live optimum is, after any events, what a fresh solve gives; and trying changes nothing."""

import numpy as np
import pytest

from kruispunt.core.assign import assign
from kruispunt.core.assign.compiled import compiled_kernels
from kruispunt.core.assign.composite import tie_hash
from kruispunt.core.assign.laying import NO_TIES, laid_by_numpy
from kruispunt.core.assign.live import Live
from tests.core.assign.small_towns import CLASS_LIMITS

BITS = 20


class Register:
    """The rows of a town as a coordinator keeps them; solves afresh whenever asked."""

    def __init__(self, rng, *, questions, volunteers, density, top):
        self.rng, self.density, self.top = rng, density, top
        self.places = {v: int(rng.integers(0, 4)) for v in range(volunteers)}
        self.level = {q: int(rng.integers(0, 3)) for q in range(questions)}
        self.weight = {
            (q, v): int(rng.integers(0, top))
            for q in self.level
            for v in self.places
            if rng.random() < density
        }

    def copy(self):
        twin = object.__new__(Register)
        twin.__dict__ = {k: dict(v) if isinstance(v, dict) else v for k, v in vars(self).items()}
        return twin

    def drawn(self, others):
        """Some others with fresh weights."""
        met = np.array([o for o in sorted(others) if self.rng.random() < self.density], int)
        return met, self.rng.integers(0, self.top, len(met)), None

    def forget(self, *, question=None, volunteer=None):
        self.weight = {
            (q, v): w for (q, v), w in self.weight.items() if q != question and v != volunteer
        }

    def arrays(self):
        rank = {v: i for i, v in enumerate(sorted(self.places))}
        edges = sorted(self.weight)
        questions = sorted(self.level)
        counts = [sum(q == question for q, _ in edges) for question in questions]
        return {
            "indptr": np.cumsum([0, *counts]),
            "indices": [rank[v] for _, v in edges],
            "weights": [self.weight[edge] for edge in edges],
            "cap": [self.places[v] for v in sorted(self.places)],
            "limits": CLASS_LIMITS,
            "level": [self.level[q] for q in questions],
            "ties": tie_hash(
                np.array([q for q, _ in edges], int), np.array([v for _, v in edges], int)
            ),
            "value_bits": BITS,
            "compiled": False,
        }

    def solved(self):
        found = assign(**self.arrays())
        assert found.proven
        questions, volunteers = sorted(self.level), sorted(self.places)
        pairs = {
            (questions[q], volunteers[v])
            for q, v in zip(found.questions, found.volunteers, strict=True)
        }
        return found.value, found.served, pairs


def volunteer_comes(live, town):
    edges, places = town.drawn(town.level), int(town.rng.integers(0, 4))
    change = live.try_volunteer(*edges[:2], places=places)
    number = live.add_volunteer(*edges[:2], places=places)
    town.places[number] = places
    town.weight |= {(q, number): w for q, w in zip(*map(np.ndarray.tolist, edges[:2]), strict=True)}
    return change


def volunteer_leaves(live, town):
    volunteer = int(town.rng.choice(sorted(town.places)))
    change = live.try_without_volunteer(volunteer)
    live.remove_volunteer(volunteer)
    town.forget(volunteer=volunteer)
    del town.places[volunteer]
    return change


def volunteer_changes(live, town):
    volunteer = int(town.rng.choice(sorted(town.places)))
    edges, places = town.drawn(town.level), int(town.rng.integers(0, 4))
    change = live.try_change(volunteer, edges, places=places)
    live.change_volunteer(volunteer, edges, places=places)
    town.forget(volunteer=volunteer)
    town.places[volunteer] = places
    town.weight |= {
        (q, volunteer): w for q, w in zip(*map(np.ndarray.tolist, edges[:2]), strict=True)
    }
    return change


def places_change(live, town):
    volunteer = int(town.rng.choice(sorted(town.places)))
    places = int(town.rng.integers(0, 4))
    change = live.try_change(volunteer, places=places)
    mine = [(q, w) for (q, v), w in sorted(town.weight.items()) if v == volunteer]
    edges = (np.array([q for q, _ in mine], int), np.array([w for _, w in mine], int), None)
    live.change_volunteer(volunteer, edges, places=places)
    town.places[volunteer] = places
    return change


def question_comes(live, town):
    edges, level = town.drawn(town.places), int(town.rng.integers(0, 3))
    change = live.try_question(*edges[:2], level=level)
    number = live.add_question(*edges[:2], level=level)
    town.level[number] = level
    town.weight |= {(number, v): w for v, w in zip(*map(np.ndarray.tolist, edges[:2]), strict=True)}
    return change


def question_leaves(live, town):
    question = int(town.rng.choice(sorted(town.level)))
    change = live.try_without_question(question)
    live.remove_question(question)
    town.forget(question=question)
    del town.level[question]
    return change


def question_changes(live, town):
    question = int(town.rng.choice(sorted(town.level)))
    edges, level = town.drawn(town.places), int(town.rng.integers(0, 3))
    change = live.try_question_change(question, edges, level=level)
    live.change_question(question, edges, level=level)
    town.forget(question=question)
    town.level[question] = level
    town.weight |= {
        (question, v): w for v, w in zip(*map(np.ndarray.tolist, edges[:2]), strict=True)
    }
    return change


EVENTS = [
    volunteer_comes,
    volunteer_leaves,
    volunteer_changes,
    places_change,
    question_comes,
    question_leaves,
    question_changes,
]


def live_of(town, *, compiled):
    arrays = town.arrays() | {"compiled": compiled}
    return Live(**arrays)


def told(before, after):
    """What a change must say when one solved town becomes another."""
    served = [{q for q, _ in pairs} for _, _, pairs in (before, after)]
    return (
        after[0] - before[0],
        after[1] - before[1],
        tuple(sorted(served[1] - served[0])),
        tuple(sorted(served[0] - served[1])),
    )


def walk(seed, *, compiled, steps, **size):
    town = Register(np.random.default_rng(seed), **size)
    live = live_of(town, compiled=compiled)
    now = town.solved()
    for _ in range(steps):
        usable = [e for e in EVENTS if "comes" in e.__name__ or (town.places and town.level)]
        event = usable[int(town.rng.integers(0, len(usable)))]
        change = event(live, town)
        then = town.solved()
        assert (change.value, change.served, change.came, change.went) == told(now, then), event
        assert (live.value, live.served) == then[:2], event
        assert set(zip(*(side.tolist() for side in live.pairs), strict=True)) == then[2], event
        now = then


@pytest.mark.parametrize("seed", range(12))
def test_a_small_town_stays_optimal_through_every_kind_of_event(seed):
    walk(seed, compiled=False, steps=30, questions=8, volunteers=6, density=0.5, top=30)


@pytest.mark.parametrize("seed", range(3))
def test_many_ties_and_the_compiled_twin_change_nothing_about_that(seed):
    walk(seed, compiled=True, steps=60, questions=25, volunteers=14, density=0.3, top=4)


@pytest.mark.parametrize("event", EVENTS)
def test_what_is_tried_is_undone_to_the_last_cell(event, monkeypatch):
    town = Register(np.random.default_rng(3), questions=20, volunteers=12, density=0.4, top=50)
    live = live_of(town, compiled=False)
    before = town.solved()
    ties = [name for name in dir(Live) if name.startswith(("add_", "remove_", "change_"))]
    for name in ties:
        monkeypatch.setattr(Live, name, lambda *_, **__: 99)
    for _ in range(20):
        event(live, town.copy())
        pairs = set(zip(*(side.tolist() for side in live.pairs), strict=True))
        assert (live.value, live.served, pairs) == before


def test_a_volunteer_without_places_gets_the_questions_when_a_place_comes():
    live = Live([0, 1], [0], [7], cap=[0])
    change = live.try_change(0, places=1)
    assert (change.value, change.came) == (7, (0,))


def test_a_volunteer_with_one_suitor_has_room_for_a_second():
    live = Live([0, 1, 1], [0], [7], cap=[5])
    assert live.try_question([0], [3]).value == 3
    live.add_question([0], [3])
    live.add_question([0], [2])
    assert (live.value, live.served) == (12, 3)


def test_a_town_that_outgrows_its_ties_is_laid_out_anew():
    live = Live([0, 1], [0], [7], cap=[40], value_bits=40)
    for weight in range(30):
        live.add_question([0], [weight])
    assert (live.value, live.served) == (7 + sum(range(30)), 31)


def test_a_place_is_worth_what_its_loss_costs_and_what_one_more_gains():
    live = Live([0, 1, 2, 3], [0, 0, 0], [9, 5, 2], cap=[2])
    assert live.interval(0) == (5, 2)
    assert live.value == 14


def test_a_weight_that_the_town_was_not_laid_out_for_is_refused():
    live = Live([0, 1], [0], [7], cap=[1], value_bits=4)
    with pytest.raises(OverflowError, match="value_bits"):
        live.try_volunteer([0], [16])


def test_an_event_that_names_who_is_not_there_is_refused_and_changes_nothing():
    live = Live([0, 1], [0], [7], cap=[1], limits=CLASS_LIMITS, value_bits=4)
    for edges, error, words in (
        (([5], [3]), ValueError, "names 5 of 1"),
        (([-1], [3]), ValueError, "names -1 of 1"),
        (([0], [-3]), ValueError, "least is 0"),
        (([0, 0], [3, 3]), ValueError, "twice"),
        (([0], [3, 3]), ValueError, "as long"),
        (([0], [3.5]), TypeError, "whole"),
        (([0], [16]), OverflowError, "value_bits"),
    ):
        with pytest.raises(error, match=words):
            live.add_question(*edges)
        with pytest.raises(error, match=words):
            live.add_volunteer(*edges)
    with pytest.raises(ValueError, match="level 3 has no limit"):
        live.add_question([0], [3], level=3)
    with pytest.raises(ValueError, match="least is 0"):
        live.add_volunteer([0], [3], places=-1)
    assert (live.value, live.served) == (7, 1)
    assert live.add_question([0], [9]) == 1
    assert live.value == 9


def test_compiled_and_plain_lay_the_edges_of_who_comes_alike():
    others, weights = np.arange(40) * 7 % 41, np.arange(40) ** 2
    for own in ((3, 0), (3, 1)):
        laid = [np.zeros(40, np.int64) for _ in range(2)]
        bits = (11, 30, 19)
        for lay, target in zip((laid_by_numpy, compiled_kernels().lay_edges), laid, strict=True):
            assert lay(others, weights, NO_TIES, own, 41, bits, target) == -1
        assert laid[0].tolist() == laid[1].tolist()
        for lay in (laid_by_numpy, compiled_kernels().lay_edges):
            assert lay(others, weights, NO_TIES, own, 40, bits, laid[0]) == 35
