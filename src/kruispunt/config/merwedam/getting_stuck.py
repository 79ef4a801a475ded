"""What got stuck lands on Petra's desk: she makes it clear, brings parties together, and learns."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements import queries as answers
from kruispunt.base.moves import ImpossibleMove
from kruispunt.config.merwedam.town import Teller, Town
from kruispunt.questions import actions as questions

PARTIES = ("Welzijn De Boei", "Zorggroep De Merwehof")


# What Petra wrote after calling about: what is needed, and never for whom.
NEEDED = (
    "Iemand wil elke week naar buiten en durft niet alleen. Wie kan meelopen, en vanaf wanneer?",
    "Iemand moet twee keer per maand naar het ziekenhuis. Wie rijdt, en wanneer kan dat beginnen?",
    "Een mantelzorger wil één middag in de week vrij. Wie neemt het dan over, en vanaf wanneer?",
)


@dataclass(slots=True)
class Stuck(Teller):
    """One question that got stuck: lately, and it lies there still, or long ago and solved."""

    town: Town
    question_id: int
    throw: Random
    solved: bool
    escalation_id: int = 0

    def reach_petra(self, at: datetime) -> None:
        self._plan(at, (1, 2), self.clear_up)

    def clear_up(self, at: datetime) -> None:
        petra = self.town.act("Petra", at)
        stuck = answers.escalations(petra).filter(question_id=self.question_id).last()
        if stuck is None:
            return  # something else of the answer still runs
        self.escalation_id = stuck.pk
        what = self.throw.choice(NEEDED)
        tried = "Vrijwilligers en organisaties gevraagd."
        arrangements.clear_up(petra, stuck.pk, what=what, tried=tried)
        if self.solved or self.throw.random() < 0.5:
            parties = tuple(self.town.organisations[name] for name in PARTIES)
            arrangements.invite_parties(petra, stuck.pk, organisation_ids=parties)
        if self.solved:
            self._plan(at, (6, 9, 13), self.agree)

    def agree(self, at: datetime) -> None:
        arrangements.agree_offer(
            self.town.act("Petra", at),
            self.escalation_id,
            agreed="Samen beginnen, en na zes weken kijken hoe het gaat.",
            responsible_id=self.town.organisations[self.throw.choice(PARTIES)],
            deadline=(at + timedelta(days=14)).date(),
        )
        self._plan(at, (5, 8, 12), self.finish)

    def finish(self, at: datetime) -> None:
        petra = self.town.act("Petra", at)
        arrangements.carry_out(petra, self.escalation_id)
        learned = "Eerder samen bellen had twee weken gescheeld."
        arrangements.evaluate(petra, self.escalation_id, evaluation=learned)
        try:
            ending = "Er is samen een oplossing gevonden."
            questions.withdraw(self.town.act("Wim", at), self.question_id, ending=ending)
        except ImpossibleMove:
            return  # it went on by itself
