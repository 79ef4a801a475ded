"""What is the next step for a question, in words, and how far is it on its walk?"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from django.urls import reverse

from kruispunt.arrangements.states import UNANSWERED, MatchState
from kruispunt.questions.states import CROSSROADS, ENDED, ROUTES, TAKEN_OVER, State

# When it is time to put an answer together, or to add to one.
MIXABLE = CROSSROADS | {State.ANSWERED}
Steps = tuple[tuple[str, AbstractSet[str]], ...]
WALK: Steps = (
    ("Gevraagd", {State.NEW}),
    ("Gesproken", {State.CONTACTED}),
    ("Verhelderd", {State.CLARIFIED}),
    ("Gewogen", {State.TRIAGED, State.UNANSWERED}),
    ("Zoeken", set(ROUTES)),
    ("Antwoord", {State.ANSWERED}),
    ("Afgerond", set(ENDED)),
)


@dataclass(frozen=True, slots=True)
class Next:
    """One clear next step: why, and the button that does it."""

    verb: str
    title: str
    words: str
    button: str
    posts: bool = True


STEPS: dict[str, Next] = {
    State.NEW: Next(
        "contact",
        "Neem contact op",
        "Bel of bezoek deze persoon. Luister, en maak een afspraak om verder te praten.",
        "Ik heb contact gehad",
    ),
    State.CONTACTED: Next(
        "clarify",
        "Verhelder de vraag",
        "Wat speelt er echt? Wie staan er dichtbij? Wat kan iemand zelf?",
        "Verhelder de vraag",
        posts=False,
    ),
    State.CLARIFIED: Next(
        "triage",
        "Weeg de vraag",
        "De regels doen regel voor regel een voorstel. U beslist.",
        "Weeg de vraag",
        posts=False,
    ),
    State.TRIAGED: Next(
        "search",
        "Zoek een vrijwilliger",
        "Eerst kijken we wat mensen voor elkaar kunnen doen.",
        "Begin met zoeken",
    ),
    State.ANSWERED: Next(
        "close",
        "Is alles klaar?",
        "Loopt er niets meer bij deze vraag? Hoor beide kanten, en sluit de vraag af.",
        "Sluit de vraag af",
        posts=False,
    ),
    State.UNANSWERED: Next(
        "search",
        "Zoek opnieuw",
        "Er kwam op tijd geen antwoord. De procesmanager weet ervan.",
        "Zoek opnieuw",
    ),
    State.SEARCHING: Next(
        "candidates",
        "Kies wie u vraagt",
        "U ziet iedereen die past, met de redenen. Ook wie niet past, en waarom.",
        "Bekijk wie past",
        posts=False,
    ),
}
CONCLUDE = Next(
    "conclude",
    "Wat kwam ervan?",
    "Een ander kijkt nu naar deze vraag. Bel na, en schrijf op wat ervan kwam.",
    "Schrijf op wat ervan kwam",
    posts=False,
)
STEPS |= dict.fromkeys(TAKEN_OVER, CONCLUDE)
STEPS[State.COMBINING] = STEPS[State.SEARCHING]
COMBINE = Next(
    "combine",
    "Zoek een combinatie",
    "Bij deze vraag leidt een beroepskracht. Een vrijwilliger kan aanvullen.",
    "Zoek een combinatie",
)

TO_TEAM = Next(
    "hand_to_team",
    "Breng het naar het wijkteam",
    "Dit gaat over de buurt. Daar weet het wijkteam raad mee.",
    "Naar het wijkteam",
    posts=False,
)
TALK = Next(
    "talk_it_over",
    "Praat eerst met {name}",
    "De vorige koppeling stopte eerder dan gedacht. Hoe was dat? Daarna zoekt u verder.",
    "Wij hebben gepraat",
)
# Where looking for one volunteer does not suit the question, the way that does.
INSTEAD = {way.verb: way for way in (COMBINE, TO_TEAM)}

OTHER_WAYS = {
    "search": "Zoek een vrijwilliger",
    "combine": "Combinatie van vrijwilliger en zorg",
    "refer": "Naar een organisatie",
    "hand_to_team": "Naar het wijkteam",
    "notify": "Help melden bij de gemeente (Wmo)",
    "hand_to_guide": "Naar een meedenker",
    "develop": "Nieuwe dienst ontwikkelen",
    "give_up": "Naar de procesmanager",
    "withdraw": "De vraag is niet meer nodig",
    "reopen": "Open de vraag opnieuw",
}


def next_step(
    question_id: int, *, state: str, instead: str = "", talk_with: str = ""
) -> dict[str, object] | None:
    """The step to show big: what the state asks for, never more than one."""
    step = STEPS.get(state)
    if talk_with:
        step = replace(TALK, title=TALK.title.format(name=talk_with))
    elif step is not None and step.verb == "search":
        step = INSTEAD.get(instead, step)
    return None if step is None else _shown(step, question_id)


def _shown(step: Next, question_id: int) -> dict[str, object]:
    return {
        "verb": step.verb,
        "title": step.title,
        "words": step.words,
        "button": step.button,
        "post": step.posts,
        "address": reverse(f"startpunt:{step.verb}", args=[question_id]),
    }


def job_step(job_id: int) -> dict[str, object]:
    """A small job that waits for its test or its plan comes before anything else."""
    return {
        "verb": "odd_job",
        "title": "Er wacht een klus",
        "words": "Kijk of de klus past, en spreek af wie er komt.",
        "button": "Naar de klus",
        "post": False,
        "address": reverse("startpunt:odd_job", args=[job_id]),
    }


def walk(state: str) -> list[dict[str, str]]:
    return _walk(WALK, state)


MATCH_WALK: Steps = (
    ("Twee keer ja", UNANSWERED),
    ("Kennismaken", {MatchState.INTRODUCTION}),
    ("Proberen", {MatchState.TRIAL}),
    ("Loopt", {MatchState.ACTIVE, MatchState.PAUSED}),
    ("Afscheid", {MatchState.WINDING_DOWN, MatchState.ENDED, MatchState.DECLINED}),
)


def match_walk(state: str) -> list[dict[str, str]]:
    return _walk(MATCH_WALK, state)


def _walk(steps: Steps, state: str) -> list[dict[str, str]]:
    """The steps of a walk: done, now, or still to come."""
    now = next(place for place, (_, states) in enumerate(steps) if state in states)
    stage = {-1: "done", 0: "now", 1: "later"}
    return [
        {"label": label, "stage": stage[(place > now) - (place < now)]}
        for place, (label, _) in enumerate(steps)
    ]
