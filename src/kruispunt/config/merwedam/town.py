"""What the story knows of the rows it made: who is who, and who acts."""

from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from kruispunt.base.actor import Actor
from kruispunt.config.merwedam.story import Deed, Story

NOOR = -1  # the cast has no number among the inhabitants


@dataclass(slots=True)
class Town:
    """Merwedam while it is being told."""

    municipality_id: int
    story: Story
    areas: dict[str, int] = field(default_factory=dict)
    organisations: dict[str, int] = field(default_factory=dict)
    players: dict[str, Actor] = field(default_factory=dict)
    cast: dict[str, int] = field(default_factory=dict)
    contacts: dict[str, int] = field(default_factory=dict)
    people: dict[int, int] = field(default_factory=dict)
    volunteers: dict[int, int] = field(default_factory=dict)
    teams: dict[str, int] = field(default_factory=dict)
    campaigns: list[int] = field(default_factory=list)

    def system(self, at: datetime) -> Actor:
        return Actor.system(self.municipality_id, at)

    def act(self, name: str, at: datetime) -> Actor:
        """One of the cast, acting at this moment."""
        who = self.players[name]
        return Actor(who.person_id, who.municipality_id, who.roles, who.organisation_ids, at=at)

    def contact(self, organisation: str, at: datetime) -> Actor:
        """The contact person of an organisation, acting at this moment."""
        roles, works_for = frozenset({"contact"}), frozenset({self.organisations[organisation]})
        return Actor(self.contacts[organisation], self.municipality_id, roles, works_for, at=at)

    def themselves(self, number: int, role: str, at: datetime) -> Actor:
        """Someone of the crowd, acting for herself."""
        return Actor(self.people[number], self.municipality_id, frozenset({role}), at=at)


class Teller:
    """Whoever tells a part of the story, with dice of its own."""

    __slots__ = ()
    town: Town
    throw: Random

    def _plan(self, at: datetime, days: tuple[float, ...], deed: Deed) -> None:
        """What follows comes as many days later as the dice say, in office hours."""
        moment = self.town.story.calendar.later(at, self.throw.choice(days), self.throw)
        self.town.story.at(moment, deed)
