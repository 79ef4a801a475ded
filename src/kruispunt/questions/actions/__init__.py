"""Everything that can happen to a signal or a question. Nothing else writes these rows."""

from kruispunt.questions.actions.arriving import (
    Brought,
    arrive,
    leave_again,
)
from kruispunt.questions.actions.asking import (
    ask,
    ask_oneself,
)
from kruispunt.questions.actions.clarifying import (
    Clarification,
    clarify,
    triage,
)
from kruispunt.questions.actions.concluding import (
    Concluded,
    conclude,
)
from kruispunt.questions.actions.forgetting import forget_name, forget_question, forget_signal
from kruispunt.questions.actions.liveability import (
    Raised,
    answer_liveability,
    hand_to_team,
    leave_to_residents,
    pass_on,
    raise_liveability,
    receive,
    take_up_liveability,
)
from kruispunt.questions.actions.looking import look_in_emergency, look_into, look_into_signal
from kruispunt.questions.actions.needs import (
    divide,
)
from kruispunt.questions.actions.questions import (
    arrange,
    ask_to_close,
    await_talk,
    complete,
    contact,
    count_helpers,
    give_up,
    look_again,
    open_question,
    reopen,
    resume,
    talk_it_over,
    withdraw,
)
from kruispunt.questions.actions.recordings import (
    Spoken,
    forget_recording,
    look_into_recording,
    put_aside,
    send_recording,
    write_down,
)
from kruispunt.questions.actions.routes import (
    combine,
    develop,
    hand_to_guide,
    hand_to_handyman,
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
from kruispunt.questions.actions.turning import (
    Whom,
    turn_into_carer,
    turn_into_liveability,
    turn_into_question,
    turn_into_talent,
)
from kruispunt.questions.actions.visits import (
    Heard,
    bring_for,
    bring_visit,
)
from kruispunt.questions.actions.walk_ins import bring_walk_in, forget_walk_in, note_walk_in
from kruispunt.questions.actions.wmo import (
    extend,
    make_urgent,
    note_looked_at,
    note_milestone,
)

__all__ = [
    "Brought",
    "Clarification",
    "Concluded",
    "Heard",
    "Noticed",
    "Raised",
    "Spoken",
    "Whom",
    "answer_liveability",
    "arrange",
    "arrive",
    "ask",
    "ask_oneself",
    "ask_to_close",
    "await_talk",
    "bring_for",
    "bring_visit",
    "bring_walk_in",
    "clarify",
    "combine",
    "complete",
    "conclude",
    "contact",
    "count_helpers",
    "develop",
    "divide",
    "drop",
    "extend",
    "feed_back",
    "forget_name",
    "forget_question",
    "forget_recording",
    "forget_signal",
    "forget_walk_in",
    "give_up",
    "hand_in",
    "hand_to_guide",
    "hand_to_handyman",
    "hand_to_team",
    "leave_again",
    "leave_to_residents",
    "look_again",
    "look_in_emergency",
    "look_into",
    "look_into_recording",
    "look_into_signal",
    "make_urgent",
    "note_looked_at",
    "note_milestone",
    "note_walk_in",
    "notice",
    "notify",
    "open_question",
    "pass_on",
    "put_aside",
    "raise_liveability",
    "receive",
    "refer",
    "reopen",
    "resume",
    "search",
    "send_recording",
    "solve",
    "take_up",
    "take_up_liveability",
    "talk_it_over",
    "triage",
    "turn",
    "turn_into_carer",
    "turn_into_liveability",
    "turn_into_question",
    "turn_into_talent",
    "withdraw",
    "write_down",
]
