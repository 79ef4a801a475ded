"""Everything that can happen to an invitation and to a round for everybody at once."""

from kruispunt.matching.actions.balancing import keep_balance, keep_short
from kruispunt.matching.actions.inviting import (
    CannotInvite,
    accept,
    ask_more,
    decline,
    expire,
    invite,
    let_go,
    take_back,
)
from kruispunt.matching.actions.rounds import adopt, keep_round, put_aside

__all__ = [
    "CannotInvite",
    "accept",
    "adopt",
    "ask_more",
    "decline",
    "expire",
    "invite",
    "keep_balance",
    "keep_round",
    "keep_short",
    "let_go",
    "put_aside",
    "take_back",
]
