"""Who asks a resident how she stands, and who reads it: never the volunteer (C15)."""

from kruispunt.arrangements.permits import ON_PART
from kruispunt.arrangements.permits.goals import GUIDES, about_my_question
from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.permits import either, permit, roles
from kruispunt.base.roles import SYSTEM

ASK_FOOTING = permit("arrangements.ask_footing", roles(SYSTEM), opens=NO_DRAWER)
READ_FOOTING = permit(
    "arrangements.read_footing",
    either(about_my_question, ON_PART),
    opens=(Drawer.REQUEST,),
)
# Only what may be read (READ_FOOTING): this permit alone shows no row.
ANSWER_FOOTING = permit(
    "arrangements.answer_footing", either(about_my_question, GUIDES), opens=NO_DRAWER
)
NOTE_FOOTING = permit("arrangements.note_footing", GUIDES, opens=NO_DRAWER)
