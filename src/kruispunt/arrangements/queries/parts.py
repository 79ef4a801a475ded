"""Reading the parts of one answer together: what runs, what it meets, and what is still open."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from kruispunt.arrangements.models import (
    Arrangement,
    Enrolment,
    Match,
    OddJob,
    OwnHelp,
    Referral,
    Trajectory,
)
from kruispunt.arrangements.permits import parts as permits
from kruispunt.arrangements.permits.odd_jobs import READ_ODD_JOB
from kruispunt.arrangements.permits.trajectory import FOLLOW_TRAJECTORY
from kruispunt.arrangements.states import UNANSWERED, UNDER_WAY, ReferralState
from kruispunt.arrangements.states.odd_jobs import ANSWERS, ODD_JOB_OVER, OddJobState
from kruispunt.arrangements.states.parts import EnrolmentState, OwnHelpState
from kruispunt.arrangements.states.trajectory import ENDED_TRAJECTORY, UNDER_SUPPORT
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.core.vocabulary import Source
from kruispunt.questions import queries as questions
from kruispunt.questions.states import State

DELIVERS = (ReferralState.DELIVERED, ReferralState.FOLLOWED)
OVER = (ReferralState.DECLINED, ReferralState.CLOSED)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an answer, whatever its kind: who, what, and how it stands."""

    sort: str
    id: int
    source: Source
    question_id: int
    who: str
    what: str
    standing: str
    runs: bool
    over: bool
    meets: tuple[str, ...]
    due_on: date | None = None


def parts(actor: Actor, question_id: int) -> list[Part]:
    """Every part of the answer to one question, most informal first; what runs goes before."""
    found = [*_parts(actor, Q(arrangement__question_id=question_id))]
    return sorted(found, key=lambda part: (part.over, part.source.step, part.id))


def parts_of(actor: Actor, person_id: int) -> dict[int, list[Part]]:
    """What is done for one person, by question: only what runs or is being arranged."""
    found: dict[int, list[Part]] = {}
    for part in _parts(actor, Q(arrangement__question__asked_by_id=person_id)):
        if not part.over:
            found.setdefault(part.question_id, []).append(part)
    return found


def own_help(actor: Actor, own_help_id: int) -> OwnHelp:
    return _own_help(actor).get(pk=own_help_id)


def own_help_due(actor: Actor) -> QuerySet[OwnHelp]:
    """Help from someone's own circle of which we ask whether it can go on."""
    due = _own_help(actor).filter(state=OwnHelpState.RUNNING, due_on__lte=actor.today)
    return due.order_by("due_on", "pk")


def enrolment(actor: Actor, enrolment_id: int) -> Enrolment:
    return _enrolments(actor).get(pk=enrolment_id)


def unmet(arrangement: Arrangement) -> dict[str, int]:
    """What of a question nothing that runs meets yet, by kind."""
    question = arrangement.question
    needs = questions.needs(question)
    main = next(iter(needs), "")
    met: Counter[str] = Counter()
    for one in arrangement.matches.filter(state__in=sorted(UNDER_WAY)):
        met.update(one.meets or [main])
    for mine in arrangement.own_help.filter(state=OwnHelpState.RUNNING):
        met.update(mine.meets)
    for place in arrangement.enrolments.filter(state=EnrolmentState.ENROLLED):
        met.update(place.meets)
    for job in arrangement.odd_jobs.filter(state__in=sorted(ANSWERS)):
        met.update([job.kind])
    for asked in arrangement.referrals.filter(state__in=DELIVERS):
        # An organisation does the whole of what it takes up, however many people that takes.
        named = asked.meets or ([] if question.state == State.COMBINING else list(needs))
        met.update({kind: needs.get(kind, 0) for kind in named})
    for carried in arrangement.trajectories.filter(state__in=sorted(UNDER_SUPPORT)):
        # A hybrid team carries the whole question, unless a combination was looked for.
        whole = question.state != State.COMBINING and carried.started_on is not None
        met.update(needs if whole else {})
    return {kind: number - met[kind] for kind, number in needs.items() if met[kind] < number}


def runs(arrangement: Arrangement) -> bool:
    """Say whether anything of an answer runs, or is still being asked."""
    return (
        arrangement.matches.filter(state__in=sorted(UNDER_WAY | UNANSWERED)).exists()
        or arrangement.own_help.filter(state=OwnHelpState.RUNNING).exists()
        or arrangement.enrolments.exclude(state=EnrolmentState.ENDED).exists()
        or arrangement.odd_jobs.exclude(state__in=sorted(ODD_JOB_OVER)).exists()
        or arrangement.referrals.exclude(state__in=OVER).exists()
        or arrangement.trajectories.exclude(state__in=sorted(ENDED_TRAJECTORY)).exists()
    )


