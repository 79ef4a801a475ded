"""Bringing a letter along its channel, at an hour at which people may be disturbed."""

from collections.abc import Callable
from datetime import datetime

from kruispunt.base import courtesy, errands, post
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter
from kruispunt.base.states import Channel
from kruispunt.config import postman, texting

CARRIERS: dict[str, Callable[[Letter, datetime], None]] = {
    Channel.MAIL: postman.deliver,
    Channel.TEXT: texting.deliver,
}


def carried() -> tuple[str, ...]:
    """The channels along which a worker brings letters; the others are brought by a person."""
    return tuple(channel for channel in CARRIERS if channel not in post.by_hand())


def deliver(letter: Letter, now: datetime) -> None:
    """Look at the clock once more: the letter may have waited for a worker until late at night."""
    manners = courtesy.of(Actor.system(letter.municipality_id, now))
    moment = courtesy.polite_moment(manners, letter, now)
    if moment > now:
        errands.put_off(letter, due_at=moment)
        return
    CARRIERS[letter.channel](letter, now)
