"""Who falls off for one question, rule by rule: counted at once, named a page at a time."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kruispunt.core.arrays.fields import (
    CLASSES,
    TRAININGS,
    Ints,
    QuestionColumns,
    VolunteerColumns,
)
from kruispunt.core.arrays.kernel import NONE, ones, squared_distance
from kruispunt.core.eligibility import RULES

_PLACE_OF_RULE = {rule.name: place for place, rule in enumerate(RULES)}


@dataclass(frozen=True)
class Fallen:
    """Everybody of one moment beside one question.

    Attributes
    ----------
    passing : int
        How many volunteers keep every rule.
    counts : mapping of str to int
        How many each rule refuses, alone or with others; rules that refuse nobody are left out.
    """

    _ids: list[str]
    _places: Ints
    _broken: Ints
    _asker: QuestionColumns
    _helpers: VolunteerColumns

    @property
    def passing(self) -> int:
        return int(np.count_nonzero(self._broken == 0))

    @property
    def refused(self) -> int:
        return len(self._broken) - self.passing

    @property
    def counts(self) -> Mapping[str, int]:
        tally = {
            name: int(np.count_nonzero(self._broken & (1 << place)))
            for name, place in _PLACE_OF_RULE.items()
        }
        return {name: count for name, count in tally.items() if count}

    def by(self, rule: str, start: int = 0, stop: int | None = None) -> list[str]:
        """The ids that this rule refuses, from place `start` up to `stop`, in order of laying."""
        refused = np.flatnonzero(self._broken & (1 << _PLACE_OF_RULE[rule]))
        return self._named(refused[start:stop])

    def only_by(self, rule: str, k: int) -> list[str]:
        """At most k ids that this rule and no other refuses, who lacks least first.

        What is lacking: metres beyond her reach, hours, trainings, steps of heaviness; for other
        rules all lack as much. Of those who lack as much the first laid comes first.
        """
        refused = np.flatnonzero(self._broken == 1 << _PLACE_OF_RULE[rule])
        lacking = self._lacking(rule, self._places[refused])
        if len(refused) > k:
            # The order need only be known among those who may be among the first k.
            near = np.flatnonzero(lacking <= np.partition(lacking, k - 1)[k - 1])
            refused, lacking = refused[near], lacking[near]
        return self._named(refused[np.argsort(lacking, kind="stable")[:k]])

    def _lacking(self, rule: str, places: Ints) -> NDArray[np.float64]:
        helpers = VolunteerColumns(*(column[places] for column in self._helpers))
        asker = self._asker
        if rule == "afstand":
            away = np.sqrt(squared_distance(asker, helpers).astype(np.float64))
            return np.asarray(away - np.sqrt(helpers.reach_squared.astype(np.float64)))
        if rule == "uren":
            return np.asarray(asker.hours - helpers.hours, dtype=np.float64)
        amiss = {"training": TRAININGS, "klasse": CLASSES}.get(rule, NONE)
        return np.asarray(ones(asker.needs & helpers.lacks & amiss), dtype=np.float64)

    def _named(self, found: Ints) -> list[str]:
        return [self._ids[place] for place in self._places[found]]
