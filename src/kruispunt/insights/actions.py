"""What can happen to what is aimed at: a number is agreed on, from a day on."""

from datetime import date
from decimal import Decimal

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.steps import keep, may_begin
from kruispunt.base.verbs import action
from kruispunt.insights import permits
from kruispunt.insights.models import Target


@action
def aim(
    actor: Actor,
    *,
    at: str,
    number: Decimal | None,
    baseline: Decimal | None = None,
    valid_from: date | None = None,
) -> Target:
    """Agree on a number from a day on; what counted before that day stays as it was."""
    may_begin(actor, permits.AIM)
    day = valid_from or actor.today
    same_day = Target.objects.select_for_update().filter(
        municipality_id=actor.municipality_id, aim=at, valid_from=day
    )
    target = same_day.first() or Target(
        municipality_id=actor.municipality_id, aim=at, valid_from=day
    )
    target.number, target.baseline = number, baseline
    keep(target)
    journal.write(actor, "target.aim", target, aim=at, valid_from=day.isoformat())
    return target
