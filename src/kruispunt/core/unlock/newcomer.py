"""The volunteer who would have to come: made to measure for one question."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from kruispunt.core.cards import NONE, Question, Volunteer
from kruispunt.core.eligibility import refusals, trainings_needed
from kruispunt.core.unlock.town import Town
from kruispunt.core.unlock.volunteer_options import millimetres

MOST_TRIED = 40
"""How many pairs of questions are tried for a newcomer who frees someone else."""


def newcomers(town: Town, question: Question) -> Iterator[Volunteer]:
    """List newcomers who might unlock this question, the most ordinary first.

    One helper who answers to everything in the question and may be proposed for nothing else
    always unlocks a question that needs one; for a team the newcomer may also have to free others.
    """
    who = unused_id(town, f"nieuw-{question.id}")
    fitting = made_for(question, who)
    taken = rivals(town, fitting, {question.id})
    yield fitting
    if taken:
        yield replace(fitting, reach=0)
        yield replace(fitting, not_with=taken)
    if question.helpers_needed > 1:
        for others in _freed_for(town, question):
            yield _for_all(town, question, others, who)


def made_for(question: Question, who: str) -> Volunteer:
    """Give the volunteer who fits this question best in everything that counts."""
    return Volunteer(
        id=who,
        kinds=frozenset(question.kinds[:1]),
        x=question.x,
        y=question.y,
        slots=question.slots,
        hours=question.hours,
        languages=question.languages,
        gender=question.gender_wish,
        trainings=trainings_needed(question) | question.themes,
        interests=question.interests,
        dislikes=question.dislikes,
        roles=frozenset({question.role} - {""}),
        frequencies=frozenset({question.frequency} - {""}),
        terms=frozenset({question.term_months} - {0}),
        has_vog=question.needs_vog,
        max_intensity=question.intensity,
    )


def unused_id(town: Town, wanted: str) -> str:
    """Give an id that nobody has and nobody is kept apart from."""
    used = set(town.volunteers).union(*(ask.not_with for ask in town.questions.values()))
    name, number = wanted, 1
    while name in used:
        number += 1
        name = f"{wanted}-{number}"
    return name


def rivals(town: Town, card: Volunteer, meant_for: Set[str]) -> frozenset[str]:
    """Find the other questions for which this volunteer might be proposed as well."""
    return frozenset(
        ask.id
        for ask in town.questions.values()
        if ask.id not in meant_for and not refusals(ask, card)
    )


def _freed_for(town: Town, question: Question) -> Iterator[tuple[Question, ...]]:
    """List what the eligible helpers now do elsewhere: a newcomer could do that instead."""
    able = set(town.around_question[question.id].eligible)
    busy = sorted({pair.question for pair in town.proposal.pairings if pair.volunteer in able})
    asks = [town.questions[ask] for ask in busy]
    yield from [(ask,) for ask in asks[:MOST_TRIED]]
    pairs = [(one, two) for one in asks for two in asks if one.id < two.id]
    yield from pairs[:MOST_TRIED]


def _for_all(town: Town, question: Question, others: tuple[Question, ...], who: str) -> Volunteer:
    meant = (question, *others)
    fitting = made_for(question, who)
    every = replace(
        fitting,
        kinds=frozenset(ask.kinds[0] for ask in meant),
        slots=NONE if any(not ask.slots for ask in meant) else _all(ask.slots for ask in meant),
        hours=sum(ask.hours for ask in meant),
        places=len(meant),
        languages=_all(ask.languages for ask in meant),
        trainings=_all(trainings_needed(ask) | ask.themes for ask in meant),
        interests=_all(ask.interests for ask in meant),
        roles=_all(frozenset({ask.role} - {""}) for ask in meant),
        frequencies=_all(frozenset({ask.frequency} - {""}) for ask in meant),
        terms=frozenset(ask.term_months for ask in meant) - {0},
        has_vog=any(ask.needs_vog for ask in meant),
        max_intensity=max((ask.intensity for ask in meant), key=lambda word: word.step),
    )
    every = replace(every, reach=max(every.reach, *(millimetres(ask, every) for ask in meant)))
    return replace(every, not_with=rivals(town, every, {ask.id for ask in meant}))


def _all(words: Iterable[frozenset[str]]) -> frozenset[str]:
    return NONE.union(*words)
