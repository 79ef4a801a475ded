"""What the team can do with something about the street (SM-9)."""

from kruispunt.desks.neighbourhood.forms import AnswerForm, PassOnForm
from kruispunt.desks.ui.verbs import Verb, sources
from kruispunt.questions import actions
from kruispunt.questions.permits import neighbourhood as permits
from kruispunt.questions.states.liveability import LIVEABILITY_MOVES as MOVES

VERBS = (
    Verb(
        "receive",
        "Hebt u dit gezien?",
        "Het wijkteam laat binnen {liveability.raised} weten dat het dit heeft.",
        "Ja, wij hebben het",
        may=permits.WORK_ON_LIVEABILITY,
        states=sources(MOVES, "receive"),
        act=lambda actor, row_id, _: actions.receive(actor, row_id),
    ),
    Verb(
        "take_up_liveability",
        "Doet het wijkteam dit?",
        "Dan staat het op uw naam.",
        "Wij pakken het op",
        may=permits.WORK_ON_LIVEABILITY,
        states=sources(MOVES, "take_up_liveability"),
        act=lambda actor, row_id, _: actions.take_up_liveability(actor, row_id),
    ),
    Verb(
        "leave_to_residents",
        "Kunnen bewoners dit zelf?",
        "Help hen op weg. Zij doen het.",
        "Bewoners doen het zelf",
        may=permits.WORK_ON_LIVEABILITY,
        states=sources(MOVES, "leave_to_residents"),
        act=lambda actor, row_id, _: actions.leave_to_residents(actor, row_id),
        folded=True,
    ),
    Verb(
        "pass_on",
        "Moet een ander dit doen?",
        "Schrijf op wie. U blijft volgen wat ervan komt.",
        "Zet het door",
        may=permits.WORK_ON_LIVEABILITY,
        states=sources(MOVES, "pass_on"),
        act=lambda actor, row_id, said: actions.pass_on(actor, row_id, **said),
        form=PassOnForm,
        folded=True,
    ),
    Verb(
        "answer_liveability",
        "Wat is ervan gekomen?",
        "Vertel het aan wie het doorgaf. Dat moet binnen {liveability.answer}.",
        "Koppel terug",
        may=permits.ANSWER_LIVEABILITY,
        states=sources(MOVES, "answer_liveability"),
        act=lambda actor, row_id, said: actions.answer_liveability(actor, row_id, **said),
        form=AnswerForm,
    ),
)
