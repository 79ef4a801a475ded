"""Who may speak a question, listen to one, and write out what was said."""

from django.db.models import Q

from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.permits import NO_ROW, permit, roles
from kruispunt.base.roles import Role
from kruispunt.questions.models import Question
from kruispunt.questions.permits import READ, STARTPUNT


def heard(actor: Actor) -> Q:
    """Recordings of questions of which the actor may read the words."""
    if READ.rows(actor) == NO_ROW:
        return NO_ROW
    return Q(question__in=READ.narrow(Question.objects.all(), actor))


# Whoever may come to the ask form may speak there; it shows nothing of anyone.
SPEAK = permit("questions.speak", roles(*Role.values), opens=NO_DRAWER)
LISTEN = permit("questions.listen", heard, opens=(Drawer.REQUEST,))
WRITE_DOWN = permit("questions.write_down", STARTPUNT, fills=(Drawer.REQUEST,))
