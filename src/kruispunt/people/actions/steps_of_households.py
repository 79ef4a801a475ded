"""The steps of leaving a house: by oneself, or because two are seen together no more."""

from kruispunt.base.actor import Actor
from kruispunt.base.steps import make_move
from kruispunt.people.models import Household, Housemate
from kruispunt.people.queries.households import LIVE, kept_apart
from kruispunt.people.states import HOUSEHOLD_MOVES, HOUSEMATE_MOVES, HouseholdState


def move_housemate(actor: Actor, housemate: Housemate, verb: str) -> Housemate:
    housemate.due_on = None
    return make_move(
        actor, housemate, table=HOUSEMATE_MOVES, verb=verb, person_id=housemate.person_id
    )


def leave(actor: Actor, housemate: Housemate) -> Housemate:
    """She is seen there no more; the last one who leaves closes it."""
    left = move_housemate(actor, housemate, "leave_household")
    household = Household.objects.select_for_update().get(pk=left.household_id)
    still = household.housemates.filter(state__in=LIVE)
    if household.state == HouseholdState.OPEN and not still.exists():
        make_move(actor, household, table=HOUSEHOLD_MOVES, verb="close_household")
    return left


def take_apart(actor: Actor, *person_ids: int) -> None:
    """Who may not be seen together any more leaves, just as anybody leaves: no line says why."""
    houses = Housemate.objects.filter(
        person_id__in=person_ids,
        municipality_id=actor.municipality_id,
        state__in=LIVE,
        household__state=HouseholdState.OPEN,
    )
    for household_id in sorted(set(houses.values_list("household_id", flat=True))):
        rows = Housemate.objects.select_for_update(of=("self",)).order_by("pk")
        live = list(rows.filter(household_id=household_id, state__in=LIVE))
        apart = kept_apart(actor, [one.person_id for one in live])
        for one in live:
            if one.person_id in apart:
                leave(actor, one)
