"""Which small job in or around the house a handy neighbour may do: rule by rule (SM-12).

The rules propose and a person decides, with a reason where she sees it otherwise (PRV-08). Nobody's
paid work is taken away: small, nothing that needs a certificate, and only materials are paid.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kruispunt.core.triage import Line
from kruispunt.core.vocabulary.words import Words

MOST_HOURS: Final = 2


class ForWhom(Words):
    """Why someone cannot do it herself, and has nobody who can."""

    OLDER = "ouder", "Voor een oudere inwoner"
    LIMITED = "beperking", "Voor iemand met een beperking of ziekte"
    NEITHER = "geen", "Geen van beide"


@dataclass(frozen=True, slots=True, kw_only=True)
class OddJob:
    """What was asked about a job: for whom, how long, and what kind of work it is."""

    for_whom: str
    hours: Decimal
    """How long it takes, in hours."""
    certified: bool
    """Gas, the fuse box, the roof: work for who has papers for it."""
    paid_work: bool
    """Somebody would be paid for this otherwise: a company, a landlord, the municipality."""
    materials_only: bool
    """The resident pays for screws and paint, and nothing else."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules propose, with every line that led there."""

    fits: bool
    lines: tuple[Line, ...]


def judge(job: OddJob, most_hours: int = MOST_HOURS) -> Verdict:
    """Look at a job rule by rule.

    Examples
    --------
    >>> shelf = OddJob(for_whom="ouder", hours=Decimal("0.5"), certified=False, paid_work=False,
    ...                materials_only=True)
    >>> judge(shelf).fits
    True
    """
    someone = job.for_whom in {ForWhom.OLDER, ForWhom.LIMITED}
    small = Decimal(0) < job.hours <= most_hours
    lines = (
        _line(someone, "voor_wie", "voor een oudere of iemand met een beperking"),
        _line(small, "klein", f"hooguit {most_hours} uur werk"),
        _line(not job.certified, "vakwerk", "geen werk waar een vakman voor nodig is"),
        _line(not job.paid_work, "verdringing", "niemand anders wordt hier normaal voor betaald"),
        _line(job.materials_only, "kosten", "de inwoner betaalt alleen het materiaal"),
    )
    return Verdict(not any(line.bites for line in lines), lines)


def _line(holds: bool, rule: str, sentence: str) -> Line:  # noqa: FBT001  (read beside its sentence)
    return Line(rule, f"{'Klopt' if holds else 'Klopt niet'}: {sentence}", bites=not holds)
