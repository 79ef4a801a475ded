"""Which columns of an answer give someone a part in a resident's case (ROL-01)."""

from django.db.models import Q

from kruispunt.arrangements.states import UNANSWERED, UNDER_WAY, EscalationState, ReferralState
from kruispunt.arrangements.states.guides import OPEN_CONTACT
from kruispunt.arrangements.states.odd_jobs import OddJobState
from kruispunt.arrangements.states.trajectory import ENDED_TRAJECTORY, BookingState
from kruispunt.base.parts import Standing, part

ASKER = "arrangement__question__asked_by"
ASKED = ~Q(state__in=(ReferralState.DECLINED, ReferralState.CLOSED))
SOLVED = (EscalationState.CARRIED_OUT, EscalationState.EVALUATED)
CARRIED = ~Q(state__in=sorted(ENDED_TRAJECTORY))

GUIDE = part(
    "guide_contact.guide",
    Standing.GUIDE,
    model="arrangements.guidecontact",
    column="guide",
    case="resident",
    person="guide__person",
    organisation="guide__employer",
    while_=Q(state__in=sorted(OPEN_CONTACT)),
)
REFERRED_TO = part(
    "referral.contact",
    Standing.PROVIDER,
    model="arrangements.referral",
    column="contact",
    case=ASKER,
    person="contact",
    organisation="organisation",
    while_=ASKED,
)
ADVISOR = part(
    "trajectory.advisor",
    Standing.ADVISOR,
    model="arrangements.trajectory",
    column="advisor",
    case=ASKER,
    person="advisor",
    while_=CARRIED,
)
AT_THE_TABLE = part(
    "trajectory.team",
    Standing.PROVIDER,
    model="arrangements.trajectory",
    column="team",
    case=ASKER,
    organisation="team__members__organisation",
    while_=CARRIED,
)
IN_GROUPS = part(
    "trajectory.group_team",
    Standing.PROVIDER,
    model="arrangements.trajectory",
    column="group_team",
    case=ASKER,
    organisation="group_team__members__organisation",
    while_=CARRIED,
)
HELPS = part(
    "match.volunteering",
    Standing.VOLUNTEER,
    model="arrangements.match",
    column="volunteering",
    case=ASKER,
    person="volunteering__person",
    while_=Q(state__in=sorted(UNANSWERED | UNDER_WAY)),
)
COMES_FOR_A_JOB = part(
    "odd_job.volunteering",
    Standing.VOLUNTEER,
    model="arrangements.oddjob",
    column="volunteering",
    case=ASKER,
    person="volunteering__person",
    while_=Q(state=OddJobState.PLANNED),
)
BEHIND = part(
    "match.backup",
    Standing.PROVIDER,
    model="arrangements.match",
    column="backup",
    case=ASKER,
    person="backup",
    while_=Q(state__in=sorted(UNDER_WAY)),
)
ASKED_FOR_ADVICE = part(
    "advice.to",
    Standing.PROVIDER,
    model="arrangements.advice",
    column="to",
    case="match__arrangement__question__asked_by",
    person="to",
    while_=Q(match__state__in=sorted(UNDER_WAY)),
)
COACHES = part(
    "booking.organisation",
    Standing.PROVIDER,
    model="arrangements.booking",
    column="organisation",
    case="year__person",
    organisation="organisation",
    while_=Q(state=BookingState.BOOKED),
)
SEES_CARER = part(
    "carer_case.worker",
    Standing.STARTPUNT,
    model="arrangements.carercase",
    column="worker",
    case="carer",
    person="worker",
)
MEASURES_CARER = part(
    "measurement.by",
    Standing.STARTPUNT,
    model="arrangements.measurement",
    column="by",
    case="case__carer",
    person="by",
)
BREAKS_THE_DEADLOCK = part(
    "escalation.manager",
    Standing.MANAGER,
    model="arrangements.escalation",
    column="manager",
    case="pk",
    person="manager",
    resident="question__asked_by",
    while_=~Q(state__in=SOLVED),
)
INVITED = part(
    "party.contact",
    Standing.PARTY,
    model="arrangements.party",
    column="contact",
    case="escalation",
    person="contact",
    organisation="organisation",
    resident="escalation__question__asked_by",
    while_=~Q(escalation__state__in=SOLVED),
)
RESPONSIBLE = part(
    "escalation.responsible",
    Standing.PARTY,
    model="arrangements.escalation",
    column="responsible",
    case="pk",
    organisation="responsible",
    resident="question__asked_by",
    while_=~Q(state__in=SOLVED),
)
