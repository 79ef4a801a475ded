"""Reading how much guidance takes, and who must be asked how she is."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from django.db.models import Exists, Min, OuterRef, QuerySet, Sum

from kruispunt.arrangements import permits as arranged
from kruispunt.arrangements.models import Match
from kruispunt.arrangements.models.guidance import Minutes, Wellbeing
from kruispunt.arrangements.permits import guidance as permits
from kruispunt.arrangements.states import UNDER_WAY
from kruispunt.arrangements.states.guidance import GuidanceKind, WellbeingState
from kruispunt.base.actor import Actor
from kruispunt.base.letter_words import LetterWord
from kruispunt.core.capacity import ROUND_WEEKS, Guidance
from kruispunt.offers import queries as offers
from kruispunt.offers.states import VolunteerState
from kruispunt.questions import queries as questions

WORD = LetterWord("kruispunt.arrangements.wellbeing", Wellbeing, "volunteering__person_id")
PATIENCE, FIRST_ASKED = timedelta(days=14), timedelta(days=28)
TO_BEGIN = (GuidanceKind.INTAKE, GuidanceKind.SEARCHING, GuidanceKind.INTRODUCTION)
TO_ACCOMPANY = (GuidanceKind.CHECK_IN, GuidanceKind.CRISIS, GuidanceKind.INTERVISION)
ENOUGH = 10
"""Below this many matches a median tells about people, not about work (PRV-16)."""


@dataclass(frozen=True, slots=True)
class About:
    """Whom or what minutes are about."""

    match_id: int | None = None
    question_id: int | None = None
    volunteering_id: int | None = None


@dataclass(frozen=True, slots=True)
class Median:
    """What one kind of guidance takes for one match, in minutes."""

    label: str
    matches: int
    minutes: float
    total: int


def about(
    actor: Actor, match_id: int | None, question_id: int | None, volunteering_id: int | None
) -> About:
    """Look up what an id from a form stands for; what the actor may not see does not exist."""
    if match_id is not None:
        found = arranged.READ_MATCH.narrow(Match.objects.select_related("arrangement"), actor)
        match = found.get(pk=match_id)
        return About(match.pk, match.arrangement.question_id, match.volunteering_id)
    if question_id is not None:
        return About(question_id=questions.one(actor, question_id).pk)
    if volunteering_id is not None:
        return About(volunteering_id=offers.one(actor, volunteering_id).pk)
    return About()


def minutes_of(actor: Actor, match_id: int) -> list[tuple[str, int]]:
    """How many minutes went to one match, kind by kind."""
    rows = permits.READ_MINUTES.narrow(Minutes.objects.filter(match_id=match_id), actor)
    found = rows.values_list("kind").annotate(total=Sum("minutes")).order_by("kind")
    return [(str(GuidanceKind(kind).label), total) for kind, total in found]


def medians(actor: Actor) -> list[Median]:
    """What each kind of guidance takes for one question and its match, in the middle (CAP-04)."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for kind, _, minutes in _per_question(actor):
        by_kind[kind].append(minutes)
    return [
        Median(str(kind.label), len(found), float(median(found)), sum(found))
        for kind in GuidanceKind
        if (found := by_kind[kind])
    ]


def measured(actor: Actor) -> Guidance | None:
    """What guidance really costs here, when enough was written down (CAP-05)."""
    begun: dict[int, int] = defaultdict(int)
    kept: dict[int, int] = defaultdict(int)
    for kind, question_id, minutes in _per_question(actor):
        if kind in TO_BEGIN:
            begun[question_id] += minutes
        elif kind in TO_ACCOMPANY:
            kept[question_id] += minutes
    rounds = _rounds(actor)
    a_round = [minutes / rounds[which] for which, minutes in kept.items() if rounds.get(which)]
    if len(begun) < ENOUGH or len(a_round) < ENOUGH:
        return None
    return Guidance(median(begun.values()) / 60, median(a_round) / 60)


def volunteers_to_ask(actor: Actor) -> list[int]:
    """Volunteers with somebody to go to, who were not asked for a quarter how they are."""
    lately = Wellbeing.objects.filter(
        volunteering_id=OuterRef("volunteering_id"), again_on__gt=actor.today
    )
    running = Match.objects.filter(
        ~Exists(lately),
        state__in=sorted(UNDER_WAY),
        met_on__lte=actor.today - FIRST_ASKED,
    )
    found = permits.ASK_WELLBEING.narrow(running, actor).order_by("volunteering_id")
    return list(found.values_list("volunteering_id", flat=True).distinct())


def wellbeing_to_miss(actor: Actor) -> list[int]:
    """Asked two weeks ago and not answered."""
    rows = permits.ASK_WELLBEING.narrow(Wellbeing.objects.all(), actor)
    late = rows.filter(state=WellbeingState.ASKED, asked_on__lt=actor.today - PATIENCE)
    return list(late.order_by("pk").values_list("pk", flat=True))


def wellbeing(actor: Actor) -> QuerySet[Wellbeing]:
    """How I said I am; for the coordinator, of everyone."""
    rows = Wellbeing.objects.select_related("volunteering__person")
    return permits.READ_WELLBEING.narrow(rows, actor).order_by("-asked_on", "-pk")


def wellbeing_to_call(actor: Actor) -> QuerySet[Wellbeing]:
    """Who did not say how she is, unless she was asked again since or helps no longer."""
    same = Wellbeing.objects.filter(
        volunteering_id=OuterRef("volunteering_id"), asked_on__gt=OuterRef("asked_on")
    )
    rows = wellbeing(actor).filter(state=WellbeingState.MISSED)
    helping = rows.exclude(volunteering__state=VolunteerState.STOPPED)
    return helping.exclude(Exists(same.exclude(state=WellbeingState.ASKED)))


def wellbeing_link(asked: Wellbeing) -> str:
    return WORD.write(asked)


def wellbeing_by_link(word: str) -> tuple[int, int, int]:
    """Read a word from a letter: what was asked, who may answer, and the municipality."""
    return WORD.read(word)


def _per_question(actor: Actor) -> list[tuple[str, int, int]]:
    rows = arranged.COUNT.narrow(Minutes.objects.filter(question__isnull=False), actor)
    found = rows.values_list("kind", "question_id").annotate(total=Sum("minutes")).order_by("kind")
    return [(kind, question_id, total) for kind, question_id, total in found if question_id]


def _rounds(actor: Actor) -> dict[int, float]:
    """For each question how many times six weeks its matches ran until now."""
    met = arranged.COUNT.narrow(Match.objects.filter(met_on__isnull=False), actor)
    found = met.values_list("arrangement__question_id").annotate(first=Min("met_on")).order_by()
    days = {which: (actor.today - first).days for which, first in found}
    return {which: max(passed / 7 / ROUND_WEEKS, 1) for which, passed in days.items()}
