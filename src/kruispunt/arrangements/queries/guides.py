"""Reading guides at work: the resident her sheet, the guide her part, the coordinator a status."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from kruispunt.arrangements.models import (
    AnonymousTalk,
    GuideContact,
    GuideNote,
    GuideVoice,
)
from kruispunt.arrangements.permits import guides as permits
from kruispunt.arrangements.states.guides import BESIDE, GUIDE_CONTACT_MOVES, OPEN_CONTACT
from kruispunt.base.actor import Actor
from kruispunt.base.figures import concealed, least
from kruispunt.base.letter_words import LetterWord
from kruispunt.base.parts import COUNTING_SEATS, Around, Standing, around, seated_at
from kruispunt.base.terms import amount
from kruispunt.offers import queries as offers
from kruispunt.people import queries as people
from kruispunt.questions import queries as questions
from kruispunt.questions.queries import languages

WORD = LetterWord("kruispunt.arrangements.guide", GuideContact, "resident_id")


@dataclass(frozen=True, slots=True)
class Voices:
    """What people say of their guides, taken together (MON-01)."""

    count: int
    chose_myself: int | None
    stood_beside_me: float
    knew_the_way: float


def guide_contacts(actor: Actor) -> QuerySet[GuideContact]:
    """My guide, or those who chose me; open ones first."""
    rows = GuideContact.objects.select_related("resident", "guide__person")
    return permits.READ_GUIDE_CONTACT.narrow(rows, actor).order_by("due_on", "-pk")


def guide_contact(actor: Actor, contact_id: int) -> GuideContact:
    return guide_contacts(actor).get(pk=contact_id)


def my_guide(actor: Actor) -> GuideContact | None:
    """The contact with a guide that is open for me as a resident, or the last one."""
    mine = guide_contacts(actor).filter(resident_id=actor.person_id)
    return mine.filter(state__in=sorted(OPEN_CONTACT)).first() or mine.order_by("-pk").first()


def beside_whom(actor: Actor) -> QuerySet[GuideContact]:
    """Residents who chose me as their guide."""
    mine = guide_contacts(actor).filter(guide__person_id=actor.person_id or 0)
    return mine.filter(state__in=sorted(BESIDE))


def guide_notes(actor: Actor, contact_id: int) -> QuerySet[GuideNote]:
    rows = GuideNote.objects.filter(contact_id=contact_id).select_related("by")
    return permits.READ_GUIDE_NOTE.narrow(rows, actor).order_by("-at", "-pk")


def guides_to_choose(
    actor: Actor, *, field: str = "", professional: bool = False, resident_id: int | None = None
) -> list[offers.GuideCard]:
    """Every guide who may stand beside this resident: who knows the field first, nobody assigned.

    Whoever decides or delivers for her is left out, and it does not show (OCO-05).
    """
    found = list(offers.guides_to_show(actor))
    if resident_id is not None:
        beside = around_resident(actor, resident_id)
        found = standing_free(actor, found, beside, resident_id)
    if professional:
        # A short list is no choice: with fewer professionals than that, everyone is shown.
        fit = [one for one in found if one.sort == "professional"]
        found = fit if len(fit) >= amount(actor, "guide.suggestions") else found
    wished = languages.language_wished(actor, resident_id)
    cards = [offers.guide_card(one, field=field) for one in found]
    return sorted(
        cards,
        key=lambda card: (
            professional and not card.professional,
            bool(wished) and wished not in card.languages,
            not card.fits,
            card.name,
            card.id,
        ),
    )


def around_resident(actor: Actor, resident_id: int) -> Around:
    """Who decides or delivers for a resident now; only for keeping a guide apart from them."""
    return around(actor, Standing.GUIDE, resident_id)


def standing_free(
    actor: Actor, guides: Iterable[Any], beside: Around, resident_id: int
) -> list[Any]:
    """The guides who neither decide nor deliver for this resident, nor does their employer."""
    guides = list(guides)
    seats = seated_at(actor, {one.person_id for one in guides}, COUNTING_SEATS[Standing.GUIDE])
    never = {resident_id, *people.never_with(actor, resident_id), *beside.persons}
    return [
        one
        for one in guides
        if one.person_id not in never
        and not ({one.employer_id} | seats.get(one.person_id, set())) & beside.places
    ]


def guides_followed(actor: Actor) -> QuerySet[GuideContact, Any]:
    """How far each contact is, for the coordinator: no name, no words (role table: status)."""
    return (
        permits.FOLLOW_GUIDES.narrow(GuideContact.objects.all(), actor)
        .order_by("due_on", "pk")
        .values(
            "id", "field", "state", "due_on", "asked_on", guided_by=F("guide__person__given_name")
        )
    )


def guide_voices(actor: Actor) -> Voices | None:
    """What people say of having chosen a guide, when there are enough of them to trace nobody."""
    rows = permits.COUNT_GUIDES.narrow(GuideVoice.objects.all(), actor)
    said = list(rows.values_list("chose_myself", "stood_beside_me", "knew_the_way"))
    if len(said) < least(actor):
        return None
    chose, beside, knew = (list(column) for column in zip(*said, strict=True))
    # Who did not choose is the rest: that number must not be small either.
    themselves = concealed(actor, {"yes": sum(chose), "no": len(said) - sum(chose)})["yes"]
    return Voices(len(said), themselves, sum(beside) / len(said), sum(knew) / len(said))


def anonymous_talks(actor: Actor, *, since: date) -> list[tuple[str, int | None]]:
    """How many talks without a name there were, by field; most first, small numbers untold."""
    rows = permits.COUNT_GUIDES.narrow(AnonymousTalk.objects.filter(on__gte=since), actor)
    counted = Counter(one.get_field_display() for one in rows)
    told = concealed(actor, counted)
    return sorted(told.items(), key=lambda one: (-(one[1] or 0), one[0]))


def guides_to_remind(actor: Actor) -> list[int]:
    """Contacts in which a guide should have called, or has been silent for too long."""
    rows = permits.REMIND_GUIDE.narrow(GuideContact.objects.all(), actor)
    late = rows.filter(state__in=sorted(BESIDE), due_on__lt=actor.today)
    fresh = late.filter(reminded_on__isnull=True) | late.filter(reminded_on__lt=F("due_on"))
    return list(fresh.order_by("due_on", "pk").values_list("pk", flat=True))


def questions_without_guide(actor: Actor) -> list[int]:
    """Questions brought to the guides for which nobody was invited to choose yet."""
    waiting = questions.waiting_for_a_guide(actor)
    open_ones = GuideContact.objects.filter(
        municipality_id=actor.municipality_id, state__in=sorted(OPEN_CONTACT)
    )
    busy = set(open_ones.values_list("question_id", flat=True))
    return [pk for pk in waiting if pk not in busy]


def guide_contact_verbs(contact: GuideContact) -> tuple[str, ...]:
    return GUIDE_CONTACT_MOVES.verbs(contact.state)


def guide_link(contact: GuideContact) -> str:
    return WORD.write(contact)


def guide_by_link(word: str) -> tuple[int, int, int]:
    """Read a word from a letter: the contact, the resident whose it is, and the municipality."""
    return WORD.read(word)
