"""Who may do what with an arrangement and its parts."""

from django.db.models import Q

from kruispunt.arrangements.states import SETTLED, UNANSWERED, UNDER_WAY
from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.parts import not_apart
from kruispunt.base.permits import (
    NO_ROW,
    Rows,
    either,
    in_my_area,
    permit,
    roles,
    until_long_closed,
)
from kruispunt.base.roles import SYSTEM, Role


def as_volunteer(actor: Actor) -> Q:
    """My own matches while they are asked or under way; at the end my access ends (ROL-03).

    A question that was withdrawn is over as well, wherever the match stood; and so it is from the
    day on which the two may never meet: that reads as a match that ended.
    """
    if actor.person_id is None:
        return NO_ROW
    return Q(
        volunteering__person_id=actor.person_id,
        state__in=sorted(UNANSWERED | UNDER_WAY),
        arrangement__question__ended_at__isnull=True,
    ) & not_apart(actor, "arrangement__question__asked_by")


def as_resident(actor: Actor) -> Q:
    if actor.person_id is None:
        return NO_ROW
    return Q(arrangement__question__asked_by_id=actor.person_id)


def whose_question(actor: Actor) -> Q:
    return NO_ROW if actor.person_id is None else Q(question__asked_by_id=actor.person_id)


def guiding(asker: str, ended: str, *names: str) -> Rows:
    """Rows of running cases for who guides them: in her own area, and for a while after the end."""
    place = f"{asker}__neighbourhood"
    worker = roles(*({Role.WORKER} & set(names)))
    return until_long_closed(either(worker, in_my_area(place, Role.COORDINATOR)), ended)


BOTH = (Role.WORKER, Role.COORDINATOR)
AROUND = guiding("question__asked_by", "closed_at", *BOTH)
GUIDED = guiding("arrangement__question__asked_by", "ended_at", *BOTH)
COORDINATED = guiding("arrangement__question__asked_by", "ended_at")
ON_PART = guiding("arrangement__question__asked_by", "arrangement__closed_at", *BOTH)
COORDINATED_PART = guiding("arrangement__question__asked_by", "arrangement__closed_at")
OF_MATCH = guiding("match__arrangement__question__asked_by", "match__ended_at")
GUIDES = roles(*BOTH)

READ = permit("arrangements.read", either(whose_question, AROUND), glimpses=(Drawer.SITUATION,))
APPROVE = permit("arrangements.approve", either(whose_question, AROUND), opens=NO_DRAWER)

READ_MATCH = permit(
    "arrangements.read_match",
    either(as_volunteer, as_resident, GUIDED),
    opens=(Drawer.REQUEST,),
    glimpses=(Drawer.MATCH_JOURNAL, Drawer.PROFILE),
)
# What a volunteer may know of the resident once both said yes: asked of a match, never of a person.
MEET_RESIDENT = permit(
    "arrangements.meet_resident",
    either(as_volunteer, GUIDED),
    glimpses=(Drawer.CONTACT, Drawer.SITUATION),
)


def of_my_pupil(actor: Actor) -> Q:
    """Matches of pupils whose internship I follow, until the school year ends (ROL-03)."""
    if actor.person_id is None or not actor.is_a(Role.SCHOOL):
        return NO_ROW
    return Q(
        volunteering__mentor_id=actor.person_id,
        volunteering__school_year_ends__gte=actor.today,
    )


