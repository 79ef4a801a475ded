"""The life of a question: asked in someone's own words, understood, weighed, sent on its way."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from random import Random

from kruispunt.base.actor import Actor
from kruispunt.config.merwedam import arriving
from kruispunt.config.merwedam.askers import Asking, askings
from kruispunt.config.merwedam.books import book, dice
from kruispunt.config.merwedam.bringing import Bringing
from kruispunt.config.merwedam.searching import Search
from kruispunt.config.merwedam.settling import COLLEAGUES
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import Teller, Town
from kruispunt.core.triage import DEPENDENT
from kruispunt.questions import actions as questions
from kruispunt.questions import queries as asks
from kruispunt.questions.actions.clarifying import Clarification
from kruispunt.questions.actions.signals import Noticed
from kruispunt.questions.queries import neighbourhood
from kruispunt.questions.states import TAKEN_OVER, State

INTAKE = {"inloop": "desk", "telefoon": "phone", "formulier": "site"}
WMO_KIND, GUIDE_KIND = "WMO_HULP_BIJ_MELDEN", "CLIENTONDERSTEUNING"
# How far a question that is open now has come, by how many days ago it was asked.
STOPS = (
    (1, ("new", "contacted", "clarified")),
    (3, ("contacted", "clarified", "triaged", "on its way")),
    (6, ("contacted", "triaged", *("on its way",) * 7)),
    (12, ("triaged", *("on its way",) * 9)),
    (999, ("on its way",)),
)
DECISIONS = ("provided", "provided", "refused", "otherwise")


def everyone_asks(town: Town, one_in: int = 1) -> None:
    """Plan every question of two years at the moment at which it comes in."""
    for asking in askings()[::one_in]:
        life = Life(town, asking, dice(f"question of {asking.who.number}"))
        town.story.at(town.story.calendar.days_ago(asking.days_ago, life.throw), life.come_in)


@dataclass(slots=True)
class Life(Teller):
    """One question, step by step; each step plans the next one."""

    town: Town
    asking: Asking
    throw: Random
    question_id: int = 0
    stop: str = field(init=False)

    def __post_init__(self) -> None:
        self.stop = "on its way"
        if self.asking.open_now:
            stops = next(stops for until, stops in STOPS if self.asking.days_ago <= until)
            self.stop = self.throw.choice(stops)

    def come_in(self, at: datetime) -> None:
        """Someone asks: at the desk, by telephone, on the site, or through the ambassador."""
        person_id = arriving.know(self.town, self.asking.who, at)
        if self.asking.channel == "ambassadeur":
            self._through_bilal(person_id, at)
            return
        intake = INTAKE[self.asking.channel]
        asker = self.town.themselves(self.asking.who.number, "resident", at)
        opened = questions.open_question(
            asker if intake == "site" else self.town.act("Wim", at),
            asked_by_id=person_id,
            words=self.asking.words,
            intake=intake,
            gives=self.asking.talent,
        )
        self.question_id = opened.pk
        self._next(at, (0.1, 0.1, 1, 1, 2), self.contact, unless="new")

    def _through_bilal(self, person_id: int, at: datetime) -> None:
        """The ambassador hears it in the street and hands it in, with a yes of who asks."""
        signal = questions.notice(
            self.town.act("Bilal", at),
            noticed=Noticed(
                words=self.asking.words,
                place=self.asking.who.street,
                neighbourhood_id=self.town.areas[self.asking.who.neighbourhood],
                named_id=person_id,
                yes_on=at.date(),
                yes_how=self.throw.choice(("aan de deur", "op straat", "bij de koffie")),
            ),
        )
        questions.hand_in(self.town.act("Bilal", at), signal.pk)

        def turn(later: datetime) -> None:
            wim = self.town.act("Wim", later)
            questions.take_up(wim, signal.pk)
            self.question_id = questions.turn(wim, signal.pk, asked_by_id=person_id).pk
            self._next(later, (1, 1, 2), self.contact, unless="new")
            self._next(later, (6, 8, 9, 13), feed_back)

        def feed_back(later: datetime) -> None:
            outcome = "We hebben gesproken en zoeken samen verder. Bedankt voor het brengen."
            questions.feed_back(self.town.act("Wim", later), signal.pk, outcome=outcome)

        self._next(at, (1, 1, 2), turn)

    def contact(self, at: datetime) -> None:
        questions.contact(self._worker(at), self.question_id)
        self._next(at, (1, 2, 3, 5), self.clarify, unless="contacted")

    def clarify(self, at: datetime) -> None:
        questions.clarify(self._worker(at), self.question_id, found=self._found())
        self._next(at, (0.1, 1), self.triage, unless="clarified")

    def triage(self, at: datetime) -> None:
        questions.triage(
            self._worker(at),
            self.question_id,
            answers=self.asking.answers,
            themes=self.asking.themes or None,
        )
        self._next(at, (0.1, 0.1, 1, 2), self.send_on, unless="triaged")

    def send_on(self, at: datetime) -> None:
        """The way to an answer that fits this kind of question."""
        wim, kind = self._worker(at), self.asking.kind
        answer = self.asking.sentence.usual("answer")
        if kind == WMO_KIND:
            questions.notify(wim, self.question_id)
        elif kind == GUIDE_KIND:
            questions.hand_to_guide(wim, self.question_id)
        elif answer == "team":
            questions.hand_to_team(wim, self.question_id)
        elif answer == "organisation":
            Bringing(self.town, self.asking, self.question_id, self.throw).bring(at)
            return
        else:
            self._search(at)
            return
        if not self.asking.open_now:
            self._next(at, (5, 9, 14, 21), self.settled_elsewhere)

    def settled_elsewhere(self, at: datetime) -> None:
        """What others made of it is noted; the team tells it itself."""
        wim = self._worker(at)
        stands = asks.one(wim, self.question_id).state
        told = "answered_by_team" if stands == State.WITH_TEAM else "answered_elsewhere"
        ending = self.throw.choice(book("reasons")[told])
        if stands == State.WITH_TEAM:
            self._told_by_the_team(at, ending)
        elif stands in TAKEN_OVER:
            outcome = "guided" if stands == State.WITH_GUIDE else self.throw.choice(DECISIONS)
            concluded = questions.Concluded(outcome=outcome, ending=ending)
            questions.conclude(wim, self.question_id, concluded=concluded)

    def _told_by_the_team(self, at: datetime, ending: str) -> None:
        thea = self.town.act("Thea", at)
        row = neighbourhood.liveability(thea).filter(question_id=self.question_id).get()
        questions.receive(thea, row.pk)
        questions.take_up_liveability(thea, row.pk)
        questions.answer_liveability(thea, row.pk, outcome=ending)

    def _search(self, at: datetime) -> None:
        worker = self._worker(at)
        if self.asking.level == DEPENDENT:
            questions.combine(worker, self.question_id)
        else:
            questions.search(worker, self.question_id)
        search = Search(self.town, self.asking, self.question_id, self.throw)
        self._next(at, (0.1, 1, 2, 4), search.invite)

    def _worker(self, at: datetime) -> Actor:
        """Wim and his colleagues each take a third of what comes in."""
        names = ("Wim", *COLLEAGUES)
        return self.town.act(names[self.asking.who.number % len(names)], at)

    def _found(self) -> Clarification:
        told = self.asking
        wishes = f" Wens: {'; '.join(told.wishes)}." if told.wishes else ""
        return Clarification(
            need=told.need + wishes,
            kind=told.kind,
            self_reliance=told.level,
            gives=told.talent,
            slots=told.slots,
            hours=Decimal(told.hours),
            gender_wish=told.gender_wish,
            circumstances=told.circumstances,
            interests=told.interests,
            dislikes=told.dislikes,
            role=told.role,
            frequency=told.frequency,
            term_months=told.term,
        )

    def _next(
        self,
        at: datetime,
        days: tuple[float, ...],
        deed: Deed,
        *,
        unless: str = "",
    ) -> None:
        """Plan what follows, unless this is where the question stands today."""
        if self.stop != unless or not unless:
            self._plan(at, days, deed)
