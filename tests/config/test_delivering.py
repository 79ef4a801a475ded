"""A worker that wakes up in the night lets people sleep."""

from datetime import timedelta

from kruispunt.base import errands
from kruispunt.base.models import Letter
from kruispunt.base.states import ErrandState, Haste
from kruispunt.config import delivering
from kruispunt.people.models import Person
from tests.base.test_courtesy import at, hand_in

NIGHT = at(2026, 11, 3, 2)


def taken(at_moment):
    letter = errands.take(Letter, at_moment)
    assert letter is not None
    return letter


def test_a_letter_that_waited_for_a_worker_until_the_night_comes_in_the_morning(
    wim, fatma, mailoutbox
):
    hand_in(wim, fatma, moment=at(2026, 11, 2, 19))
    letter = taken(NIGHT)
    delivering.deliver(letter, NIGHT)

    letter.refresh_from_db()
    assert (letter.state, letter.due_at, letter.tries) == (
        ErrandState.WAITING,
        at(2026, 11, 3, 8),
        0,
    )
    assert not mailoutbox


def test_an_urgent_letter_leaves_in_the_night(wim, fatma, mailoutbox):
    Person.objects.filter(pk=fatma.person.pk).update(email="fatma@voorbeeld.nl")
    hand_in(wim, fatma, moment=NIGHT - timedelta(minutes=1), haste=Haste.URGENT)
    delivering.deliver(taken(NIGHT), NIGHT)

    assert len(mailoutbox) == 1
