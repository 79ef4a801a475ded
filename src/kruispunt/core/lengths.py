"""How long each thing may take and how much there is of it, where a municipality sets nothing."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

STANDARD: Final[Mapping[str, int]] = MappingProxyType(
    {
        # Signal (SM-1).
        "signal.handed_in": 2,
        "signal.feed_back": 10,
        # Question (SM-2).
        "question.new": 2,
        "question.contacted": 5,
        "question.clarified": 2,
        "question.triaged": 2,
        "question.search.licht": 5,
        "question.search.intensief": 20,
        "question.search.zeer_intensief": 40,
        "question.formal": 5,
        "question.with_team": 3,
        "question.update": 20,
        "question.close": 5,
        # The neighbourhood (SM-9).
        "liveability.raised": 3,
        "liveability.answer": 20,
        # The receipt of a notification: at once, says the law (WMO-02).
        "wmo.confirm": 2,
        # Whoever did not sign in for long says whether the account stays (RET-17).
        "account.answer": 20,
        # Who was named in a household is asked herself (D7).
        "household.named": 10,
        # Odd job (SM-12): tested, planned, and afterwards asked whether it was good (CHK-01).
        "odd_job.requested": 2,
        "odd_job.tested": 5,
        "odd_job.done": 3,
        "question.odd_job": 10,
        # A place in a group that fell free is held so long for the first in line (K22).
        "enrolment.answer": 3,
        # Help from the own circle: can they keep it up?
        "own_help.keep_up": 30,
        # Volunteer (SM-3).
        "volunteer.applied": 2,
        "volunteer.meeting": 7,
        "volunteer.deployable": 5,
        "volunteer.available": 20,
        # Whoever rests is called when eight weeks are over, and not before (CAP-02).
        "volunteer.paused": 40,
        # Her match ended early: first a talk, and nothing new is proposed until then (MAT-07).
        "volunteer.reflection": 5,
        # Does the profile still hold (D49)? Silence after this means: call, and propose nothing.
        "volunteer.confirm": 10,
        # Match (SM-4).
        "invitation.answer": 5,
        "match.answer": 5,
        "match.introduction": 10,
        # Referral (SM-5).
        "referral.take_on": 3,
        "referral.offer": 10,
        "referral.deliver": 10,
        "referral.explain": 2,
        # Escalation (SM-8).
        "escalation.reported": 2,
        "escalation.clear": 5,
        "escalation.invited": 15,
        "escalation.carry_out": 20,
        # A service that is made (SM-10b).
        "development.need": 20,
        "development.design": 60,
        "development.pilot": 90,
        # A concern: the same day, or the next working day (MLD-06).
        "safety.acute": 0,
        "safety.other": 1,
        # How is the volunteer herself? Asked again each quarter (SIG-02).
        "wellbeing.again": 65,
        # Somebody whose seat ends hands on what lies with her, so long before the day (D51).
        "seat.hand_on": 10,
        # What a partner knows is looked at again after a year, and then within a month (A19).
        "knowledge.review": 250,
        "knowledge.answer": 20,
        # Who was put forward as an ambassador is called, and called again (D13).
        "nomination.call": 5,
        "nomination.again": 3,
        # How does a resident stand? Two weeks to answer, asked again each half year (C15).
        "footing.answer": 10,
        "footing.again": 125,
        # Intervision: a first day within four weeks, and then at least four times a year (CHK-01);
        # whoever stays away is called within five days (A21).
        "intervision.first": 20,
        "intervision.again": 40,
        "intervision.call": 5,
        # Looking back, saying goodbye, and care after a death: two weeks (CHK-03, SIG-03).
        "evaluation.end": 10,
        "match.farewell": 10,
        "match.aftercare": 10,
        # Does a step to less help still hold six weeks later (C13)?
        "step_down.check": 30,
        # Lateness is amber at once, and after this the process manager hears it.
        "work.long_late": 5,
        # Answer of a professional to a volunteer (TRI-06).
        "advice.answer": 5,
        # Hybrid trajectory (SM-6): ten days to choose who starts, twenty to start (HYB-02).
        "trajectory.reported": 10,
        "trajectory.talked": 10,
        "trajectory.indicated": 5,
        "trajectory.consulting": 10,
        "trajectory.starter_chosen": 20,
        "trajectory.started": 10,
        "trajectory.reviewing": 10,
        "trajectory.warned": 5,
        # Carer (SM-13): first talk; a talk within four weeks, or contact within five days (INS-07).
        "carer.in_sight": 5,
        "carer.plan": 10,
        "carer.talk": 20,
        "carer.contact": 5,
        "carer.running": 65,
        # Guide (SM-7): first contact within three days, and never longer silent than fifteen.
        "guide.shown": 10,
        "guide.chosen": 3,
        "guide.silent": 15,
    }
)
"""How many working days something may take."""

AMOUNTS: Final[Mapping[str, int]] = MappingProxyType(
    {
        # Hours with the welfare coach in a calendar year (HYB-03); each municipality sets its own.
        "coach.hours_a_year": 12,
        # People of one house are seen together for so many months at most (D7, A5).
        "household.months": 6,
        # A match goes on for so many months at most, and then others go first (CAP-03); 0 is off.
        "match.max_term_months": 0,
        "match.rest_months": 24,
        # What a volunteer said about herself is asked after again (D49).
        "volunteer.confirm_months": 12,
        # Needed no more often than this, a question is light when nothing is heavy (TRI-02).
        "triage.few_times": 4,
        # An odd job takes no longer than this; more is work that is paid (SM-12).
        "odd_job.hours": 2,
        # Asking again: eight weeks after a heavy outcome (INS-07), else three months (INS-05).
        "carer.recheck_weeks": 8,
        "carer.measure_months": 3,
        # What was learned counts for so many years (SM-10).
        "training.valid_years": 3,
        # Figures are shown from so many people on (PRV-16).
        "figures.least": 10,
        # Signals this many days apart are not compared: are they about the same person (SM-1)?
        "signal.same_days": 60,
        # A question that is spoken: so many megabytes at most, and the recorder on the page stops.
        "recording.megabytes": 8,
        "recording.minutes": 3,
        # So many recordings lie here at most; whoever comes then types, calls or comes by.
        "recording.waiting": 100,
        # So many forms of who is not signed in from one place in so many minutes; a library or
        # the Startpunt is one place for many.
        "knock.forms": 30,
        "knock.minutes": 15,
        # A sealed address shows for so many hours, to the one who asked (S27).
        "unsealing.hours": 24,
        # So many guides to choose from at least, where there are that many (OCO-04).
        "guide.suggestions": 3,
        # What each early sign weighs, and from how many points somebody calls: amber within five
        # working days, red within two (SIG-01, A21). Nought leaves a sign out.
        "sign.amber": 3,
        "sign.red": 6,
        "sign.contact": 3,
        "sign.not_met": 3,
        "sign.class_went_up": 3,
        "sign.unanswered": 2,
        "sign.costs_more": 2,
        "sign.less_than_agreed": 2,
        "sign.met_too_little": 2,
        "sign.called_off": 1,
        "sign.backup_silent": 2,
        "sign.backup_left": 2,
        "sign.life_changed": 2,
        "sign.wishes_dropped": 1,
        "sign.unlearned": 1,
        "sign.too_much": 6,
        "sign.feels_low": 3,
        "sign.silent": 2,
        "sign.heavy_mix": 2,
        "sign.unhelped": 2,
        "sign.missed_intervision": 1,
        "sign.full": 1,
        # Days of silence, days without learning, and soft wishes that were dropped (MAT-06).
        "sign.silent_days": 14,
        # So many fixed days called off in so many days are a sign (K11).
        "sign.called_off_times": 3,
        "sign.called_off_days": 42,
        "sign.learning_days": 182,
        "sign.wishes": 2,
        # Lead times are read of what began in so many days (D31).
        "lead_time.days": 365,
        # A group comes together at least so many times a year (CHK-01).
        "intervision.a_year": 4,
        # So many times in a row not at intervision asks for a call (A21).
        "intervision.missed": 2,
        # An evaluation at least every three months (HYB-04).
        "trajectory.evaluate_weeks": 13,
        # Nobody is disturbed early, late, on Sundays (0 is no) or holidays, or too often; who must
        # answer before a day has so many working days left when the letter comes.
        "letters.from_hour": 8,
        "letters.until_hour": 20,
        "letters.on_sundays": 0,
        "letters.on_holidays": 0,
        "letters.a_day": 3,
        "letters.a_week": 7,
        "letters.days_to_answer": 2,
        # Who goes first in a matching round: by worth, or (1) who waits longest; else the points
        # that the first ones served in a neighbourhood add. And whether (1) each question of a
        # volunteer gets a slot of its own.
        "round.longest_first": 0,
        "round.neighbourhood_bonus": 0,
        "round.own_slots": 0,
    }
)
"""How much there is of something, or how often, where a municipality sets no number itself."""

LEGAL: Final[Mapping[str, int]] = MappingProxyType(
    {
        "wmo.plan": 7,  # the resident may hand in a plan of her own
        "wmo.investigation": 42,
        "wmo.decision": 14,
        "wmo.objection": 42,
        "rights.answer": 30,  # an answer about one's own data: one month (AVG, art. 12)
    }
)
"""How many calendar days the law gives (WMO-02); a term never ends on a day off."""
