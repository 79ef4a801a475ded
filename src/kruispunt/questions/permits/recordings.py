"""Who may speak a question or signal, listen to one, and write out what was said."""

from django.db.models import Q

from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.permits import NO_ROW, permit, roles
from kruispunt.base.roles import Role
from kruispunt.questions.models import Question, Signal
from kruispunt.questions.permits import READ, READ_SIGNAL, STARTPUNT


def heard(actor: Actor) -> Q:
    """Recordings of questions and signals of which the actor may read the words."""
    found = NO_ROW
    if READ.rows(actor) != NO_ROW:
        found = found | Q(question__in=READ.narrow(Question.objects.all(), actor))
    if READ_SIGNAL.rows(actor) != NO_ROW:
        found = found | Q(signal__in=READ_SIGNAL.narrow(Signal.objects.all(), actor))
    return found


# Whoever may come to the ask form may speak there; it shows nothing of anyone.
SPEAK = permit("questions.speak", roles(*Role.values), opens=NO_DRAWER)
LISTEN = permit("questions.listen", heard, opens=(Drawer.REQUEST,))
WRITE_DOWN = permit("questions.write_down", STARTPUNT, fills=(Drawer.REQUEST,))
