"""Concerns that were closed long ago go, with what was written in them (RET-11)."""

from kruispunt.base import keeping
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import bury, erase
from kruispunt.base.locks import take
from kruispunt.base.verbs import action
from kruispunt.safety.models import Concern


@action
def forget_concern(actor: Actor, concern_id: int, *, ret: str) -> None:
    """Throw a concern away; that there was one stays in the journal, without a word of it."""
    concern = take(actor, Concern, concern_id, may=keeping.FORGET)
    bury(actor, concern, ret)
    erase(Concern.objects.filter(pk=concern.pk))
