"""Everything that can happen to a signal or a question. Nothing else writes these rows."""

from kruispunt.questions.actions.arriving import Brought, arrive, leave_again
from kruispunt.questions.actions.asking import ask
from kruispunt.questions.actions.clarifying import Clarification, clarify, triage
from kruispunt.questions.actions.needs import divide
from kruispunt.questions.actions.questions import (
    arrange,
    ask_to_close,
    await_talk,
    complete,
    contact,
    count_helpers,
    give_up,
    open_question,
    reopen,
    resume,
    talk_it_over,
    withdraw,
)
from kruispunt.questions.actions.routes import (
    combine,
    develop,
    hand_to_guide,
    hand_to_team,
    notify,
    refer,
    search,
)
from kruispunt.questions.actions.signals import (
    Noticed,
    drop,
    feed_back,
    hand_in,
    notice,
    solve,
    take_up,
    turn,
)

__all__ = [
    "Brought",
    "Clarification",
    "Noticed",
    "arrange",
    "arrive",
    "ask",
    "ask_to_close",
    "await_talk",
    "clarify",
    "combine",
    "complete",
    "contact",
    "count_helpers",
    "develop",
    "divide",
    "drop",
    "feed_back",
    "give_up",
    "hand_in",
    "hand_to_guide",
    "hand_to_team",
    "leave_again",
    "notice",
    "notify",
    "open_question",
    "refer",
    "reopen",
    "resume",
    "search",
    "solve",
    "take_up",
    "talk_it_over",
    "triage",
    "turn",
    "withdraw",
]
