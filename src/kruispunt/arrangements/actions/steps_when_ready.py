"""What must be there before a match may count as running (SM-4)."""

from kruispunt.arrangements.models import Match
from kruispunt.base.actor import Actor
from kruispunt.core.eligibility import trainings_needed
from kruispunt.core.vocabulary import Intensity
from kruispunt.offers import queries as offers
from kruispunt.questions import queries as questions


def missing(actor: Actor, match: Match) -> list[str]:
    """The guards of SM-4: agreement, conduct (VOG-01), training (TRI-04), permission, backup."""
    question = match.arrangement.question
    card, ask = offers.ready_card(actor, match.volunteering_id), questions.card_of(actor, question)
    checks = {
        "de afspraken op papier": match.signed_on is not None,
        "een geldige VOG": card.has_vog or not question.needs_vog,
        "de training": trainings_needed(ask) <= card.trainings,
        "toestemming van de uitkeringsinstantie": offers.is_permitted(match.volunteering),
        "een vaste beroepskracht als achterwacht": match.backup_id is not None
        or match.intensity != Intensity.VERY_INTENSIVE,
    }
    return [what for what, there in checks.items() if not there]
