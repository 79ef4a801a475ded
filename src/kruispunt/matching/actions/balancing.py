"""Keeping where the scales stand, so that pages read it and weigh nothing themselves."""

from typing import Any

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.steps import keep, may_begin
from kruispunt.base.verbs import action
from kruispunt.matching import permits, queries
from kruispunt.matching.models import Balance, BalanceLine, BalancePrice

type Pair = tuple[int, int]


@action
def keep_balance(actor: Actor, *, stand: queries.Stand) -> Balance:
    """Write down what changed. Nobody is asked by it; the journal hears when a pair changed."""
    may_begin(actor, permits.KEEP_BALANCE)
    rows = Balance.objects.select_for_update().filter(municipality_id=actor.municipality_id)
    now = rows.first() or Balance(municipality_id=actor.municipality_id)
    now.seen_at, (now.number, now.seal) = stand.seen_at, stand.mark
    now.value, now.bound, now.proven = stand.value, stand.bound, stand.proven
    now.asked, now.weights_from = stand.asked, stand.weights.valid_from
    keep(now)
    came, went = _keep_lines(actor, stand)
    _keep_prices(actor, stand)
    if came or went:
        journal.write(actor, "balance.keep", now, came=came, went=went)
    return now


@action
def keep_short(actor: Actor, *, short: list[dict[str, Any]]) -> Balance:
    """Write down which volunteers are missed most, and from when that is."""
    may_begin(actor, permits.KEEP_BALANCE)
    now = Balance.objects.select_for_update().get(municipality_id=actor.municipality_id)
    now.short, now.short_seen_at = short, actor.at
    return keep(now)


def _keep_lines(actor: Actor, stand: queries.Stand) -> tuple[int, int]:
    """Write the lines that are new or say something else, and take away those that are over."""
    there = BalanceLine.objects.filter(municipality_id=actor.municipality_id)
    before = {
        (one.question_id, one.volunteering_id): (one.score, one.value, one.why, one.pk)
        for one in there
    }
    after = {(one.question_id, one.volunteering_id): one for one in stand.lines}
    same = {
        pair
        for pair, (score, value, why, _) in before.items()
        if pair in after
        and (after[pair].score, after[pair].value, after[pair].why) == (score, value, why)
    }
    there.filter(pk__in=[before[pair][3] for pair in before.keys() - same]).delete()
    BalanceLine.objects.bulk_create(
        BalanceLine(
            municipality_id=actor.municipality_id,
            question_id=one.question_id,
            volunteering_id=one.volunteering_id,
            score=one.score,
            value=one.value,
            why=one.why,
        )
        for pair, one in after.items()
        if pair not in same
    )
    return len(after.keys() - before.keys()), len(before.keys() - after.keys())


def _keep_prices(actor: Actor, stand: queries.Stand) -> None:
    """Write the prices that changed."""
    there = BalancePrice.objects.filter(municipality_id=actor.municipality_id)
    before = {one.volunteering_id: (one.light, one.intensive, one.very_intensive) for one in there}
    after = {int(one.volunteer): one.prices for one in stand.places}
    changed = [who for who in before if before[who] != after.get(who)]
    there.filter(volunteering_id__in=changed).delete()
    BalancePrice.objects.bulk_create(
        BalancePrice(
            municipality_id=actor.municipality_id,
            volunteering_id=who,
            light=prices[0],
            intensive=prices[1],
            very_intensive=prices[2],
        )
        for who, prices in after.items()
        if before.get(who) != prices
    )
