"""Who may weigh, invite and answer."""

from django.db.models import Q

from kruispunt.base.actor import Actor
from kruispunt.base.permits import NO_ROW, either, permit, roles
from kruispunt.base.roles import SYSTEM, Role


def invited_myself(actor: Actor) -> Q:
    if actor.person_id is None:
        return NO_ROW
    return Q(volunteering__person_id=actor.person_id)


FINDERS = roles(Role.WORKER, Role.COORDINATOR)

CANDIDATES = permit("matching.candidates", FINDERS)
INVITE = permit("matching.invite", FINDERS)
READ = permit("matching.read", either(invited_myself, FINDERS))
# A volunteer answers herself; what she says by phone is noted by whoever calls.
ANSWER = permit("matching.answer", either(invited_myself, FINDERS))
ACCEPT = permit("matching.accept", roles("room:arrangements"))
EXPIRE = permit("matching.expire", roles(SYSTEM, "room:arrangements"))
TAKE_BACK = permit("matching.take_back", either(FINDERS, roles("room:arrangements")))
# A round is for who guides volunteers; each line is adopted or put aside by a person (PRV-08).
ROUND = permit("matching.round", FINDERS)
