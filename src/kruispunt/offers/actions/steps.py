"""The steps that verbs of a volunteer share."""

from kruispunt.base.actor import Actor
from kruispunt.core.vocabulary import Intensity, Training
from kruispunt.offers.models import Volunteering
from kruispunt.offers.models.volunteering import Permission, VogState


def missing(volunteering: Volunteering) -> list[str]:
    """What must be there before someone can start (SM-3)."""
    basis_wanted = volunteering.max_intensity != Intensity.LIGHT
    checks = {
        "de afspraken zijn getekend": volunteering.agreed_on is not None,
        "de basistraining is gedaan": not basis_wanted or Training.BASIS in volunteering.trainings,
        "de VOG is in orde": volunteering.vog in {VogState.NOT_NEEDED, VogState.IN_ORDER},
        "de uitkeringsinstantie is akkoord": volunteering.permission != Permission.ASKED,
    }
    return [what for what, there in checks.items() if not there]


def confirmed(actor: Actor, volunteering: Volunteering) -> None:
    """What she wants and can do was said today: nobody needs to ask after it for a while (D49)."""
    volunteering.confirmed_on, volunteering.confirm_by = actor.today, None
    volunteering.unconfirmed = False
