"""What becomes of a case once it is over, and who keeps what of it, each with the reason."""

from dataclasses import replace
from datetime import timedelta

from kruispunt.arrangements.states import MatchState
from kruispunt.arrangements.states.guides import GuideContactState
from kruispunt.arrangements.states.odd_jobs import OddJobState, Satisfied
from kruispunt.arrangements.states.trajectory import TrajectoryState
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.questions.states import State
from tests.cast import MONDAY

# What hangs on a case and on nothing else: it goes out of sight with the case.
OF_THE_CASE = {
    "advice", "arrangement", "check_in", "decision", "escalation", "evaluation", "farewell",
    "footing", "goal", "guide_contact", "guide_note", "invitation", "match", "minutes", "odd_job",
    "own_help", "party", "question", "recording", "referral", "round_line", "step", "trajectory",
    "wmo",
}  # fmt: skip
# At once, on the day itself (ROL-03): who stood beside her, and works nowhere for her.
AT_ONCE = {
    Role.VOLUNTEER: {
        "arrangements.ask_advice", "arrangements.look_back", "arrangements.meet_resident",
        "arrangements.read_match", "arrangements.read_odd_job",
        "arrangements.visit_for_odd_job", "matching.read",
    },
    Role.GUIDE: {
        "arrangements.read_guide_contact", "arrangements.read_guide_note",
        "arrangements.write_guide_note",
    },
}  # fmt: skip
# After the end there is no next time, for nobody.
WHILE_IT_RUNS = {"arrangements.read_rhythm"}
# What is still read thirty-one days later by somebody who is not the resident, and why.
KEEPS = {
    Role.VOLUNTEER: {
        "arrangements.read_advice": "what she asked herself, and the answer to it",
        "arrangements.read_check_in": "her own words",
        "arrangements.read_evaluation": "her own words",
    },
    Role.WORKER: {
        "questions.glance": "what was asked, without who asked it",
        "questions.read_wmo": "the term of the law runs on when the question is closed",
        "questions.read_walk_in": "a line at the walk-in desk is about nobody's question",
        "arrangements.read_step": "a step is looked at again months later",
        "arrangements.follow_trajectory": "where it stands, and nothing of what was said",
        "matching.candidates": "the permit opens volunteers; the question is asked of its own",
    },
    Role.COORDINATOR: {
        "questions.glance": "what was asked, without who asked it",
        "arrangements.read_step": "a step is looked at again months later",
        "matching.candidates": "the permit opens volunteers; the question is asked of its own",
    },
    Role.REGISTRAR: {"questions.glance": "what was asked, without who asked it"},
    Role.PROCESS_MANAGER: {
        "questions.glance": "what was asked, without who asked it",
        "arrangements.follow_trajectory": "where it stands, and nothing of what was said",
        "arrangements.read_decision": "she looks back on what she decided, and sees no name",
        "arrangements.read_escalation": "she learns from what got stuck, and sees no name",
        "arrangements.read_party": "she learns from what got stuck, and sees no name",
        "insights.small_numbers": "numbers of nobody",
    },
    Role.GUIDE_COORDINATOR: {"arrangements.follow_guides": "how it goes, and no words"},
    Role.SCHOOL: {"arrangements.read_hours": "hours of her pupil, until the school year ends"},
}


def over(case, at=MONDAY) -> None:
    """The match ended, and with it the whole case; all at one moment."""
    _set(case, "match", state=MatchState.ENDED, end_reason="moved", ended_at=at)
    _set(case, "question", state=State.COMPLETED, ended_at=at)
    _set(case, "arrangement", closed_at=at)
    _set(case, "trajectory", state=TrajectoryState.STOPPED, ended_on=at.date())
    _set(case, "guide_contact", state=GuideContactState.COMPLETED)
    _set(case, "odd_job", state=OddJobState.HEARD, satisfied=Satisfied.YES)


def later(actor: Actor, days: int) -> Actor:
    return replace(actor, at=MONDAY + timedelta(days=days))


def _set(case, noun: str, **columns: object) -> None:
    for row in case.rows[noun]:
        type(row).objects.filter(pk=row.pk).update(**columns)
