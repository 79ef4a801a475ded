"""What we write around a guide: to the resident who chooses, and to the guide who was chosen."""

from kruispunt.arrangements import queries
from kruispunt.arrangements.models import GuideContact
from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.people import actions as people


def choose_one(actor: Actor, contact: GuideContact) -> None:
    """Invite the resident to choose; a guide is free, independent, and chosen by nobody else."""
    _to_resident(
        actor,
        contact,
        subject="Kies uw meedenker",
        lines=(
            "Een meedenker denkt met u mee. Dat is gratis.",
            "U kiest zelf wie. Op de pagina staat wie er zijn.",
            f"U kiest hier: {post.link('guide', queries.guide_link(contact))}",
        ),
        key=f"guide.choose:{contact.pk}:{contact.state_since.date()}",
    )


def chosen(actor: Actor, contact: GuideContact) -> None:
    """Tell both: the guide has three working days to get in touch."""
    if contact.guide is None:
        return
    day = post.day_in_words(contact.due_on or actor.today)
    _to_resident(
        actor,
        contact,
        subject="Uw meedenker belt u",
        lines=(
            f"U koos {contact.guide.person.given_name}. U hoort vóór {day} iets.",
            "Wilt u toch een ander? Dat kan altijd. U hoeft niet te zeggen waarom.",
            f"Uw pagina: {post.link('guide', queries.guide_link(contact))}",
        ),
        key=f"guide.chosen:{contact.pk}:{contact.guide_id}:{actor.today}",
    )
    _to_guide(
        actor,
        contact,
        subject="Iemand koos u",
        lines=(
            "Een inwoner koos u als meedenker.",
            f"Neemt u vóór {day} contact op? Het staat klaar op uw eigen pagina.",
        ),
        key=f"guide.for_guide:{contact.pk}:{contact.guide_id}:{actor.today}",
    )


def silent(actor: Actor, contact: GuideContact) -> None:
    """Remind the guide: somebody waits."""
    _to_guide(
        actor,
        contact,
        subject="Iemand wacht op u",
        lines=(
            "U bent meedenker van iemand die al een tijd niets hoorde.",
            "Belt u deze week? Lukt het niet, zeg het dan. De inwoner kiest dan een ander.",
        ),
        key=f"guide.silent:{contact.pk}:{contact.due_on}",
    )


def _to_resident(
    actor: Actor, contact: GuideContact, *, subject: str, lines: tuple[str, ...], key: str
) -> None:
    if contact.resident_id is not None:
        people.write_to(actor, contact.resident_id, subject=subject, lines=lines, key=key)


def _to_guide(
    actor: Actor, contact: GuideContact, *, subject: str, lines: tuple[str, ...], key: str
) -> None:
    if contact.guide is not None:
        people.write_to(
            actor,
            contact.guide.person_id,
            subject=subject,
            lines=lines,
            key=key,
            answer_by=contact.due_on,
        )