def _own_help(actor: Actor) -> QuerySet[OwnHelp]:
    return permits.READ_PART.narrow(OwnHelp.objects.select_related("arrangement"), actor)


def _enrolments(actor: Actor) -> QuerySet[Enrolment]:
    rows = Enrolment.objects.select_related("activity__organisation", "arrangement")
    return permits.READ_PART.narrow(rows, actor)


def _parts(actor: Actor, which: Q) -> Iterator[Part]:
    yield from (_as_own_help(one) for one in _own_help(actor).filter(which))
    yield from (_as_enrolment(one) for one in _enrolments(actor).filter(which))
    matches = Match.objects.select_related("arrangement", "volunteering__person")
    found = permits.READ_PART.narrow(matches, actor).filter(which)
    yield from (_as_match(one, whom=_whom(actor, one)) for one in found)
    jobs = OddJob.objects.select_related("arrangement", "volunteering__person")
    yield from (_as_odd_job(one) for one in READ_ODD_JOB.narrow(jobs, actor).filter(which))
    asked = Referral.objects.select_related("arrangement", "organisation", "service")
    yield from (_as_referral(one) for one in permits.READ_PART.narrow(asked, actor).filter(which))
    carried = Trajectory.objects.select_related("arrangement", "team", "starter")
    yield from (
        _as_trajectory(one) for one in FOLLOW_TRAJECTORY.narrow(carried, actor).filter(which)
    )


def _as_own_help(one: OwnHelp) -> Part:
    return Part(
        "own_help",
        one.pk,
        Source.OWN_NETWORK,
        one.arrangement.question_id,
        one.who,
        one.what,
        one.get_state_display(),
        runs=one.state == OwnHelpState.RUNNING,
        over=one.state == OwnHelpState.ENDED,
        meets=tuple(one.meets),
        due_on=one.due_on,
    )


def _as_enrolment(one: Enrolment) -> Part:
    return Part(
        "enrolment",
        one.pk,
        Source.ACTIVITY,
        one.arrangement.question_id,
        one.activity.name,
        one.activity.rhythm or one.activity.organisation.name,
        one.get_state_display(),
        runs=one.state == EnrolmentState.ENROLLED,
        over=one.state == EnrolmentState.ENDED,
        meets=tuple(one.meets),
    )


def _whom(actor: Actor, one: Match) -> str:
    """The name comes when both said yes; who looks for a volunteer knows whom they asked."""
    guides = actor.is_a(Role.WORKER) or actor.is_a(Role.COORDINATOR)
    known = guides or one.state in UNDER_WAY
    return str(one.volunteering.person.given_name) if known else "Een vrijwilliger"


def _as_match(one: Match, *, whom: str) -> Part:
    running = one.state in UNDER_WAY
    return Part(
        "match",
        one.pk,
        Source.VOLUNTEER,
        one.arrangement.question_id,
        whom,
        one.activity,
        one.get_state_display(),
        runs=running,
        over=not running and one.state not in UNANSWERED,
        meets=tuple(one.meets),
        due_on=one.due_on,
    )


def _as_odd_job(one: OddJob) -> Part:
    person = one.volunteering.person if one.volunteering else None
    return Part(
        "odd_job",
        one.pk,
        Source.VOLUNTEER,
        one.arrangement.question_id,
        person.given_name if person else "Klus",
        one.words,
        one.get_state_display(),
        runs=one.state in {OddJobState.PLANNED, OddJobState.DONE},
        over=one.state in ODD_JOB_OVER,
        meets=(one.kind,),
        due_on=one.due_on,
    )


def _as_referral(one: Referral) -> Part:
    formal = one.service is not None and one.service.kind == "formal"
    return Part(
        "referral",
        one.pk,
        Source.FORMAL if formal else Source.ORGANISATION,
        one.arrangement.question_id,
        one.organisation.name,
        one.offered,
        one.get_state_display(),
        runs=one.state in DELIVERS,
        over=one.state in OVER,
        meets=tuple(one.meets),
        due_on=one.due_on,
    )


def _as_trajectory(one: Trajectory) -> Part:
    return Part(
        "trajectory",
        one.pk,
        Source.FORMAL,
        one.arrangement.question_id,
        one.starter.name if one.starter else one.team.name,
        one.team.name,
        one.get_state_display(),
        runs=one.state in UNDER_SUPPORT,
        over=one.state in ENDED_TRAJECTORY,
        meets=(),
        due_on=one.due_on,
    )
