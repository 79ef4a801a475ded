"""Rows of what is asked: signals, visits, questions and their needs, and how they were weighed."""

from kruispunt.questions.models import held, parts
from kruispunt.questions.models.emergency import EmergencyLook
from kruispunt.questions.models.liveability import Liveability
from kruispunt.questions.models.need import Need
from kruispunt.questions.models.question import Question
from kruispunt.questions.models.recording import Recording
from kruispunt.questions.models.signal import Signal
from kruispunt.questions.models.signal_pair import SignalPair
from kruispunt.questions.models.triage import Triage, TriageLine
from kruispunt.questions.models.visit import Visit
from kruispunt.questions.models.walk_in import WalkIn
from kruispunt.questions.models.wmo import WmoMilestone, WmoNotification

__all__ = [
    "EmergencyLook",
    "Liveability",
    "Need",
    "Question",
    "Recording",
    "Signal",
    "SignalPair",
    "Triage",
    "TriageLine",
    "Visit",
    "WalkIn",
    "WmoMilestone",
    "WmoNotification",
    "held",
    "parts",
]
