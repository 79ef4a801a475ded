"""Pages of the resident: how it stands with my questions, in words that everybody knows."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import date as written
from django.urls import reverse
from django.views.decorators.http import require_GET

from kruispunt.arrangements import queries as arrangements
from kruispunt.arrangements.queries import rhythm
from kruispunt.arrangements.queries.group_days import my_groups
from kruispunt.arrangements.states.parts import EnrolmentState
from kruispunt.base.actor import Actor
from kruispunt.desks.ui import dossiers, voice
from kruispunt.desks.ui.door import as_actor
from kruispunt.people.queries.consents import consents_to_answer
from kruispunt.questions import queries
from kruispunt.questions.queries import recordings
from kruispunt.questions.states import State

LOOKING = "We kijken samen wat u nodig hebt."
ASKED = "wij hebben het gevraagd"
IN_LINE = {
    EnrolmentState.OFFERED.label: "er is een plek vrij, zeg of u komt",
    EnrolmentState.MISSED.label: "de plek ging naar een ander, bel ons gerust",
}
SEARCHING = "We zoeken een maatje. U hoort van ons."
STANDING = {
    State.NEW: "We hebben uw vraag. Wij bellen u binnen {question.new}.",
    State.CONTACTED: LOOKING,
    State.CLARIFIED: LOOKING,
    State.TRIAGED: LOOKING,
    State.SEARCHING: SEARCHING,
    State.COMBINING: SEARCHING,
    State.REFERRED: "We hebben een organisatie gevraagd. U hoort van ons.",
    State.WITH_TEAM: "Het wijkteam kijkt naar uw vraag.",
    State.WITH_MUNICIPALITY: "De gemeente kijkt naar uw vraag.",
    State.WITH_GUIDE: "Een meedenker helpt u verder.",
    State.WITH_HANDYMAN: "We zoeken iemand voor de klus.",
    State.DEVELOPING: "Dit is er nog niet. We zoeken mensen die het willen maken.",
    State.ANSWERED: "Er is iemand voor u.",
    State.COMPLETED: "Deze vraag is klaar.",
    State.WITHDRAWN: "U bent met deze vraag gestopt.",
}


@dataclass(frozen=True, slots=True)
class Helping:
    """One part of my help: who, and what."""

    who: str
    what: str


@dataclass(frozen=True, slots=True)
class Mine:
    """One of my questions: my own words, and how it stands."""

    words: str
    opened_at: datetime
    standing: str
    yes_address: str
    help: tuple[Helping, ...] = ()
    recording_id: int | None = None


@require_GET
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    person_id = actor.person_id or 0
    proposals = {
        match.arrangement.question_id: match
        for match in arrangements.waiting_for_resident(actor)
        if match.arrangement.question.asked_by_id == person_id
    }
    asked = queries.asked_by(actor, person_id)
    helping = arrangements.parts_of(actor, person_id)
    spoken = recordings.by_question(actor, person_id)
    context = {
        "to_answer": consents_to_answer(actor),
        "questions": [
            replace(
                _mine(question, proposals.get(question.pk), actor.today),
                help=tuple(_helping(part) for part in helping.get(question.pk, ())),
                recording_id=spoken.get(question.pk),
            )
            for question in asked
        ],
        "teams": arrangements.my_trajectories(actor),
        "guide_address": _guide_address(actor),
        "meetings": _meetings(actor),
        "groups": my_groups(actor),
        "my_care": arrangements.my_care(actor),
    }
    return render(request, "resident/home.html", context)


@require_GET
@as_actor
def listen(request: HttpRequest, actor: Actor, recording_id: int) -> HttpResponse:
    """My own voice, until somebody has written out what I said."""
    return voice.sound(request, dossiers.recording(actor, recording_id))


def _mine(row: Any, proposal: Any, today: date) -> Mine:  # noqa: ANN401  (a question, a match)
    ahead = row.due_on if row.due_on and row.due_on >= today else None
    if proposal is None:
        return Mine(row.words, row.opened_at, standing(row.state, ahead), "")
    address = reverse("public:proposal", args=[arrangements.link(proposal)])
    return Mine(row.words, row.opened_at, "We vonden iemand die bij u past.", address)


def _guide_address(actor: Actor) -> str:
    """The page I share with my guide, if I chose one."""
    mine = arrangements.my_guide(actor)
    return reverse("public:my_guide", args=[arrangements.guide_link(mine)]) if mine else ""


def _meetings(actor: Actor) -> list[tuple[int, str, Any]]:
    """Whom I see on which day, the first one first."""
    soon = rhythm.who_comes_to_me(actor)
    rows = arrangements.matches(actor).filter(pk__in=soon)
    mine = [(row.pk, row.volunteering.person.given_name, soon[row.pk]) for row in rows]
    return sorted(mine, key=lambda one: (one[2].on, one[0]))


def _helping(part: arrangements.Part) -> Helping:
    """Who helps me with what, in short words; who is only asked yet has no name here."""
    if part.sort == "match":
        return Helping(part.who, part.what or ("uw maatje" if part.runs else ASKED))
    if part.sort == "referral":
        return Helping(part.who, part.what or ASKED)
    if part.sort == "odd_job":
        return Helping(part.who, part.what if part.runs else "we zoeken iemand voor de klus")
    if part.sort == "enrolment" and not part.runs:
        return Helping(part.who, IN_LINE.get(part.standing, "u staat op de wachtlijst"))
    return Helping(part.who.capitalize() if part.sort == "own_help" else part.who, part.what)


def standing(state: str, due_on: date | None) -> str:
    """How it stands, in one or two short sentences (B1-02)."""
    if state == State.UNANSWERED:
        before = f" vóór {written(due_on, 'j F')}" if due_on else ""
        return f"Het lukt nog niet. Wij bellen u{before}."
    if STANDING[State(state)] == SEARCHING and due_on:
        return f"We zoeken een maatje. U hoort van ons vóór {written(due_on, 'j F')}."
    if state == State.WITH_MUNICIPALITY and due_on:
        return f"{STANDING[State(state)]} U hoort vóór {written(due_on, 'j F')}."
    return STANDING[State(state)]
