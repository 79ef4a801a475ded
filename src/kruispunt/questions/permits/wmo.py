"""Who may note and read how a notification under the Wmo goes: nobody here decides on it."""

from django.db.models import Q

from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.permits import NO_ROW, either, permit, roles
from kruispunt.base.roles import Role


def about_me(actor: Actor) -> Q:
    return NO_ROW if actor.person_id is None else Q(question__asked_by_id=actor.person_id)


STARTPUNT = roles(Role.WORKER)

READ_WMO = permit("questions.read_wmo", either(about_me, STARTPUNT), opens=(Drawer.REQUEST,))
NOTE_WMO = permit("questions.note_wmo", STARTPUNT, opens=NO_DRAWER)
