"""What can be done with a concern: the officer, and the professional who wrote it down."""

from kruispunt.desks.safety import forms
from kruispunt.desks.ui.verbs import Verb, sources
from kruispunt.safety import actions, permits
from kruispunt.safety.states import CONCERN_MOVES


def _from(verb: str) -> frozenset[str]:
    return sources(CONCERN_MOVES, verb)


VERBS = (
    Verb(
        "discuss",
        "Bespreek het",
        "Bel met wie het opschreef. Wat zag die persoon precies?",
        "Wij bespraken het",
        may=permits.DISCUSS,
        states=_from("discuss"),
        act=lambda actor, pk, said: actions.discuss(actor, pk, **said),
        form=forms.NoteForm,
    ),
    Verb(
        "consult",
        "Stap 2: overleg",
        "Met een collega, of met Veilig Thuis. Dat kan zonder een naam te noemen.",
        "Ik heb overlegd",
        may=permits.STEP,
        states=_from("consult"),
        act=lambda actor, pk, said: actions.consult(actor, pk, **said),
        form=forms.NoteForm,
    ),
    Verb(
        "talk_with_them",
        "Stap 3: praat met de mensen zelf",
        "Alleen als dat veilig is.",
        "Ik heb met hen gepraat",
        may=permits.STEP,
        states=_from("talk_with_them"),
        act=lambda actor, pk, said: actions.talk_with_them(actor, pk, **said),
        form=forms.NoteForm,
    ),
    Verb(
        "weigh_up",
        "Stap 4: weeg",
        f"Vijf vragen. {forms.THE_RULE}",
        "Zo weeg ik het",
        may=permits.STEP,
        states=_from("weigh_up"),
        act=lambda actor, pk, said: actions.weigh_up(
            actor,
            pk,
            answers={name: said[name] for name, _ in forms.QUESTIONS},
            words=said["words"],
        ),
        form=forms.WeighForm,
    ),
    Verb(
        "decide_on",
        "Besluit",
        "Wie praat, en wie doet wat? U beslist. Dit programma meldt niets vanzelf.",
        "Dit besluit ik",
        may=permits.STEP,
        states=_from("decide_on"),
        act=lambda actor, pk, said: actions.decide_on(actor, pk, decision=actions.Decision(**said)),
        form=forms.DecideForm,
    ),
    Verb(
        "act_at_once",
        "Er is nu gevaar",
        "Bel 112. Schrijf daarna op wat u deed.",
        "Ik heb gehandeld",
        may=permits.STEP,
        states=_from("act_at_once"),
        act=lambda actor, pk, said: actions.act_at_once(
            actor, pk, decision=actions.Decision(**said)
        ),
        form=forms.DecideForm,
        folded=True,
    ),
    Verb(
        "close_concern",
        "Sluit af",
        "Er hoeft niets meer te gebeuren.",
        "Sluit af",
        may=permits.CLOSE,
        states=_from("close_concern"),
        act=lambda actor, pk, said: actions.close_concern(actor, pk, **said),
        form=forms.NoteForm,
    ),
)
