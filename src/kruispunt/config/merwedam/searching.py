"""The search for someone who fits: invitations in waves, a yes and a no, two people who meet."""

from dataclasses import dataclass
from datetime import datetime
from random import Random

from kruispunt.arrangements import actions as arrangements
from kruispunt.base.moves import ImpossibleMove
from kruispunt.config.merwedam.accompanying import Together
from kruispunt.config.merwedam.askers import Asking
from kruispunt.config.merwedam.books import book, spoken
from kruispunt.config.merwedam.getting_stuck import Stuck
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import NOOR, Teller, Town
from kruispunt.core.vocabulary import Kind, Slot
from kruispunt.core.wording import coarse
from kruispunt.matching import actions as matching
from kruispunt.matching import queries as matches
from kruispunt.matching.actions import CannotInvite
from kruispunt.questions import actions as questions
from kruispunt.questions import queries as asks
from kruispunt.questions.states import FOR_VOLUNTEERS

NO_REASONS = ("no_time", "no_time", "too_far", "too_heavy", "not_my_kind", "other")
MOST_WAVES = 3
SAYS_YES, KEEPS_SILENT = 0.62, 0.13
RESIDENT_SAYS_YES = 0.9
# Of the questions that are open now, so many wait for nobody yet, for a volunteer or for a yes.
OPEN_STOPS = ("nobody asked", "invited", "invited", "invited", "refused", "said yes")


