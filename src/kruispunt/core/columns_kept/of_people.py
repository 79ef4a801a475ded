"""Columns of people and of what they give, each with its purpose (PRV-01)."""

from typing import Final

COLUMNS: Final[dict[str, dict[str, str]]] = {
    "offers.activity": {
        "OFFER": (
            "kinds description state_since due_on name organisation contact neighbourhood x y "
            "slots languages price capacity used state assured_on first_on rhythm"
        ),
    },
    "offers.activityotherday": {
        "OFFER": "rhythm day on at words said_at turn",
    },
    "offers.activityrhythm": {
        "OFFER": "activity first_on every at until on_holidays last_on set_at",
    },
    "offers.campaign": {
        "VOLUNTEER": "name word begins_on ends_on euros",
    },
    "offers.course": {
        "LEARN": "title module phase trainer organisation on where places state state_since",
    },
    "offers.gathering": {
        "OFFER": (
            "name sort kinds description organisation neighbourhood on places activity state "
            "state_since participants hours note"
        ),
    },
    "offers.guide": {
        "VOLUNTEER": (
            "description state_since due_on kinds person sort fields lived employer places "
            "taken state"
        ),
    },
    "offers.knowledge": {
        "LEARN": (
            "organisation title words link themes assured_on review_on due_on state state_since"
        ),
    },
    "offers.origin": {
        "VOLUNTEER": "volunteering source campaign",
    },
    "offers.outing": {
        "VOLUNTEER": "on what campaign neighbourhood organisation reached",
    },
    "offers.participant": {
        "LEARN": "course person role number out_of state achieved_on valid_until",
    },
    "offers.place": {
        "MATCH": (
            "volunteering number out_of intensity heavy_number seasoned hours taken_at freed_at"
        ),
    },
    "offers.service": {
        "OFFER": (
            "kinds description state_since due_on name organisation contact neighbourhood x y "
            "slots languages price capacity used state assured_on kind"
        ),
    },
    "offers.volunteering": {
        "VOLUNTEER": (
            "kinds description state_since due_on person type slots hours max_km places "
            "objections interests dislikes roles frequencies terms max_intensity agreed_on "
            "experienced reflection_due confirmed_on confirm_by unconfirmed state applied_at "
            "deployed_at"
        ),
        "CERTIFICATE": "vog vog_issued_on vog_seen_on vog_until permission",
        "LEARN": "trainings mentor school_year_ends",
    },
    "people.consent": {
        "CONSENT": "person scope organisation recipient purpose state asked_at answered_at until",
    },
    "people.exclusion": {
        "APART": "one other reason set_at",
    },
    "people.handover": {
        "CONSENT": "person to words handed_at until taken_back_at",
    },
    "people.household": {
        "NETWORK": "why state state_since opened_at review_on",
    },
    "people.housemate": {
        "NETWORK": "household person said_by how agreed_on due_on state state_since",
    },
    "people.neighbourhood": {
        "HOUSE": "code name outline homes homes_source",
    },
    "people.nomination": {
        "CONTACT": "person yes_on neighbourhood",
        "VOLUNTEER": (
            "words nominated_by organisation nominated_on due_on tries seat state state_since"
        ),
    },
    "people.organisation": {
        "PARTNER": (
            "name kind contact neighbourhood phone email website is_wmo_provider "
            "is_mandated_wmo_desk"
        ),
    },
    "people.person": {
        "CONTACT": "given_name surname phone email channel street postcode city neighbourhood",
        "MATCH": "birth_year gender languages x y",
        "APART": "address_sealed",
    },
    "people.relation": {
        "NETWORK": "person other kind cares note",
    },
    "people.rest": {
        "MATCH": "person since until lifted_on lifted_by lifted_because",
    },
    "people.rightsrequest": {
        "CONSENT": "person kind words state state_since asked_at due_on answer answered_by",
    },
    "people.seatrequest": {
        "ACCESS": (
            "person user role organisation neighbourhood until seat state state_since asked_by "
            "asked_at decided_by"
        ),
    },
    "people.keyholder": {
        "APART": "person named_by since until",
    },
    "people.unsealing": {
        "APART": ("person reason state state_since asked_by asked_at agreed_by until safe_to_tell"),
    },
    "people.accountask": {
        "ACCESS": "account seat person state state_since answer_by",
    },
    "people.seat": {
        "ACCESS": "user person role organisation neighbourhood since until",
    },
}
