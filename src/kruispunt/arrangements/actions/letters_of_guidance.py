"""What we write to volunteers about themselves."""

from kruispunt.arrangements.models.guidance import Wellbeing
from kruispunt.arrangements.queries.guidance import wellbeing_link
from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.people import actions as people


def ask_how_she_is(actor: Actor, asked: Wellbeing) -> None:
    """Ask a volunteer how she is herself."""
    people.write_to(
        actor,
        asked.volunteering.person_id,
        subject="En hoe gaat het met u?",
        lines=(
            "U bent er voor een ander. Wij willen weten hoe het met uzelf gaat.",
            f"U antwoordt hier in 1 minuut: {post.link('wellbeing', wellbeing_link(asked))}",
            "U kunt altijd stoppen. U hoeft niet te zeggen waarom.",
        ),
        key=f"wellbeing:{asked.pk}",
    )


def she_answered(actor: Actor, asked: Wellbeing) -> None:
    """Nobody has to call about what was answered."""
    post.recall(actor, key=f"wellbeing:{asked.pk}")
