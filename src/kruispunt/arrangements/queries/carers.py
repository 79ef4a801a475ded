"""Reading carers: my own case, the desk's list, and group means of ten or more (INS-06)."""

from dataclasses import dataclass

from django.db.models import QuerySet

from kruispunt.arrangements.models import CarerCase, InstrumentLicence, Measurement
from kruispunt.arrangements.permits import carers as permits
from kruispunt.arrangements.states.carers import CARER_MOVES, OPEN_CARER
from kruispunt.base.actor import Actor
from kruispunt.base.figures import least
from kruispunt.core.instruments import SHELF, Instrument


@dataclass(frozen=True, slots=True)
class GroupMean:
    """How heavy it is for a group; never for one person."""

    instrument: str
    count: int
    mean: float


def carers(actor: Actor) -> QuerySet[CarerCase]:
    rows = CarerCase.objects.select_related("carer", "cares_for", "worker")
    return permits.READ_CARER.narrow(rows, actor).order_by("due_on", "pk")


def open_carers(actor: Actor) -> QuerySet[CarerCase]:
    """Carers we are in touch with, due first."""
    return carers(actor).filter(state__in=sorted(OPEN_CARER))


def carers_due(actor: Actor) -> QuerySet[CarerCase]:
    """Carers whom somebody should call by now."""
    return open_carers(actor).filter(due_on__lte=actor.today)


def carer(actor: Actor, case_id: int) -> CarerCase:
    return carers(actor).get(pk=case_id)


def my_care(actor: Actor) -> CarerCase | None:
    """What we do for me, if I care for someone."""
    return carers(actor).filter(carer_id=actor.person_id or 0).order_by("closed_on", "-pk").first()


def measurements(actor: Actor, case_id: int) -> QuerySet[Measurement]:
    """What someone answered, last first."""
    rows = Measurement.objects.filter(case__in=carers(actor).filter(pk=case_id))
    return rows.order_by("-on", "-pk")


def carer_verbs(case: CarerCase) -> tuple[str, ...]:
    return CARER_MOVES.verbs(case.state)


def instruments_for(actor: Actor, case: CarerCase) -> list[Instrument]:
    """What may be used here with this carer: free, or with the makers' permission (INS-04)."""
    licensed = set(
        InstrumentLicence.objects.filter(municipality_id=actor.municipality_id).values_list(
            "instrument", flat=True
        )
    )
    usable = [one for one in SHELF.values() if one.free or one.code in licensed]
    return [one for one in usable if one.code != "zrm" and (not one.young or case.is_young)]


def instrument_texts(actor: Actor, code: str) -> list[str]:
    """The questions as this municipality loaded them, or their numbers on its own paper."""
    kept = InstrumentLicence.objects.filter(
        municipality_id=actor.municipality_id, instrument=code
    ).first()
    numbers = [f"Vraag {number}" for number in range(1, SHELF[code].items + 1)]
    return list(kept.texts) if kept and kept.texts else numbers


def group_means(actor: Actor) -> list[GroupMean]:
    """The mean of each instrument, for ten answers or more (INS-06)."""
    rows = permits.COUNT_CARERS.narrow(Measurement.objects.filter(total__isnull=False), actor)
    enough = least(actor)
    found: dict[str, list[int]] = {}
    for code, total in rows.values_list("instrument", "total"):
        found.setdefault(code, []).append(total or 0)
    return [
        GroupMean(SHELF[code].name, len(totals), sum(totals) / len(totals))
        for code, totals in sorted(found.items())
        if len(totals) >= enough
    ]
