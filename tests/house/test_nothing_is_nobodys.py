"""Nothing is nobody's: each open state of each noun lies on somebody's pile, or says why not."""

import pytest

from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.desks.work.addresses import PAGES
from kruispunt.desks.work.views import SOURCES
from tests.cast import MONDAY
from tests.house.printed import tables
from tests.house.test_state_tables import ENDS

# Where no person has to do anything, and what moves it on. A new open state that is neither here
# nor on a pile makes the test fail: then decide whose work it is.
MOVES_BY_ITSELF = {
    "errand": {
        "taken": "a worker has it",
        "handing": "the post office has it",
        "bundled": "goes out with the letter it lies in",
        "done": "is over; a mail server may still send it back",
    },
    "consent": {"given": "runs out on its last day"},
    "unsealing": {"open": "sealed again by a round when its hours are over"},
    "volunteer": {"matched": "her matches lie on piles", "stopped": "said goodbye; may return"},
    "entry": {"published": "grows old by itself", "withdrawn": "was taken off by hand"},
    "question": {"completed": "may open again", "withdrawn": "may open again"},
    "invitation": {
        "expired": "a late yes is still welcome",
        "accepted": "what came of it lies on a pile",
    },
    "account_ask": {
        "asked": "she answers by the letter; a round comes back on its day",
        "asked_again": "she answers by the letter; a round comes back on its day",
    },
    "signal_pair": {
        "open": "shown on the page of both signals, which lie on piles",
        "joined": "until a person parts them",
        "apart": "until a person looks at it anew",
    },
    "check_in": {"planned": "asked on its day by a round"},
    "housemate": {"agreed": "comes back with the day of the household"},
    "knowledge": {"shared": "looked at again by a round on its day"},
    "recording": {"aside": "not sent; thrown away by a round when its two weeks are over"},
    "footing": {"declined": "said no to the questions; may still tell"},
    "goal": {"set": "comes back with each evaluation, which lies on a pile"},
    "own_help": {"ended": "may start again"},
    "enrolment": {"ended": "may begin again"},
    "participant": {
        "applied": "comes to the training, which lies on a pile",
        "present": "completed together with the training",
    },
    "intervision_group": {"planned": "its next meeting lies on a pile"},
    "intervision_member": {"joined": "is asked for each meeting"},
    "attendance": {
        "coming": "comes to the meeting, which lies on a pile",
        "not_coming": "said so; noted when the meeting was held",
    },
    "guide": {
        "shown": "residents choose",
        "resting": "comes back when she likes",
        "stopped": "said goodbye; may return",
    },
    "import": {
        "brought": "a worker reads it",
        "mapped": "a worker looks at the rows",
        "agreed": "a worker carries it in",
        "completed": "is in; may be taken back",
        "undoing": "a worker takes it back",
    },
}


def piles():
    """Every pile of every role."""
    for role in Role:
        actor = Actor(1, 1, frozenset({role}), frozenset({1}), at=MONDAY)
        for source in SOURCES:
            yield from source(actor)


def nobodys(noun, states, ends, covered):
    return states - ends - covered.get(noun, set()) - set(MOVES_BY_ITSELF.get(noun, {}))


@pytest.fixture
def covered(db):
    found: dict[str, set[str]] = {}
    for pile in piles():
        found.setdefault(pile.noun, set()).update(str(state) for state in pile.steps)
    return found


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.noun)
def test_every_open_state_is_somebodys_work(table, covered):
    words = type(next(iter(table.moves[0].sources)))
    states = {word.value for word in words}

    assert not nobodys(table.noun, states, ENDS.get(table.noun, set()), covered)


def test_the_guard_bites(covered):
    assert nobodys("question", {"new", "lost"}, set(), covered) == {"lost"}


def test_every_duty_has_a_page(db):
    assert {pile.where for pile in piles()} <= set(PAGES)


def test_nothing_that_moves_by_itself_is_out_of_date():
    known = {
        table.noun: {s.value for s in type(next(iter(table.moves[0].sources)))}
        for table in tables()
    }
    assert not {
        n for n, states in MOVES_BY_ITSELF.items() if not set(states) <= known.get(n, set())
    }


# Lateness becomes a task, then amber, then somebody else hears it; who hears of these, and how.
HEARD_OTHERWISE = {
    "errand": "a letter that is stuck lies with the desk; what it asks has a term of its own",
    "invitation": "expires by itself, and the search goes on",
    "escalation": "lies with the process manager already",
    "development": "lies with the process manager already",
    "mandate": "lies with the process manager already",
    "rights_request": "the privacy officer is the last to hear it; the law gives the day",
    "concern": "sounds an alarm of its own (MLD-06)",
    "seat": "when its last day is over it lies with the process manager, who hands on",
    "attendance": "the meeting itself lies on a pile",
    "recording": "its question has a term of its own, and lies on a pile",
    "household": "ends by itself on its day: nobody in it keeps seeing the others",
    "housemate": "a yes of one's own: without it nobody sees anything",
}


def asks_why(pile) -> bool:
    return all(step.endswith("Vraag waarom") for step in pile.steps.values())


def unheard(piles) -> set[str]:
    """Nouns with a term whose lateness nobody else ever hears of."""
    piles = list(piles)
    heard = {pile.noun for pile in piles if asks_why(pile)}
    return {pile.noun for pile in piles if pile.due} - heard - set(HEARD_OTHERWISE)


def test_the_lateness_of_everything_with_a_term_reaches_somebody_else(db):
    assert unheard(piles()) == set()


def test_a_noun_whose_lateness_nobody_hears_is_found(db):
    without = [one for one in piles() if one.noun != "liveability" or not asks_why(one)]

    assert unheard(without) == {"liveability"}


def test_nothing_is_heard_otherwise_that_is_not_there(db):
    assert set(HEARD_OTHERWISE) <= {pile.noun for pile in piles()}
