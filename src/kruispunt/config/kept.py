"""The class of every noun that holds something of people: how long, and who throws it away."""

from typing import Final

CASE: Final = "RET-05"
"""Goes with its question, which may fall in another class (RET-01 to RET-06)."""
WITH_CASE: Final = (
    "questions.need", "questions.triage", "questions.triageline", "questions.emergencylook",
    "matching.invitation", "matching.roundline", "arrangements.arrangement", "arrangements.match",
    "arrangements.checkin", "arrangements.advice", "arrangements.trajectory", "arrangements.voice",
    "arrangements.booking", "arrangements.pulse", "arrangements.escalation", "arrangements.party",
    "arrangements.farewell", "arrangements.goal", "arrangements.evaluation",
    "arrangements.progress", "arrangements.stepdown", "arrangements.minutes",
    "arrangements.ownhelp", "arrangements.enrolment", "arrangements.referral",
    "questions.question", "questions.signal", "questions.liveability", "questions.visit",
    "arrangements.guidecontact", "matching.round",
)  # fmt: skip
CLASS_OF: Final[dict[str, str]] = {
    **dict.fromkeys(WITH_CASE, CASE),
    "base.letter": "RET-05",
    "base.journalline": "RET-15",
    "base.account": "RET-17",
    "base.hold": "RET-15",
    "people.person": "RET-06",
    "people.relation": "RET-06",
    "people.consent": "RET-06",
    "people.exclusion": "RET-06",
    "people.seat": "RET-06",
    "people.organisation": "RET-05",
    "people.rightsrequest": "RET-05",
    "offers.service": "RET-05",
    "offers.activity": "RET-05",
    "offers.gathering": "RET-05",
    "offers.guide": "RET-07",
    "offers.volunteering": "RET-07",
    "offers.place": "RET-07",
    "arrangements.wellbeing": "RET-07",
    "arrangements.coachyear": "RET-05",
    "arrangements.carercase": "RET-05",
    "arrangements.instrumentlicence": "RET-05",
    "arrangements.measurement": "RET-16",
    "questions.wmonotification": "RET-01",
    "questions.wmomilestone": "RET-01",
    "arrangements.guidenote": "RET-12",
    "arrangements.guidevoice": "RET-12",
    "safety.concern": "RET-11",
    "safety.note": "RET-11",
    "safety.incident": "RET-11",
    "arrivals.import": "RET-05",
    "arrivals.importturn": "RET-05",
    "arrivals.arrival": "RET-05",
}
