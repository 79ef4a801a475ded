"""Reading what volunteers carry, so that somebody calls before it is too much (A21)."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, Max

from kruispunt.arrangements import permits
from kruispunt.arrangements.models import Advice, CheckIn, Match
from kruispunt.arrangements.models.guidance import Minutes, Wellbeing
from kruispunt.arrangements.permits import guidance as guided
from kruispunt.arrangements.states import UNDER_WAY, AdviceState, CheckInState
from kruispunt.arrangements.states.guidance import GuidanceKind, WellbeingState
from kruispunt.arrangements.states.reasons import Side
from kruispunt.base.actor import Actor
from kruispunt.core.accompany import Warned
from kruispunt.core.overload import LEARNING_DAYS, Carrying, overload
from kruispunt.core.vocabulary import Intensity

PATIENCE = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Burdened:
    """A volunteer to call, and why. No rating of anyone."""

    volunteering_id: int
    name: str
    matches: int
    warned: Warned


@dataclass(slots=True)
class _Held:
    """What one volunteer holds at this moment."""

    name: str
    hours_given: Decimal
    met_first: date | None = None
    classes: list[Intensity] = field(default_factory=list)
    hours: Decimal = Decimal(0)


def burdened(actor: Actor) -> list[Burdened]:
    """Volunteers whom it may become too much, the heaviest first."""
    held = _held(actor)
    silent, learned, feels, waiting = (
        _silent(actor),
        _learned(actor),
        _feels(actor),
        _unanswered(actor),
    )
    found = []
    for who, one in held.items():
        carrying = Carrying(
            classes=tuple(one.classes),
            hours=float(one.hours),
            hours_given=float(one.hours_given),
            silent_days=_days(actor, silent.get(who)),
            days_without_learning=_unlearned(actor, one, learned.get(who)),
            unanswered_questions=waiting.get(who, 0),
            **_says(feels.get(who)),
        )
        warned = overload(carrying)
        if warned.colour != "green":
            found.append(Burdened(who, one.name, len(one.classes), warned))
    return sorted(found, key=lambda one: (-one.warned.points, one.volunteering_id))


def _held(actor: Actor) -> dict[int, _Held]:
    rows = permits.WARNINGS.narrow(Match.objects.filter(state__in=sorted(UNDER_WAY)), actor)
    found: dict[int, _Held] = {}
    for match in rows.select_related("volunteering__person").order_by("pk"):
        giver = match.volunteering
        one = found.setdefault(giver.pk, _Held(giver.person.name, giver.hours))
        one.classes.append(Intensity(match.intensity))
        one.hours += match.hours
        days = [day for day in (one.met_first, match.met_on) if day]
        one.met_first = min(days, default=None)
    return found


def _silent(actor: Actor) -> dict[int, date]:
    """Since when a volunteer was asked something and did not answer, nor anything after it."""
    rows = permits.READ_CHECK_IN.narrow(CheckIn.objects.filter(side=Side.VOLUNTEER), actor)
    running = rows.filter(match__state__in=sorted(UNDER_WAY), on__lte=actor.today)
    asked: dict[int, date] = {}
    for who, state, on in running.order_by("on").values_list(
        "match__volunteering_id", "state", "on"
    ):
        if state == CheckInState.ANSWERED:
            asked.pop(who, None)
        elif state in {CheckInState.ASKED, CheckInState.MISSED}:
            asked.setdefault(who, on)
    return asked


def _learned(actor: Actor) -> dict[int, date]:
    rows = guided.READ_MINUTES.narrow(Minutes.objects.filter(kind=GuidanceKind.INTERVISION), actor)
    found = rows.filter(volunteering__isnull=False).values_list("volunteering_id")
    return {who: last for who, last in found.annotate(last=Max("on")).order_by() if who}


def _feels(actor: Actor) -> dict[int, Wellbeing]:
    """The last answer of each volunteer about herself."""
    rows = guided.READ_WELLBEING.narrow(
        Wellbeing.objects.filter(state=WellbeingState.ANSWERED), actor
    )
    return {one.volunteering_id: one for one in rows.order_by("asked_on", "pk")}


def _unanswered(actor: Actor) -> dict[int, int]:
    rows = Advice.objects.filter(state=AdviceState.ASKED, due_on__lt=actor.today)
    found = permits.READ_ADVICE.narrow(rows, actor).values_list("match__volunteering_id")
    return dict(found.annotate(count=Count("pk")).order_by())


def _days(actor: Actor, since: date | None) -> int | None:
    return None if since is None else (actor.today - since).days


def _unlearned(actor: Actor, one: _Held, learned: date | None) -> int | None:
    """Light jobs ask for no intervision; whoever only just began is not late."""
    if all(each is Intensity.LIGHT for each in one.classes):
        return None
    days = _days(actor, learned or one.met_first)
    return days if learned or (days or 0) > LEARNING_DAYS else None


def _says(last: Wellbeing | None) -> dict[str, Any]:
    if last is None:
        return {}
    return {
        "feels": last.feels,
        "too_much": bool(last.too_much),
        "life_changed": bool(last.life_changed),
    }
