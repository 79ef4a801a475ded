"""What is open today under a term of an answer, in numbers: to try another one first (K15)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from django.db.models import Q

from kruispunt.arrangements.models import Enrolment, Escalation, Match, Referral, Trajectory
from kruispunt.arrangements.permits.learning import HEAR_LATE
from kruispunt.arrangements.states import UNANSWERED, EscalationState, MatchState, ReferralState
from kruispunt.arrangements.states.parts import EnrolmentState
from kruispunt.arrangements.states.trajectory import TrajectoryState
from kruispunt.base.actor import Actor
from kruispunt.base.trying import Under, begun_under
from kruispunt.core.trying import Begun


def _open(noun: type[Any], *states: str) -> Under:
    return Under(noun, HEAR_LATE, Q(state__in=states))


R, E, T = ReferralState, EscalationState, TrajectoryState
TERMS: Final[Mapping[str, Under]] = MappingProxyType(
    {
        "enrolment.answer": _open(Enrolment, EnrolmentState.OFFERED),
        "match.answer": _open(Match, *sorted(UNANSWERED)),
        "match.introduction": _open(Match, MatchState.INTRODUCTION),
        "referral.take_on": _open(Referral, R.SENT),
        "referral.explain": _open(Referral, R.UNCLEAR),
        "referral.offer": _open(Referral, R.ACCEPTED),
        "referral.deliver": _open(Referral, R.ORGANISED),
        "escalation.reported": _open(Escalation, E.REPORTED),
        "escalation.clear": _open(Escalation, E.CLEAR),
        "escalation.invited": _open(Escalation, E.INVITED),
        "escalation.carry_out": _open(Escalation, E.AGREED),
        "trajectory.reported": _open(Trajectory, T.REPORTED),
        "trajectory.talked": _open(Trajectory, T.TALKED),
        "trajectory.indicated": _open(Trajectory, T.INDICATED),
        "trajectory.consulting": _open(Trajectory, T.CONSULTING),
        "trajectory.starter_chosen": _open(Trajectory, T.STARTER_CHOSEN),
        "trajectory.started": _open(Trajectory, T.STARTED),
        "trajectory.reviewing": _open(Trajectory, T.REVIEWING),
    }
)


def begun(actor: Actor, name: str) -> list[Begun]:
    """How many are open under this term, by the day on which they began."""
    return begun_under(actor, TERMS[name])
