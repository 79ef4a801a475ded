"""The post: letters that actions hand in, which go out after the action holds and not before."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import IntegrityError
from django.db.models import QuerySet
from django.utils import translation
from django.utils.formats import date_format

from kruispunt.base import bundles, courtesy, journal
from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.letter_words import LetterWord
from kruispunt.base.locks import locked, take, writing
from kruispunt.base.models import Letter
from kruispunt.base.permits import either, permit, role
from kruispunt.base.roles import Role
from kruispunt.base.states import MOVES, Channel, ErrandState, Haste
from kruispunt.base.verbs import action
from kruispunt.base.work import Pile

# Letters about signing in go to the address one signs in with, whatever one chose otherwise.
SIGNING_IN = "account"
WORD = LetterWord("kruispunt.base.letter", Letter)
# Whoever keeps the register of volunteers sees letters to volunteers only: their room vouches.
DESK = either(role(Role.WORKER), role("room:offers"))

# What waits for a person to look at it.
STUCK = (ErrandState.UNSURE, ErrandState.PARKED, ErrandState.RETURNED)

READ = permit("post.read", DESK, glimpses=(Drawer.CONTACT,))
TICK_OFF = permit("post.tick_off", DESK, opens=NO_DRAWER)
TRY_AGAIN = permit("post.try_again", DESK, opens=NO_DRAWER)


@action
def hand_in(  # noqa: PLR0913  (a letter has this many parts)
    actor: Actor,
    *,
    to_person_id: int,
    channel: str,
    subject: str,
    text: str,
    key: str,
    greeting: str = "",
    closing: str = "",
    haste: str = Haste.CALM,
    answer_by: date | None = None,
) -> Letter:
    """Hand in a letter. The same `key` again is the same letter, and goes out once.

    The subject is read by whoever looks over a shoulder: no name, no street, nothing about health.
    It comes at a polite hour, and when someone was written often enough, together with others.
    """
    letters = Letter.objects.filter(municipality_id=actor.municipality_id)
    if (same := letters.filter(key=key).first()) is not None:
        return same
    letter = Letter(
        municipality_id=actor.municipality_id,
        key=key,
        to_person_id=to_person_id,
        channel=channel,
        subject=subject,
        greeting=greeting,
        text=text,
        closing=closing,
        haste=haste,
        answer_by=answer_by,
    )
    manners = courtesy.of(actor)
    letter.due_at = courtesy.polite_moment(manners, letter, actor.at)
    day = bundles.day_for(manners, letter)
    try:
        with writing():
            letter.save()
    except IntegrityError:  # somebody handed in the same letter just now
        return letters.get(key=key)
    return letter if day is None else bundles.lay_in(actor, manners, letter, day)


@action
def tick_off(actor: Actor, letter_id: int) -> Letter:
    """Someone called, posted it, or found that it had arrived after all."""
    return _move(actor, take(actor, Letter, letter_id, may=TICK_OFF), "tick_off")


@action
def recall(actor: Actor, *, key: str) -> None:
    """Take back a letter that waits still: what it asks has been answered."""
    rows = Letter.objects.select_for_update(of=("self",))
    waiting = rows.filter(municipality_id=actor.municipality_id, key=key)
    for letter in waiting.filter(state__in=(ErrandState.WAITING, ErrandState.BUNDLED)):
        _move(actor, letter, "recall")
        empty = bundles.without(actor, letter)
        if empty is not None:
            _move(actor, empty, "recall")


@action
def come_back(actor: Actor, letter_id: int, *, trouble: str) -> bool:
    """A letter that had left did not arrive; say whether that was news."""
    rows = locked(Letter.objects.filter(municipality_id=actor.municipality_id))
    letter = rows.get(pk=letter_id)
    if "come_back" not in MOVES.verbs(letter.state):
        return False
    letter.trouble = trouble[:100]
    _move(actor, letter, "come_back")
    return True


@action
def try_again(actor: Actor, letter_id: int) -> Letter:
    """Send it once more: someone found out that it did not arrive."""
    letter = take(actor, Letter, letter_id, may=TRY_AGAIN)
    letter.tries, letter.due_at = 0, actor.at
    letter.times += 1
    return _move(actor, letter, "try_again")


@action
def turn_to(actor: Actor, *, person_id: int, channel: str) -> int:
    """Someone chose another way to be reached: what has not left yet goes along it."""
    rows = Letter.objects.select_for_update(of=("self",)).filter(
        municipality_id=actor.municipality_id, to_person_id=person_id
    )
    rows = rows.exclude(key__startswith=f"{SIGNING_IN}:")
    # Who has one in hand brings it; if that fails, the next try goes along the new way.
    waits = (ErrandState.WAITING, ErrandState.TAKEN, ErrandState.BUNDLED)
    turned = rows.filter(state__in=waits).exclude(channel=channel).update(channel=channel)
    for letter in rows.filter(state__in=(ErrandState.PARKED, ErrandState.RETURNED)):
        letter.channel, letter.tries, letter.times = channel, 0, letter.times + 1
        letter.due_at = courtesy.polite_moment(courtesy.of(actor), letter, actor.at)
        _move(actor, letter, "try_again")
        turned += 1
    return turned


def word(letter: Letter) -> str:
    """The word under which a letter can be read on a page, for who got only a short text."""
    return WORD.write(letter)


def by_word(word: str) -> Letter:
    """The letter of a word; whoever holds the letter may read it."""
    return Letter.objects.get(pk=WORD.pk_of(word))


def by_hand() -> tuple[str, ...]:
    """What a person brings: without a gateway also the text messages, from a phone of the desk."""
    always = (Channel.PHONE, Channel.LETTER)
    return always if settings.TEXTS else (*always, Channel.TEXT)


def link(kind: str, word: str) -> str:
    """The address in a letter under which its reader answers without signing in."""
    return f"{settings.SITE}{settings.LETTER_LINKS[kind].format(word=word)}"


def came_back_from(actor: Actor, person_id: int) -> Letter | None:
    """The last letter to somebody that did not arrive: along that way we may not reach her."""
    rows = Letter.objects.filter(municipality_id=actor.municipality_id, to_person_id=person_id)
    return rows.filter(state=ErrandState.RETURNED).order_by("-due_at", "-pk").first()


def day_in_words(day: date) -> str:
    """A day as people say it: maandag 9 november."""
    with translation.override("nl"):
        return date_format(day, "l j F")


def to_look_at(actor: Actor) -> QuerySet[Letter]:
    """What a person must do: calls and paper letters that are due, and letters that got stuck."""
    return _by_hand(actor, READ.narrow(Letter.objects.all(), actor))


def to_look_at_for(actor: Actor, persons: QuerySet[Any, Any]) -> QuerySet[Letter]:
    """The same for these persons only: a higher room says whose letters this actor may see."""
    rows = Letter.objects.filter(municipality_id=actor.municipality_id, to_person_id__in=persons)
    return _by_hand(actor, rows)


def _by_hand(actor: Actor, letters: QuerySet[Letter]) -> QuerySet[Letter]:
    due = letters.filter(state=ErrandState.WAITING, channel__in=by_hand(), due_at__lte=actor.at)
    stuck = letters.filter(state__in=STUCK)
    return (due | stuck).order_by("due_at", "pk")


def piles(actor: Actor) -> list[Pile]:
    """Calls, paper letters and letters that got stuck: work of the desk."""
    if not READ.every_row(actor):
        return []
    steps = {
        ErrandState.WAITING: "Bel, of print en verstuur",
        ErrandState.UNSURE: "Kijk of dit bericht aankwam",
        ErrandState.PARKED: "Dit bericht kwam niet weg. Kijk waarom",
        ErrandState.RETURNED: "Deze brief kwam niet aan. Bel, of kies een andere manier",
    }
    return [Pile("errand", "calls", steps, to_look_at(actor), due="due_at", words="subject")]


def _move(actor: Actor, letter: Letter, verb: str) -> Letter:
    before, letter.state = letter.state, MOVES.target(verb, letter.state)
    letter.done_at = actor.at if letter.state == ErrandState.DONE else None
    letter.save()
    journal.write(actor, f"letter.{verb}", letter, person_id=letter.to_person_id, before=before)
    return letter
