"""Who may do what between a resident and a guide; and what a guide may never (OCO-03, OCO-05)."""

from django.db.models import F, Q

from kruispunt.arrangements.states.guides import BESIDE
from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.parts import not_apart
from kruispunt.base.permits import NO_ROW, either, mine, permit, roles
from kruispunt.base.roles import SYSTEM, Role


def as_guide(actor: Actor) -> Q:
    """Residents who chose me, as long as I stand beside them; afterwards access ends at once."""
    if actor.person_id is None or not actor.is_a(Role.GUIDE):
        return NO_ROW
    beside = Q(guide__person_id=actor.person_id, state__in=sorted(BESIDE))
    return beside & not_apart(actor, "resident")


def in_my_sheet(actor: Actor) -> Q:
    """Lines of my own sheet: all of them, whoever was my guide then."""
    return NO_ROW if actor.person_id is None else Q(contact__resident_id=actor.person_id)


def what_i_wrote_or_she_did(actor: Actor) -> Q:
    """As a guide: my own lines and the resident's, never those of the guide before me."""
    if actor.person_id is None or not actor.is_a(Role.GUIDE):
        return NO_ROW
    beside = Q(contact__guide__person_id=actor.person_id, contact__state__in=sorted(BESIDE))
    beside &= not_apart(actor, "contact__resident")
    return beside & (Q(by_id=actor.person_id) | Q(by_id=F("contact__resident_id")))


MINE = mine("resident")

READ_GUIDE_CONTACT = permit(
    "arrangements.read_guide_contact",
    either(MINE, as_guide),
    opens=(Drawer.REQUEST, Drawer.GUIDE_NOTES),
    glimpses=(Drawer.CONTACT,),
)
# How many there are and how far they are; without who, and without a word that was said.
FOLLOW_GUIDES = permit(
    "arrangements.follow_guides", roles(Role.GUIDE_COORDINATOR), glimpses=(Drawer.GUIDE_NOTES,)
)
ASK_GUIDE = permit(
    "arrangements.ask_guide", roles(Role.RESIDENT, Role.CARER, SYSTEM), opens=NO_DRAWER
)
# The resident chooses; no permit lets anybody choose for her (OCO-04).
CHOOSE_GUIDE = permit("arrangements.choose_guide", MINE, opens=NO_DRAWER)
FIRST_CONTACT = permit("arrangements.first_contact", as_guide, opens=NO_DRAWER)
SEARCH_TOGETHER = permit("arrangements.search_together", either(MINE, as_guide), opens=NO_DRAWER)
NOTE_APPLICATION = permit("arrangements.note_application", either(MINE, as_guide), opens=NO_DRAWER)
SUGGEST_PROFESSIONAL = permit("arrangements.suggest_professional", as_guide, opens=NO_DRAWER)
FINISH_GUIDANCE = permit("arrangements.finish_guidance", either(MINE, as_guide), opens=NO_DRAWER)
EVALUATE_GUIDE = permit("arrangements.evaluate_guide", MINE, opens=NO_DRAWER)
READ_GUIDE_NOTE = permit(
    "arrangements.read_guide_note",
    either(in_my_sheet, what_i_wrote_or_she_did),
    opens=(Drawer.GUIDE_NOTES,),
)
WRITE_GUIDE_NOTE = permit(
    "arrangements.write_guide_note", either(MINE, as_guide), fills=(Drawer.GUIDE_NOTES,)
)
NOTE_ANONYMOUS_TALK = permit("arrangements.note_anonymous_talk", roles(Role.GUIDE), opens=NO_DRAWER)
COUNT_GUIDES = permit(
    "arrangements.count_guides",
    roles(Role.GUIDE_COORDINATOR, Role.POLICY),
    counts=(Drawer.STATISTICS,),
)
REMIND_GUIDE = permit("arrangements.remind_guide", roles(SYSTEM), opens=NO_DRAWER)
FORGET_GUIDE_NOTES = permit("arrangements.forget_guide_notes", roles(SYSTEM), opens=NO_DRAWER)
