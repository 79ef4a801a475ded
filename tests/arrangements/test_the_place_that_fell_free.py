"""Many at once around one place that fell free: never two for one place (K22, CAP-01)."""

import pytest

from kruispunt.arrangements import actions
from kruispunt.arrangements.actions import waiting_line
from kruispunt.arrangements.models import Enrolment
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter
from kruispunt.base.roles import Role
from kruispunt.offers.models import Activity
from tests import story
from tests.arrangements.test_the_last_place import all_at_once
from tests.cast import MONDAY, enter

FEW = 6
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def club(wim):
    return story.eating_club(wim)


@pytest.fixture
def line(club, merwedam, wim):
    """One has the place, and five wait."""
    found = []
    for number in range(FEW):
        asked = story.searched(enter(f"Fatma {number}", merwedam, Role.RESIDENT), wim)
        later = wim.later(minutes=number)
        found.append(actions.enrol(later, asked.pk, activity_id=club.pk, meets=("EETCLUB",)).pk)
    return found


def count(state):
    return Enrolment.objects.filter(state=state).count()


def used(club):
    return Activity.objects.get(pk=club.pk).used


def test_k22_one_free_place_offered_by_six_at_once_goes_to_one(line, club, merwedam):
    Activity.objects.filter(pk=club.pk).update(capacity=2)
    house = Actor.system(merwedam.pk, MONDAY)
    all_at_once(lambda _: waiting_line.offer_place(house, club.pk), range(FEW))

    assert (count("enrolled"), count("offered"), used(club)) == (1, 1, 2)
    assert Enrolment.objects.get(state="offered").pk == line[1]
    assert Letter.objects.filter(subject="Er is een plek vrij").count() == 1


def test_k22_yes_no_and_silence_at_once_leave_one_answer_and_one_place(line, club, wim, merwedam):
    actions.end_enrolment(wim.actor, line[0])
    house = Actor.system(merwedam.pk, MONDAY)
    verbs = (
        lambda: waiting_line.confirm_place(wim.actor, line[1]),
        lambda: waiting_line.decline_place(wim.actor, line[1]),
        lambda: waiting_line.let_offer_pass(house, line[1]),
    )
    all_at_once(lambda verb: verb(), [*verbs, *verbs])

    answered = Enrolment.objects.get(pk=line[1]).state
    assert answered in {"enrolled", "ended", "missed"}
    # Hers, or held for the next one: never both, and never nobody's.
    assert count("offered") == (0 if answered == "enrolled" else 1)
    assert count("enrolled") + count("offered") == used(club) == 1


def test_k22_who_stops_while_her_place_is_offered_has_stopped_and_holds_none(
    line, club, wim, merwedam
):
    Activity.objects.filter(pk=club.pk).update(capacity=FEW)
    house = Actor.system(merwedam.pk, MONDAY)
    stops = [lambda pk=pk: actions.end_enrolment(wim.actor, pk) for pk in line[1:]]
    offers = [lambda: waiting_line.offer_place(house, club.pk)] * len(stops)
    pairs = [verb for both in zip(offers, stops, strict=True) for verb in both]
    all_at_once(lambda verb: verb(), pairs)

    assert (count("enrolled"), count("ended"), used(club)) == (1, FEW - 1, 1)
