"""What happens with a household: said by a person, agreed one by one, reviewed, over (D7)."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.core.exceptions import ObjectDoesNotExist, ValidationError

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.looking import note_look
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep, make_move, may_begin
from kruispunt.base.terms import amount, due
from kruispunt.base.verbs import action
from kruispunt.people import permits, queries
from kruispunt.people.actions.steps_of_households import leave, move_housemate
from kruispunt.people.models import Household, Housemate
from kruispunt.people.queries.households import (
    LIVE,
    kept_apart,
    seen_elsewhere,
    shown_housemates,
)
from kruispunt.people.states import (
    HOUSEHOLD_MOVES,
    HouseholdState,
    HousemateState,
    How,
)

A_MONTH = timedelta(days=30)
# One sentence for every reason (an address that is sealed, two who may never meet, somebody who is
# seen in another house already): which one it is, is nobody's to know.
NOT_TOGETHER = "Deze persoon kan hier niet bij. Spreek iedereen apart."


class SeenApart(ImpossibleMove):
    """These people are not seen together; why stays unsaid."""


@action
def open_household(
    actor: Actor, person_id: int, *, why: str, how: str = How.HERSELF.value
) -> Household:
    """Somebody tells who live together with her, and agrees to be seen with them for a while."""
    may_begin(actor, permits.KEEP_HOUSEHOLD)
    queries.one(actor, person_id)
    _may_be_seen(actor, person_id)
    household = keep(
        Household(
            municipality_id=actor.municipality_id,
            why=why,
            opened_at=actor.at,
            state_since=actor.at,
            review_on=_at_most(actor),
        )
    )
    journal.write(actor, "household.open", household, person_id=person_id)
    first = _name(actor, household, person_id=person_id, said_by_id=person_id)
    _agree(actor, first, how=how)
    return household


@action
def name_housemate(
    actor: Actor, household_id: int, *, person_id: int, said_by_id: int
) -> Housemate:
    """Somebody of the house says who else belongs to it; that person is asked herself."""
    household = _take(actor, household_id)
    if household.state != HouseholdState.OPEN:
        raise ImpossibleMove("Dit huishouden wordt niet meer samen gezien.")
    queries.one(actor, person_id)
    housemates = Housemate.objects.filter(household=household)
    inside = set(housemates.filter(state=HousemateState.AGREED).values_list("person_id", flat=True))
    if said_by_id not in inside | {person_id}:
        raise ValidationError({"said_by_id": "Iemand uit het huis moet dit zelf gezegd hebben."})
    if housemates.filter(state__in=LIVE, person_id=person_id).exists():
        raise ImpossibleMove("Deze persoon hoort hier al bij.")
    _may_be_seen(actor, person_id, beside=inside, household_id=household_id)
    return _name(actor, household, person_id=person_id, said_by_id=said_by_id)


@action
def agree_housemate(actor: Actor, housemate_id: int, *, how: str = How.SITE.value) -> Housemate:
    """She agrees to be seen with the others of her house."""
    return _agree(actor, _take_housemate(actor, housemate_id), how=how)


@action
def decline_housemate(actor: Actor, housemate_id: int) -> Housemate:
    """She would rather not. Nothing else changes for her."""
    return move_housemate(actor, _take_housemate(actor, housemate_id), "decline_housemate")


@action
def leave_household(actor: Actor, housemate_id: int) -> Housemate:
    """She does not belong to it any more: from now on nobody sees her there, nor she the others."""
    return leave(actor, _take_housemate(actor, housemate_id))


@action
def review_household(actor: Actor, household_id: int, *, until: date) -> Household:
    """It still helps to see them together, until a next day that is not too far away (A5)."""
    household = _take(actor, household_id)
    if not actor.today < until <= _at_most(actor):
        raise ValidationError({"until": f"Kies een dag tot en met {_at_most(actor):%d-%m-%Y}."})
    household.review_on = until
    return make_move(
        actor, household, table=HOUSEHOLD_MOVES, verb="review_household", until=str(until)
    )


@action
def close_household(actor: Actor, household_id: int) -> Household:
    """They are seen one by one again."""
    return make_move(
        actor, _take(actor, household_id), table=HOUSEHOLD_MOVES, verb="close_household"
    )


@action
def look_into_household(actor: Actor, household_id: int) -> None:
    """See people of one house together: each of them can read who did, when and why."""
    found = permits.READ_HOUSEHOLD.narrow(Household.objects.all(), actor).get(pk=household_id)
    for housemate in shown_housemates(actor, found):
        note_look(actor, housemate, person_id=housemate.person_id)


def _name(actor: Actor, household: Household, *, person_id: int, said_by_id: int) -> Housemate:
    housemate = keep(
        Housemate(
            municipality_id=actor.municipality_id,
            household=household,
            person_id=person_id,
            said_by_id=said_by_id,
            state_since=actor.at,
            due_on=due(actor, "household.named"),
        )
    )
    journal.write(actor, "housemate.name", housemate, person_id=person_id)
    return housemate


def _may_be_seen(
    actor: Actor, person_id: int, *, beside: Iterable[int] = (), household_id: int = 0
) -> None:
    """Look at every reason, and refuse with one sentence: also the time it takes says nothing."""
    apart = kept_apart(actor, [person_id, *beside])
    elsewhere = seen_elsewhere(actor, person_id, household_id=household_id)
    if apart or elsewhere:
        raise SeenApart(NOT_TOGETHER)


def _agree(actor: Actor, housemate: Housemate, *, how: str) -> Housemate:
    there = Housemate.objects.filter(
        household_id=housemate.household_id, state=HousemateState.AGREED
    ).values_list("person_id", flat=True)
    _may_be_seen(actor, housemate.person_id, beside=there, household_id=housemate.household_id)
    housemate.how, housemate.agreed_on = how, actor.today
    return move_housemate(actor, housemate, "agree_housemate")


def _at_most(actor: Actor) -> date:
    return actor.today + amount(actor, "household.months") * A_MONTH


def _take(actor: Actor, household_id: int) -> Household:
    return take(
        actor, Household, household_id, may=permits.KEEP_HOUSEHOLD, see=permits.READ_HOUSEHOLD
    )


def _take_housemate(actor: Actor, housemate_id: int) -> Housemate:
    housemate = take(
        actor, Housemate, housemate_id, may=permits.ANSWER_HOUSEMATE, see=permits.READ_HOUSEMATE
    )
    if housemate.household.state != HouseholdState.OPEN:
        raise ObjectDoesNotExist
    return housemate
