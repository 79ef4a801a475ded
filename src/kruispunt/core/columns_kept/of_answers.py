"""Columns of what was agreed, each with its purpose (PRV-01)."""

from typing import Final

COLUMNS: Final[dict[str, dict[str, str]]] = {
    "arrangements.advice": {
        "GUIDANCE": "match to words asked_at due_on answer state state_since",
    },
    "arrangements.anonymoustalk": {
        "FIGURES": "field area on minutes",
    },
    "arrangements.arrangement": {
        "QUESTION": "question approved_at goal why_formal opened_at closed_at",
        "SITUATION": "good_to_know",
    },
    "arrangements.attendance": {
        "LEARN": "meeting volunteering number out_of subject state state_since",
    },
    "arrangements.booking": {
        "TEAM": "year trajectory organisation on minutes what state",
    },
    "arrangements.bottleneck": {
        "STUCK": "stretch words proposal answer escalation noted_on state state_since",
    },
    "arrangements.carercase": {
        "CARER": (
            "carer cares_for source brought_by yes_on parent_yes_on is_young school tasks "
            "hours_a_week wishes words plan takes_over worker state state_since due_on "
            "opened_on closed_on ending"
        ),
    },
    "arrangements.checkin": {
        "GUIDANCE": (
            "match side on state state_since answered_by times_met contact_score costs_more "
            "as_agreed needs words"
        ),
    },
    "arrangements.coachyear": {
        "TEAM": "person year allowed taken",
    },
    "arrangements.covenant": {
        "PARTNER": "organisation level words agreed_on until",
    },
    "arrangements.development": {
        "STUCK": (
            "kind neighbourhood words design_words partners residents with_whom learned service "
            "activity opened_at due_on state state_since"
        ),
    },
    "arrangements.enrolment": {
        "QUESTION": (
            "arrangement activity meets state state_since asked_at offered_at due_on confirmed_at "
            "confirmed_by times_there times_missed last_on"
        ),
    },
    "arrangements.escalation": {
        "STUCK": (
            "question cause reported_by manager what tried state state_since due_on reported_at "
            "responsible agreed deadline reason evaluation proposal"
        ),
    },
    "arrangements.evaluation": {
        "GUIDANCE": (
            "arrangement match moment side due_on state state_since held_by works works_not why "
            "next_step next_words"
        ),
    },
    "arrangements.farewell": {
        "GUIDANCE": "match after_death due_on held_on words thanked_at state state_since",
    },
    "arrangements.footing": {
        "GUIDANCE": (
            "arrangement occasion asked_on due_on again_on in_hand seen enough state state_since"
        ),
    },
    "arrangements.gap": {
        "STUCK": "question kind neighbourhood development noted_on",
    },
    "arrangements.goal": {
        "QUESTION": (
            "arrangement words domain start_situation by who_does_what informal state "
            "state_since set_at"
        ),
    },
    "arrangements.guidecontact": {
        "GUIDE": (
            "resident question guide field words state state_since due_on asked_on shown "
            "wants_professional reminded_on last_contact_on"
        ),
    },
    "arrangements.guidenote": {
        "GUIDE": "contact by sort words at",
    },
    "arrangements.guidevoice": {
        "FIGURES": "month chose_myself stood_beside_me knew_the_way words",
    },
    "arrangements.hybridteam": {
        "TEAM": "name sort",
    },
    "arrangements.instrumentlicence": {
        "INSTRUMENT": "instrument confirmed_by confirmed_on texts",
    },
    "arrangements.intervisiongroup": {
        "LEARN": "name facilitator where due_on state state_since",
    },
    "arrangements.intervisionmeeting": {
        "LEARN": "group on where places owner learned why state state_since",
    },
    "arrangements.intervisionmember": {
        "LEARN": "group volunteering since due_on said state state_since",
    },
    "arrangements.mandate": {
        "PARTNER": (
            "organisation result competences offered_on answered_on answered_by state state_since"
        ),
    },
    "arrangements.match": {
        "MATCH": (
            "arrangement volunteering invitation place meets intensity hours state state_since "
            "due_on proposed_at volunteer_agreed_at resident_agreed_at declined_by met_on "
            "trial_until backup activity frequency term_months boundaries absence signed_on "
            "active_since term_ends_on ended_at"
        ),
        "GUIDANCE": (
            "pause_reason end_reason ended_by end_planned resident_looks_back "
            "volunteer_looks_back wishes_dropped told"
        ),
        "SAFETY": "on_hold",
    },
    "arrangements.measurement": {
        "INSTRUMENT": "case instrument version mode by on answers total band follow_up",
    },
    "arrangements.meeting": {
        "PARTNER": "organisation level on who words",
    },
    "arrangements.minutes": {
        "GUIDANCE": "kind minutes on by question match volunteering",
    },
    "arrangements.oddjob": {
        "QUESTION": (
            "arrangement kind words hours certified paid_work materials_only broken tested_by "
            "reason on part materials done_on minutes satisfied said state state_since "
            "requested_at due_on"
        ),
        "SITUATION": "for_whom",
        "MATCH": "volunteering",
    },
    "arrangements.ownhelp": {
        "NETWORK": "arrangement who what meets state state_since started_on due_on note",
    },
    "arrangements.party": {
        "STUCK": "escalation organisation contact invited_at answered_at brings",
    },
    "arrangements.progress": {
        "GUIDANCE": "evaluation goal reached",
    },
    "arrangements.promise": {
        "PARTNER": "organisation meeting words owner due_on outcome state state_since",
    },
    "arrangements.pulse": {
        "TEAM": "trajectory month received words at",
    },
    "arrangements.referral": {
        "REFERRAL": (
            "arrangement organisation contact service carried_by meets words why state "
            "state_since due_on chased_at sent_at asked_back explained refusal remark offered "
            "starts_on delivered_on quality quality_words"
        ),
    },
    "arrangements.rhythm": {
        "MATCH": "match first_on every at until on_holidays last_on set_at",
    },
    "arrangements.otherday": {
        "MATCH": "rhythm day on at side words said_at turn",
    },
    "arrangements.stepdown": {
        "QUESTION": (
            "arrangement rung words planned_on taken_on check_on check_words state state_since"
        ),
    },
    "arrangements.teammember": {
        "TEAM": "team organisation chair expertise places",
    },
    "arrangements.trajectory": {
        "TEAM": (
            "arrangement team state state_since due_on warned_at was_late opened_on agreed_on "
            "coach_joined_talk welfare welfare_activity starter starter_reason started_on "
            "coach_joined_intake group_team ended_on ending"
        ),
        "WMO": "advisor talked_on talk indicated_on scope valid_from valid_until",
    },
    "arrangements.voice": {
        "TEAM": "trajectory member starter reason by at",
    },
    "arrangements.wellbeing": {
        "GUIDANCE": (
            "volunteering asked_on again_on feels too_much life_changed wish words state "
            "state_since"
        ),
    },
}
