"""Fatma's lamp on the stairs: a small job, told as often as a test needs it (SM-12)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kruispunt.arrangements.actions import odd_jobs as actions
from kruispunt.core import odd_jobs as rules
from tests import story

LAMP = rules.OddJob(
    for_whom="ouder",
    hours=Decimal("0.5"),
    certified=False,
    paid_work=False,
    materials_only=True,
)
HANDY = replace(story.NOORS_PROFILE, kinds=("KLUS_HUIS",), slots=())
TUESDAY = date(2026, 11, 10)


def requested(fatma, wim):
    """Fatma cannot reach the lamp."""
    question = story.asked(fatma, "De lamp op de trap is stuk, ik kan er niet bij")
    return actions.request_odd_job(
        wim.actor, question.pk, words="Een lamp vervangen op de trap", kind="KLUS_HUIS"
    )


def handyman(noor, els):
    """Noor does small jobs."""
    return story.available(noor, els, profile=HANDY)


def visit(handy, on=TUESDAY):
    return actions.Visit(volunteering_id=handy.pk, on=on, part="ochtend", materials=Decimal("7.50"))


def planned(fatma, noor, *, wim, els):
    """Tested, and Noor comes on Tuesday."""
    job = requested(fatma, wim)
    actions.judge_odd_job(wim.actor, job.pk, answers=LAMP, self_reliance=2)
    return actions.plan_odd_job(wim.actor, job.pk, visit=visit(handyman(noor, els)))
