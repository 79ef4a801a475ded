"""What would make it possible: the cheapest single change after which a question has a helper."""

import json
from dataclasses import dataclass, replace
from decimal import Decimal

from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.core.unlock import Change, Subject, Town, unmatched
from kruispunt.core.unlock.one_away import one_away
from kruispunt.core.vocabulary import Intensity, Kind, Slot, Training, Words
from kruispunt.core.weights import Weights
from kruispunt.matching import permits
from kruispunt.matching.queries.at_hand import at_hand
from kruispunt.matching.queries.invitations import answers
from kruispunt.offers import queries as offers
from kruispunt.people import queries as people
from kruispunt.questions import queries as questions

WORDS: tuple[type[Words], ...] = (Slot, Kind, Training, Intensity)


@dataclass(frozen=True, slots=True)
class Unlock:
    """One change: in words, of whom, and the change itself for who wants to make it."""

    sentence: str
    volunteering_id: int | None
    change: Change


def unlock(actor: Actor, question_id: int, *, weights: Weights | None = None) -> Unlock | None:
    """Find the cheapest change that gives this question a helper; none when it has one already.

    Whoever was asked for it before is left out: her answer stands, whatever she could change.
    """
    may_begin(actor, permits.CANDIDATES)
    question = questions.one(actor, question_id)
    ask = questions.card_of(actor, question)
    never = people.never_with(actor, question.asked_by_id) | {question.asked_by_id}
    unseen = frozenset(map(str, offers.behind(actor, never).values()))
    asked = frozenset(map(str, answers(actor, question_id)))
    with at_hand(actor) as index:
        near = one_away(index, replace(ask, not_with=ask.not_with | unseen), without=asked)
    names = offers.names(actor, [int(card.id) for card in near])
    for stuck in unmatched(Town([ask], near, weights or Weights()), actor.today):
        change = stuck.unlocker
        if change is not None:
            name = names[int(change.who)][0] if change.subject is Subject.VOLUNTEER else ""
            return Unlock(sentence(change, name), _who(change), change)
    return None


def sentence(change: Change, name: str) -> str:
    """Say a change in plain Dutch.

    Examples
    --------
    >>> sentence(Change(Subject.VOLUNTEER, "7", "max_km", "3", "4", 100, None), "Noor")
    'Als Noor tot 4 km wil reizen (nu 3 km).'
    """
    if change.subject is Subject.NEWCOMER:
        return _newcomer(json.loads(change.new))
    who = name or "de vraag"
    old, new = _said(change.old), _said(change.new)
    return {
        "plaatsen": f"Als {who} {new} plaatsen geeft (nu {old or 0}).",
        "max_km": f"Als {who} tot {new} km wil reizen (nu {old} km).",
        "dagdelen": f"Als {who} ook kan op: {_more(change)}.",
        "uren": f"Als {who} {new} uur per week rekent (nu {old} uur).",
        "trainingen": f"Als {who} deze training doet: {_more(change)}.",
        "vog_tot": f"Als {who} een geldige VOG heeft.",
        "max_klasse": f"Als {who} ook vragen wil doen die {new.lower()} zijn.",
        "soorten": f"Als {who} ook dit wil doen: {_more(change)}.",
        "aantal": f"Als {new} helpers genoeg zijn (nu {old}).",
    }[change.column]


def _newcomer(row: dict[str, str]) -> str:
    kinds = ", ".join(_label(code).lower() for code in row["soorten"].split("|"))
    trainings = [_label(code).lower() for code in row.get("trainingen", "").split("|") if code]
    learned = f", met {' en '.join(trainings)}" if trainings else ""
    return f"Als er een nieuwe vrijwilliger komt in deze buurt voor: {kinds}{learned}."


def _more(change: Change) -> str:
    """Only what is new in a list of words."""
    before = set(change.old.split("|"))
    return ", ".join(_label(code) for code in change.new.split("|") if code not in before)


def _said(code: str) -> str:
    try:
        return format(Decimal(code).normalize(), "f").replace(".", ",")
    except ArithmeticError:
        return _label(code)


def _label(code: str) -> str:
    for words in WORDS:
        if code in set(words):
            return words(code).label
    return code


def _who(change: Change) -> int | None:
    return int(change.who) if change.subject is Subject.VOLUNTEER else None
