"""Rows of what was agreed: the arrangement around one question, its parts, and what got stuck."""

from kruispunt.arrangements.models import held, parts
from kruispunt.arrangements.models.arrangement import Arrangement
from kruispunt.arrangements.models.carers import CarerCase, InstrumentLicence, Measurement
from kruispunt.arrangements.models.check_in import Advice, CheckIn
from kruispunt.arrangements.models.coaching import Booking, CoachYear, Pulse
from kruispunt.arrangements.models.escalation import Escalation, Party
from kruispunt.arrangements.models.farewell import Farewell
from kruispunt.arrangements.models.footing import Footing
from kruispunt.arrangements.models.goal import Evaluation, Goal, Progress, StepDown
from kruispunt.arrangements.models.guidance import Minutes, Wellbeing
from kruispunt.arrangements.models.guides import AnonymousTalk, GuideContact, GuideNote, GuideVoice
from kruispunt.arrangements.models.informal import Enrolment, OwnHelp
from kruispunt.arrangements.models.intervision import (
    Attendance,
    IntervisionGroup,
    IntervisionMeeting,
    IntervisionMember,
)
from kruispunt.arrangements.models.learning import Bottleneck, Development, Gap
from kruispunt.arrangements.models.match import Match
from kruispunt.arrangements.models.odd_jobs import OddJob
from kruispunt.arrangements.models.partnership import Covenant, Mandate, Meeting, Promise
from kruispunt.arrangements.models.referral import Referral
from kruispunt.arrangements.models.rhythm import OtherDay, Rhythm
from kruispunt.arrangements.models.trajectory import HybridTeam, TeamMember, Trajectory, Voice

__all__ = [
    "Advice",
    "AnonymousTalk",
    "Arrangement",
    "Attendance",
    "Booking",
    "Bottleneck",
    "CarerCase",
    "CheckIn",
    "CoachYear",
    "Covenant",
    "Development",
    "Enrolment",
    "Escalation",
    "Evaluation",
    "Farewell",
    "Footing",
    "Gap",
    "Goal",
    "GuideContact",
    "GuideNote",
    "GuideVoice",
    "HybridTeam",
    "InstrumentLicence",
    "IntervisionGroup",
    "IntervisionMeeting",
    "IntervisionMember",
    "Mandate",
    "Match",
    "Measurement",
    "Meeting",
    "Minutes",
    "OddJob",
    "OtherDay",
    "OwnHelp",
    "Party",
    "Progress",
    "Promise",
    "Pulse",
    "Referral",
    "Rhythm",
    "StepDown",
    "TeamMember",
    "Trajectory",
    "Voice",
    "Wellbeing",
    "held",
    "parts",
]
