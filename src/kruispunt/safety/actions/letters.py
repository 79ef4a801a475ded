"""What we write around a concern: that there is something, never what or about whom."""

from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.base.states import Haste
from kruispunt.people import actions as people
from kruispunt.people import queries as seats
from kruispunt.safety.models import Concern

NO_OFFICER = "Er is nog geen aandachtsfunctionaris. Regel vandaag wie dit oppakt."


def tell_officers(actor: Actor, concern: Concern, *, key: str) -> None:
    """Every officer hears it; where there is none, the coordinators hear that."""
    officers = seats.seated(actor, Role.SAFETY_OFFICER)
    when = "vandaag nog" if concern.acute else "uiterlijk de volgende werkdag"
    lines: tuple[str, ...] = ("Iemand maakt zich zorgen.", f"Kijk {when} op uw pagina.")
    if not officers:
        lines = (NO_OFFICER,)
    for person_id in officers or seats.seated(actor, Role.COORDINATOR):
        people.write_to(
            actor,
            person_id,
            subject="Kijk op uw pagina",
            lines=lines,
            key=f"{key}:{person_id}",
            haste=Haste.URGENT,
        )


def tell_reporter(actor: Actor, concern: Concern) -> None:
    """Whoever wrote it down hears that somebody acts, and nothing of what was decided."""
    if concern.reported_by_id == actor.person_id:
        return
    people.write_to(
        actor,
        concern.reported_by_id,
        subject="Dank u wel voor uw bericht",
        lines=(
            "U schreef op dat u zich zorgen maakt. Iemand pakt het nu op.",
            "Wij kunnen niet zeggen wat er gebeurt. Ziet u weer iets? Schrijf het op.",
        ),
        key=f"concern.decided:{concern.pk}",
    )
