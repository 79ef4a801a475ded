"""In which class each case falls, and which cases, notes and answers have had their time."""

from django.db.models import Q

from kruispunt.arrangements.models import (
    Arrangement,
    GuideContact,
    Match,
    Measurement,
    Referral,
    Trajectory,
)
from kruispunt.arrangements.permits.carers import FORGET_ANSWERS
from kruispunt.arrangements.permits.guides import FORGET_GUIDE_NOTES
from kruispunt.arrangements.states import ReferralState
from kruispunt.arrangements.states.guides import OPEN_CONTACT
from kruispunt.arrangements.states.trajectory import TrajectoryState
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import Going, Over
from kruispunt.questions.queries import keeping as questions
from kruispunt.questions.queries.keeping import Ended

DELIVERED = (ReferralState.DELIVERED, ReferralState.FOLLOWED, ReferralState.CLOSED)


def cases_going(actor: Actor, over: Over) -> list[Going]:
    """Cases of which the time is over, each with the class that says so."""
    ended = questions.ended(actor)
    kinds = _kinds(actor)
    found = [(_class(one, kinds), one) for one in ended]
    return [Going(ret, one.id, one.asked_by_id) for ret, one in found if over(ret, one.on)]


def answers_going(actor: Actor, over: Over) -> list[Going]:
    """Raw answers to an instrument, a year later; the outcome stays with the file (RET-16)."""
    rows = FORGET_ANSWERS.narrow(Measurement.objects.filter(answers__isnull=False), actor)
    found = rows.order_by("pk").values_list("pk", "on", "case__carer_id")
    return [Going("RET-16", pk, carer) for pk, on, carer in found if over("RET-16", on)]


def guide_notes_going(actor: Actor, over: Over) -> list[Going]:
    """What was written with a guide, half a year after the last contact (RET-12)."""
    rows = GuideContact.objects.exclude(state__in=sorted(OPEN_CONTACT))
    ended = FORGET_GUIDE_NOTES.narrow(rows.filter(resident__isnull=False), actor).order_by("pk")
    found = ended.values_list("pk", "last_contact_on", "asked_on", "resident_id")
    return [
        Going("RET-12", pk, resident)
        for pk, last, asked, resident in found
        if over("RET-12", last or asked)
    ]


def _class(ended: Ended, kinds: dict[str, set[int]]) -> str:
    if ended.is_wmo:
        return "RET-03" if ended.withdrawn and ended.id not in kinds["helped"] else "RET-01"
    for ret, kind in (("RET-02", "provider"), ("RET-04", "planned"), ("RET-05", "helped")):
        if ended.id in kinds[kind]:
            return ret
    return "RET-06"


def _kinds(actor: Actor) -> dict[str, set[int]]:
    """What was done for which question: by a provider under the Wmo, planned only, or helped."""
    mine = {"municipality_id": actor.municipality_id}
    given = Referral.objects.filter(state__in=DELIVERED, **mine)
    teams = Trajectory.objects.filter(**mine)
    parts = Arrangement.objects.filter(
        Q(own_help__started_on__isnull=False)
        | Q(enrolments__times_there__gt=0)
        | Q(odd_jobs__done_on__isnull=False),
        **mine,
    )
    question = "arrangement__question_id"
    helped = set(
        Match.objects.filter(met_on__isnull=False, **mine).values_list(question, flat=True)
    )
    helped |= set(given.values_list(question, flat=True))
    helped |= set(parts.values_list("question_id", flat=True))
    not_indicated = teams.filter(state=TrajectoryState.NOT_INDICATED)
    indicated = teams.filter(indicated_on__isnull=False)
    by_law = given.filter(organisation__is_wmo_provider=True)
    return {
        "provider": set(by_law.values_list(question, flat=True))
        | set(indicated.values_list(question, flat=True)),
        "planned": set(not_indicated.values_list(question, flat=True)) - helped,
        "helped": helped,
    }