# For the school: how many hours, and nothing of the resident or of how it goes.
READ_HOURS = permit("arrangements.read_hours", of_my_pupil, glimpses=(Drawer.MATCH_JOURNAL,))
# Counting shows no match, only how many and how long.
COUNT = permit(
    "arrangements.count",
    roles(Role.WORKER, Role.COORDINATOR, Role.PROCESS_MANAGER, Role.POLICY),
    counts=(Drawer.STATISTICS,),
)
PROPOSE = permit("arrangements.propose", GUIDES, opens=NO_DRAWER)
# Each side answers for itself; what is said by phone or at the desk is noted by whoever heard it.
AGREE_AS_VOLUNTEER = permit(
    "arrangements.agree_as_volunteer", either(as_volunteer, GUIDED), opens=NO_DRAWER
)
AGREE_AS_RESIDENT = permit(
    "arrangements.agree_as_resident", either(as_resident, GUIDED), opens=NO_DRAWER
)
DECLINE = permit("arrangements.decline", either(as_volunteer, as_resident, GUIDED), opens=NO_DRAWER)
INTRODUCE = permit("arrangements.introduce", GUIDED, opens=NO_DRAWER)
SIGN = permit("arrangements.sign", COORDINATED, fills=(Drawer.MATCH_JOURNAL,))
ACTIVATE = permit("arrangements.activate", COORDINATED, opens=NO_DRAWER)
RENEW = permit("arrangements.renew", COORDINATED, opens=NO_DRAWER)
PAUSE = permit("arrangements.pause", either(as_volunteer, as_resident, GUIDED), opens=NO_DRAWER)
RESUME = permit("arrangements.resume", COORDINATED, opens=NO_DRAWER)
# The house only puts a farewell on somebody's desk; people say goodbye (CAP-03).
REACH_TERM = permit("arrangements.reach_term", roles(SYSTEM), opens=NO_DRAWER)
WIND_DOWN = permit("arrangements.wind_down", COORDINATED, opens=NO_DRAWER)
END = permit("arrangements.end", COORDINATED, fills=(Drawer.MATCH_JOURNAL,))
LOOK_BACK = permit(
    "arrangements.look_back",
    either(as_volunteer, as_resident, COORDINATED),
    fills=(Drawer.MATCH_JOURNAL,),
)
CLOSE = permit("arrangements.close", AROUND, opens=NO_DRAWER)
CHASE = permit("arrangements.chase", roles(SYSTEM), opens=NO_DRAWER)


def as_contact(actor: Actor) -> Q:
    """What my organisation was asked, or I by name: a link in a letter knows me by name."""
    # Only the contact person answers for an organisation, not everyone who works there.
    if not actor.is_a(Role.CONTACT):
        return NO_ROW
    mine = Q(organisation_id__in=sorted(actor.organisation_ids))
    return mine if actor.person_id is None else mine | Q(contact_id=actor.person_id)


def referred_to(actor: Actor) -> Q:
    """Referrals to us, until a while after the question was closed (ROL-03)."""
    return until_long_closed(as_contact, "arrangement__question__ended_at")(actor)


def invited_to(actor: Actor) -> Q:
    """What got stuck and my organisation was invited to. Ask it of parties, not of a list."""
    return until_long_closed(as_contact, "escalation__question__ended_at")(actor)


def decided_for_us(actor: Actor) -> Q:
    """What was agreed or decided that my organisation does; the clear question, never who asks."""
    if not actor.is_a(Role.CONTACT):
        return NO_ROW
    ours = Q(responsible_id__in=sorted(actor.organisation_ids))
    contact = Q() if actor.person_id is None else Q(responsible__contact_id=actor.person_id)
    settled = Q(state__in=sorted(SETTLED))
    return settled & (ours | contact if contact else ours)


def ours_to_do(actor: Actor) -> Q:
    """The same, until a while after the question was closed (ROL-03)."""
    return until_long_closed(decided_for_us, "question__ended_at")(actor)


STARTPUNT = roles(Role.WORKER)
# What got stuck in a case is out of sight of the desk with the case itself (ROL-03).
STUCK_HERE = until_long_closed(STARTPUNT, "question__ended_at")
MANAGER = roles(Role.PROCESS_MANAGER)
GUIDED_REFERRALS = guiding(
    "arrangement__question__asked_by", "arrangement__question__ended_at", *BOTH
)

