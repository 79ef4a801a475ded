"""Reading candidates and invitations: who may help, who not, and who was asked."""

from kruispunt.matching.queries.at_hand import clear_away, is_laid_out, lay_out_beforehand
from kruispunt.matching.queries.balance import (
    balance,
    balance_lines,
    balance_prices,
    is_current,
    is_recent,
)
from kruispunt.matching.queries.invitations import (
    answers,
    asked,
    being_asked,
    by_link,
    last_wave,
    link,
    mine,
    of_question,
    one,
    overdue,
    tells,
    visible,
    waiting_for,
)
from kruispunt.matching.queries.mixing import Mixed, Option, mixed
from kruispunt.matching.queries.paging import A_PAGE, NAMES, Desk, Order, Refusal, desk
from kruispunt.matching.queries.rounds import Draft, DraftLine, draft_round, round_lines, rounds
from kruispunt.matching.queries.short import Missing, Short, is_short_kept, short, short_now
from kruispunt.matching.queries.standing import Stand, StandLine, let_go, stand
from kruispunt.matching.queries.unlocking import Unlock, unlock
from kruispunt.matching.queries.weighing import (
    Candidate,
    Refused,
    Weighed,
    candidates,
    chosen,
    fits,
)
from kruispunt.matching.queries.work import piles

__all__ = [
    "A_PAGE",
    "NAMES",
    "Candidate",
    "Desk",
    "Draft",
    "DraftLine",
    "Missing",
    "Mixed",
    "Option",
    "Order",
    "Refusal",
    "Refused",
    "Short",
    "Stand",
    "StandLine",
    "Unlock",
    "Weighed",
    "answers",
    "asked",
    "balance",
    "balance_lines",
    "balance_prices",
    "being_asked",
    "by_link",
    "candidates",
    "chosen",
    "clear_away",
    "desk",
    "draft_round",
    "fits",
    "is_current",
    "is_laid_out",
    "is_recent",
    "is_short_kept",
    "last_wave",
    "lay_out_beforehand",
    "let_go",
    "link",
    "mine",
    "mixed",
    "of_question",
    "one",
    "overdue",
    "piles",
    "round_lines",
    "rounds",
    "short",
    "short_now",
    "stand",
    "tells",
    "unlock",
    "visible",
    "waiting_for",
]
