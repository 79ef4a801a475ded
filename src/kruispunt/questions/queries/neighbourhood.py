"""Reading what the street tells: the team's list, visits, and where nobody came yet (D12, SM-9)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.core import signing
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Count, Max, QuerySet

from kruispunt.base.actor import Actor
from kruispunt.base.figures import concealed
from kruispunt.base.roles import Role
from kruispunt.people import queries as people
from kruispunt.questions import permits
from kruispunt.questions.models import Liveability, Signal, Visit
from kruispunt.questions.permits import neighbourhood as may
from kruispunt.questions.states import ENDED, PairState, SignalState, State
from kruispunt.questions.states.liveability import LiveabilityState

QUARTER = timedelta(days=91)
# What whoever told of the street reads of it while the team is at work.
OF_THE_TEAM = {
    LiveabilityState.RAISED: "Het ligt bij het wijkteam.",
    LiveabilityState.RECEIVED: "Het wijkteam heeft het.",
    LiveabilityState.TAKEN_UP: "Het wijkteam is ermee bezig.",
    LiveabilityState.BY_RESIDENTS: "Bewoners doen het zelf. Het wijkteam helpt.",
    LiveabilityState.PASSED_ON: "Het wijkteam heeft het doorgezet.",
    LiveabilityState.FED_BACK: "Het wijkteam liet weten wat ervan kwam.",
}
LINK = signing.Signer(salt="kruispunt.questions.signal_link")


@dataclass(frozen=True, slots=True)
class Covered:
    """One neighbourhood: how often someone came by this quarter, and when last."""

    name: str
    visits: int
    signals: int | None
    last_on: date | None

    @property
    def is_white_spot(self) -> bool:
        return not self.visits and self.signals == 0


def liveability(actor: Actor) -> QuerySet[Liveability]:
    """What was brought about the neighbourhood: for its team, and for who brought it."""
    rows = Liveability.objects.select_related("neighbourhood", "taken_by")
    return may.READ_LIVEABILITY.narrow(rows, actor).order_by("due_on", "pk")


def open_liveability(actor: Actor) -> QuerySet[Liveability]:
    return liveability(actor).exclude(state=LiveabilityState.FED_BACK)


def signal(actor: Actor, signal_id: int) -> Signal:
    """One signal that was handed in, or that I wrote."""
    rows = Signal.objects.select_related("brought_by", "neighbourhood", "organisation", "named")
    return permits.READ_SIGNAL.narrow(rows, actor).get(pk=signal_id)


def of_visits(actor: Actor) -> QuerySet[Signal]:
    """What was heard on visits and nobody picked up yet."""
    waiting = Signal.objects.filter(visit__isnull=False, state=SignalState.HANDED_IN)
    return permits.TAKE_UP.narrow(waiting, actor).order_by("pk")


def signals_to_feed_back(actor: Actor) -> QuerySet[Signal]:
    """Signals of which the bringer heard nothing yet, although the day has come."""
    waiting = (SignalState.TAKEN_UP, SignalState.TURNED, SignalState.DROPPED)
    rows = permits.TAKE_UP.narrow(Signal.objects.all(), actor)
    return rows.filter(state__in=waiting, feed_back_by__lte=actor.today).order_by(
        "feed_back_by", "pk"
    )


def coverage(actor: Actor) -> list[Covered]:
    """How each neighbourhood was reached this quarter, white spots first; no street, no person."""
    since = actor.today - QUARTER
    visits = may.COVERAGE.narrow(Visit.objects.filter(on__gte=since), actor)
    last = dict(
        visits.values("neighbourhood").annotate(last=Max("on")).values_list("neighbourhood", "last")
    )
    calls = Counter(visits.values_list("neighbourhood", flat=True))
    heard = may.COVERAGE.narrow(Signal.objects.filter(noticed_at__date__gte=since), actor)
    heard = heard.exclude(state=SignalState.DRAFT)
    signals = Counter(heard.values_list("neighbourhood", flat=True))
    areas = list(people.neighbourhoods(actor))
    told: dict[str, int | None] = {area.name: signals[area.pk] for area in areas}
    if not actor.is_a(Role.WORKER):  # who reads every signal may count them as well
        told = concealed(actor, {area.name: signals[area.pk] for area in areas})
    found = [Covered(one.name, calls[one.pk], told[one.name], last.get(one.pk)) for one in areas]
    return sorted(found, key=lambda one: (one.visits + (one.signals or 0), one.name))


def became(actor: Actor) -> list[tuple[int, str]]:
    """What my own signals became, in a word and without anyone's story (D11)."""
    if actor.person_id is None:
        return []
    mine = Signal.objects.filter(
        municipality_id=actor.municipality_id, brought_by_id=actor.person_id
    )
    asked = mine.filter(questions__isnull=False).values_list("pk", "questions__state")
    # Joined to what somebody else brought: she reads what came of it, and not that it was joined.
    joined = mine.filter(
        leaders__state=PairState.JOINED, leaders__first__questions__isnull=False
    ).values_list("pk", "leaders__first__questions__state")
    street = mine.filter(liveability__isnull=False).values_list("pk", "liveability__state")
    return [(pk, _as_told(state)) for pk, state in (*asked, *joined)] + [
        (pk, OF_THE_TEAM[LiveabilityState(state)]) for pk, state in street
    ]


def coverage_of_mine(actor: Actor) -> list[tuple[str, int, date]]:
    """In which streets I came by this quarter, how often, and when last (D12)."""
    if actor.person_id is None:
        return []
    rows = Visit.objects.filter(
        municipality_id=actor.municipality_id, by_id=actor.person_id, on__gte=actor.today - QUARTER
    )
    found = rows.exclude(place="").values("place").annotate(times=Count("pk"), last=Max("on"))
    return [(one["place"], one["times"], one["last"]) for one in found.order_by("last")]


def _as_told(state: str) -> str:
    if state in ENDED:
        return "Het is een vraag geworden, en die is klaar."
    if state == State.ANSWERED:
        return "Het is een vraag geworden. Er is een antwoord."
    return "Het is een vraag geworden. We zijn ermee bezig."


def signal_link(organisation_id: int) -> str:
    """The word with which the people of an organisation bring a signal without an account (D15)."""
    return LINK.sign(str(organisation_id))


def organisation_by_link(word: str) -> int:
    """Read that word: which organisation; a forged one is nobody's."""
    try:
        return int(LINK.unsign(word))
    except (signing.BadSignature, ValueError) as forged:
        raise ObjectDoesNotExist from forged
