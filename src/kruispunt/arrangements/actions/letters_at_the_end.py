"""What we write at the end: our thanks, without a name of whoever was helped."""

from kruispunt.arrangements.models import Farewell
from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.people import actions as people


def thank_volunteer(actor: Actor, farewell: Farewell) -> None:
    """Thank the volunteer; after a death with other words."""
    match = farewell.match
    since = post.day_in_words(match.active_since) if match.active_since else ""
    lines: tuple[str, ...] = (
        f"U trok op met iemand uit de buurt, vanaf {since}.",
        "Dat was veel waard. Dank u wel.",
        "U kunt een bewijs krijgen van wat u deed. Bel ons als u dat wilt.",
    )
    if farewell.after_death:
        lines = (
            "U hebt iemand verloren met wie u optrok. Dat raakt ook u.",
            "Dank u wel voor alles wat u deed. Wilt u nog eens praten? Bel ons gerust.",
        )
    people.write_to(
        actor,
        match.volunteering.person_id,
        subject="Dank u wel",
        lines=lines,
        key=f"farewell:{farewell.pk}",
    )
