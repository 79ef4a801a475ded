"""Reading how matches go: each side its own answers, the coordinator the early signs."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from kruispunt.arrangements import permits
from kruispunt.arrangements.models import Advice, CheckIn, Match
from kruispunt.arrangements.states import UNDER_WAY, CheckInState
from kruispunt.arrangements.states.reasons import Side
from kruispunt.base.actor import Actor
from kruispunt.base.letter_words import LetterWord
from kruispunt.core.accompany import Course, told
from kruispunt.core.delivered import Delivered, delivered
from kruispunt.core.vocabulary import Frequency

WORD = LetterWord("kruispunt.arrangements.check_in", CheckIn)
ADVICE_WORD = LetterWord("kruispunt.arrangements.advice", Advice, "to_id")
PATIENCE = timedelta(days=14)
NEXT_DAYS = 3
SAID = (CheckInState.ANSWERED, CheckInState.MISSED)


def check_ins(actor: Actor) -> QuerySet[CheckIn]:
    """What I was asked and answered; for the coordinator, of everyone."""
    rows = CheckIn.objects.select_related("match__volunteering__person")
    return permits.READ_CHECK_IN.narrow(rows, actor).order_by("on", "pk")


def asked_next(actor: Actor, match_id: int) -> list[date]:
    """The next days on which we ask how it goes, as far as they stand in the diary."""
    waits = Q(state=CheckInState.PLANNED, on__gte=actor.today)
    rows = check_ins(actor).filter(waits, match_id=match_id).order_by("on")
    return list(rows.values_list("on", flat=True).distinct()[:NEXT_DAYS])


def check_ins_to_ask(actor: Actor) -> list[int]:
    """Check-ins whose day has come."""
    return _due(actor, CheckIn.objects.filter(state=CheckInState.PLANNED, on__lte=actor.today))


def check_ins_to_miss(actor: Actor) -> list[int]:
    """Check-ins nobody answered in two weeks."""
    waiting = (CheckInState.PLANNED, CheckInState.ASKED)
    late = actor.today - PATIENCE
    return _due(actor, CheckIn.objects.filter(state__in=waiting, on__lt=late))


def not_heard_since(rows: QuerySet[CheckIn]) -> QuerySet[CheckIn]:
    """Leave out the silence of a side that was heard, or asked in vain, once more after it."""
    same = CheckIn.objects.filter(match_id=OuterRef("match_id"), side=OuterRef("side"))
    return rows.exclude(Exists(same.filter(state__in=SAID, on__gt=OuterRef("on"))))


def to_call(actor: Actor, match_id: int) -> list[tuple[int, str, date]]:
    """Who of one match did not answer and was not heard since: which question, the name, the day.

    The volunteer and the resident are called apart: neither hears what the other one said.
    """
    rows = CheckIn.objects.filter(match_id=match_id, state=CheckInState.MISSED).select_related(
        "match__volunteering__person", "match__arrangement__question__asked_by"
    )
    found = not_heard_since(permits.READ_CHECK_IN.narrow(rows, actor)).order_by("on", "pk")
    return [(one.pk, _name_of(one), one.on) for one in found]


def advices(actor: Actor) -> QuerySet[Advice]:
    """What a volunteer asked a professional: for both of them, and the coordinator."""
    rows = Advice.objects.select_related("match__volunteering__person", "to")
    return permits.READ_ADVICE.narrow(rows, actor).order_by("due_on", "pk")


def of_whom(check_in: CheckIn) -> int:
    """The person whose side this is."""
    if check_in.side == Side.VOLUNTEER:
        return check_in.match.volunteering.person_id
    return check_in.match.arrangement.question.asked_by_id


def _name_of(check_in: CheckIn) -> str:
    if check_in.side == Side.VOLUNTEER:
        return str(check_in.match.volunteering.person.given_name)
    return str(check_in.match.arrangement.question.asked_by.given_name)


def check_in_link(check_in: CheckIn) -> str:
    return WORD.write(check_in)


def check_in_by_link(word: str) -> tuple[int, int, int]:
    """Read a word from a letter: the check-in, who may answer it, and the municipality."""
    rows = CheckIn.objects.select_related("match__volunteering", "match__arrangement__question")
    found = rows.get(pk=WORD.pk_of(word))
    return found.pk, of_whom(found), found.municipality_id


def advice_link(advice: Advice) -> str:
    return ADVICE_WORD.write(advice)


def advice_by_link(word: str) -> tuple[int, int, int]:
    """Read a word from a letter: the advice, who may answer it, and the municipality."""
    return ADVICE_WORD.read(word)


def _due(actor: Actor, rows: QuerySet[CheckIn]) -> list[int]:
    found = permits.CHASE.narrow(rows, actor).order_by("on", "pk")
    return list(found.values_list("pk", flat=True))


def told_of(match: Match) -> int:
    """Which early signs both sides told of themselves, in one number."""
    rows = CheckIn.objects.filter(match_id=match.pk, state__in=SAID).order_by("on", "pk")
    return told(_course(match, list(rows)))


def matches_not_read(actor: Actor) -> list[int]:
    """Running matches of which nobody looked yet at what was told."""
    rows = Match.objects.filter(state__in=sorted(UNDER_WAY), told__isnull=True)
    return list(permits.CHASE.narrow(rows, actor).order_by("pk").values_list("pk", flat=True))


def _course(match: Match, said: list[CheckIn]) -> Course:
    by_side: dict[str, list[CheckIn]] = defaultdict(list)
    for one in said:
        by_side[one.side].append(one)
    last = [answers[-1] for answers in by_side.values()]
    answered = [one for one in last if one.state == CheckInState.ANSWERED]
    return Course(
        scores=_lowest(by_side.values()),
        unanswered=sum(one.state == CheckInState.MISSED for one in last),
        not_met=any(one.times_met == 0 for one in answered),
        costs_more=any(bool(one.costs_more) for one in answered),
        less_than_agreed=any(one.as_agreed is False for one in answered),
        met_too_little=any(_came_of_it(match, answers).too_little for answers in by_side.values()),
    )


def agreed_and_delivered(actor: Actor, match_id: int) -> list[tuple[str, Delivered]]:
    """How often two people met against what they agreed, as each side told it (C11)."""
    rows = CheckIn.objects.filter(match_id=match_id).select_related("match").order_by("on", "pk")
    by_side: dict[str, list[CheckIn]] = defaultdict(list)
    for one in permits.READ_CHECK_IN.narrow(rows, actor):
        by_side[one.side].append(one)
    held = [(side, _came_of_it(told[0].match, told)) for side, told in sorted(by_side.items())]
    return [(Side(side).label, one) for side, one in held if one.days]


def _came_of_it(match: Match, told: list[CheckIn]) -> Delivered:
    """As far as one side told it: of a stretch on which nobody answered we know nothing."""
    if match.met_on is None:
        return Delivered(0, 0, 0)
    days, met, before = 0, 0, match.met_on
    for one in told:
        if one.times_met is not None:
            days, met = days + (one.on - before).days, met + one.times_met
        if one.state in SAID:
            before = one.on
    frequency = Frequency(match.frequency) if match.frequency else None
    return delivered(frequency, days=days, met=met) if days else Delivered(0, 0, 0)


def _lowest(sides: Iterable[list[CheckIn]]) -> tuple[int, ...]:
    """The scores of the side that is least well off: one side's joy hides no other's sorrow."""
    scores = [
        tuple(one.contact_score for one in answers if one.contact_score is not None)
        for answers in sides
    ]
    told = [some for some in scores if some]
    return min(told, key=lambda some: (some[-1], some[-1] - some[-2:][0]), default=())
