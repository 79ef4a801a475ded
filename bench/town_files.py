"""Writes a made-up town as the two spreadsheets a coordinator has, with one planted bottleneck.

python -m bench.town_files (S | M) (ruim | krap) FOLDER
"""

import csv
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from bench.crowd import SIZES, crowd_of
from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.unlock.cells import volunteer_row
from kruispunt.core.vocabulary import Kind

TODAY: Final = date(2026, 11, 21)
RARE: Final = frozenset({Kind.PHYSICAL_DISABILITY.value})
"""The kind of help that is asked often and given seldom: the planted bottleneck."""
REGIMES: Final = {"ruim": 1.0, "krap": 0.22}
"""Which part of the volunteers is there: with all of them nearly every question is served."""
_WIDTH: Final = {"S": 7_800_000, "M": 31_000_000}


def town(size: str, regime: str, *, seed: int = 1) -> tuple[list[Question], list[Volunteer]]:
    """Make a town of one size and regime; nobody's hours bind, so that a flow is exact."""
    questions, volunteers = crowd_of(*SIZES[size], width=_WIDTH[size], seed=seed)
    there = round(len(volunteers) * REGIMES[regime])
    most = max(question.hours for question in questions)
    asked = [
        replace(question, kinds=tuple(RARE)) if number % 12 == 0 else question
        for number, question in enumerate(questions)
    ]
    given = [
        replace(
            volunteer,
            hours=most * volunteer.places,
            kinds=volunteer.kinds | RARE if number % 100 == 0 else volunteer.kinds,
        )
        for number, volunteer in enumerate(volunteers[:there])
    ]
    return asked, given


def write_town(folder: Path, questions: Iterable[Question], crowd: Iterable[Volunteer]) -> None:
    """Write vragen.csv and vrijwilligers.csv with Dutch headers."""
    _write(folder / "vragen.csv", (_question_row(question) for question in questions))
    _write(folder / "vrijwilligers.csv", (volunteer_row(card, TODAY) for card in crowd))


def _question_row(question: Question) -> Mapping[str, str]:
    return {
        "id": question.id,
        "soort": "|".join(question.kinds),
        "klasse": question.intensity.value,
        "thema": "|".join(sorted(question.themes)),
        "x": f"{question.x / 1000:.3f}",
        "y": f"{question.y / 1000:.3f}",
        "dagdelen": "|".join(sorted(question.slots)),
        "uren": f"{question.hours / 1000:g}",
        "talen": "|".join(sorted(question.languages)),
        "geslacht_wens": question.gender_wish,
        "omstandigheden": "|".join(sorted(question.circumstances)),
        "interesses": "|".join(sorted(question.interests)),
        "afkeer": "|".join(sorted(question.dislikes)),
        "rol": question.role,
        "frequentie": question.frequency,
        "termijn": str(question.term_months or ""),
        "vog": "ja" if question.needs_vog else "nee",
        "sinds": (TODAY - timedelta(days=question.days_waiting)).isoformat(),
    }


def _write(path: Path, rows: Iterable[Mapping[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        first, *others = rows
        writer = csv.DictWriter(file, list(first), lineterminator="\n")
        writer.writeheader()
        writer.writerow(first)
        writer.writerows(others)


if __name__ == "__main__":
    write_town(Path(sys.argv[3]), *town(sys.argv[1], sys.argv[2]))
