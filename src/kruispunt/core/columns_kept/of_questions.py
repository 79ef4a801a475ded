"""Columns of questions, of weighing them and of safety, each with its purpose (PRV-01)."""

from typing import Final

COLUMNS: Final[dict[str, dict[str, str]]] = {
    "matching.balance": {
        "MATCH": ("seen_at number seal value bound proven asked weights_from short short_seen_at"),
    },
    "matching.balanceline": {
        "MATCH": "question volunteering score value why",
    },
    "matching.balanceprice": {
        "MATCH": "volunteering light intensive very_intensive",
    },
    "matching.invitation": {
        "MATCH": (
            "question volunteering wave words rank score reasons state sent_at answer_by "
            "answered_at no_reason remark"
        ),
    },
    "matching.round": {
        "MATCH": "made_by made_at seen_at value bound proven asked weights_from sharing own_slots",
    },
    "matching.roundline": {
        "MATCH": "round question volunteering score why state state_since decided_by reason",
    },
    "questions.emergencylook": {
        "JOURNAL": "question by reason at until",
    },
    "questions.liveability": {
        "SIGNAL": (
            "signal question brought_by kind words place neighbourhood state state_since "
            "raised_at due_on answer_by taken_by passed_to outcome"
        ),
    },
    "questions.need": {
        "QUESTION": "question kind number place",
    },
    "questions.question": {
        "QUESTION": (
            "asked_by brought_by intake words asked_in need gives kind more_kinds state "
            "state_since due_on review_on worker opened_at triaged_at ended_at reopened_at ending "
            "outcome"
        ),
        "SITUATION": (
            "self_reliance intensity themes formal_leads professional_first load circumstances"
        ),
        "NETWORK": "own_network",
        "MATCH": (
            "slots hours gender_wish language_wish language_needed interests dislikes role "
            "frequency term_months needs_vog helpers_needed helped_by talk_due"
        ),
        "WMO": "is_wmo_notice wmo_noticed_on",
        "SIGNAL": "signal",
    },
    "questions.recording": {
        "QUESTION": "question signal is_all_that_was_said sort locked spoken_at state state_since",
    },
    "questions.signalpair": {
        "SIGNAL": "first second state state_since decided_by",
    },
    "questions.signal": {
        "SIGNAL": (
            "brought_by organisation about words place neighbourhood topic visit outcome state "
            "state_since due_on feed_back_by noticed_at"
        ),
        "CONTACT": "named yes_on yes_how",
    },
    "questions.triage": {
        "SITUATION": "question proposed chosen reason answers by at",
    },
    "questions.triageline": {
        "SITUATION": "triage number rule sentence bites",
    },
    "questions.visit": {
        "SIGNAL": "by place neighbourhood on",
    },
    "questions.walkin": {
        "QUESTION": "by on topic words signal",
    },
    "questions.wmomilestone": {
        "WMO": "notification what on noted_by",
    },
    "questions.wmonotification": {
        "WMO": (
            "question noticed_on investigate_by looked_at urgent_since urgent_why extended_to "
            "extended_why"
        ),
    },
    "safety.concern": {
        "SAFETY": (
            "kind reported_by professional match about words seen_on acute reported_at due_on "
            "state state_since weighed to_veilig_thuis help_by without_consent"
        ),
    },
    "safety.incident": {
        "SAFETY": "reported_by happened_on words damage injury own_insurance reported_at",
    },
    "safety.note": {
        "SAFETY": "concern step words by at",
    },
}
