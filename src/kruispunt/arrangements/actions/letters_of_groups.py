"""What we write about the days on which a group comes together. No name goes through the post."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from kruispunt.arrangements.models import Enrolment
from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.base.fixed_days import in_words, what_changes
from kruispunt.people import actions as people

# Fixed days of activities are rows of the room below: known here by what is on them.
type Made = Any
type Said = Any
CALL = "Vragen over deze dag? Bel ons gerust."


def tell_days(actor: Actor, there: Iterable[Enrolment], made: Made) -> None:
    """On which day it is from now on."""
    holidays = () if made.on_holidays else ("Op een feestdag gaat het niet door.",)
    until = (f"De laatste dag is {post.day_in_words(made.last_on)}.",) if made.last_on else ()
    _to_all(
        actor,
        there,
        lines=(
            f"Het is voortaan {in_words(made)}.",
            f"De eerste keer is {post.day_in_words(made.first_on)}.",
            *until,
            *holidays,
        ),
        key=f"activity_days:{made.pk}",
        before=made.first_on,
    )


def tell_stop(actor: Actor, there: Iterable[Enrolment], made: Made) -> None:
    """There is no fixed day any more."""
    lines = ("Er is geen vaste dag meer.", "Wij laten u weten hoe het verder gaat.")
    _to_all(actor, there, lines=lines, key=f"activity_days.stop:{made.pk}", before=made.last_on)


def tell_other_day(actor: Actor, there: Iterable[Enrolment], said: Said) -> None:
    """One time is different."""
    _to_all(
        actor,
        there,
        lines=(what_changes(said, what="De keer"), *([said.words] if said.words else []), CALL),
        key=f"activity_day:{said.pk}:{said.turn}",
        before=min(said.day, said.on or said.day),
    )


def _to_all(
    actor: Actor, there: Iterable[Enrolment], *, lines: tuple[str, ...], key: str, before: date
) -> None:
    """To each who takes part, in time for the day itself."""
    for one in there:
        people.write_to(
            actor,
            one.arrangement.question.asked_by_id,
            subject="Over uw activiteit",
            lines=(f"U doet mee met: {one.activity.name}.", *lines),
            key=f"{key}:{one.pk}",
            answer_by=before,
        )
