"""What a search waits for while somebody thinks it over, or said yes and the other did not yet."""

from typing import Any

from django.urls import reverse

from kruispunt.arrangements import queries as arrangements
from kruispunt.arrangements.states import MatchState
from kruispunt.base.actor import Actor
from kruispunt.base.post import day_in_words
from kruispunt.matching.states import WAITING
from kruispunt.questions.states import FOR_VOLUNTEERS, State

type Row = Any
type Step = dict[str, object]


def yes_step(actor: Actor, question: Row, invitations: list[Row]) -> Step | None:
    """The step while others are to answer: ask the other side, wait, or let them meet."""
    if question.state not in FOR_VOLUNTEERS and question.state != State.ANSWERED:
        return None
    found = arrangements.not_met_yet(actor, question.pk)
    if found:
        return _of_match(found[0], question.asked_by.given_name)
    thinking = [one for one in invitations if one.state in WAITING]
    return _thinking(question, thinking) if thinking and question.state != State.ANSWERED else None


def _of_match(match: Row, asker: str) -> Step:
    volunteer = match.volunteering.person.given_name
    told = {
        MatchState.PROPOSED: (
            f"Vraag {volunteer} en {asker} om een antwoord",
            "Zij zeggen elk apart ja of nee.",
        ),
        MatchState.VOLUNTEER_AGREED: (
            f"{volunteer} zei ja: vraag {asker}",
            f"Vertel {asker} wie {volunteer} is, en schrijf het antwoord op.",
        ),
        MatchState.RESIDENT_AGREED: (
            f"{asker} zei ja: vraag {volunteer}",
            f"Bel {volunteer}, en schrijf het antwoord op.",
        ),
        MatchState.INTRODUCTION: (
            "Nu volgt de kennismaking",
            f"{asker} en {volunteer} zeiden allebei ja. De coördinator spreekt een moment af.",
        ),
    }
    title, words = told[match.state]
    address = reverse("startpunt:match", args=[match.pk])
    return _step("match", title, words, button="Naar de koppeling", address=address)


def _thinking(question: Row, thinking: list[Row]) -> Step:
    names = [one.volunteering.person.given_name for one in thinking]
    last = max(one.answer_by for one in thinking)
    who = f"{', '.join(names[:-1])} en {names[-1]}" if names[1:] else names[0]
    day = day_in_words(last)
    return _step(
        "candidates",
        f"{who} {'denken' if names[1:] else 'denkt'} na",
        f"De vraag is verstuurd. Uiterlijk op {day} komt er antwoord. Nog iemand vragen mag ook.",
        button="Bekijk wie nog meer past",
        address=reverse("startpunt:candidates", args=[question.pk]),
    )


def _step(verb: str, title: str, words: str, *, button: str, address: str) -> Step:
    return {
        "verb": verb,
        "title": title,
        "words": words,
        "button": button,
        "post": False,
        "address": address,
    }
