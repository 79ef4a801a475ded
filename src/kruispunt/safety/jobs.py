"""What happens to concerns because time passed: an alarm, every working day until somebody acts."""

from kruispunt.base.actor import Actor
from kruispunt.base.one_by_one import each
from kruispunt.safety import actions, queries


def sound_alarms(actor: Actor) -> None:
    """A concern that nobody took up in time is said again, louder (MLD-06)."""
    each(queries.overdue(actor), lambda pk: actions.sound_alarm(actor, pk))
