"""Which parts of an answer hang on somebody by name, and go to whoever takes over (D51)."""

from django.db.models import Q

from kruispunt.arrangements.states import OVER, AdviceState, EscalationState, ReferralState
from kruispunt.arrangements.states.carers import CarerState
from kruispunt.arrangements.states.intervision import GroupState, MeetingState
from kruispunt.arrangements.states.trajectory import ENDED_TRAJECTORY
from kruispunt.base.roles import Role
from kruispunt.base.taking_over import Held, held

ROOM = "arrangements"
GROUP_OPEN = ~Q(state=GroupState.STOPPED)
GROUPS, MEETINGS = f"{ROOM}.intervisiongroup", f"{ROOM}.intervisionmeeting"
REFERRAL_OPEN = ~Q(state__in=(ReferralState.DECLINED, ReferralState.CLOSED))
MATCH_OPEN = ~Q(state__in=sorted(OVER))

held(
    Held(
        "Mantelzorgers", Role.WORKER, f"{ROOM}.carercase", "worker",
        ~Q(state=CarerState.CLOSED), where="carer", words="carer__given_name",
    ),
    Held(
        "Wat vastloopt", Role.PROCESS_MANAGER, f"{ROOM}.escalation", "manager",
        ~Q(state=EscalationState.EVALUATED), where="escalation", words="what",
    ),
    Held(
        "Gevraagd aan uw organisatie", Role.CONTACT, f"{ROOM}.referral", "contact",
        REFERRAL_OPEN, where="asked_of_us", words="words",
        organisation="organisation_id",
    ),
    Held(
        "Samen een aanbod maken", Role.CONTACT, f"{ROOM}.party", "contact",
        Q(answered_at__isnull=True), organisation="organisation_id",
    ),
    Held(
        "Vragen van vrijwilligers", Role.CONTACT, f"{ROOM}.advice", "to",
        Q(state=AdviceState.ASKED),
    ),
    Held("Achter een koppeling staan", Role.CONTACT, f"{ROOM}.match", "backup", MATCH_OPEN),
    Held(
        "Trajecten", Role.WMO_ADVISOR, f"{ROOM}.trajectory", "advisor",
        ~Q(state__in=sorted(ENDED_TRAJECTORY)), where="trajectory",
        words="arrangement__question__asked_by__given_name",
    ),
    *(
        Held(label, role, model, column, while_open)
        for role in (Role.COORDINATOR, Role.TRAINER)
        for label, model, column, while_open in (
            ("Intervisiegroepen", GROUPS, "facilitator", GROUP_OPEN),
            ("Intervisie voorbereiden", MEETINGS, "owner", Q(state=MeetingState.PLANNED)),
        )
    ),
)  # fmt: skip
