"""Reading how residents stand, whom to ask it, and what changed for how many (C15)."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from kruispunt.arrangements import permits as arranged
from kruispunt.arrangements.models import Arrangement, Footing, Match
from kruispunt.arrangements.permits import footing as permits
from kruispunt.arrangements.states.footing import UNANSWERED, FootingState, Occasion
from kruispunt.arrangements.states.reasons import EndReason
from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.base.letter_words import LetterWord
from kruispunt.base.permits import KEPT_OPEN
from kruispunt.questions.states import State

WORD = LetterWord("kruispunt.arrangements.footing", Footing, "arrangement__question__asked_by_id")
FRESH = timedelta(days=28)
"""So long after an answer began, or ended, it is still the beginning or the end."""
ASKS: tuple[tuple[str, str], ...] = (
    ("in_hand", "Zelf beslissen over de dag"),
    ("seen", "Mensen gesproken in een week"),
    ("enough", "Genoeg mensen om zich heen"),
)
BETTER, SAME, LESS = WAYS = ("Meer dan eerst", "Gelijk", "Minder dan eerst")


@dataclass(frozen=True, slots=True)
class Change:
    """One of the three questions: what she said first, what she said last."""

    label: str
    first: str
    last: str
    way: str


def footings(actor: Actor, question_id: int) -> QuerySet[Footing]:
    """Each time it was asked about this question; last first."""
    rows = Footing.objects.filter(arrangement__question_id=question_id)
    return permits.READ_FOOTING.narrow(rows, actor).order_by("-asked_on", "-pk")


def footing(actor: Actor, footing_id: int) -> Footing:
    rows = Footing.objects.select_related("arrangement__question__asked_by")
    return permits.READ_FOOTING.narrow(rows, actor).get(pk=footing_id)


def my_footings(actor: Actor) -> QuerySet[Footing]:
    """What I said about myself, whatever my question was."""
    rows = Footing.objects.filter(arrangement__question__asked_by_id=actor.person_id or 0)
    return permits.READ_FOOTING.narrow(rows, actor).order_by("asked_on", "pk")


def change(found: QuerySet[Footing]) -> list[Change]:
    """What changed between the first and the last answer; one answer alone is no change."""
    answered = [one for one in found if one.state == FootingState.ANSWERED]
    if not answered:
        return []
    first, last = answered[-1], answered[0]
    return [
        Change(
            label,
            getattr(first, f"get_{name}_display")(),
            getattr(last, f"get_{name}_display")() if first != last else "",
            _way(getattr(first, name), getattr(last, name)) if first != last else "",
        )
        for name, label in ASKS
    ]


def changes(actor: Actor) -> dict[str, Counter[str]]:
    """For how many residents each of the three went up, down or not; no names."""
    rows = arranged.COUNT.narrow(Footing.objects.filter(state=FootingState.ANSWERED), actor)
    names = [name for name, _ in ASKS]
    told: dict[int, list[tuple[int, ...]]] = {}
    for who, *said in rows.order_by("asked_on", "pk").values_list(
        "arrangement__question__asked_by_id", *names
    ):
        told.setdefault(who, []).append(tuple(said))
    twice = [(said[0], said[-1]) for said in told.values() if len(said) > 1]
    return {
        label: Counter(_way(first[place], last[place]) for first, last in twice)
        for place, (_, label) in enumerate(ASKS)
    }


def to_ask(actor: Actor) -> QuerySet[Arrangement]:
    """Answers that just began, half a year on, or just ended; never after a death or a no."""
    said_no = Footing.objects.filter(arrangement=OuterRef("pk"), state=FootingState.DECLINED)
    lately = Footing.objects.filter(arrangement=OuterRef("pk"), again_on__gt=actor.today)
    ever = Footing.objects.filter(arrangement=OuterRef("pk"))
    waits = ever.filter(state=FootingState.ASKED)
    died = Match.objects.filter(arrangement=OuterRef("pk"), end_reason=EndReason.DEATH)
    fresh = Q(question__state_since__gte=actor.at - FRESH)
    runs = Q(question__state=State.ANSWERED, closed_at__isnull=True)
    over = Q(question__state=State.COMPLETED) & Q(Exists(ever.filter(state=FootingState.ANSWERED)))
    at_begin = runs & fresh & ~Q(Exists(ever))
    along = runs & Q(Exists(ever)) & ~Q(Exists(lately))
    at_end = over & fresh & ~Q(Exists(ever.filter(occasion=Occasion.END)))
    rows = Arrangement.objects.filter(at_begin | along | at_end)
    rows = rows.exclude(Exists(said_no) | Exists(waits) | Exists(died))
    rows = rows.exclude(Exists(ever.filter(asked_on=actor.today)))
    return permits.ASK_FOOTING.narrow(rows, actor).order_by("pk")


def whom_to_ask(actor: Actor) -> list[int]:
    return list(to_ask(actor).values_list("pk", flat=True))


def occasion(arrangement_id: int) -> str:
    """Whether this is the beginning, the end, or somewhere on the way."""
    state = Arrangement.objects.values_list("question__state", flat=True).get(pk=arrangement_id)
    if state == State.COMPLETED:
        return Occasion.END
    before = Footing.objects.filter(arrangement_id=arrangement_id)
    return Occasion.ALONG if before.exists() else Occasion.BEGIN


def silent_before(actor: Actor, arrangement_id: int) -> list[int]:
    """What she did not answer the last time: when it is asked anew, nobody calls about that."""
    rows = permits.ASK_FOOTING.narrow(Footing.objects.all(), actor)
    silent = rows.filter(arrangement_id=arrangement_id, state=FootingState.MISSED)
    return list(silent.order_by("pk").values_list("pk", flat=True))


def footings_to_miss(actor: Actor) -> list[int]:
    """Asked by letter, and the day for an answer is over."""
    rows = permits.ASK_FOOTING.narrow(Footing.objects.all(), actor)
    late = rows.filter(state=FootingState.ASKED, due_on__lt=actor.today)
    return list(late.order_by("pk").values_list("pk", flat=True))


def footings_to_drop(actor: Actor) -> list[int]:
    """Not answered, and the help ended so long ago that nobody may read the case any more."""
    rows = Footing.objects.filter(
        state__in=sorted(UNANSWERED), arrangement__closed_at__lte=actor.at - KEPT_OPEN
    )
    found = permits.ASK_FOOTING.narrow(rows, actor).order_by("pk")
    return list(found.values_list("pk", flat=True))


def footing_link(asked: Footing) -> str:
    return WORD.write(asked)


def footing_by_link(word: str) -> tuple[int, int, int]:
    """Read a word from a letter: what was asked, who may answer, and the municipality."""
    return WORD.read(word)


def footing_address(actor: Actor, footing_id: int) -> str:
    """Where a resident answers: the page her letter leads to."""
    return post.link("footing", footing_link(footing(actor, footing_id)))


def _way(first: int, last: int) -> str:
    if first == last:
        return SAME
    return BETTER if last > first else LESS
