"""Who may bring in a spreadsheet of what: whoever may also do it by hand, one by one."""

from django.db.models import Q

from kruispunt.arrivals.models import ImportKind
from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER
from kruispunt.base.permits import NO_ROW, Permit, permit, roles
from kruispunt.base.roles import SYSTEM, Role

# They show nothing but the file that was brought.
BRING_VOLUNTEERS = permit(
    "arrivals.bring_volunteers", roles(Role.REGISTRAR, Role.COORDINATOR), opens=NO_DRAWER
)
BRING_QUESTIONS = permit("arrivals.bring_questions", roles(Role.WORKER), opens=NO_DRAWER)
BRING_MATCHES = permit("arrivals.bring_matches", roles(Role.COORDINATOR), opens=NO_DRAWER)
BRING_ORGANISATIONS = permit("arrivals.bring_organisations", roles(Role.WORKER), opens=NO_DRAWER)
CARRY = permit("arrivals.carry", roles(SYSTEM), opens=NO_DRAWER)

BRING: dict[str, Permit] = {
    ImportKind.VOLUNTEERS: BRING_VOLUNTEERS,
    ImportKind.QUESTIONS: BRING_QUESTIONS,
    ImportKind.MATCHES: BRING_MATCHES,
    ImportKind.ORGANISATIONS: BRING_ORGANISATIONS,
}


def kinds(actor: Actor) -> list[str]:
    """What this actor may bring in."""
    return [kind for kind, may in BRING.items() if may.every_row(actor)]


def of_my_kinds(actor: Actor) -> Q:
    mine = kinds(actor)
    return Q(kind__in=mine) if mine else NO_ROW


READ = permit("arrivals.read", of_my_kinds, opens=NO_DRAWER)
