"""A question that an organisation answers: brought with a yes, taken on, begun, followed."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from kruispunt.arrangements import actions as arrangements
from kruispunt.base.actor import Actor
from kruispunt.base.moves import ImpossibleMove
from kruispunt.config.merwedam.askers import Asking
from kruispunt.config.merwedam.books import book, spoken
from kruispunt.config.merwedam.getting_stuck import Stuck
from kruispunt.config.merwedam.town import Teller, Town
from kruispunt.core.vocabulary import Kind
from kruispunt.people import actions as people

REFUSALS = ("no_place", "waiting_list", "not_ours")
SAYS_NO = 0.12
# Of the questions that are open now, how far the organisation has come.
STOPS = ("sent", "sent", "unclear", "taken on", "taken on", "offered", "refused")


@dataclass(slots=True)
class Bringing(Teller):
    """One question at one organisation."""

    town: Town
    asking: Asking
    question_id: int
    throw: Random
    referral_id: int = 0
    organisation: str = ""
    stop: str = ""

    def bring(self, at: datetime) -> None:
        """The resident says yes to sharing the question, and it goes to the contact person."""
        self.stop = self.throw.choice(STOPS) if self.asking.open_now else ""
        self.organisation = self.throw.choice(_who_does(self.asking.kind))
        wim, organisation_id = self.town.act("Wim", at), self._organisation_id
        consent = people.ask_consent(
            wim,
            person_id=self.town.people[self.asking.who.number],
            scope="question",
            purpose="Zodat zij kunnen zeggen of zij hierbij helpen.",
            organisation_id=organisation_id,
        )
        people.give_consent(wim, consent.pk, until=(at + timedelta(days=180)).date())
        referral = arrangements.refer(
            wim,
            self.question_id,
            organisation_id=organisation_id,
            words=self.asking.need,
            why="Hier bestaat al iets voor.",
        )
        self.referral_id = referral.pk
        if self.stop == "refused" or (not self.stop and self.throw.random() < SAYS_NO):
            self._plan(at, (1, 2, 3), self.refuse)
        elif self.stop == "unclear":
            self._plan(at, (1, 2), self.ask_back)
        elif self.stop != "sent":
            self._plan(at, (0.2, 1, 1, 2), self.take_on)

    def ask_back(self, at: datetime) -> None:
        words = "Kan iemand zelf komen, of is er vervoer nodig?"
        arrangements.ask_back(self._contact(at), self.referral_id, words=words)

    def refuse(self, at: datetime) -> None:
        refusal = self.throw.choice(REFUSALS)
        arrangements.refuse(self._contact(at), self.referral_id, refusal=refusal)
        solved = not self.asking.open_now
        Stuck(self.town, self.question_id, self.throw, solved=solved).reach_petra(at)

    def take_on(self, at: datetime) -> None:
        arrangements.take_on(self._contact(at), self.referral_id)
        if self.stop != "taken on":
            self._plan(at, (0.2, 1, 1, 2), self.offer)

    def offer(self, at: datetime) -> None:
        offered = f"{Kind(self.asking.kind).label}, op een vast moment in de week."
        starts_on = (at + timedelta(days=self.throw.choice((1, 2, 3)))).date()
        arrangements.offer(
            self._contact(at), self.referral_id, offered=offered, starts_on=starts_on
        )
        if self.stop != "offered":
            self._plan(at, (1, 2, 3), self.deliver)

    def deliver(self, at: datetime) -> None:
        arrangements.deliver(self._contact(at), self.referral_id)
        self._plan(at, (42, 44), self.follow_up)

    def follow_up(self, at: datetime) -> None:
        wim = self.town.act("Wim", at)
        words = spoken(self.throw.choice(book("reasons")["looking_back"]), self.throw)
        quality = self.throw.choice((3, 4, 4, 5, 5))
        arrangements.follow_up(wim, self.referral_id, quality=quality, words=words)
        arrangements.close_referral(wim, self.referral_id)
        ending = self.throw.choice(book("reasons")["answered_elsewhere"])
        with suppress(ImpossibleMove):  # it may have ended with Petra
            arrangements.close(wim, self.question_id, ending=ending)

    @property
    def _organisation_id(self) -> int:
        return self.town.organisations[self.organisation]

    def _contact(self, at: datetime) -> Actor:
        return self.town.contact(self.organisation, at)


def _who_does(kind: str) -> list[str]:
    """The organisations that have something for this kind of question."""
    found = [
        told["name"]
        for told in book("organisations")["organisation"]
        if any(kind in offer["kinds"] for offer in (*told["services"], *told["activities"]))
    ]
    return found or ["Welzijn De Boei"]
