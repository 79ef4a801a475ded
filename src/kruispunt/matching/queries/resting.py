"""Who asks may be off the list for a while: then everyone falls by that one rule (CAP-03)."""

from datetime import date

from kruispunt.base.actor import Actor
from kruispunt.base.post import day_in_words
from kruispunt.core.vocabulary import Intensity
from kruispunt.people.queries import resting

RULE = "rust"


def off_the_list(actor: Actor, person_id: int, intensity: str) -> date | None:
    """Until which day others go first; what is light and small has no list to be off."""
    if intensity == Intensity.LIGHT:
        return None
    return resting.rests_until(actor, person_id)


def sentence(until: date) -> str:
    """Why nobody is proposed now, in words that hurt nobody."""
    return f"past wel, maar anderen gaan nu voor, tot {day_in_words(until)} {until.year}"
