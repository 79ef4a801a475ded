"""Writing to someone: a greeting, a few short lines, and whom to call, along their own channel."""

from datetime import date

from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter, Municipality
from kruispunt.base.states import Haste
from kruispunt.base.verbs import action
from kruispunt.people.models import Person


def short_text(letter: Letter) -> str:
    """What a text message says: that there is something, where to read it, and whom to call.

    Anybody may see it on a screen that is locked, so it says nothing about anyone.
    """
    home = Municipality.objects.only("name", "phone").get(pk=letter.municipality_id)
    call = f" Vragen? Bel {home.phone}." if home.phone else ""
    where = post.link("letter", post.word(letter))
    return f"Startpunt {home.name}: er is een bericht voor u. Lees het hier: {where}{call}"


def first_line(letter: Letter) -> str:
    """What a mailbox shows of a mail before it is opened: long enough to hide what follows."""
    home = Municipality.objects.only("name").get(pk=letter.municipality_id)
    return (
        f"Dit is een bericht van Startpunt {home.name}. Het is alleen voor u bedoeld."
        " Is het niet voor u? Gooi het dan weg, of bel ons. Dank u wel."
    )


def last_line(letter: Letter) -> str:
    """Where someone says how to hear from us, in every mail."""
    where = post.link("reach", post.word(letter))
    return f"Liever een brief, een sms of een telefoontje? Kies het hier: {where}"


@action
def write_to(  # noqa: PLR0913  (a letter has this many parts)
    actor: Actor,
    person_id: int,
    *,
    subject: str,
    lines: tuple[str, ...],
    key: str,
    haste: str = Haste.CALM,
    answer_by: date | None = None,
) -> Letter:
    """Hand a letter to the post. The subject tells nothing about anyone; the same key goes once.

    `answer_by` is the last day on which an answer is in time: such a letter never waits so long
    that the day is missed.
    """
    to = Person.objects.only("given_name", "channel").get(
        pk=person_id, municipality_id=actor.municipality_id
    )
    home = Municipality.objects.only("name", "phone").get(pk=actor.municipality_id)
    whom_to_call = f"Vragen? Bel ons: {home.phone}." if home.phone else "Vragen? Kom langs."
    return post.hand_in(
        actor,
        to_person_id=to.pk,
        channel=to.channel,
        subject=subject,
        greeting=f"Beste {to.given_name},",
        text="\n\n".join(lines),
        closing=f"{whom_to_call}\n\nStartpunt {home.name}",
        key=key,
        haste=haste,
        answer_by=answer_by,
    )
