"""What the process manager can do with what got stuck (SM-8)."""

from kruispunt.arrangements import actions, permits
from kruispunt.arrangements.states import ESCALATION_MOVES
from kruispunt.desks.process import forms
from kruispunt.desks.ui.verbs import Verb, sources

VERBS = (
    Verb(
        "clear_up",
        "Maak de vraag helder",
        "Wat is er nodig, wat is er geprobeerd, en wie zei nee?",
        "Leg de vraag vast",
        may=permits.CLEAR_UP,
        states=sources(ESCALATION_MOVES, "clear_up"),
        act=lambda actor, escalation_id, said: actions.clear_up(actor, escalation_id, **said),
        form=forms.ClearUpForm,
    ),
    Verb(
        "invite_parties",
        "Nodig organisaties uit",
        "Zij krijgen een link en zeggen wat zij kunnen doen.",
        "Nodig uit",
        may=permits.INVITE_PARTIES,
        states=sources(ESCALATION_MOVES, "invite_parties"),
        act=lambda actor, escalation_id, said: actions.invite_parties(
            actor, escalation_id, organisation_ids=tuple(said["organisation_ids"])
        ),
        form=forms.InviteForm,
    ),
    Verb(
        "agree_offer",
        "Leg het aanbod vast",
        "Wat is afgesproken, wie doet het en voor wanneer?",
        "Dit is afgesproken",
        may=permits.AGREE_OFFER,
        states=sources(ESCALATION_MOVES, "agree_offer"),
        act=lambda actor, escalation_id, said: actions.agree_offer(actor, escalation_id, **said),
        form=forms.AgreeForm,
    ),
    Verb(
        "decide",
        "Hak de knoop door",
        "Komen organisaties er niet uit? Dan beslist u wie het doet, met een reden.",
        "Leg het besluit vast",
        may=permits.DECIDE,
        states=sources(ESCALATION_MOVES, "decide"),
        act=lambda actor, escalation_id, said: actions.decide(actor, escalation_id, **said),
        form=forms.DecideForm,
        folded=True,
    ),
    Verb(
        "carry_out",
        "Is het uitgevoerd?",
        "Dan kijkt het Startpunt weer naar de vraag.",
        "Ja, het is uitgevoerd",
        may=permits.CARRY_OUT,
        states=sources(ESCALATION_MOVES, "carry_out"),
        act=lambda actor, escalation_id, _: actions.carry_out(actor, escalation_id),
    ),
    Verb(
        "evaluate",
        "Wat leren we hiervan?",
        "Waar liep het vast, en hoe kan het beter?",
        "Leg vast wat we leren",
        may=permits.EVALUATE,
        states=sources(ESCALATION_MOVES, "evaluate"),
        act=lambda actor, escalation_id, said: actions.evaluate(actor, escalation_id, **said),
        form=forms.EvaluateForm,
    ),
)
