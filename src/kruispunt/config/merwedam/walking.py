"""What happens in Merwedam because time passed: the rounds that watch terms are walked each day."""

from datetime import datetime, timedelta

from kruispunt.arrangements import jobs as answers
from kruispunt.arrangements.queries import escalations
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.getting_stuck import Stuck
from kruispunt.config.merwedam.town import Town
from kruispunt.matching import jobs as invitations
from kruispunt.offers import jobs as offers
from kruispunt.people import jobs as people
from kruispunt.safety import jobs as safety

DAYS_WALKED = 75
# What is asked of people (how it goes, how they are) is told in the lives of those people.
WALKED = (
    people.expire_consents,
    offers.age_entries,
    invitations.expire_invitations,
    answers.chase_referrals,
    answers.warn_teams,
    answers.invite_to_choose_guides,
    answers.remind_guides,
    answers.escalate_overdue,
    answers.reach_terms,
    safety.sound_alarms,
)
# What was escalated so lately lies with Petra still; the rest she solved.
STILL_OPEN = timedelta(days=4)


def the_rounds_are_walked(town: Town) -> None:
    """Plan a walk for every working day of the last months, and one just before now."""
    throw, calendar = dice("rounds"), town.story.calendar
    moments = {calendar.days_ago(days, throw) for days in range(DAYS_WALKED, 0, -1)}
    last = calendar.now - timedelta(minutes=1)
    for moment in (*sorted(moments), last):
        town.story.at(moment, lambda at: _walk(town, at))
    # Before anybody looks: who is to be asked today, and who kept silent long ago.
    town.story.at(last, lambda at: answers.ask_how_it_goes(town.system(at)))


def _walk(town: Town, at: datetime) -> None:
    system = town.system(at)
    for walk in WALKED:
        walk(system)
    petra = town.act("Petra", at)
    for stuck in escalations(petra).filter(reported_at=at, reported_by=None):
        solved = town.story.calendar.now - at > STILL_OPEN
        throw = dice(f"escalation {stuck.question_id}")
        Stuck(town, stuck.question_id, throw, solved=solved).reach_petra(at)