READ_REFERRAL = permit(
    "arrangements.read_referral",
    either(referred_to, GUIDED_REFERRALS),
    opens=(Drawer.REQUEST,),
    glimpses=(Drawer.CONTACT, Drawer.SITUATION),
)
REFER = permit("arrangements.refer", STARTPUNT, opens=NO_DRAWER)
ASK_BACK = permit("arrangements.ask_back", as_contact, opens=NO_DRAWER)
EXPLAIN = permit("arrangements.explain", STARTPUNT, opens=NO_DRAWER)
TAKE_ON = permit("arrangements.take_on", as_contact, opens=NO_DRAWER)
REFUSE = permit("arrangements.refuse", as_contact, opens=NO_DRAWER)
OFFER = permit("arrangements.offer", as_contact, opens=NO_DRAWER)
DELIVER = permit("arrangements.deliver", either(as_contact, STARTPUNT), opens=NO_DRAWER)
FOLLOW_UP = permit("arrangements.follow_up", STARTPUNT, opens=NO_DRAWER)

READ_ESCALATION = permit(
    "arrangements.read_escalation", either(MANAGER, STUCK_HERE), opens=(Drawer.REQUEST,)
)
REPORT = permit(
    "arrangements.report", roles(Role.WORKER, Role.COORDINATOR, SYSTEM), opens=NO_DRAWER
)
READ_PARTY = permit(
    "arrangements.read_party",
    either(invited_to, MANAGER, until_long_closed(STARTPUNT, "escalation__question__ended_at")),
    opens=(Drawer.REQUEST,),
)
BRING = permit("arrangements.bring", invited_to, opens=NO_DRAWER)
CLEAR_UP = permit("arrangements.clear_up", MANAGER, opens=NO_DRAWER)
INVITE_PARTIES = permit("arrangements.invite_parties", MANAGER, opens=NO_DRAWER)
AGREE_OFFER = permit("arrangements.agree_offer", MANAGER, opens=NO_DRAWER)
# Only the process manager may decide over the heads of organisations (doorzettingsmacht).
DECIDE = permit("arrangements.decide", MANAGER, opens=NO_DRAWER)
# Whoever was made responsible reads what was decided, and says when it has been done.
READ_DECISION = permit(
    "arrangements.read_decision", either(ours_to_do, MANAGER, STUCK_HERE), opens=(Drawer.REQUEST,)
)
CARRY_OUT = permit(
    "arrangements.carry_out", either(ours_to_do, MANAGER, STARTPUNT), opens=NO_DRAWER
)
EVALUATE = permit("arrangements.evaluate", MANAGER, opens=NO_DRAWER)


def about_my_match(actor: Actor) -> Q:
    """Check-ins of my own side: nobody reads what the other one said."""
    if actor.person_id is None:
        return NO_ROW
    volunteer = Q(side="volunteer", match__volunteering__person_id=actor.person_id)
    resident = Q(side="resident", match__arrangement__question__asked_by_id=actor.person_id)
    return volunteer | resident


def asked_me(actor: Actor) -> Q:
    return NO_ROW if actor.person_id is None else Q(to_id=actor.person_id)


def i_asked(actor: Actor) -> Q:
    if actor.person_id is None:
        return NO_ROW
    return Q(match__volunteering__person_id=actor.person_id)


READ_CHECK_IN = permit(
    "arrangements.read_check_in", either(about_my_match, OF_MATCH), opens=(Drawer.MATCH_JOURNAL,)
)
ANSWER_CHECK_IN = permit(
    "arrangements.answer_check_in",
    either(about_my_match, OF_MATCH),
    fills=(Drawer.MATCH_JOURNAL,),
)
WARNINGS = permit("arrangements.warnings", COORDINATED, opens=(Drawer.MATCH_JOURNAL,))
ASK_ADVICE = permit("arrangements.ask_advice", as_volunteer, fills=(Drawer.MATCH_JOURNAL,))
READ_ADVICE = permit(
    "arrangements.read_advice",
    either(until_long_closed(asked_me, "match__ended_at"), i_asked, OF_MATCH),
    glimpses=(Drawer.MATCH_JOURNAL,),
)
ANSWER_ADVICE = permit("arrangements.answer_advice", asked_me, opens=NO_DRAWER)
# Running matches from a spreadsheet: whoever may bring that is asked by the room above.
ARRIVE = permit("arrangements.arrive", roles("room:arrivals"), opens=NO_DRAWER)
