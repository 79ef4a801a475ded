"""Everything that can happen to an answer: proposed, agreed, accompanied, ended."""

from kruispunt.arrangements.actions.answering import (
    accept_invitation,
    agree_as_resident,
    agree_as_volunteer,
    approve,
    decline,
    propose,
)
from kruispunt.arrangements.actions.ending import close, end, look_back, wind_down
from kruispunt.arrangements.actions.running import (
    Agreement,
    NotYet,
    activate,
    back_up,
    pause,
    resume,
    sign,
    start_trial,
)

__all__ = [
    "Agreement",
    "NotYet",
    "accept_invitation",
    "activate",
    "agree_as_resident",
    "agree_as_volunteer",
    "approve",
    "back_up",
    "close",
    "decline",
    "end",
    "look_back",
    "pause",
    "propose",
    "resume",
    "sign",
    "start_trial",
    "wind_down",
]
