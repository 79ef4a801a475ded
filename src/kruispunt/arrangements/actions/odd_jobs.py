"""What happens with an odd job: asked, tested by rule, planned, done, and was it good? (SM-12)."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError

from kruispunt.arrangements.actions import letters_of_odd_jobs as letters
from kruispunt.arrangements.actions.steps import arrangement_of
from kruispunt.arrangements.actions.steps_of_odd_jobs import (
    bring_to_handyman,
    look_again_for,
    move_job,
    take_job,
)
from kruispunt.arrangements.actions.steps_when_running import answer_runs, part_ended
from kruispunt.arrangements.models import OddJob
from kruispunt.arrangements.permits import odd_jobs as permits
from kruispunt.arrangements.states.odd_jobs import OddJobState
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep, named
from kruispunt.base.terms import amount, due
from kruispunt.base.verbs import action
from kruispunt.core import odd_jobs as rules
from kruispunt.matching import queries as scales
from kruispunt.people.actions import Particulars
from kruispunt.questions import actions as questions
from kruispunt.questions import queries as asks
from kruispunt.questions.states import ENDED


class NotHandy(ImpossibleMove):
    """This volunteer does not pass the hard rules for this job; the candidates say which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One visit: who comes, on which day, and what the materials may cost."""

    volunteering_id: int
    on: date
    part: str
    materials: Decimal


@action
def ask_odd_job(
    actor: Actor, *, who: Particulars, words: str, kind: str, asked_in: str = ""
) -> OddJob:
    """Somebody at the door has a small job: who it is and what must be done, in one go."""
    question = questions.ask(actor, who=who, words=words, asked_in=asked_in)
    return request_odd_job(actor, question.pk, words=words, kind=kind)


@action
def request_odd_job(actor: Actor, question_id: int, *, words: str, kind: str) -> OddJob:
    """Note that a question asks for a small job; nobody comes before it is tested."""
    if actor.person_id is not None:  # at the public door there is nothing to see yet
        asks.one(actor, question_id)
    arrangement = arrangement_of(actor, question_id)
    permits.REQUEST_ODD_JOB.require(actor, arrangement)
    if arrangement.question.state in ENDED:
        raise ImpossibleMove("Deze vraag is al klaar. Maak een nieuwe vraag.")
    job = keep(
        OddJob(
            municipality_id=actor.municipality_id,
            arrangement=arrangement,
            kind=kind,
            words=words,
            requested_at=actor.at,
            state_since=actor.at,
            due_on=due(actor, "odd_job.requested"),
        )
    )
    asker = arrangement.question.asked_by_id
    journal.write(actor, "odd_job.request", job, person_id=asker, kind=kind)
    return job


@action
def judge_odd_job(
    actor: Actor,
    job_id: int,
    *,
    answers: rules.OddJob,
    self_reliance: int,
    fits: bool | None = None,
    reason: str = "",
) -> OddJob:
    """Test a job by the rules; a named person confirms, or decides otherwise with a reason."""
    job = take_job(actor, job_id, permits.JUDGE_ODD_JOB)
    verdict = rules.judge(answers, amount(actor, "odd_job.hours"))
    chosen = verdict.fits if fits is None else fits
    if chosen != verdict.fits and not reason.strip():
        raise ValidationError({"reason": "U wijkt af van het voorstel. Schrijf op waarom."})
    for field in fields(answers):
        setattr(job, field.name, getattr(answers, field.name))
    job.broken = [line.rule for line in verdict.lines if line.bites]
    job.tested_by_id, job.reason = named(actor), reason
    verb = "accept_odd_job" if chosen else "find_unfit"
    job.due_on = due(actor, "odd_job.tested") if chosen else None
    moved = move_job(actor, job, verb, proposed=verdict.fits, broken=job.broken)
    bring_to_handyman(actor, moved, fits=chosen, self_reliance=self_reliance)
    return moved


@action
def plan_odd_job(actor: Actor, job_id: int, *, visit: Visit) -> OddJob:
    """Agree on one visit: both said yes to the day, and to what the materials may cost."""
    job = take_job(actor, job_id, permits.PLAN_ODD_JOB)
    if visit.on < actor.today:
        raise ValidationError({"on": "Kies een dag die nog komt."})
    question_id = job.arrangement.question_id
    if not scales.fits(actor, question_id, visit.volunteering_id):
        raise NotHandy("Deze vrijwilliger past niet bij deze klus. Kies iemand uit de lijst.")
    before = job.volunteering
    for field in fields(visit):
        setattr(job, field.name, getattr(visit, field.name))
    job.due_on = visit.on
    moved = move_job(actor, job, "plan_odd_job", on=visit.on)
    moved.refresh_from_db()
    if before is not None and before.pk != moved.volunteering_id:
        letters.not_needed(actor, moved, before.person_id)
    letters.planned(actor, moved)
    answer_runs(actor.through("arrangements"), moved.arrangement)
    return moved


@action
def hand_back_odd_job(actor: Actor, job_id: int) -> OddJob:
    """Who would come cannot: the desk looks for somebody else, and the resident hears that."""
    job = take_job(actor, job_id, permits.HAND_BACK_ODD_JOB)
    letters.later(actor, job)
    job.volunteering = job.on = None
    return look_again_for(actor, job, "hand_back_odd_job")


@action
def finish_odd_job(
    actor: Actor, job_id: int, *, minutes: int, materials: Decimal | None = None
) -> OddJob:
    """The job is done; now we ask whether it is good, by letter, by telephone or on paper."""
    job = take_job(actor, job_id, permits.FINISH_ODD_JOB)
    job.done_on, job.minutes = actor.today, minutes
    if materials is not None:
        job.materials = materials
    job.due_on = due(actor, "odd_job.done")
    moved = move_job(actor, job, "finish_odd_job", minutes=minutes)
    letters.was_it_good(actor, moved)
    return moved


@action
def hear_odd_job(actor: Actor, job_id: int, *, satisfied: str, said: str = "") -> OddJob:
    """Hear how the resident finds it; what is not good yet is done once more."""
    job = take_job(actor, job_id, permits.HEAR_ODD_JOB)
    job.satisfied, job.said = satisfied, said
    letters.heard(actor, job)
    if satisfied == "no":
        return look_again_for(actor, job, "come_again")
    job.due_on = None
    moved = move_job(actor, job, "hear_odd_job", satisfied=satisfied)
    part_ended(actor.through("arrangements"), moved.arrangement, planned=True, why="odd_job")
    return moved


@action
def cancel_odd_job(actor: Actor, job_id: int, *, reason: str = "") -> OddJob:
    """It is not needed any more. One can always stop, without saying why."""
    job = take_job(actor, job_id, permits.CANCEL_ODD_JOB)
    comes = job.volunteering if job.state == OddJobState.PLANNED else None
    job.reason, job.due_on = reason or job.reason, None
    moved = move_job(actor, job, "cancel_odd_job")
    if comes is not None:
        letters.not_needed(actor, moved, comes.person_id)
    part_ended(actor.through("arrangements"), moved.arrangement, planned=True, why="odd_job")
    return moved
