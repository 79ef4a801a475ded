"""Who may weigh, invite and answer."""

from django.db.models import Q

from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.parts import not_apart
from kruispunt.base.permits import NO_ROW, either, in_my_area, permit, roles, until_long_closed
from kruispunt.base.roles import SYSTEM, Role
from kruispunt.matching.states import ANSWERABLE, InvitationState
from kruispunt.questions.states import FOR_VOLUNTEERS


def invited_myself(actor: Actor) -> Q:
    if actor.person_id is None:
        return NO_ROW
    return Q(volunteering__person_id=actor.person_id)


def invited_to_what_runs(actor: Actor) -> Q:
    """What I was asked, while it waits for me or what came of it runs: then at once no more.

    A volunteer's access ends by itself (ROL-03): when she says no, when the question goes on
    another way, when the match that came of her yes is over, and when the two may never meet.
    """
    found = invited_myself(actor)
    if found == NO_ROW:
        return NO_ROW
    waits = Q(state__in=sorted(ANSWERABLE), question__state__in=sorted(FOR_VOLUNTEERS))
    runs = Q(state=InvitationState.ACCEPTED)
    open_ones = Q(question__ended_at__isnull=True) & (waits | runs)
    return found & open_ones & not_apart(actor, "question__asked_by")


FINDERS = roles(Role.WORKER, Role.COORDINATOR)
IN_SIGHT = until_long_closed(
    either(roles(Role.WORKER), in_my_area("question__asked_by__neighbourhood", Role.COORDINATOR)),
    "question__ended_at",
)

CANDIDATES = permit("matching.candidates", FINDERS, opens=(Drawer.PROFILE,))
INVITE = permit("matching.invite", FINDERS, opens=NO_DRAWER)
READ = permit("matching.read", either(invited_to_what_runs, IN_SIGHT), opens=(Drawer.REQUEST,))
# A volunteer answers herself; what she says by phone is noted by whoever calls.
ANSWER = permit("matching.answer", either(invited_myself, IN_SIGHT), opens=NO_DRAWER)
# That she was asked and what she answered is hers, also when what it was about is out of sight.
LET_GO = permit("matching.let_go", roles("room:arrangements"), opens=NO_DRAWER)
ACCEPT = permit("matching.accept", roles("room:arrangements"), opens=NO_DRAWER)
EXPIRE = permit("matching.expire", roles(SYSTEM, "room:arrangements"), opens=NO_DRAWER)
TAKE_BACK = permit(
    "matching.take_back", either(IN_SIGHT, roles("room:arrangements")), opens=NO_DRAWER
)
# A round is for who guides volunteers; each line is adopted or put aside by a person (PRV-08).
ROUND = permit("matching.round", FINDERS, opens=NO_DRAWER)
# Where the scales stand is kept by the house itself, for all at once; a person reads and decides.
KEEP_BALANCE = permit("matching.keep_balance", roles(SYSTEM), opens=NO_DRAWER)
ROUND_LINE = permit(
    "matching.round_line", IN_SIGHT, opens=(Drawer.PROFILE,), glimpses=(Drawer.REQUEST,)
)
