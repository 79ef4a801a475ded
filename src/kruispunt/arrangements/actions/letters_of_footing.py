"""What we write to a resident about how she stands (C15)."""

from kruispunt.arrangements.models import Footing
from kruispunt.arrangements.queries.footing import footing_link
from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.people import actions as people


def ask_how_she_stands(actor: Actor, asked: Footing) -> None:
    """Three short questions; not answering is an answer too."""
    people.write_to(
        actor,
        asked.arrangement.question.asked_by_id,
        subject="Drie korte vragen",
        lines=(
            "Wij willen weten hoe het met u gaat.",
            f"Het zijn 3 vragen. U antwoordt hier: {post.link('footing', footing_link(asked))}",
            "Het hoeft niet. Uw hulp gaat gewoon door.",
        ),
        key=f"footing:{asked.pk}",
        answer_by=asked.due_on,
    )


def she_answered(actor: Actor, asked: Footing) -> None:
    """Nobody has to call about what was answered."""
    post.recall(actor, key=f"footing:{asked.pk}")
