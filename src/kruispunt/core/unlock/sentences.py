"""Why a question stays open and what would unlock it, said in plain Dutch."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from kruispunt.core.eligibility import RULES
from kruispunt.core.refusal_counts import OpenBecause
from kruispunt.core.unlock.change import Change, Subject
from kruispunt.core.vocabulary import Intensity, Kind, Slot, Training

REASONS: Final = {
    OpenBecause.NOBODY: "Niemand voldoet aan alle eisen.",
    OpenBecause.TOO_FEW: "Er zijn te weinig mensen die aan alle eisen voldoen.",
    OpenBecause.ELSEWHERE: "Er zijn geschikte mensen, maar die zijn elders harder nodig.",
    OpenBecause.TOGETHER: "Er zijn geschikte mensen, maar niet voor het hele pakket tegelijk.",
}
NOTHING_SUFFICES: Final = "Geen enkele losse verandering is genoeg."
_RULES: Final = {rule.name: rule.refusal for rule in RULES}
_LABELS: Final[Mapping[str, str]] = {
    word.value: word.label for words in (Kind, Slot, Training) for word in words
}


def rule_sentence(rule: str) -> str:
    """Say which hard rule stands in the way most often; empty where none does."""
    return f"Het vaakst staat in de weg: iemand {_RULES[rule]}." if rule else ""


def unlocker_sentence(change: Change | None, question: str = "", *, name: str = "") -> str:
    """Say what has to change for this question, and for whom (by `name`, or else by id).

    Examples
    --------
    >>> from kruispunt.core.cards import Volunteer
    >>> noor = Volunteer("noor", frozenset({"KOFFIE"}), x=0, y=0)
    >>> unlocker_sentence(Change(Subject.VOLUNTEER, "noor", "max_km", "5", "6.5", 200, noor))
    'Vrijwilliger noor wil tot 6,5 kilometer reizen in plaats van 5.'
    """
    if change is None:
        return NOTHING_SUFFICES
    if change.subject is Subject.NEWCOMER:
        return _newcomer(json.loads(change.new))
    said = _SAID[change.subject, change.column](change)
    who = name or change.who
    if change.subject is Subject.VOLUNTEER:
        return f"Vrijwilliger {who} {said}."
    return f"Bij {'deze vraag' if change.who == question else f'vraag {who}'} {said}."


def change_of(change: Change, *, name: str) -> str:
    """Say on the desk what would have to change of a volunteer: 'Noor kan ook op …'."""
    return f"{name} {_SAID[change.subject, change.column](change)}"


def _newcomer(row: Mapping[str, str]) -> str:
    wishes = [f"kan helpen met {_listed(row['soorten'].split('|'))}"]
    if row["dagdelen"]:
        wishes.append(f"kan op {_listed(row['dagdelen'].split('|'))}")
    if row["trainingen"]:
        wishes.append(f"heeft {_listed(row['trainingen'].split('|'))}")
    if row["vog_tot"]:
        wishes.append("heeft een VOG")
    return f"Er komt een nieuwe vrijwilliger in de buurt, die {_and(wishes)}."


def _listed(words: Iterable[str]) -> str:
    return _and([_LABELS.get(word, word).lower() for word in words])


def _and(parts: list[str]) -> str:
    return " en ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))


def _added(change: Change) -> str:
    before = set(change.old.split("|"))
    return _listed(word for word in change.new.split("|") if word not in before)


def _number(text: str) -> str:
    return text.replace(".", ",")


def _helpers(number: str) -> str:
    return "is 1 helper" if number == "1" else f"zijn {number} helpers"


_SAID: Final[Mapping[tuple[Subject, str], Callable[[Change], str]]] = {
    (Subject.VOLUNTEER, "plaatsen"): lambda change: (
        f"heeft plaats voor {change.new} vragen in plaats van {change.old}"
        if change.new != "1"
        else "heeft plaats voor 1 vraag"
    ),
    (Subject.VOLUNTEER, "max_km"): lambda change: (
        f"wil tot {_number(change.new)} kilometer reizen in plaats van {_number(change.old)}"
    ),
    (Subject.VOLUNTEER, "dagdelen"): lambda change: f"kan ook op {_added(change)}",
    (Subject.VOLUNTEER, "uren"): lambda change: (
        f"heeft {_number(change.new)} uur per week in plaats van {_number(change.old)}"
    ),
    (Subject.VOLUNTEER, "trainingen"): lambda change: f"volgt {_added(change)}",
    (Subject.VOLUNTEER, "vog_tot"): lambda _: "krijgt een geldige VOG",
    (Subject.VOLUNTEER, "max_klasse"): lambda change: (
        f"wil ook vragen doen die {Intensity(change.new).label.lower()} zijn"
    ),
    (Subject.VOLUNTEER, "soorten"): lambda change: f"wil ook helpen met {_added(change)}",
    (Subject.QUESTION, "dagdelen"): lambda change: f"is hulp ook welkom op {_added(change)}",
    (Subject.QUESTION, "uren"): lambda change: (
        f"kost de hulp {_number(change.new)} uur per week in plaats van {_number(change.old)}"
    ),
    (Subject.QUESTION, "aantal"): lambda change: (
        f"{_helpers(change.new)} genoeg in plaats van {change.old}"
    ),
}