@dataclass(slots=True)
class Search(Teller):
    """Looking for a volunteer for one question."""

    town: Town
    asking: Asking
    question_id: int
    throw: Random
    wave: int = 0
    stop: str = ""
    found: bool = False
    order: list[int] | None = None

    def invite(self, at: datetime) -> None:
        """Ask one to three of those who stand highest on the scales."""
        if self.asking.open_now and not self.stop:
            self.stop = self.throw.choice(OPEN_STOPS)
            if self.stop == "nobody asked":
                return
            days_ago = self.throw.choice((1, 2, 4, 7))
            recently = self.town.story.calendar.days_ago(days_ago, self.throw)
            if recently > at:
                self.town.story.at(recently, self.invite)
                return
        if not self._is_sought(at):
            return  # it was escalated meanwhile, and lies with Petra
        if self.order is None:
            weighed = matches.candidates(self.town.act("Marijke", at), self.question_id)
            noor = self.town.volunteers.get(NOOR)  # she is kept free for her own story
            order = [one.volunteering_id for one in weighed.candidates]
            self.order = [one for one in order if one != noor]
        how_many = self.throw.choice((1, 1, 2, 3))
        sent: list[int] = []
        while self.order and not sent and self.wave < MOST_WAVES:
            chosen, self.order = self.order[:how_many], self.order[how_many:]
            sent = self._ask(at, tuple(chosen))
        if sent:
            self.wave += 1
            self._answers(at, sent)
        else:
            self._no_one(at)

    def _is_sought(self, at: datetime) -> bool:
        return asks.one(self.town.act("Wim", at), self.question_id).state in FOR_VOLUNTEERS

    def _ask(self, at: datetime, volunteering_ids: tuple[int, ...]) -> list[int]:
        """Who stood highest when the search began may have found another match since."""
        try:
            sent = matching.invite(
                self.town.act("Marijke", at),
                self.question_id,
                volunteering_ids=volunteering_ids,
                words=self._words(),
            )
        except CannotInvite:
            return []
        return [one.pk for one in sent]

    def _answers(self, at: datetime, invitation_ids: list[int]) -> None:
        """Each answers on a day of her own; when nobody says yes, a next wave follows."""
        if self.stop == "invited":
            return
        for invitation_id in invitation_ids:
            says = self.throw.random()
            if self.stop == "refused":
                says = 1.0
            if self.stop == "said yes" or says < SAYS_YES:
                self._plan(at, (0.2, 1, 2, 3), self._accepting(invitation_id))
            elif says > SAYS_YES + KEEPS_SILENT:
                self._plan(at, (0.2, 1, 2, 4), self._declining(invitation_id))
            else:
                self._plan(at, (8,), self._expiring(invitation_id))
        if self.stop not in {"refused", "said yes"}:
            self._plan(at, (9, 11), self._next_wave)

    def _accepting(self, invitation_id: int) -> Deed:
        def accept(at: datetime) -> None:
            try:
                match = arrangements.accept_invitation(self.town.act("Marijke", at), invitation_id)
            except ImpossibleMove:
                return  # somebody else was just before her
            if self.stop != "said yes":
                self._plan(at, (0.2, 1, 2, 4), self._resident_answers(match.pk))

        return accept

    def _resident_answers(self, match_id: int) -> Deed:
        def answer(at: datetime) -> None:
            wim = self.town.act("Wim", at)
            try:
                if self.found:
                    arrangements.decline(wim, match_id, side="resident", why="Er is al iemand.")
                elif self.throw.random() < RESIDENT_SAYS_YES:
                    arrangements.approve(
                        wim, self.question_id, good_to_know=self._good_to_know(),
                        goal=self.throw.choice(book("reasons")["goals"]),
                    )  # fmt: skip
                    arrangements.agree_as_resident(wim, match_id)
                    self.found = True
                    self._plan(at, (3, 5, 8, 11), self._together(match_id).meet)
                else:
                    why = self.throw.choice(book("reasons")["resident_said_no"])
                    arrangements.decline(wim, match_id, side="resident", why=why)
            except ImpossibleMove:
                return  # her place was taken in the meantime, or another match came first

        return answer

    def _together(self, match_id: int) -> Together:
        return Together(self.town, self.asking, self.question_id, match_id, self.throw)

    def _declining(self, invitation_id: int) -> Deed:
        def decline(at: datetime) -> None:
            remark = spoken(self.throw.choice(book("reasons")["invitation_refused"]), self.throw)
            try:
                matching.decline(
                    self.town.act("Marijke", at),
                    invitation_id,
                    no_reason=self.throw.choice(NO_REASONS),
                    remark=remark,
                )
            except ImpossibleMove:
                return  # already taken back

        return decline

    def _expiring(self, invitation_id: int) -> Deed:
        def expire(at: datetime) -> None:
            try:
                matching.expire(self.town.system(at), invitation_id)
            except ImpossibleMove:
                return

        return expire

    def _next_wave(self, at: datetime) -> None:
        if self.found:
            return
        try:
            self.invite(at)
        except ImpossibleMove:
            return  # an answer came in the meantime

    def _no_one(self, at: datetime) -> None:
        """Nobody fits: today's questions wait for the process manager, older ones found a way."""
        wim = self.town.act("Wim", at)
        try:
            if self.asking.open_now:
                if self.throw.random() < 0.4:
                    tried = "Er is niemand die past."
                    arrangements.report(wim, self.question_id, cause="no_match", tried=tried)
                    Stuck(self.town, self.question_id, self.throw, solved=False).reach_petra(at)
                return
            ending = self.throw.choice(book("reasons")["withdrawn"])
            questions.withdraw(wim, self.question_id, ending=ending)
        except ImpossibleMove:
            return

    def _words(self) -> str:
        """What the volunteer reads: coarse, without a name or an address (PRV-05)."""
        asked = self.asking
        when = " of ".join(Slot(slot).label for slot in asked.slots[:2])
        what = coarse(Kind(asked.kind).label)
        return f"Iemand in {asked.who.neighbourhood} vraagt: {what}. Liefst op {when}."

    def _good_to_know(self) -> str:
        """What the resident read and agreed to share, in functional words (PRV-06)."""
        calm = (
            "Neemt graag de tijd." if "haast" in self.asking.dislikes else "Houdt van een praatje."
        )
        forgets = " Vergeet soms een afspraak; bel even van tevoren."
        return calm + (forgets if "dementie" in self.asking.themes else "")
