"""What we write around an answer: the proposal, the two yeses, and how it went."""

from kruispunt.arrangements import queries
from kruispunt.arrangements.models import Match
from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.people import actions as people


def ask_resident(actor: Actor, match: Match) -> None:
    """Ask the resident whether someone may come and get to know them."""
    people.write_to(
        actor,
        match.arrangement.question.asked_by_id,
        subject="Nieuws over uw vraag",
        lines=(
            "Wij hebben iemand gevonden die u wil helpen.",
            "Wilt u elkaar leren kennen?",
            f"U antwoordt hier: {post.link('match', queries.link(match))}",
            "U mag ook nee zeggen. Dan zoeken wij verder.",
        ),
        key=f"match.resident:{match.pk}",
    )


def ask_volunteer(actor: Actor, match: Match) -> None:
    """Ask the volunteer, when the two were proposed to each other by hand."""
    people.write_to(
        actor,
        match.volunteering.person_id,
        subject="Een vraag voor u",
        lines=(
            "Wij denken dat u iemand kunt helpen. Het staat klaar op uw eigen pagina.",
            "Wilt u het lezen en antwoorden? U mag gerust nee zeggen.",
        ),
        key=f"match.volunteer:{match.pk}",
    )


def both_agreed(actor: Actor, match: Match) -> None:
    """Tell both that the other one said yes too. No address goes through the post."""
    post.recall(actor, key=f"match.resident:{match.pk}")
    post.recall(actor, key=f"match.volunteer:{match.pk}")
    said_yes = "U heeft allebei ja gezegd. Wij bellen u om een dag af te spreken."
    who = (match.arrangement.question.asked_by_id, match.volunteering.person_id)
    for person_id in who:
        people.write_to(
            actor,
            person_id,
            subject="U gaat elkaar ontmoeten",
            lines=(said_yes, "U kunt altijd stoppen. U hoeft niet te zeggen waarom."),
            key=f"match.agreed:{match.pk}:{person_id}",
        )


def declined(actor: Actor, match: Match) -> None:
    """Nobody has to call about a proposal that is off."""
    post.recall(actor, key=f"match.resident:{match.pk}")
    post.recall(actor, key=f"match.volunteer:{match.pk}")
