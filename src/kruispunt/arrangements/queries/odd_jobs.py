"""Reading odd jobs: those of the desk, the one I come for, and the word in a letter (SM-12)."""

from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from django.db.models import F, QuerySet
from django.utils import timezone

from kruispunt.arrangements.models import OddJob
from kruispunt.arrangements.permits import odd_jobs as permits
from kruispunt.arrangements.states.odd_jobs import ODD_JOB_OVER, OddJobState
from kruispunt.base.actor import Actor
from kruispunt.base.letter_words import LetterWord
from kruispunt.base.roles import Role
from kruispunt.base.terms import amount
from kruispunt.base.work import Pile
from kruispunt.core import odd_jobs as rules

WORD = LetterWord("kruispunt.arrangements.odd_job", OddJob, "arrangement__question__asked_by_id")
J = OddJobState
STEPS = {
    J.REQUESTED: "Toets deze klus",
    J.TESTED: "Plan iemand voor deze klus",
    J.PLANNED: "Kijk of de klus gedaan is",
    J.DONE: "Vraag of de klus goed is",
}
FOR_HANDYMAN = {J.PLANNED: "Doe deze klus, en meld dat hij klaar is"}
FOR_RESIDENT = {J.DONE: "Is de klus goed gedaan? Zeg het ons"}


@dataclass(frozen=True, slots=True)
class Door:
    """What who comes by may know: a first name, the door and the telephone (PRV-05)."""

    name: str
    address: str
    phone: str


@dataclass(frozen=True, slots=True)
class Counted:
    """What odd jobs brought in a year: how many, how many hours, and how soon."""

    done: int
    satisfied: int
    hours: Decimal
    days: float | None


def odd_jobs(actor: Actor) -> QuerySet[OddJob]:
    """Odd jobs this actor may see, what is due first on top."""
    rows = OddJob.objects.select_related(
        "arrangement__question__asked_by__neighbourhood", "volunteering__person", "tested_by"
    )
    return permits.READ_ODD_JOB.narrow(rows, actor).order_by(F("due_on").asc(nulls_last=True), "pk")


def open_odd_jobs(actor: Actor) -> QuerySet[OddJob]:
    return odd_jobs(actor).exclude(state__in=sorted(ODD_JOB_OVER))


def odd_job(actor: Actor, job_id: int) -> OddJob:
    return odd_jobs(actor).get(pk=job_id)


def jobs_i_come_for(actor: Actor) -> QuerySet[OddJob]:
    """Jobs I said yes to and did not do yet, the first day first."""
    rows = OddJob.objects.select_related("arrangement__question__asked_by")
    return permits.VISIT_FOR_ODD_JOB.narrow(rows, actor).order_by("on", "pk")


def door_of(job: OddJob) -> Door:
    """Where a job is; a sealed address is heard from the resident herself, on the telephone."""
    who = job.arrangement.question.asked_by
    street = who.shown_street
    address = f"{street}, {who.postcode} {who.city}".strip(", ") if street else ""
    return Door(who.given_name, address, who.phone)


def verdict_of(actor: Actor, job: OddJob) -> rules.Verdict | None:
    """How a job was tested, line by line."""
    if job.hours is None:
        return None
    answers = rules.OddJob(
        for_whom=job.for_whom,
        hours=job.hours,
        certified=bool(job.certified),
        paid_work=bool(job.paid_work),
        materials_only=bool(job.materials_only),
    )
    return rules.judge(answers, amount(actor, "odd_job.hours"))


def most_hours(actor: Actor) -> int:
    """How long an odd job may take here (a dated setting of the municipality)."""
    return amount(actor, "odd_job.hours")


def counted_odd_jobs(actor: Actor, year: int) -> Counted:
    """What was done this year, how residents found it, and in how many days (B15)."""
    done = odd_jobs(actor).filter(done_on__year=year).order_by()
    rows = list(done.values_list("minutes", "satisfied", "requested_at", "done_on"))
    days = [(on - timezone.localdate(asked)).days for _, _, asked, on in rows if on]
    return Counted(
        len(rows),
        sum(satisfied == "yes" for _, satisfied, _, _ in rows),
        Decimal(sum(minutes or 0 for minutes, _, _, _ in rows)) / 60,
        median(days) if days else None,
    )


def odd_job_link(job: OddJob) -> str:
    return WORD.write(job)


def odd_job_by_link(word: str) -> tuple[int, int, int]:
    """Read a word from a letter: the job, who may say how it was, and the municipality."""
    return WORD.read(word)


def of_odd_jobs(actor: Actor) -> list[Pile]:
    """Jobs wait for the desk, for who comes by, and for the resident's word."""
    if actor.is_a(Role.WORKER):
        question = "arrangement__question"
        pile = Pile("odd_job", "odd_job", STEPS, odd_jobs(actor), whose=f"{question}__asked_by",
                    words="words", worker=f"{question}__worker")  # fmt: skip
        return [pile]
    mine = odd_jobs(actor).filter(arrangement__question__asked_by_id=actor.person_id or 0)
    coming = jobs_i_come_for(actor)
    return [
        Pile("odd_job", "my_odd_job", FOR_HANDYMAN, coming, due="on", words="words"),
        Pile("odd_job", "how_was_it", FOR_RESIDENT, mine, words="words"),
    ]
