"""Lists that came in long ago go, with the key of every row; who came in by them stays."""

from kruispunt.arrivals.models import Import
from kruispunt.base import keeping
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import bury, erase
from kruispunt.base.locks import take
from kruispunt.base.verbs import action


@action
def forget_import(actor: Actor, import_id: int, *, ret: str) -> None:
    """Throw a list away; from now on it can neither be taken back nor be recognised (RET-18)."""
    found = take(actor, Import, import_id, may=keeping.FORGET)
    bury(actor, found, ret)
    found.arrivals.all().delete()  # tens of thousands of them, so not one by one
    erase(Import.objects.filter(pk=found.pk))
