"""Trying what an early sign weighs on what runs today: how many would be called; no names (K15)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import reduce
from operator import add
from typing import Any, Final

from django.db.models import Case, IntegerField, OuterRef, QuerySet, Value, When

from kruispunt.arrangements import permits
from kruispunt.arrangements.models import Match
from kruispunt.arrangements.queries.early_signs import (
    Marks,
    Reader,
    marks_of_matches,
    marks_of_volunteers,
)
from kruispunt.arrangements.states import UNDER_WAY
from kruispunt.base.actor import Actor
from kruispunt.base.terms import amounts
from kruispunt.core.signs import OF_A_MATCH, OF_A_VOLUNTEER
from kruispunt.core.trying import SignsTried, try_signs
from kruispunt.offers.queries.counting import counted_volunteers

ROOM: Final = "sign"
type Both = Iterator[tuple[frozenset[str], frozenset[str], int]]


def signs_with(actor: Actor, name: str, number: int) -> tuple[SignsTried, SignsTried]:
    """Matches and volunteers with one number of the early signs set otherwise."""
    now = amounts(actor, ROOM)
    then = {**now, name.removeprefix(f"{ROOM}."): number}
    reader = Reader(actor, counts=True)
    running = permits.COUNT.narrow(Match.objects.filter(state__in=sorted(UNDER_WAY)), actor)
    hers = running.filter(volunteering_id=OuterRef("pk")).order_by()
    giving = counted_volunteers(actor, running.values("volunteering_id"))
    of_matches = (marks_of_matches(reader, points) for points in (now, then))
    of_volunteers = (marks_of_volunteers(reader, points, hers) for points in (now, then))
    return (
        try_signs(_seen(running, *of_matches), OF_A_MATCH, now, then),
        try_signs(_seen(giving, *of_volunteers), OF_A_VOLUNTEER, now, then),
    )


def _seen(rows: "QuerySet[Any]", now: Marks, then: Marks) -> Both:
    """Which signs are there now and would be then, and of how many: one question for all."""
    masks = rows.annotate(now=_mask(now), then=_mask(then)).order_by()
    for (is_now, is_then), number in Counter(masks.values_list("now", "then")).items():
        yield _names(now, is_now), _names(then, is_then), number


def _mask(marks: Marks) -> Any:  # noqa: ANN401  (a sum of the database)
    """One number in which each sign has its own bit."""
    bits = [
        Case(When(mark, then=Value(1 << place)), default=Value(0), output_field=IntegerField())
        for place, mark in enumerate(marks.values())
    ]
    return reduce(add, bits)


def _names(marks: Mapping[str, Any], mask: int) -> frozenset[str]:
    return frozenset(name for place, name in enumerate(marks) if mask & (1 << place))
