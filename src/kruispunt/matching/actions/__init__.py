"""Everything that can happen to an invitation: sent in waves, answered, remembered."""

from kruispunt.matching.actions.inviting import (
    CannotInvite,
    accept,
    ask_more,
    decline,
    expire,
    invite,
    take_back,
)

__all__ = ["CannotInvite", "accept", "ask_more", "decline", "expire", "invite", "take_back"]
