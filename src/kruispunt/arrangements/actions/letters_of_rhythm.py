"""What we write about the day on which two people see each other. No name goes through the post."""

from kruispunt.arrangements.models import Match, OtherDay, Rhythm
from kruispunt.arrangements.states.reasons import Side
from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.base.fixed_days import in_words, what_changes
from kruispunt.people import actions as people

PAST_IT = "Past dit niet? Bel ons gerust."


def tell_rhythm(actor: Actor, match: Match, made: Rhythm) -> None:
    """Tell both on which day they see each other from now on."""
    holidays = () if made.on_holidays else ("Op een feestdag gaat het niet door.",)
    _to(
        actor,
        match,
        (Side.RESIDENT, Side.VOLUNTEER),
        subject="Uw vaste afspraak",
        lines=(
            f"U ziet elkaar {in_words(made)}.",
            f"De eerste keer is {post.day_in_words(made.first_on)}.",
            *holidays,
            "Kunt u een keer niet? Zeg het op uw eigen pagina, of bel ons.",
        ),
        key=f"rhythm:{made.pk}",
    )


def tell_stop(actor: Actor, match: Match, made: Rhythm) -> None:
    """Tell both that there is no fixed day any more."""
    _to(
        actor,
        match,
        (Side.RESIDENT, Side.VOLUNTEER),
        subject="Een afspraak verandert",
        lines=("Uw vaste dag stopt. U maakt nu zelf een afspraak voor de volgende keer.", PAST_IT),
        key=f"rhythm.stop:{made.pk}",
    )


def tell_other_day(actor: Actor, match: Match, said: OtherDay) -> None:
    """Tell the other one, or both when it did not come from one of them."""
    others = {Side.RESIDENT: (Side.VOLUNTEER,), Side.VOLUNTEER: (Side.RESIDENT,)}
    _to(
        actor,
        match,
        others.get(Side(said.side), (Side.RESIDENT, Side.VOLUNTEER)),
        subject="Een afspraak verandert",
        lines=(
            what_changes(said, what="De afspraak"),
            *([said.words] if said.words else []),
            PAST_IT,
        ),
        key=f"rhythm.other:{said.pk}:{said.turn}",
    )


def _to(
    actor: Actor,
    match: Match,
    sides: tuple[Side, ...],
    *,
    subject: str,
    lines: tuple[str, ...],
    key: str,
) -> None:
    who = {
        Side.RESIDENT: match.arrangement.question.asked_by_id,
        Side.VOLUNTEER: match.volunteering.person_id,
    }
    for side in sides:
        people.write_to(actor, who[side], subject=subject, lines=lines, key=f"{key}:{side.value}")
