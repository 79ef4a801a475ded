"""Taking an import back, some hundreds of rows at a time; who is known by now stays."""

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrivals import permits
from kruispunt.arrivals.actions.steps import move_import, take_import
from kruispunt.arrivals.models import Arrival, ImportKind
from kruispunt.arrivals.states import ImportState
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.verbs import action
from kruispunt.offers import actions as offers
from kruispunt.people import actions as people
from kruispunt.questions import actions as questions

A_TURN = 500
IN_USE = "hier is sindsdien iets mee gedaan"
LEAVE = {
    ImportKind.VOLUNTEERS: offers.leave_again,
    ImportKind.QUESTIONS: questions.leave_again,
    ImportKind.MATCHES: arrangements.leave_again,
    ImportKind.ORGANISATIONS: people.leave_again_as_organisations,
}


@action
def take_back_turn(actor: Actor, import_id: int) -> bool:
    """Take the next rows back; say whether there is more to do."""
    found = take_import(actor, import_id, permits.CARRY)
    if found.state != ImportState.UNDOING:
        return False
    rows = list(found.arrivals.filter(kept_because="").order_by("pk")[:A_TURN])
    if not rows:
        found.kept = found.arrivals.count()
        found.turns.all().delete()
        move_import(actor, found, "take_back", kept=found.kept)
        return False
    stay = _leave(actor.through("arrivals"), found.kind, rows)
    Arrival.objects.filter(pk__in=stay).update(kept_because=IN_USE)
    Arrival.objects.filter(pk__in=[row.pk for row in rows if row.pk not in stay]).delete()
    journal.write(actor, "import.leave", found, rows=len(rows), kept=len(stay))
    return True


def _leave(inside: Actor, kind: str, rows: list[Arrival]) -> set[int]:
    """First what the row became, then the person made for it; a person may have come to stay."""
    kept = set(LEAVE[ImportKind(kind)](inside, ids=tuple(row.became_id for row in rows)))
    going = [row for row in rows if row.became_id not in kept]
    people.leave_again(
        inside,
        person_ids=tuple(row.made_person_id for row in going if row.made_person_id is not None),
    )
    return {row.pk for row in rows if row.became_id in kept}
