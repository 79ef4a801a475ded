"""From proposed to farewell (SM-4), from sent to closed (SM-5), from stuck to solved (SM-8)."""

from django.db.models import TextChoices

from kruispunt.arrangements.states.carers import CARER_MOVES as CARER_MOVES
from kruispunt.arrangements.states.guides import GUIDE_CONTACT_MOVES as GUIDE_CONTACT_MOVES
from kruispunt.arrangements.states.trajectory import BOOKING_MOVES as BOOKING_MOVES
from kruispunt.arrangements.states.trajectory import TRAJECTORY_MOVES as TRAJECTORY_MOVES
from kruispunt.base.moves import Table, move


class MatchState(TextChoices):
    """Where a match stands."""

    PROPOSED = "proposed", "Voorgesteld"
    VOLUNTEER_AGREED = "volunteer_agreed", "Vrijwilliger zegt ja"
    RESIDENT_AGREED = "resident_agreed", "Inwoner zegt ja"
    INTRODUCTION = "introduction", "Kennismaking"
    TRIAL = "trial", "Proeftijd"
    ACTIVE = "active", "Actief"
    PAUSED = "paused", "Gepauzeerd"
    WINDING_DOWN = "winding_down", "Afronden"
    ENDED = "ended", "Beëindigd"
    DECLINED = "declined", "Afgewezen"


M = MatchState
UNANSWERED = frozenset({M.PROPOSED, M.VOLUNTEER_AGREED, M.RESIDENT_AGREED})
# From here on a place with the volunteer is taken.
UNDER_WAY = frozenset({M.INTRODUCTION, M.TRIAL, M.ACTIVE, M.PAUSED, M.WINDING_DOWN})
# Somebody said no, or it came to its end.
OVER = frozenset({M.DECLINED, M.ENDED})
# While it rests they do not see each other; else a fixed day counts (K11).
MEETS = UNDER_WAY - {M.PAUSED}

MATCH_MOVES = Table(
    "match",
    (
        # Two yeses, each given without knowing the other's (MAT-04); the second one starts it.
        move("agree_as_volunteer", {M.PROPOSED}, M.VOLUNTEER_AGREED),
        move("agree_as_volunteer", {M.RESIDENT_AGREED}, M.INTRODUCTION),
        move("agree_as_resident", {M.PROPOSED}, M.RESIDENT_AGREED),
        move("agree_as_resident", {M.VOLUNTEER_AGREED}, M.INTRODUCTION),
        move("decline", UNANSWERED, M.DECLINED),
        move("start_trial", {M.INTRODUCTION}, M.TRIAL),
        move("activate", {M.TRIAL}, M.ACTIVE),
        move("pause", {M.TRIAL, M.ACTIVE, M.WINDING_DOWN}, M.PAUSED),
        # After a pause the first weeks count again, so a match comes back on trial or active.
        move("resume", {M.PAUSED}, M.ACTIVE),
        # Its time is over and both want to go on: a new term is agreed (MAT-05).
        move("renew", {M.ACTIVE}, M.ACTIVE),
        move("wind_down", {M.ACTIVE, M.PAUSED}, M.WINDING_DOWN),
        move("end", UNDER_WAY, M.ENDED),
    ),
)


class ReferralState(TextChoices):
    """Where a referral to an organisation stands."""

    SENT = "sent", "Verzonden"
    UNCLEAR = "unclear", "Vraag om uitleg"
    ACCEPTED = "accepted", "Aangenomen"
    DECLINED = "declined", "Geweigerd"
    ORGANISED = "organised", "Intern geregeld"
    DELIVERED = "delivered", "Dienst geleverd"
    FOLLOWED = "followed", "Kwaliteit gevolgd"
    CLOSED = "closed", "Afgesloten"


R = ReferralState
REFERRAL_MOVES = Table(
    "referral",
    (
        move("ask_back", {R.SENT}, R.UNCLEAR),
        move("explain", {R.UNCLEAR}, R.SENT),
        move("take_on", {R.SENT, R.UNCLEAR}, R.ACCEPTED),
        move("refuse", {R.SENT, R.UNCLEAR, R.ACCEPTED}, R.DECLINED),
        move("offer", {R.ACCEPTED}, R.ORGANISED),
        move("deliver", {R.ORGANISED}, R.DELIVERED),
        move("follow_up", {R.DELIVERED}, R.FOLLOWED),
        move("close_referral", {R.DELIVERED, R.FOLLOWED}, R.CLOSED),
    ),
)

# Whoever joined a joint offer goes on alone when its carrier said no.
CARRIES_NO_LONGER = frozenset({R.DECLINED, R.CLOSED})


class EscalationState(TextChoices):
    """Where an escalation to the process manager stands."""

    REPORTED = "reported", "Gemeld"
    CLEAR = "clear", "Vraag helder"
    INVITED = "invited", "Partijen uitgenodigd"
    AGREED = "agreed", "Aanbod afgesproken"
    DECIDED = "decided", "Besluit genomen"
    CARRIED_OUT = "carried_out", "Uitgevoerd"
    EVALUATED = "evaluated", "Geëvalueerd"


E = EscalationState
ESCALATION_MOVES = Table(
    "escalation",
    (
        move("clear_up", {E.REPORTED}, E.CLEAR),
        move("invite_parties", {E.CLEAR}, E.INVITED),
        move("agree_offer", {E.INVITED}, E.AGREED),
        move("decide", {E.CLEAR, E.INVITED}, E.DECIDED),
        move("carry_out", {E.AGREED, E.DECIDED}, E.CARRIED_OUT),
        move("evaluate", {E.CARRIED_OUT}, E.EVALUATED),
    ),
)

# Somebody is responsible now, by agreement or by decision.
SETTLED = frozenset({E.AGREED, E.DECIDED, E.CARRIED_OUT, E.EVALUATED})


class CheckInState(TextChoices):
    """Where a check-in stands: we ask both sides apart how it goes."""

    PLANNED = "planned", "Gepland"
    ASKED = "asked", "Gevraagd"
    ANSWERED = "answered", "Beantwoord"
    MISSED = "missed", "Geen antwoord"
    DROPPED = "dropped", "Niet meer nodig"


C = CheckInState
CHECK_IN_MOVES = Table(
    "check_in",
    (
        move("ask_check_in", {C.PLANNED}, C.ASKED),
        # By telephone or at the kitchen table one need not wait for the letter.
        move("answer_check_in", {C.PLANNED, C.ASKED, C.MISSED}, C.ANSWERED),
        move("miss_check_in", {C.PLANNED, C.ASKED}, C.MISSED),
        move("drop_check_in", {C.PLANNED, C.ASKED, C.MISSED}, C.DROPPED),
    ),
)


class AdviceState(TextChoices):
    """Where a volunteer's question to the professional stands (TRI-06)."""

    ASKED = "asked", "Gevraagd"
    ANSWERED = "answered", "Beantwoord"


ADVICE_MOVES = Table("advice", (move("answer_advice", {AdviceState.ASKED}, AdviceState.ANSWERED),))
