"""Bringing a question to an organisation with a yes that was said at the desk or by phone."""

from datetime import timedelta

from kruispunt.arrangements.actions.referring import refer
from kruispunt.arrangements.models import Referral
from kruispunt.base.actor import Actor
from kruispunt.base.verbs import action
from kruispunt.people import actions as people
from kruispunt.people import queries as known
from kruispunt.questions import queries as questions

A_YEAR = timedelta(days=365)
PURPOSE = "Deze organisatie mag lezen wat er gevraagd is, om te kunnen helpen."


@action
def refer_with_yes(  # noqa: PLR0913  (to whom, which service, what it meets, in which words, why)
    actor: Actor,
    question_id: int,
    *,
    organisation_id: int,
    words: str,
    service_id: int | None = None,
    meets: tuple[str, ...] = (),
    why: str = "",
) -> Referral:
    """Note that the resident agreed to share this with an organisation, and bring it there."""
    asker = questions.one(actor, question_id).asked_by_id
    if not known.has_consent(
        actor, person_id=asker, scope="question", organisation_id=organisation_id
    ):
        consent = people.ask_consent(
            actor,
            person_id=asker,
            scope="question",
            purpose=PURPOSE,
            organisation_id=organisation_id,
        )
        people.give_consent(actor, consent.pk, until=actor.today + A_YEAR)
    return refer(
        actor,
        question_id,
        organisation_id=organisation_id,
        service_id=service_id,
        meets=meets,
        words=words,
        why=why,
    )
