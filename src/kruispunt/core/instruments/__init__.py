"""Instruments: which there are, how each is scored, and what a score asks of us (INS-01..07)."""

from kruispunt.core.instruments.following_up import FollowUp, WhoSaysYes, follow_up, who_says_yes
from kruispunt.core.instruments.scoring import Score
from kruispunt.core.instruments.shelf import SHELF, Instrument

__all__ = [
    "SHELF",
    "FollowUp",
    "Instrument",
    "Score",
    "WhoSaysYes",
    "follow_up",
    "who_says_yes",
]
