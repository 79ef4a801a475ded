"""Two people together: they meet, try, agree on paper, go on for a term, and say goodbye."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from random import Random

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements import queries as answers
from kruispunt.arrangements.actions.accompanying import HowItGoes
from kruispunt.arrangements.actions.running import Agreement
from kruispunt.base.moves import ImpossibleMove
from kruispunt.config.merwedam import guiding, looking_back, standing
from kruispunt.config.merwedam.askers import Asking
from kruispunt.config.merwedam.books import book, spoken
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import Teller, Town
from kruispunt.core.delivered import EVERY_DAYS
from kruispunt.core.vocabulary import Frequency, Kind
from kruispunt.core.wording import coarse
from kruispunt.offers import actions as offers
from kruispunt.questions import actions as questions

TRIAL_DAYS, DAYS_A_MONTH = 42, 30.4
HEARD_AFTER, HEARD_LATELY, ANSWERS = (16, 45, 96, 140, 190, 280), 120, 0.93
ENDS_EARLY, RESTS = 0.3, 0.2


@dataclass(slots=True)
class Together(Teller):
    """A resident and a volunteer, from the first cup of coffee on."""

    town: Town
    asking: Asking
    question_id: int
    match_id: int
    throw: Random
    met_on: date = date.min

    def meet(self, at: datetime) -> None:
        marijke = self.town.act("Marijke", at)
        self.met_on = at.date()
        arrangements.start_trial(marijke, self.match_id, met_on=self.met_on)
        for kind in ("intake", "searching", "introduction"):
            guiding.note(self.town, at, kind, match_id=self.match_id, throw=self.throw)
        once = self.asking.frequency == "eenmalig"
        if once:
            self._plan(at, (1, 4, 9), self._ending("goal_reached", planned=True))
            return
        arrangements.sign(marijke, self.match_id, agreement=self._agreement())
        standing.at_first(self.town, at, self.question_id)
        self._plan(at, (TRIAL_DAYS, TRIAL_DAYS + 2), self.go_on)
        for days in HEARD_AFTER:
            self._plan(at, (days,), self.hear)

    def hear(self, at: datetime) -> None:
        """Both sides tell how it goes, by telephone; what was told long ago is left out."""
        marijke = self.town.act("Marijke", at)
        if (self.town.story.calendar.now - at).days > HEARD_LATELY:
            return
        planned = answers.check_ins(marijke).filter(match_id=self.match_id, state="planned")
        for check_in in planned.filter(on__lte=at.date()):
            if self.throw.random() < ANSWERS:
                before = (
                    answers.check_ins(marijke)
                    .filter(match_id=self.match_id, side=check_in.side, on__lt=check_in.on)
                    .last()
                )
                since = (check_in.on - (before.on if before else self.met_on)).days
                arrangements.answer_check_in(marijke, check_in.pk, goes=self._goes(since))
                guiding.note(self.town, at, "check_in", match_id=self.match_id, throw=self.throw)
                who = check_in.match.volunteering_id
                guiding.how_she_is(self.town, at, volunteering_id=who, throw=self.throw)

    def _times(self, days: int) -> int:
        """Mostly as often as they agreed; now and then a holiday came between."""
        every = EVERY_DAYS.get(Frequency(self.asking.frequency), days or 1)
        return max(round(days / every * self.throw.choice((1, 1, 1, 0.8, 0.4))), 1)

    def _goes(self, since: int) -> HowItGoes:
        words = spoken(self.throw.choice(book("reasons")["looking_back"]), self.throw)
        return HowItGoes(
            times_met=self._times(since),
            contact_score=self.throw.choices((2, 3, 4, 5), (3, 4, 45, 48))[0],
            costs_more=self.throw.random() < 0.06,
            as_agreed=self.throw.random() < 0.95,
            words=words if self.throw.random() < 0.5 else "",
        )

    def go_on(self, at: datetime) -> None:
        """After six weeks: on for the whole term, or goodbye without fault."""
        if self.throw.random() < ENDS_EARLY / 3:
            self._ending("no_click", planned=False)(at)
            return
        try:
            self._activate(at)
        except ImpossibleMove:
            self._plan(at, (14,), self._ending("organisation", planned=False))
            return
        if self.throw.random() < RESTS:
            self._plan(at, (20, 60), self._rest)
        if self.throw.random() < ENDS_EARLY:
            early = [one["reason"] for one in book("reasons")["ended"] if not one["planned"]]
            deed = self._ending(self.throw.choice(early), planned=False)
            self._plan(at, (self.throw.randint(20, int(self.asking.term * 24)),), deed)
        else:
            days = self.asking.term * DAYS_A_MONTH
            reason = self.throw.choice(("goal_reached", "term_over"))
            self._plan(at, (days, days + 6), self._ending(reason, planned=True))

    def _rest(self, at: datetime) -> None:
        """A few weeks of illness or holiday; the match stays (CAP-02)."""
        try:
            arrangements.pause(self.town.act("Marijke", at), self.match_id, why="Even rust.")
        except ImpossibleMove:
            return  # it ended before
        self._plan(at, (14, 30), self._go_on_after_rest)

    def _go_on_after_rest(self, at: datetime) -> None:
        with suppress(ImpossibleMove):
            arrangements.resume(self.town.act("Marijke", at), self.match_id)

    def _activate(self, at: datetime) -> None:
        marijke = self.town.act("Marijke", at)
        if self.asking.themes:
            ank = self.town.cast["Ank"]
            arrangements.back_up(marijke, self.match_id, person_id=ank)
        arrangements.activate(marijke, self.match_id)
        looking_back.agree_on_a_goal(self.town, at, question_id=self.question_id, throw=self.throw)

    def _ending(self, reason: str, *, planned: bool) -> Deed:
        def end(at: datetime) -> None:
            marijke = self.town.act("Marijke", at)
            for side in ("resident", "volunteer"):
                if planned or self.throw.random() < 0.6:
                    words = spoken(self.throw.choice(book("reasons")["looking_back"]), self.throw)
                    arrangements.look_back(marijke, self.match_id, side=side, words=words)
            ended = arrangements.end(
                marijke,
                self.match_id,
                reason=reason,
                ended_by=self.throw.choice(("resident", "volunteer", "both")),
                planned=planned,
            )
            if ended.volunteering.reflection_due or not planned:
                self._plan(at, (3, 7, 12), self._reflecting(ended.volunteering_id))
            self._plan(at, (1, 3, 6), self._closing(reason, planned=planned))
            self._plan(at, (2, 5), lambda then: looking_back.part(self.town, then, self.match_id))

        return end

    def _reflecting(self, volunteering_id: int) -> Deed:
        return lambda at: offers.reflect(self.town.act("Marijke", at), volunteering_id)

    def _closing(self, reason: str, *, planned: bool) -> Deed:
        def close(at: datetime) -> None:
            wim = self.town.act("Wim", at)
            said = [one["words"] for one in book("reasons")["ended"] if one["reason"] == reason]
            if planned:
                try:
                    arrangements.close(wim, self.question_id, ending=self.throw.choice(said))
                    standing.at_last(self.town, at, self.question_id)
                except ImpossibleMove:
                    self._plan(at, (7,), close)  # somebody else still waits for an answer
            else:
                # The match ended early and the question went on; most found another way.
                ending = self.throw.choice(said or book("reasons")["withdrawn"])
                with suppress(ImpossibleMove):  # it may have ended with Petra
                    questions.withdraw(wim, self.question_id, ending=ending)

        return close

    def _agreement(self) -> Agreement:
        return Agreement(
            activity=coarse(Kind(self.asking.kind).label).capitalize(),
            frequency=self.asking.frequency,
            term_months=self.asking.term,
            boundaries="Geen geld, geen medicijnen, niet tillen.",
            absence="Wie niet kan, belt de dag ervoor.",
        )
