"""Rows of what is asked: signals, questions, and how a question was weighed."""

from kruispunt.questions.models.need import Need
from kruispunt.questions.models.question import Question
from kruispunt.questions.models.signal import Signal
from kruispunt.questions.models.triage import Triage, TriageLine

__all__ = ["Need", "Question", "Signal", "Triage", "TriageLine"]
