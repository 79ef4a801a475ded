"""Everyone of one moment in arrays: what the scales look at when they weigh many at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from kruispunt.core.arrays.exclusions import Directory
from kruispunt.core.arrays.fields import (
    Ints,
    Masks,
    QuestionColumns,
    Rare,
    Tables,
    VolunteerColumns,
)
from kruispunt.core.arrays.lexicon import Lexicons
from kruispunt.core.weights import Weights


@dataclass(frozen=True, slots=True)
class Packed:
    """All questions and volunteers of one moment in arrays, in the order in which they came.

    Attributes
    ----------
    question_ids, volunteer_ids : list of str
        The id at each position.
    questions, volunteers : QuestionColumns, VolunteerColumns
        Every column has shape [n_questions] or [n_volunteers].
    rare_of_questions, rare_of_volunteers : Rare
        Words for which there was no bit.
    need, step, priority : int64[n_questions]
        Helpers needed together; class (0 light, 1 intensive, 2 very intensive); priority in
        thousandths.
    places : int64[n_volunteers]
        Places that are free.
    banned : Rare
        For each volunteer the positions of the questions that one of the two excludes.
    barred : Rare
        The same from the other side: for each question the positions of the volunteers.
    directory : Directory
        Where each id stands.
    question_hash, volunteer_hash : uint64
        A hash of each id, for the tie-break.
    tables, lexicons, weights
        What the numbers mean.
    """

    question_ids: Sequence[str]
    volunteer_ids: Sequence[str]
    questions: QuestionColumns
    volunteers: VolunteerColumns
    rare_of_questions: Rare
    rare_of_volunteers: Rare
    need: Ints
    step: Ints
    priority: Ints
    places: Ints
    banned: Rare
    barred: Rare
    directory: Directory
    question_hash: Masks
    volunteer_hash: Masks
    tables: Tables
    lexicons: Lexicons
    weights: Weights

    def banned_of_question(self, row: int) -> Ints:
        """The sorted positions of the volunteers that a question may not get."""
        return self.barred.keys[self.barred.start[row] : self.barred.end[row]]
