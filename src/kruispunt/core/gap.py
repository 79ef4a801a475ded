"""Where help is short: what one more volunteer of a certain profile, in a certain place, would add.

A profile is a kind of help, a class, the themes that ask for training, and a square of 2.5 km. Its
volunteer is hypothetical but ordinary; what she adds is found by laying her on the scales too.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from kruispunt.core.cards import NONE, Question, Volunteer
from kruispunt.core.eligibility import trainings_needed
from kruispunt.core.neighbourhoods import SQUARE
from kruispunt.core.unlock.cells import volunteer_row
from kruispunt.core.unlock.change import Change, Subject
from kruispunt.core.unlock.cheapest import ALL_TRIED, Told, nobody_listens
from kruispunt.core.unlock.newcomer import unused_id
from kruispunt.core.unlock.town import Town
from kruispunt.core.unlock.what_if import Effect, WhatIf
from kruispunt.core.vocabulary import Intensity

MOST_PLACES: Final = {Intensity.LIGHT: 3, Intensity.INTENSIVE: 2, Intensity.VERY_INTENSIVE: 1}
"""How many questions one ordinary volunteer takes on at once, by class (CAP-01)."""


class Profile(NamedTuple):
    """What kind of volunteer, and where; themes joined by `|`, the square in steps of 2.5 km."""

    kind: str
    intensity: Intensity
    themes: str
    east: int
    north: int


@dataclass(frozen=True, slots=True)
class Shortage:
    """One missing volunteer: who she could be, and what she would add.

    `row` is her row in the file of volunteers. `added_value` is in hundred-thousandths of a point;
    `extra_served` says how many more questions are then served.
    """

    profile: Profile
    volunteer: Volunteer
    row: Mapping[str, str]
    added_value: int
    extra_served: int


def shortages(town: Town, day: date, *, told: Told = nobody_listens) -> tuple[Shortage, ...]:
    """List the volunteers each of whom, added alone, gets an open question served.

    The most valuable first, then by id. Exact for one volunteer at a time; two of them together
    may add less than the sum. In a large town where hours or teams bind, only profiles of open
    questions are looked at: each costs a rerun.
    """
    what_if = WhatIf(town)
    still_open = set(town.proposal.unmatched)
    few = what_if.knows or len(town.questions) * len(town.volunteers) <= ALL_TRIED
    crowd = [
        (profile, asks)
        for profile, asks in sorted(profiles(town).items())
        if few or asks[0].id in still_open
    ]
    cards = [
        volunteer_for(profile, asks, unused_id(town, f"tekort-{number:04d}"))
        for number, (profile, asks) in enumerate(crowd, start=1)
    ]
    found = []
    for number, effect in enumerate(what_if.added(cards)):
        card, profile = cards[number], crowd[number][0]
        value, served, came = effect or _added(town, card)
        if came:
            found.append(Shortage(profile, card, volunteer_row(card, day), value, served))
        told(number + 1, len(cards))
    return tuple(sorted(found, key=lambda one: (-one.added_value, one.volunteer.id)))


def _added(town: Town, card: Volunteer) -> Effect:
    """Lay everyone on the scales again, and her too."""
    before = town.proposal
    after = town.after(Change(Subject.NEWCOMER, card.id, "", "", "", 0, card))
    return Effect(
        after.value - before.value,
        len(before.unmatched) - len(after.unmatched),
        frozenset(before.unmatched) - set(after.unmatched),
    )


def profiles(town: Town) -> dict[Profile, list[Question]]:
    """Group the questions by the profile they ask for; open ones push served ones aside.

    A profile of served questions counts too: who takes one of those may free someone else.
    """
    still_open = set(town.proposal.unmatched)
    groups: dict[Profile, list[Question]] = defaultdict(list)
    for ask in town.questions.values():
        for kind in ask.kinds:
            groups[profile_of(ask, kind)].append(ask)
    return {
        profile: [ask for ask in asks if ask.id in still_open] or asks[:1]
        for profile, asks in groups.items()
    }


def profile_of(question: Question, kind: str) -> Profile:
    """The profile that a question asks for, for one of its kinds of help."""
    very = question.intensity is Intensity.VERY_INTENSIVE
    themes = "|".join(sorted(question.themes)) if very else ""
    return Profile(kind, question.intensity, themes, question.x // SQUARE, question.y // SQUARE)


def volunteer_for(profile: Profile, asks: Sequence[Question], who: str) -> Volunteer:
    """Give the ordinary volunteer who would suit these questions of one profile."""
    places = min(len(asks), MOST_PLACES[profile.intensity])
    return Volunteer(
        id=who,
        kinds=frozenset({profile.kind}),
        x=_middle([ask.x for ask in asks]),
        y=_middle([ask.y for ask in asks]),
        hours=sum(sorted((ask.hours for ask in asks), reverse=True)[:places]),
        places=places,
        languages=_languages(asks),
        gender=_gender(asks),
        trainings=NONE.union(*(trainings_needed(ask) for ask in asks)),
        has_vog=any(ask.needs_vog for ask in asks),
        max_intensity=profile.intensity,
    )


def _middle(places: Sequence[int]) -> int:
    """The middle of some places, on a whole metre."""
    return sum(places) // len(places) // 1000 * 1000


def _languages(asks: Sequence[Question]) -> frozenset[str]:
    """As few languages as let her talk with everyone: each time the one most still need."""
    spoken: set[str] = set()
    while lonely := [ask for ask in asks if spoken.isdisjoint(ask.languages)]:
        counts = Counter(sorted(tongue for ask in lonely for tongue in ask.languages))
        spoken.add(max(counts, key=lambda tongue: (counts[tongue], tongue == "nl")))
    return frozenset(spoken)


def _gender(asks: Sequence[Question]) -> str:
    """The gender that most of those with a wish ask for; nothing where nobody has one."""
    wishes = Counter(sorted((ask.gender_wish for ask in asks if ask.gender_wish), reverse=True))
    return max(wishes, key=lambda wish: wishes[wish]) if wishes else ""
