"""The way in to a dossier: a page that opens one leaves a line in the journal, once in a while.

Pages ask here, never the room's query itself: whoever forgets to leave a line cannot open one.
"""

from collections.abc import Callable
from typing import Any

from kruispunt.arrangements import queries as answers
from kruispunt.arrangements.actions import looking as looking_at_answers
from kruispunt.arrangements.queries import odd_jobs
from kruispunt.base.actor import Actor
from kruispunt.base.looking import looked_lately, not_looked_lately
from kruispunt.offers import actions as looking_at_offers
from kruispunt.offers import queries as offers
from kruispunt.people import actions as looking_at_people
from kruispunt.people.actions import nominating
from kruispunt.people.queries import households, nominations
from kruispunt.questions import actions as looking_at_questions
from kruispunt.questions import queries as questions
from kruispunt.questions.queries import neighbourhood, recordings
from kruispunt.safety import actions as looking_at_concerns
from kruispunt.safety import queries as concerns

# Rows of rooms, which doors know by what is on them and not by name.
type Row = Any


def question(actor: Actor, question_id: int) -> Row:
    found = questions.one(actor, question_id)
    return _seen(actor, found, found.asked_by_id, looking_at_questions.look_into)


def signal(actor: Actor, signal_id: int) -> Row:
    """A signal says nobody's name, but for who said yes to that; then it is about her."""
    found = neighbourhood.signal(actor, signal_id)
    return _seen(actor, found, found.named_id, looking_at_questions.look_into_signal)


def recording(actor: Actor, recording_id: int) -> Row:
    """A question in somebody's own voice: who listens leaves a line, as who reads does."""
    found = recordings.one(actor, recording_id)
    return _seen(actor, found, recordings.of_whom(found), looking_at_questions.look_into_recording)


def volunteer(actor: Actor, volunteering_id: int) -> Row:
    found = offers.one(actor, volunteering_id)
    return _seen(actor, found, found.person_id, looking_at_offers.look_into_volunteer)


def match(actor: Actor, match_id: int) -> Row:
    found = answers.match(actor, match_id)
    return _seen(actor, found, _asker(found), looking_at_answers.look_into_match)


def referral(actor: Actor, referral_id: int) -> Row:
    found = answers.referral(actor, referral_id)
    return _seen(actor, found, _asker(found), looking_at_answers.look_into_referral)


def odd_job(actor: Actor, job_id: int) -> Row:
    found = odd_jobs.odd_job(actor, job_id)
    return _seen(actor, found, _asker(found), looking_at_answers.look_into_odd_job)


def trajectory(actor: Actor, trajectory_id: int) -> Row:
    found = answers.trajectory(actor, trajectory_id)
    return _seen(actor, found, _asker(found), looking_at_answers.look_into_trajectory)


def evaluation(actor: Actor, evaluation_id: int) -> Row:
    found = answers.evaluation(actor, evaluation_id)
    return _seen(actor, found, _asker(found), looking_at_answers.look_into_evaluation)


def step(actor: Actor, step_id: int) -> Row:
    found = answers.step_down(actor, step_id)
    return _seen(actor, found, _asker(found), looking_at_answers.look_into_step)


def escalation(actor: Actor, escalation_id: int) -> Row:
    found = answers.escalation(actor, escalation_id)
    asker = found.question.asked_by_id
    return _seen(actor, found, asker, looking_at_answers.look_into_escalation)


def beside(actor: Actor, contact_id: int) -> Row:
    """What a resident and her guide wrote down, for the guide she chose."""
    found = answers.beside_whom(actor).get(pk=contact_id)
    return _seen(actor, found, found.resident_id, looking_at_answers.look_into_guide_contact)


def carer(actor: Actor, case_id: int) -> Row:
    found = answers.carer(actor, case_id)
    return _seen(actor, found, found.carer_id, looking_at_answers.look_into_carer)


def concern(actor: Actor, concern_id: int) -> Row:
    """What someone worries about: a line too, in nobody's dossier."""
    found = concerns.concern(actor, concern_id)
    if concerns.is_officer(actor) and not looked_lately(actor, found):
        looking_at_concerns.look_into_concern(actor, concern_id)
    return found


def _asker(found: Row) -> int:
    return int(found.arrangement.question.asked_by_id)


def _seen(
    actor: Actor, found: Row, person_id: int | None, look: Callable[[Actor, int], object]
) -> Row:
    """Leave a line, but not for one's own dossier, and not for each page of the same one."""
    whose = {None, actor.person_id}
    if person_id not in whose and not looked_lately(actor, found):
        look(actor, found.pk)
    return found


def nomination(actor: Actor, nomination_id: int) -> Row:
    """Whom to call because a professional put her forward."""
    found = nominations.to_call(actor).get(pk=nomination_id)
    return _seen(actor, found, found.person_id, nominating.look_into_nomination)


def household(actor: Actor, household_id: int) -> tuple[Row, list[Row]]:
    """A house and who agreed to be seen there; each of them can read that somebody looked."""
    found = households.household(actor, household_id)
    housemates = households.shown_housemates(actor, found)
    others = [one for one in housemates if one.person_id != actor.person_id]
    if not_looked_lately(actor, others):
        looking_at_people.look_into_household(actor, household_id)
    return found, housemates
