"""The cheapest single change that would serve each question that stays open.

Changes are tried in order of what they cost; each is laid on the scales with everyone, so that a
change may also free the right volunteer through a chain of others. The first one after which a
question is served is its unlocker.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
from datetime import date
from functools import cached_property
from itertools import batched, groupby
from typing import Final

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.eligibility import refusals
from kruispunt.core.unlock.cells import question_cell, volunteer_row
from kruispunt.core.unlock.change import Change, Subject
from kruispunt.core.unlock.newcomer import newcomers
from kruispunt.core.unlock.question_options import question_options
from kruispunt.core.unlock.steps import Step, steps
from kruispunt.core.unlock.town import Town
from kruispunt.core.unlock.useful import Useful
from kruispunt.core.unlock.volunteer_options import volunteer_options
from kruispunt.core.unlock.what_if import WhatIf

Told = Callable[[int, int], None]
"""Hears how many of how many open questions have their answer."""


ALL_TRIED: Final = 600
"""Pairs up to which every change is tried, wanted or not."""
EFFORT: Final = 24_000
FEWEST_RERUNS, MOST_RERUNS = 20, 60
"""Reruns times pairs, after which only direct changes are tried in a large town; no clock."""
TRIES_EACH: Final = 3
"""Direct changes tried for each open question after that."""
AT_ONCE: Final = 2_000
"""Changes whose pairs are weighed together."""


def nobody_listens(done: int, of: int) -> None:
    """For who does not need to hear how far it is."""


class Search:
    """One walk along all changes, cheapest first, for a number of open questions together."""

    def __init__(
        self, town: Town, wanted: Iterable[str], today: date, *, all_tried: int = ALL_TRIED
    ) -> None:
        """Prepare; a town of more pairs than `all_tried` is searched for wanted changes only."""
        self.town = town
        self.day = today
        self.open = sorted(wanted)
        self.found: dict[str, Change] = {}
        self.what_if = WhatIf(town)
        affordable = EFFORT // max(len(town.weighed.edges.indices), 1)
        self._most_reruns = min(max(affordable, FEWEST_RERUNS), MOST_RERUNS)
        self._tried: Counter[str] = Counter()
        self._lacking = {
            ask: max(0, card.helpers_needed - len(town.around_question[ask].eligible))
            for ask, card in town.questions.items()
            if ask in set(self.open)
        }
        is_large = len(town.questions) * len(town.volunteers) > all_tried
        self.useful = self._useful() if is_large else None

    def _useful(self) -> Useful:
        """In a large town: whose new pair could let an open question in, or make room for it."""
        could_come = {ask for ask in self.open if not self._lacking[ask]}
        room = self.what_if.makes_room_for(could_come)
        aims = None if room is None else room | frozenset(self.open)
        return Useful(self.town, self.what_if.hours, aims)

    def walk(self, told: Told = nobody_listens) -> dict[str, Change]:
        """Return for each question the cheapest change that serves it, where there is one.

        Among equal costs: first a cell of the question itself, then a volunteer, then another
        question, then someone new.
        """
        everyone = len(self.open)
        for _, level in groupby(steps(self.town), key=lambda step: step.cost):
            if not self.open:
                break
            self._try(list(level))
            told(len(self.found), everyone)
        return self.found

    def _try(self, level: list[Step]) -> None:
        asks = [step for step in level if step.subject is Subject.QUESTION]
        self._go_along(self.of_questions(asks, list(self.open)), own=True)
        self._go_along(self.of_volunteers([s for s in level if s.subject is Subject.VOLUNTEER]))
        if not all(self._lacking[ask] for ask in self.open):
            self._go_along(self.of_questions(asks, self._others()))
        if any(step.subject is Subject.NEWCOMER for step in level):
            for ask in list(self.open):
                self._bring_in(ask)

    def _others(self) -> list[str]:
        aims = self.useful.aims if self.useful else None
        return [ask for ask in self.town.questions if aims is None or ask in aims]

    def _go_along(self, changes: Iterator[Change], *, own: bool = False) -> None:
        for some in batched(changes, AT_ONCE):
            for change, came in zip(some, self.what_if.came(some), strict=True):
                meant = {change.who} if own else set(self.open)
                self._note(
                    change, self._worth_a_rerun(change, meant) if came is None else meant & came
                )
                if not self.open:
                    return

    def _worth_a_rerun(self, change: Change, meant: Set[str]) -> Set[str]:
        """In a large town where hours or teams bind only so many reruns are made.

        First for whatever might help; then, a few times for each question, where a guess that
        leaves hours out of account says that it helps.
        """
        if not self.useful or len(self.town.reruns) < self._most_reruns:
            return meant
        eager = {ask for ask in meant if self._tried[ask] < TRIES_EACH}
        (came,) = self._guess.came([change]) if eager else (None,)
        chosen = {ask for ask in eager if self._seems_to_serve(change, ask, came)}
        self._tried.update(chosen)
        return chosen

    def _seems_to_serve(self, change: Change, ask: str, came: Set[str] | None) -> bool:
        card = self.town.questions[ask]
        if came is None or card.helpers_needed > 1 or self._guess.serves(ask):
            return change.who == ask or self._is_direct(change, ask)
        return ask in came

    @cached_property
    def _guess(self) -> WhatIf:
        return WhatIf(self.town, guesses=True)

    def _is_direct(self, change: Change, ask: str) -> bool:
        return isinstance(change.card, Volunteer) and not refusals(
            self.town.questions[ask], change.card
        )

    def _note(self, change: Change, meant: Set[str]) -> None:
        """Lay everyone on the scales again when the change may serve one of these questions."""
        hopeful = [ask for ask in meant if ask not in self.found and self._has_hope(change, ask)]
        if not hopeful:
            return
        still_open = set(self.town.after(change).unmatched)
        for ask in hopeful:
            if ask not in still_open:
                self.found[ask] = change
                self.open.remove(ask)

    def _has_hope(self, change: Change, ask: str) -> bool:
        """Without enough eligible helpers after the change the question stays open for sure."""
        lacking = self._lacking[ask]
        if lacking == 0 or change.who == ask:
            return True
        return lacking == 1 and self._is_direct(change, ask)

    def _bring_in(self, ask: str) -> None:
        cost = self.town.weights.costs["nieuwe_vrijwilliger"]
        for card in newcomers(self.town, self.town.questions[ask]):
            row = json.dumps(volunteer_row(card, self.day), ensure_ascii=False)
            self._note(Change(Subject.NEWCOMER, card.id, "", "", row, cost, card), {ask})
            if ask in self.found:
                break

    def of_volunteers(self, level: list[Step]) -> Iterator[Change]:
        """List the changes of volunteers at these steps, by id."""
        for who, card in self.town.volunteers.items():
            for step in level:
                if not self.open:
                    return
                only = self.useful.for_volunteer(who, step.column) if self.useful else None
                units = (step.column, step.amount)
                for other in volunteer_options(self.town, card, units, self._aimed(only)):
                    yield self._change(step, card, other)

    def of_questions(self, level: list[Step], asks: list[str]) -> Iterator[Change]:
        """List the changes of these questions at these steps, by id."""
        for who in asks:
            card = self.town.questions[who]
            for step in level:
                if not self.open:
                    return
                only = self._wanted_by(who, step.column)
                units = (step.column, step.amount)
                for other in question_options(self.town, card, units, only):
                    yield self._change(step, card, other)

    def _wanted_by(self, ask: str, column: str) -> frozenset[str] | None:
        """For whom a question's own change could matter; its own hours and teams are all tried."""
        is_team = self.town.questions[ask].helpers_needed > 1
        if not self.useful or (ask in self.open and (column == "uren" or is_team)):
            return None
        return self.useful.for_question(ask, column)

    def _aimed(self, only: frozenset[str] | None) -> frozenset[str] | None:
        """Where nobody can answer what is still open, only a change that makes a pair helps."""
        if self.useful and all(self._lacking[ask] for ask in self.open):
            return frozenset(self.open) if only is None else only & frozenset(self.open)
        return only

    def _change(
        self, step: Step, card: Question | Volunteer, other: Question | Volunteer
    ) -> Change:
        old, new = (self._written(one, step.column) for one in (card, other))
        return Change(step.subject, card.id, step.column, old, new, step.cost, other)

    def _written(self, card: Question | Volunteer, column: str) -> str:
        if isinstance(card, Question):
            return question_cell(card, column)
        return volunteer_row(card, self.day)[column]
