"""What happens to answers because time passed: reminders, alarms, escalations."""

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.models.escalation import Cause
from kruispunt.base.actor import Actor
from kruispunt.questions import queries as questions


def chase_referrals(actor: Actor) -> None:
    """An organisation that says nothing is reminded once; then the process manager hears it."""
    for referral_id in queries.referrals_overdue(actor):
        actions.chase(actor, referral_id)


def ask_how_it_goes(actor: Actor) -> None:
    """Both sides are asked on the planned day; two weeks of silence is a sign."""
    for check_in_id in queries.check_ins_to_miss(actor):
        actions.miss_check_in(actor, check_in_id)
    for check_in_id in queries.check_ins_to_ask(actor):
        actions.ask_check_in(actor, check_in_id)


def escalate_overdue(actor: Actor) -> None:
    """A question whose term is over goes to the process manager by itself (D26)."""
    for question_id in questions.overdue_searches(actor):
        actions.report(actor, question_id, cause=Cause.NO_MATCH)
