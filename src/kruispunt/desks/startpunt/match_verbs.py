"""What can be done with a match, from two yeses to its end (SM-4)."""

from collections.abc import Callable

from django import forms

from kruispunt.arrangements import actions, permits
from kruispunt.arrangements.states import MATCH_MOVES, UNDER_WAY, MatchState
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.desks.startpunt.forms.matches import (
    AgreementForm,
    BackUpForm,
    DeclineForm,
    EndForm,
    MetForm,
    PauseForm,
    RenewForm,
)
from kruispunt.desks.ui.fields import let_choose
from kruispunt.desks.ui.verbs import Verb, sources
from kruispunt.people import queries as people

# Who knows about care and is no volunteer: at an organisation, a provider or the Startpunt.
PROFESSIONALS = (Role.CONTACT, Role.PROVIDER, Role.COACH, Role.WMO_ADVISOR, Role.WORKER)


def _from(verb: str) -> frozenset[str]:
    return sources(MATCH_MOVES, verb)


M = MatchState
VERBS = (
    Verb(
        "agree_as_resident",
        "De inwoner",
        "Zei de inwoner ja, aan de telefoon of hier aan tafel?",
        "De inwoner zei ja",
        may=permits.AGREE_AS_RESIDENT,
        states=_from("agree_as_resident"),
        act=lambda actor, match_id, _: actions.agree_as_resident(actor, match_id),
    ),
    Verb(
        "agree_as_volunteer",
        "De vrijwilliger",
        "Zei de vrijwilliger ja, aan de telefoon?",
        "De vrijwilliger zei ja",
        may=permits.AGREE_AS_VOLUNTEER,
        states=_from("agree_as_volunteer"),
        act=lambda actor, match_id, _: actions.agree_as_volunteer(actor, match_id),
    ),
    Verb(
        "decline",
        "Is het nee?",
        "Nee zeggen mag, en hoeft geen reden. Daarna zoeken we verder.",
        "Noteer de nee",
        may=permits.DECLINE,
        states=_from("decline"),
        act=lambda actor, match_id, said: actions.decline(actor, match_id, **said),
        form=DeclineForm,
        folded=True,
    ),
    Verb(
        "start_trial",
        "Kennismaken",
        "Maak een afspraak met z'n drieën. Klikt het? Dan begint de proeftijd van 6 weken.",
        "Begin de proeftijd",
        may=permits.INTRODUCE,
        states=_from("start_trial"),
        act=lambda actor, match_id, said: actions.start_trial(actor, match_id, **said),
        form=MetForm,
    ),
    Verb(
        "sign",
        "Afspraken op papier",
        "Wat, hoe vaak, hoe lang, en wat niet.",
        "Leg de afspraken vast",
        may=permits.SIGN,
        states=frozenset({M.INTRODUCTION, M.TRIAL}),
        act=lambda actor, match_id, said: actions.sign(
            actor, match_id, agreement=actions.Agreement(**said)
        ),
        form=AgreementForm,
    ),
    Verb(
        "activate",
        "Van proef naar vast",
        "Hoe ging de proeftijd? Vraag het beide kanten apart. Willen zij allebei verder?",
        "Ja, zij gaan allebei verder",
        may=permits.ACTIVATE,
        states=_from("activate"),
        act=lambda actor, match_id, _: actions.activate(actor, match_id),
    ),
    Verb(
        "renew",
        "Een nieuwe termijn",
        "Vraag beide kanten apart of zij verder willen. Zo ja, spreek af tot wanneer.",
        "Spreek een nieuwe termijn af",
        may=permits.RENEW,
        states=_from("renew"),
        act=lambda actor, match_id, said: actions.renew(actor, match_id, **said),
        form=RenewForm,
    ),
    Verb(
        "resume",
        "Weer verder",
        "De pauze is voorbij.",
        "Ga weer verder",
        may=permits.RESUME,
        states=_from("resume"),
        act=lambda actor, match_id, _: actions.resume(actor, match_id),
    ),
    Verb(
        "back_up",
        "Wie geeft de vrijwilliger raad?",
        "De vrijwilliger stelt een vraag op de eigen pagina. Deze beroepskracht antwoordt "
        "binnen {advice.answer}.",
        "Bewaar wie raad geeft",
        may=permits.SIGN,
        states=frozenset(UNDER_WAY),
        act=lambda actor, match_id, said: actions.back_up(actor, match_id, **said),
        form=BackUpForm,
        folded=True,
    ),
    Verb(
        "pause",
        "Even pauze",
        "Bij vakantie, of als het even niet kan. De koppeling blijft, en u kijkt wie kan invallen.",
        "Zet op pauze",
        may=permits.PAUSE,
        states=_from("pause"),
        act=lambda actor, match_id, said: actions.pause(actor, match_id, **said),
        form=PauseForm,
        folded=True,
    ),
    Verb(
        "wind_down",
        "Begin het afscheid",
        "Zo stopt niemand van de ene dag op de andere.",
        "Begin met afronden",
        may=permits.WIND_DOWN,
        states=_from("wind_down"),
        act=lambda actor, match_id, _: actions.wind_down(actor, match_id),
        folded=True,
    ),
    Verb(
        "end",
        "Afronden",
        "Stoppen mag altijd. Niemand heeft schuld.",
        "Rond de koppeling af",
        may=permits.END,
        states=_from("end"),
        act=lambda actor, match_id, said: actions.end(actor, match_id, **said),
        form=EndForm,
        folded=True,
    ),
)


def professionals(actor: Actor) -> Callable[[forms.Form], None]:
    """Who may be asked for advice: looked up only where that is a question."""

    def fill(form: forms.Form) -> None:
        if isinstance(form, BackUpForm):
            let_choose(form, person_id=people.seated_by_name(actor, *PROFESSIONALS))

    return fill
