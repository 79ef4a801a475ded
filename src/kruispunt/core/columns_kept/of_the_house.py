"""Columns of the cellar and of lists that come in, each with its purpose (PRV-01)."""

from typing import Final

COLUMNS: Final[dict[str, dict[str, str]]] = {
    "arrivals.arrival": {
        "IMPORT": "whole row_number key number made_person_id became_id kept_because",
    },
    "arrivals.import": {
        "IMPORT": (
            "kind file_name file seal columns mapping left_out state state_since brought_by "
            "brought_at rows good known bad made kept turns_done trouble"
        ),
    },
    "arrivals.importturn": {
        "IMPORT": "whole number cells found checked_at carried_at",
    },
    "base.account": {
        "ACCESS": "password last_login email is_active made_at",
    },
    "base.certificate": {
        "JOURNAL": "at counts held",
    },
    "base.chore": {
        "HOUSE": "state due_at lease_until token tries trouble done_at what about",
    },
    "base.hold": {
        "CONSENT": "person_id reason set_by_id set_on until lifted_on",
    },
    "base.journalhead": {
        "HOUSE": "number seal",
    },
    "base.journalline": {
        "JOURNAL": (
            "number actor_id roles verb subject person_id ground facts written_at recorded_at seal"
        ),
    },
    "base.knock": {
        "DOOR": "seal times until",
    },
    "base.letter": {
        "LETTER": (
            "state due_at lease_until token tries trouble done_at to_person_id channel subject "
            "greeting text closing haste answer_by times bundle key"
        ),
    },
    "base.municipality": {
        "HOUSE": "name code phone walk_in_hours listening_ear",
    },
    "base.once": {
        "JOURNAL": "sender_id key verb content answer at",
    },
    "base.term": {
        "HOUSE": "name length valid_from",
    },
    "base.tombstone": {
        "JOURNAL": "subject ret gone_at",
    },
    "base.unsent": {
        "UNSENT": "writer_id page form locked form_key turn kept_at",
    },
    "insights.target": {
        "FIGURES": "aim baseline number valid_from",
    },
}
