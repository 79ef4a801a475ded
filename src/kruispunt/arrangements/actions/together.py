"""Several organisations asked together for one need: each says yes or no, one carries it (D24)."""

from django.core.exceptions import ValidationError

from kruispunt.arrangements.actions.sharing import refer_with_yes
from kruispunt.arrangements.models import Referral
from kruispunt.base.actor import Actor
from kruispunt.base.steps import keep
from kruispunt.base.verbs import action


@action
def refer_together(  # noqa: PLR0913  (who carries it, with whom, in which words, what, why)
    actor: Actor,
    question_id: int,
    *,
    organisation_id: int,
    partner_ids: tuple[int, ...],
    words: str,
    meets: tuple[str, ...] = (),
    why: str = "",
) -> Referral:
    """Ask one organisation to carry it and others to join; each has the resident's own yes."""
    if len({organisation_id, *partner_ids}) <= len(partner_ids):
        raise ValidationError("Kies elke organisatie één keer.")

    def ask(whom: int) -> Referral:
        return refer_with_yes(
            actor, question_id, organisation_id=whom, words=words, meets=meets, why=why
        )

    carrier = ask(organisation_id)
    for partner_id in partner_ids:
        partner = ask(partner_id)
        partner.carried_by = carrier
        keep(partner)
    return carrier
