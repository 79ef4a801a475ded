"""What guides bring together, and what goes by itself: voices, talks, silence, forgetting."""

from datetime import date

from kruispunt.arrangements.actions import letters_of_guides as letters
from kruispunt.arrangements.actions.steps_of_guides import move_contact, take_contact
from kruispunt.arrangements.models import AnonymousTalk, GuideContact, GuideNote, GuideVoice
from kruispunt.arrangements.permits import guides as permits
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import bury
from kruispunt.base.locks import take
from kruispunt.base.steps import keep, may_begin
from kruispunt.base.verbs import action


@action
def evaluate_guide(
    actor: Actor,
    contact_id: int,
    *,
    chose_myself: bool,
    stood_beside_me: int,
    knew_the_way: int,
    words: str = "",
) -> GuideContact:
    """Say how it was, without a name: the voice is kept apart from who said it (MON-01)."""
    contact = take_contact(actor, contact_id, permits.EVALUATE_GUIDE)
    moved = move_contact(actor, contact, "evaluate_guide")
    keep(
        GuideVoice(
            municipality_id=actor.municipality_id,
            month=actor.today.replace(day=1),
            chose_myself=chose_myself,
            stood_beside_me=stood_beside_me,
            knew_the_way=knew_the_way,
            words=words,
        )
    )
    return moved


@action
def note_anonymous_talk(
    actor: Actor, *, field: str, minutes: int, area: str = "", on: date | None = None
) -> AnonymousTalk:
    """Count a talk with someone who said no name: what about, where, and how long (OCO-06)."""
    may_begin(actor, permits.NOTE_ANONYMOUS_TALK)
    talk = keep(
        AnonymousTalk(
            municipality_id=actor.municipality_id,
            field=field,
            area=area,
            on=on or actor.today,
            minutes=minutes,
        )
    )
    journal.write(actor, "guide.note_anonymous_talk", talk)
    return talk


@action
def remind_guide(actor: Actor, contact_id: int) -> GuideContact:
    """The guide should have called, or has been silent for fifteen working days."""
    contact = take(actor, GuideContact, contact_id, may=permits.REMIND_GUIDE)
    contact.reminded_on = actor.today
    keep(contact)
    letters.silent(actor, contact)
    journal.write(actor, "guide_contact.remind", contact)
    return contact


@action
def forget_guide_notes(actor: Actor, contact_id: int, *, ret: str) -> GuideContact:
    """Some months after the last contact what was written goes, and whose it was (RET-12)."""
    contact = take(actor, GuideContact, contact_id, may=permits.FORGET_GUIDE_NOTES)
    if contact.resident_id is not None:
        GuideNote.objects.filter(contact=contact).delete()
        contact.resident, contact.question, contact.words = None, None, ""
        keep(contact)
        bury(actor, contact, ret)
    return contact
