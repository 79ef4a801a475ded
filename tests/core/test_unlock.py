"""Every unlocker unlocks, and nothing cheaper does: compared with trying every single change."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.propose import propose
from kruispunt.core.unlock import Subject, Town, unmatched
from kruispunt.core.unlock.cheapest import Search
from kruispunt.core.vocabulary import Intensity
from tests.core.busy_towns import busy_towns, calm_towns
from tests.core.cards_at_random import crowds, questions, volunteers
from tests.core.every_change import NEW, WEIGHTS, cheapest_by_trying

TODAY = date(2026, 11, 21)
ODD_TOWNS = st.tuples(crowds(questions(), 4), crowds(volunteers(), 4))


def applied(change, asked, crowd):
    if change.subject is Subject.QUESTION:
        return [change.card if ask.id == change.who else ask for ask in asked], crowd
    return asked, [one for one in crowd if one.id != change.who] + [change.card]


def unlocks(answer, asked, crowd):
    changed = applied(answer.unlocker, asked, crowd)
    return answer.question not in propose(*changed, WEIGHTS).unmatched


@settings(deadline=None, max_examples=8)
@given(ODD_TOWNS | busy_towns(6, 4))
def test_every_unlocker_unlocks_and_nothing_cheaper_does(town):
    answers = unmatched(Town(*town, WEIGHTS), TODAY)
    tried = cheapest_by_trying(*town)

    assert all(unlocks(one, *town) for one in answers)
    assert {one.question: one.unlocker.cost for one in answers} == {
        ask: tried.get(ask, NEW) for ask in propose(*town, WEIGHTS).unmatched
    }


@settings(deadline=None, max_examples=5)
@given(busy_towns(4, 4, helpers=(1, 2, 3)))
def test_unlockers_of_teams_unlock_and_nothing_cheaper_does(town):
    answers = unmatched(Town(*town, WEIGHTS), TODAY)
    tried = cheapest_by_trying(*town)

    assert all(unlocks(one, *town) for one in answers if one.unlocker)
    for one in answers:
        assert one.unlocker is not None or one.question not in tried
        assert one.unlocker is None or min(one.unlocker.cost, NEW) == tried.get(one.question, NEW)


@settings(deadline=None, max_examples=8)
@given(busy_towns(6, 4))
def test_the_order_of_the_rows_does_not_matter_for_unlockers(town):
    asked, crowd = town

    assert unmatched(Town(asked[::-1], crowd[::-1], WEIGHTS), TODAY) == unmatched(
        Town(asked, crowd, WEIGHTS), TODAY
    )


def costs(town, all_tried):
    found = Search(town, town.proposal.unmatched, TODAY, all_tried=all_tried).walk()
    return {ask: change.cost for ask, change in found.items()}


@settings(deadline=None, max_examples=15)
@given(calm_towns(9, 6))
def test_looking_at_wanted_changes_alone_loses_nothing_where_places_tell_the_story(made):
    town = Town(*made, WEIGHTS)

    assert costs(town, all_tried=0) == costs(town, all_tried=1000)


def test_an_impossible_demand_does_not_make_the_search_endless():
    """Whoever types a thousand million hours or helpers gets an answer all the same."""
    long = Question("a", ("KOFFIE",), Intensity.LIGHT, x=0, y=0, hours=10**12)
    many = Question("b", ("KOFFIE",), Intensity.LIGHT, x=0, y=0, helpers_needed=10**9)
    noor = Volunteer("noor", frozenset({"KOFFIE"}), x=0, y=0)

    found = unmatched(Town([long, many], [noor], WEIGHTS), TODAY)

    assert [one.unlocker.subject for one in found] == [Subject.NEWCOMER, Subject.QUESTION]
    assert found[1].unlocker.new == "1"
