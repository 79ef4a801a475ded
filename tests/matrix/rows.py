"""Of which row of a case each permit is asked."""

from collections.abc import Iterable

from kruispunt.base.actor import Actor
from kruispunt.base.permits import EVERY_ROW, NO_ROW, Permit

# By name, and else by the first part of the name that is here.
NOUN_OF = {
    "arrangements.answer_check_in": "check_in",
    "arrangements.ask_advice": "match",
    "arrangements.count": "match",
    "arrangements.end": "match",
    "arrangements.look_back": "match",
    "arrangements.meet_resident": "match",
    "arrangements.read": "arrangement",
    "arrangements.read_advice": "advice",
    "arrangements.read_check_in": "check_in",
    "arrangements.carry_out": "decision",
    "arrangements.read_decision": "decision",
    "arrangements.read_escalation": "escalation",
    "arrangements.read_match": "match",
    "arrangements.read_party": "party",
    "arrangements.read_referral": "referral",
    "arrangements.read_rhythm": "match",
    "arrangements.say_other_day": "match",
    "arrangements.set_rhythm": "match",
    "arrangements.sign": "match",
    "arrangements.warnings": "match",
    "arrangements.follow_trajectory": "trajectory",
    "arrangements.indicate": "trajectory",
    "arrangements.name_starter": "trajectory",
    "arrangements.phase_out": "trajectory",
    "arrangements.prolong": "trajectory",
    "arrangements.read_evaluation": "evaluation",
    "arrangements.read_goal": "goal",
    "arrangements.read_minutes": "minutes",
    "arrangements.read_part": "own_help",
    "arrangements.read_trajectory": "trajectory",
    "arrangements.review_goals": "trajectory",
    "arrangements.run_on_goals": "trajectory",
    "arrangements.say_farewell": "farewell",
    "arrangements.start_support": "trajectory",
    "arrangements.take_pulse": "trajectory",
    "arrangements.talk_over": "trajectory",
    "arrangements.weigh_welfare": "trajectory",
    "arrangements.read_step": "step",
    "arrangements.read_wellbeing": "wellbeing",
    "arrangements.answer_wellbeing": "wellbeing",
    "arrangements.read_footing": "footing",
    "arrangements.answer_footing": "footing",
    "arrangements.read_group": "intervision_group",
    "arrangements.lead_group": "intervision_group",
    "arrangements.read_member": "intervision_member",
    "arrangements.leave_group": "intervision_member",
    "arrangements.talk_about_missing": "intervision_member",
    "arrangements.read_meeting": "intervision_meeting",
    "arrangements.lead_meeting": "intervision_meeting",
    "arrangements.read_attendance": "attendance",
    "arrangements.answer_meeting": "attendance",
    "arrangements.read_odd_job": "odd_job",
    "arrangements.visit_for_odd_job": "odd_job",
    "arrangements.read_guide_contact": "guide_contact",
    "arrangements.follow_guides": "guide_contact",
    "arrangements.read_guide_note": "guide_note",
    "arrangements.write_guide_note": "guide_contact",
    "offers.apply_as_guide": "guide",
    "offers.keep_guide": "guide",
    "arrangements.read_carer": "carer_case",
    "arrangements.talk_with_carer": "carer_case",
    "arrangements.measure_carer": "carer_case",
    "arrangements.plan_relief": "carer_case",
    "insights": "question",
    "matching.candidates": "question",
    "matching.read": "invitation",
    "matching.round_line": "round_line",
    "offers": "volunteering",
    "arrangements.read_hours": "match",
    "offers.keep_days": "activity",
    "offers.keep_knowledge": "knowledge",
    "offers.note_attendance": "course",
    "offers.read_participant": "participant",
    "people.read_handover": "handover",
    "people.take_back": "handover",
    "people": "person",
    "people.read_ears": "ambassador_seat",
    "people.read_nomination": "nomination",
    "people.read_household": "household",
    "people.keep_household": "household",
    "people.read_housemate": "housemate",
    "people.answer_housemate": "housemate",
    "people.relate": "relation",
    "post": "letter",
    "safety": "concern",
    "safety.read_note": "concern_note",
    "questions": "question",
    "questions.hand_in": "signal",
    "questions.listen": "recording",
    "questions.read_liveability": "liveability",
    "questions.read_signal": "signal",
    "questions.read_wmo": "wmo",
    "questions.solve": "signal",
    "questions.take_up": "signal",
    "unsent": "unsent",
}
HOW = "Say in tests/matrix/rows.py of which row this permit is asked, and put one in town.py: "


def noun_of(permit: Permit, actors: Iterable[Actor]) -> str:
    """The noun of a permit; who adds a permit on a new noun adds a line here.

    Where only the role counts, any row will do.
    """
    name = permit.name
    noun = NOUN_OF.get(name) or NOUN_OF.get(name.partition(".")[0])
    if noun is None and any(permit.rows(actor) not in (EVERY_ROW, NO_ROW) for actor in actors):
        raise LookupError(HOW + name)
    return noun or "question"
