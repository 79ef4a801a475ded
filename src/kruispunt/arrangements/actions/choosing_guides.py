"""A resident chooses a guide, and changes her mind whenever she likes (SM-7, OCO-04)."""

from kruispunt.arrangements import queries
from kruispunt.arrangements.actions import letters_of_guides as letters
from kruispunt.arrangements.actions.steps_of_guides import G, move_contact, take_contact
from kruispunt.arrangements.models import GuideContact, GuideNote
from kruispunt.arrangements.permits import guides as permits
from kruispunt.arrangements.states.guides import OPEN_CONTACT
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep, may_begin, named
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.offers import actions as offers
from kruispunt.offers import queries as offered
from kruispunt.people import actions as people
from kruispunt.people import queries as known
from kruispunt.people.actions import Particulars
from kruispunt.questions import actions as questions
from kruispunt.questions import queries as asks
from kruispunt.questions.states import State


class NotIndependent(ImpossibleMove):
    """This guide cannot stand beside this resident; another one can. The reason stays unsaid."""


@action
def ask_guide(
    actor: Actor, *, words: str = "", field: str = "", who: Particulars | None = None
) -> GuideContact:
    """Ask for someone to think along: as I am known here, or as a new name with a number."""
    may_begin(actor, permits.ASK_GUIDE)
    resident_id = actor.person_id
    if who is not None and resident_id is None:
        resident_id = people.register_person(actor, who=who).pk
    if resident_id is None:
        raise ImpossibleMove("Zeg eerst hoe u heet en hoe we u bereiken.")
    return _ask(actor, resident_id, words=words, field=field)


@action
def ask_and_choose(
    actor: Actor, guide_id: int, *, who: Particulars | None = None, words: str = "", field: str = ""
) -> GuideContact:
    """Choose in one go: as I am known here, or at the public door with a name and a number."""
    may_begin(actor, permits.ASK_GUIDE)
    mine = queries.my_guide(actor) if actor.person_id else None
    if mine is not None and mine.state in OPEN_CONTACT:
        return _choose(actor, take_contact(actor, mine.pk, permits.CHOOSE_GUIDE), guide_id)
    resident_id = actor.person_id
    if resident_id is None and who is not None:
        resident_id = people.register_person(actor, who=who).pk
    if resident_id is None:
        raise ImpossibleMove("Zeg eerst hoe u heet en hoe we u bereiken.")
    return _choose(actor, _ask(actor, resident_id, words=words, field=field), guide_id)


@action
def invite_to_choose(actor: Actor, question_id: int) -> GuideContact:
    """The Startpunt brought a question to the guides; who it is about is invited to choose."""
    may_begin(actor, permits.REMIND_GUIDE)
    resident_id = asks.asker_of(actor, question_id)
    contact = _ask(actor, resident_id, question_id=question_id)
    letters.choose_one(actor, contact)
    return contact


@action
def choose_guide(actor: Actor, contact_id: int, *, guide_id: int) -> GuideContact:
    """Choose a guide, or another one. Nobody asks why, and nobody chooses for someone else."""
    return _choose(actor, take_contact(actor, contact_id, permits.CHOOSE_GUIDE), guide_id)


@action
def first_contact(actor: Actor, contact_id: int) -> GuideContact:
    """The two spoke for the first time."""
    contact = take_contact(actor, contact_id, permits.FIRST_CONTACT)
    contact.last_contact_on = actor.today
    return move_contact(actor, contact, "first_contact")


@action
def search_together(actor: Actor, contact_id: int) -> GuideContact:
    """They look together for what suits; the resident decides."""
    contact = take_contact(actor, contact_id, permits.SEARCH_TOGETHER)
    return move_contact(actor, contact, "search_together")


@action
def note_application(actor: Actor, contact_id: int) -> GuideContact:
    """The resident asked for care or support, with the guide beside her (E9)."""
    contact = take_contact(actor, contact_id, permits.NOTE_APPLICATION)
    return move_contact(actor, contact, "note_application")


@action
def suggest_professional(actor: Actor, contact_id: int) -> GuideContact:
    """This is too complicated for a volunteer: the resident may choose a professional guide."""
    contact = take_contact(actor, contact_id, permits.SUGGEST_PROFESSIONAL)
    _release(actor, contact)
    contact.wants_professional, contact.guide = True, None
    moved = move_contact(actor, contact, "suggest_professional")
    letters.choose_one(actor, moved)
    return moved


@action
def finish_guidance(actor: Actor, contact_id: int) -> GuideContact:
    """It is done, or the resident goes on by herself; the guide's access ends at once."""
    contact = take_contact(actor, contact_id, permits.FINISH_GUIDANCE)
    if contact.guide_id is not None:
        _release(actor, contact)
    contact.last_contact_on = contact.last_contact_on or actor.today
    moved = move_contact(actor, contact, "finish_guidance")
    if moved.question is not None and moved.question.state == State.ANSWERED:
        questions.ask_to_close(actor.through("arrangements"), moved.question.pk)
    return moved


@action
def write_guide_note(
    actor: Actor, contact_id: int, *, words: str, sort: str = "moment"
) -> GuideNote:
    """Write a line on the sheet; only the resident and this guide read it (OCO-05)."""
    contact = take_contact(actor, contact_id, permits.WRITE_GUIDE_NOTE)
    note = keep(
        GuideNote(
            municipality_id=actor.municipality_id,
            contact=contact,
            by_id=named(actor),
            sort=sort,
            words=words,
            at=actor.at,
        )
    )
    contact.last_contact_on = actor.today
    _not_silent(actor, contact)
    journal.write(actor, "guide_contact.write", contact, person_id=contact.resident_id)
    return note


def _ask(
    actor: Actor,
    resident_id: int,
    *,
    words: str = "",
    field: str = "",
    question_id: int | None = None,
) -> GuideContact:
    """Open the contact, and count who could be chosen: the proof that support was offered (E2)."""
    cards = queries.guides_to_choose(actor, field=field, resident_id=resident_id)
    contact = keep(
        GuideContact(
            municipality_id=actor.municipality_id,
            resident=known.known(actor, resident_id),
            question_id=question_id,
            field=field,
            words=words,
            state_since=actor.at,
            asked_on=actor.today,
            shown=len(cards),
        ),
        giving=actor,
    )
    journal.write(actor, "guide_contact.ask", contact, person_id=resident_id, shown=len(cards))
    return move_contact(actor, contact, "show_guides")


def _choose(actor: Actor, contact: GuideContact, guide_id: int) -> GuideContact:
    inside = actor.through("arrangements")
    guide = offered.guides_to_show(actor).get(pk=guide_id)
    resident_id = contact.resident_id or 0
    beside = queries.around_resident(actor, resident_id)
    if not queries.standing_free(actor, [guide], beside, resident_id):
        raise NotIndependent("Deze meedenker kan niet naast u staan. Kies een ander.")
    _release(actor, contact)
    contact.guide = offers.engage_guide(inside, guide_id)
    moved = move_contact(actor, contact, "choose_guide")
    letters.chosen(actor, moved)
    question = moved.question
    if question is not None and question.state == State.WITH_GUIDE:
        questions.arrange(inside, question.pk)
    return moved


def _release(actor: Actor, contact: GuideContact) -> None:
    if contact.guide_id is not None:
        offers.release_guide(actor.through("arrangements"), contact.guide_id)


def _not_silent(actor: Actor, contact: GuideContact) -> None:
    if contact.state in {G.MET, G.SEARCHING, G.APPLIED}:
        contact.reminded_on = None
        contact.due_on = due(actor, "guide.silent")
    keep(contact)
