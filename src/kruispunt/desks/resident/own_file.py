"""Everything we hold of someone, as a file that a machine reads too (PRV-13)."""

from base64 import b64encode
from collections.abc import Iterable
from typing import Any

from kruispunt.arrangements import queries as answers
from kruispunt.arrangements.queries import footing
from kruispunt.base.actor import Actor
from kruispunt.offers import queries as offers
from kruispunt.people import queries as people
from kruispunt.questions import queries as questions
from kruispunt.questions.queries import recordings

PERSON = (
    "given_name", "surname", "birth_year", "gender", "languages", "phone", "email", "channel",
    "street", "postcode", "city",
)  # fmt: skip
QUESTION = (
    "words", "asked_in", "need", "own_network", "gives", "kind", "more_kinds", "self_reliance",
    "intensity", "themes", "slots", "hours", "language_wish", "circumstances", "interests",
    "dislikes", "frequency", "term_months", "state", "opened_at", "ended_at", "ending",
)  # fmt: skip
MATCH = (
    "state", "activity", "frequency", "term_months", "boundaries", "absence", "met_on",
    "signed_on", "active_since", "ended_at", "end_reason",
)  # fmt: skip
VOLUNTEERING = (
    "kinds", "description", "type", "slots", "hours", "max_km", "places", "trainings",
    "objections", "interests", "dislikes", "max_intensity", "vog", "vog_issued_on", "vog_seen_on",
    "vog_until", "permission", "agreed_on", "state", "applied_at",
)  # fmt: skip
SIGNAL = ("about", "words", "place", "state", "outcome", "noticed_at")
CONSENT = ("scope", "purpose", "state", "asked_at", "answered_at", "until")
FOOTING = ("occasion", "asked_on", "in_hand", "seen", "enough", "state")
REQUEST = ("kind", "words", "state", "asked_at", "answer")


def own_file(actor: Actor) -> dict[str, Any]:
    """Collect it room by room, each part as this person may see it herself."""
    me = people.myself(actor)
    given = offers.mine(actor)
    return {
        "soort": "Alles wat Kruispunt van u bewaart",
        "gemaakt_op": actor.at,
        "persoon": _told(me, PERSON),
        "mensen_om_u_heen": [
            {"naam": one.other.given_name, "relatie": one.kind, "zorgt": one.cares}
            for one in people.network(actor, me.pk)
        ],
        "vragen": _all(questions.asked_by(actor, me.pk), QUESTION),
        "ingesproken": [_spoken(one) for one in recordings.spoken_by(actor, me.pk)],
        "koppelingen": _all(answers.matches(actor).order_by("pk"), MATCH),
        "hoe_u_ervoor_staat": _all(footing.my_footings(actor), FOOTING),
        "vrijwilliger": _told(given, VOLUNTEERING) if given else None,
        "doorgegeven": _all(questions.signals(actor).filter(brought_by_id=me.pk), SIGNAL),
        "toestemmingen": _all(people.consents(actor, me.pk), CONSENT),
        "verzoeken": _all(people.rights_requests(actor).filter(person_id=me.pk), REQUEST),
        "wie_keek": [
            {"wie": one.name, "rol": one.role, "wanneer": one.at, "waarom": one.ground}
            for one in people.who_looked(actor, me.pk)
        ],
    }


def _spoken(row: Any) -> dict[str, Any]:  # noqa: ANN401  (a recording)
    """Her own voice, in letters that any program turns back into sound."""
    heard = recordings.sound_of(row)
    return {
        "ingesproken_op": row.spoken_at,
        "soort": heard.media_type if heard else "",
        "geluid_base64": b64encode(heard.content).decode() if heard else "",
    }


def _all(rows: Iterable[Any], names: tuple[str, ...]) -> list[dict[str, Any]]:
    return [_told(row, names) for row in rows]


def _told(row: Any, names: tuple[str, ...]) -> dict[str, Any]:  # noqa: ANN401  (a row of a room)
    return {name: getattr(row, name) for name in names}
