"""Everything that can happen to a concern; no line of it says who or what it is about."""

from kruispunt.safety.actions.following import (
    Decision,
    act_at_once,
    close_concern,
    consult,
    decide_on,
    discuss,
    release,
    sound_alarm,
    talk_with_them,
    weigh_up,
)
from kruispunt.safety.actions.looking import look_into_concern
from kruispunt.safety.actions.reporting import (
    Seen,
    report_concern,
    report_incident,
)

__all__ = [
    "Decision",
    "Seen",
    "act_at_once",
    "close_concern",
    "consult",
    "decide_on",
    "discuss",
    "look_into_concern",
    "release",
    "report_concern",
    "report_incident",
    "sound_alarm",
    "talk_with_them",
    "weigh_up",
]
