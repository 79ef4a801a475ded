"""Which columns of a question give someone a part in a resident's case (ROL-01)."""

from kruispunt.base.parts import Standing, part

WORKER = part(
    "question.worker",
    Standing.STARTPUNT,
    model="questions.question",
    column="worker",
    case="asked_by",
    person="worker",
)
WEIGHS = part(
    "triage.by",
    Standing.STARTPUNT,
    model="questions.triage",
    column="by",
    case="question__asked_by",
    person="by",
)
NOTES_WMO = part(
    "wmo.noted_by",
    Standing.ADVISOR,
    model="questions.wmomilestone",
    column="noted_by",
    case="notification__question__asked_by",
    person="noted_by",
)
