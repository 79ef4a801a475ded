"""Reading candidates and invitations: who may help, who not, and who was asked."""

from kruispunt.matching.queries.invitations import (
    answers,
    by_link,
    last_wave,
    link,
    mine,
    of_question,
    one,
    overdue,
    visible,
    waiting_for,
)
from kruispunt.matching.queries.unlocking import Unlock, unlock
from kruispunt.matching.queries.weighing import Candidate, Refused, Weighed, candidates

__all__ = [
    "Candidate",
    "Refused",
    "Unlock",
    "Weighed",
    "answers",
    "by_link",
    "candidates",
    "last_wave",
    "link",
    "mine",
    "of_question",
    "one",
    "overdue",
    "unlock",
    "visible",
    "waiting_for",
]
