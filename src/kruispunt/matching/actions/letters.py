"""What we write to volunteers whom we ask: short, no name and no address in it (PRV-05)."""

from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.matching import queries
from kruispunt.matching.models import Invitation
from kruispunt.people import actions as people


def ask(actor: Actor, invitation: Invitation) -> None:
    """Ask whether someone wants to help."""
    people.write_to(
        actor,
        invitation.volunteering.person_id,
        subject="Een vraag voor u",
        lines=(
            "Iemand in uw buurt zoekt hulp. Misschien past het bij u.",
            invitation.words,
            f"Laat het ons weten, uiterlijk op {post.day_in_words(invitation.answer_by)}.",
            f"U antwoordt hier: {post.link('invitation', queries.link(invitation))}",
            "U mag gerust nee zeggen.",
        ),
        key=_key(invitation),
        answer_by=invitation.answer_by,
    )


def thank(actor: Actor, invitation: Invitation) -> None:
    """Say that the question has been answered, to who was still thinking about it."""
    people.write_to(
        actor,
        invitation.volunteering.person_id,
        subject="Dank u wel",
        lines=(
            "Wij vroegen u of u iemand wilde helpen. Er is nu iemand gevonden.",
            "U hoeft niets meer te doen. Dank u wel dat u erover dacht.",
        ),
        key=f"invitation.thanks:{invitation.pk}",
    )


def called_off(actor: Actor, invitation: Invitation) -> None:
    """Nobody has to call about what was answered already."""
    post.recall(actor, key=_key(invitation))


def _key(invitation: Invitation) -> str:
    return f"invitation:{invitation.pk}"
