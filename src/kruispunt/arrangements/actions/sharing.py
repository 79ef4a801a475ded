"""Bringing a question to an organisation with a yes that was said at the desk or by phone."""

from datetime import timedelta

from kruispunt.arrangements import permits
from kruispunt.arrangements.actions.referring import refer
from kruispunt.arrangements.actions.steps import arrangement_of
from kruispunt.arrangements.actions.steps_own_first import gives_formal_help, refuse_when_too_heavy
from kruispunt.arrangements.models import Referral
from kruispunt.base.actor import Actor
from kruispunt.base.steps import keep, may_begin
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
    """Note that the resident agreed to share this, and bring it there: after the own circle."""
    may_begin(actor, permits.REFER)
    arrangement = arrangement_of(actor, question_id)
    refuse_when_too_heavy(
        arrangement,
        formal=gives_formal_help(actor, organisation_id, service_id),
        to_an_organisation=True,
        why=why,
    )
    if why:
        arrangement.why_formal = why
        keep(arrangement)
    _note_the_yes(actor, question_id, organisation_id)
    return refer(
        actor,
        question_id,
        organisation_id=organisation_id,
        service_id=service_id,
        meets=meets,
        words=words,
        why=why,
    )


def _note_the_yes(actor: Actor, question_id: int, organisation_id: int) -> None:
    """What was said at the desk or by phone counts for a year, for this organisation (PRV-04)."""
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
