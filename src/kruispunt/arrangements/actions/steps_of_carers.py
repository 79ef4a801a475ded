"""The steps that every verb of a carer shares."""

from datetime import date, timedelta

from kruispunt.arrangements.models import CarerCase
from kruispunt.arrangements.permits import carers as permits
from kruispunt.arrangements.states.carers import CARER_MOVES, CarerState
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.permits import Permit
from kruispunt.base.steps import make_move
from kruispunt.base.terms import amount, due
from kruispunt.core import terms
from kruispunt.core.instruments import FollowUp

C = CarerState


def take_carer(actor: Actor, case_id: int, may: Permit) -> CarerCase:
    """Lock the row; who has no part in it does not know that it exists."""
    return take(actor, CarerCase, case_id, may=may, see=permits.READ_CARER)


def move_carer(
    actor: Actor,
    case: CarerCase,
    verb: str,
    *,
    term: str = "",
    due_on: date | None = None,
    **facts: object,
) -> CarerCase:
    """Make the move; when a score asked for a sooner contact, that day stands."""
    day = due_on or (due(actor, term) if term else None)
    if verb == "begin_relief" and _was_heavy(case):
        weeks = timedelta(weeks=amount(actor, "carer.recheck_weeks"))
        day = terms.working_day_from(actor.today + weeks)
    case.due_on = day
    return make_move(actor, case, table=CARER_MOVES, verb=verb, person_id=case.carer_id, **facts)


def _was_heavy(case: CarerCase) -> bool:
    last = case.measurements.order_by("-on", "-pk").first()
    return last is not None and last.follow_up in {FollowUp.CONTACT, FollowUp.SAME_DAY}
