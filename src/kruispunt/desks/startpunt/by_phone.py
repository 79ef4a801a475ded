"""A letter that a person brings: what is said or printed, and where the answer is noted.

Nobody reads a link of sixty signs aloud, and nobody types one from paper: on the phone the caller
notes the answer at once, and paper names the number of the Startpunt.
"""

import re
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse

from kruispunt.arrangements.queries.check_ins import WORD as CHECK_IN
from kruispunt.arrangements.queries.guidance import WORD as WELLBEING
from kruispunt.arrangements.queries.matches import WORD as MATCH
from kruispunt.arrangements.queries.odd_jobs import WORD as ODD_JOB
from kruispunt.arrangements.queries.places import WORD as PLACE
from kruispunt.base.actor import Actor
from kruispunt.base.letter_words import LetterWord
from kruispunt.desks.ui import policy
from kruispunt.matching.queries.invitations import WORD as INVITATION
from kruispunt.offers.queries.in_touch import WORD as PROFILE

AT_ONCE = "U kunt uw antwoord meteen aan mij zeggen."
CALL = "Bel ons: {phone}. Wij schrijven uw antwoord op."
# What a letter asks, by its kind of link: the word in it, the page where the answer is noted, and
# what the button there says.
ANSWERED_AT: dict[str, tuple[LetterWord, str, str]] = {
    "invitation": (INVITATION, "startpunt:answer_invitation", "Noteer ja of nee"),
    "match": (MATCH, "startpunt:match", "Noteer ja of nee"),
    "place": (PLACE, "startpunt:enrolment", "Noteer ja of nee"),
    "check_in": (CHECK_IN, "startpunt:call_check_in", "Noteer hoe het gaat"),
    "wellbeing": (WELLBEING, "startpunt:call_wellbeing", "Noteer hoe het gaat"),
    "profile": (PROFILE, "startpunt:volunteer", "Noteer of het profiel klopt"),
    "odd_job": (ODD_JOB, "startpunt:odd_job", "Noteer of het goed is"),
}


@dataclass(frozen=True, slots=True)
class Door:
    """Where an answer is noted."""

    label: str
    address: str


def said_aloud(text: str) -> str:
    """What one says on the phone: the letter without its links."""
    said = _without_links(text, "")
    return said if said == text else f"{said}\n\n{AT_ONCE}"


def on_paper(text: str, phone: str) -> str:
    """What is printed: the number to call in the place of a link; without a number the link."""
    return _without_links(text, CALL.format(phone=phone)) if phone else text


def doors(actor: Actor, text: str) -> list[Door]:
    """Where this caller notes what is answered, without asking the database anything."""
    found = [
        _door(kind, word)
        for kind in ANSWERED_AT
        if policy.may_come_in(ANSWERED_AT[kind][1], actor.roles)
        for word in _link(kind).findall(text)
    ]
    return [door for door in found if door is not None]


def _door(kind: str, word: str) -> Door | None:
    words, address, label = ANSWERED_AT[kind]
    try:
        return Door(label, reverse(address, args=[words.pk_of(word)]))
    except ObjectDoesNotExist:  # a link that we did not write
        return None


def _link(kind: str) -> re.Pattern[str]:
    before, after = settings.LETTER_LINKS[kind].split("{word}")
    return re.compile(rf"{re.escape(settings.SITE + before)}([^\s/]+){re.escape(after)}")


def _without_links(text: str, instead: str) -> str:
    """Put something else in the place of each sentence that ends in a link of ours."""
    sentence = re.compile(rf"[^.?!\n]*{re.escape(settings.SITE)}\S*")
    lines = (sentence.sub(f" {instead}", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
