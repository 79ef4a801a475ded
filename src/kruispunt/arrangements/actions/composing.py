"""Putting an answer together: a person chooses the parts, and each is set in motion (D19)."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError

from kruispunt.arrangements.actions.own_circle import start_own_help
from kruispunt.arrangements.actions.sharing import refer_with_yes
from kruispunt.arrangements.actions.steps import arrangement_of
from kruispunt.arrangements.actions.steps_own_first import refuse_when_too_heavy
from kruispunt.arrangements.actions.steps_when_running import answer_runs
from kruispunt.arrangements.actions.taking_part import enrol
from kruispunt.arrangements.models import Arrangement
from kruispunt.arrangements.permits import parts as permits
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.steps import keep
from kruispunt.base.verbs import action
from kruispunt.core.triage import DEPENDENT
from kruispunt.matching import actions as matching
from kruispunt.questions import actions as questions
from kruispunt.questions.states import FOR_VOLUNTEERS, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An organisation in the mix: which service of it, and which needs that meets."""

    organisation_id: int
    service_id: int
    meets: tuple[str, ...]
    formal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """What a person chose: by whom, where, in which words, and why when care is in it."""

    own_help_ids: tuple[int, ...] = ()
    activities: tuple[tuple[int, tuple[str, ...]], ...] = ()
    volunteering_ids: tuple[int, ...] = ()
    organisations: tuple[Asked, ...] = ()
    words: str = ""
    agrees: bool = False
    why: str = ""


@action
def compose(actor: Actor, question_id: int, *, chosen: Composition) -> Arrangement:
    """Set every chosen part in motion; informal first, and formal help with its reason (D5)."""
    arrangement = arrangement_of(actor, question_id)
    permits.COMPOSE.require(actor, arrangement)
    _refuse_what_does_not_hold(arrangement, chosen)
    _take_the_way(actor, arrangement, chosen)
    if chosen.why:
        arrangement.why_formal = chosen.why
        keep(arrangement)
    for own_help_id in chosen.own_help_ids:
        start_own_help(actor, own_help_id)
    for activity_id, meets in chosen.activities:
        enrol(actor, question_id, activity_id=activity_id, meets=meets)
    if chosen.volunteering_ids:
        matching.invite(
            actor, question_id, volunteering_ids=chosen.volunteering_ids, words=chosen.words
        )
    for asked in chosen.organisations:
        refer_with_yes(
            actor,
            question_id,
            organisation_id=asked.organisation_id,
            service_id=asked.service_id,
            meets=asked.meets,
            words=chosen.words,
            why=chosen.why,
        )
    arrangement.question.refresh_from_db()
    answer_runs(actor.through("arrangements"), arrangement)
    journal.write(
        actor,
        "arrangement.compose",
        arrangement,
        person_id=arrangement.question.asked_by_id,
        own_help=len(chosen.own_help_ids),
        activities=len(chosen.activities),
        volunteers=len(chosen.volunteering_ids),
        organisations=len(chosen.organisations),
    )
    return arrangement


def _refuse_what_does_not_hold(arrangement: Arrangement, chosen: Composition) -> None:
    """Rule 5.1, the own circle first (D45), a reason with formal help (D5), and a yes (PRV-04)."""
    question = arrangement.question
    if not any(
        (
            chosen.own_help_ids,
            chosen.activities,
            chosen.volunteering_ids,
            chosen.organisations,
        )
    ):
        raise ValidationError("Kies ten minste één onderdeel.")
    formal = any(asked.formal for asked in chosen.organisations)
    refuse_when_too_heavy(
        arrangement,
        formal=formal,
        to_an_organisation=bool(chosen.organisations),
        why=chosen.why,
    )
    if chosen.organisations and not chosen.agrees:
        raise ValidationError({"agrees": "Zonder ja van de inwoner delen we niets."})
    leads = question.self_reliance == DEPENDENT or question.formal_leads
    if leads and not (chosen.organisations or arrangement.referrals.exists()):
        raise ValidationError("Bij deze vraag leidt een beroepskracht. Kies ook een organisatie.")


def _take_the_way(actor: Actor, arrangement: Arrangement, chosen: Composition) -> None:
    """The way follows from what was chosen: a volunteer, an organisation, or both together."""
    question = arrangement.question
    inside = actor.through("arrangements")
    only_volunteers = not (chosen.organisations or chosen.activities or chosen.own_help_ids)
    if only_volunteers and question.state in FOR_VOLUNTEERS:
        return
    if only_volunteers and not question.formal_leads:
        questions.search(inside, question.pk)
    elif question.state not in FOR_VOLUNTEERS or (
        chosen.organisations and question.state != State.COMBINING
    ):
        questions.combine(inside, question.pk)
    question.refresh_from_db()
