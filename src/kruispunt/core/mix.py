"""The smallest sufficient package: one question, several needs, the most informal mix that holds.

The order of preference is the order of the law and of the seeds: own network, volunteer, activity,
organisation, and formal care only where nothing lighter is enough (WMO-07). A person composes the
answer; this proposes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from kruispunt.core.cards import Question, Ranking
from kruispunt.core.vocabulary import SelfReliance, Source

Needs = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Strand:
    """One thing that could be part of the answer: where it comes from and which needs it meets."""

    id: str
    source: Source
    meets: frozenset[str]
    score: int = 0
    """How well it fits, in hundredths of a point; decides only between equals."""


@dataclass(frozen=True, slots=True)
class Package:
    """A proposed mix: its strands, the needs nobody meets, and whether a reason must be written."""

    strands: tuple[Strand, ...]
    unmet: tuple[str, ...]
    needs_reason: bool
    """Formal care is in it, so the worker records why nothing lighter is enough (D5)."""


def mix(needs: Needs, strands: Iterable[Strand], level: SelfReliance) -> Package:
    """Find the package that leaves least unmet, is most informal, and is smallest: in that order.

    Parameters
    ----------
    needs : how many helpers each need asks for, at least 1 each.
    strands : what could meet them; one strand meets each of its needs once.
    level : at DEPENDENT a professional leads, so formal care is always in the package when it is
        to be had (rule 5.1).

    Returns
    -------
    Package
        Between packages that are alike in all this, the one with the highest total score, then
        the one whose ids come first.

    Notes
    -----
    Exact: strands that meet the same needs from the same source differ in score only, so of each
    such group no more than the total of the needs can be of use. Grows exponentially with the
    number of needs, which is a handful.

    Examples
    --------
    >>> walk = Strand("noor", Source.VOLUNTEER, frozenset({"wandelen"}), 8000)
    >>> club = Strand("eetclub", Source.ACTIVITY, frozenset({"eten", "wandelen"}), 5000)
    >>> found = mix({"wandelen": 1, "eten": 1}, [walk, club], SelfReliance.REDUCED)
    >>> [strand.id for strand in found.strands], found.unmet
    (['eetclub'], ())
    """
    useful = _useful(needs, strands)
    formal_must = level is SelfReliance.DEPENDENT and any(
        strand.source is Source.FORMAL for strand in useful
    )
    best = min(
        (
            chosen
            for chosen in _packages(dict(needs), useful, ())
            if not formal_must or any(strand.source is Source.FORMAL for strand in chosen)
        ),
        key=lambda chosen: _burden(needs, chosen),
        default=(),
    )
    return Package(
        strands=tuple(sorted(best, key=lambda strand: (strand.source.step, strand.id))),
        unmet=tuple(sorted(_unmet(needs, best))),
        needs_reason=any(strand.source is Source.FORMAL for strand in best),
    )


def team(question: Question, ranking: Ranking) -> tuple[str, ...]:
    """The helpers who together serve a question that needs several: the best, or nobody.

    Returns the ids of exactly `helpers_needed` volunteers, best first, or nothing when there are
    too few: all or none.
    """
    strands = [
        Strand(one.volunteer, Source.VOLUNTEER, frozenset({question.id}), one.score)
        for one in ranking.standings
    ]
    found = mix({question.id: question.helpers_needed}, strands, SelfReliance.REDUCED)
    if found.unmet:
        return ()
    by_score = sorted(found.strands, key=lambda strand: (-strand.score, strand.id))
    return tuple(strand.id for strand in by_score)


def _useful(needs: Needs, strands: Iterable[Strand]) -> tuple[Strand, ...]:
    """Of strands that are alike, keep as many of the best as could ever be needed."""
    most = sum(needs.values())

    def alike(strand: Strand) -> tuple[int, list[str]]:
        return strand.source.step, sorted(strand.meets & needs.keys())

    able = sorted(
        (strand for strand in strands if strand.meets & needs.keys()),
        key=lambda strand: (*alike(strand), -strand.score, strand.id),
    )
    return tuple(strand for _, group in groupby(able, alike) for strand in [*group][:most])


def _packages(
    left: dict[str, int], strands: Sequence[Strand], chosen: tuple[Strand, ...]
) -> Iterator[tuple[Strand, ...]]:
    """Every package in which each strand still met something when it was laid in.

    Of alike strands the best come first, so a later one is never laid in without the earlier.
    """
    yield chosen
    passed: set[tuple[Source, frozenset[str]]] = set()
    for position, strand in enumerate(strands):
        met = [need for need in strand.meets if left.get(need, 0)]
        alike = (strand.source, strand.meets.intersection(left))
        if met and alike not in passed:
            passed.add(alike)
            rest = {need: number - (need in met) for need, number in left.items()}
            yield from _packages(rest, strands[position + 1 :], (*chosen, strand))


def _unmet(needs: Needs, chosen: Iterable[Strand]) -> Iterator[str]:
    chosen = tuple(chosen)
    for need, number in needs.items():
        met = sum(need in strand.meets for strand in chosen)
        yield from [need] * max(number - met, 0)


def _burden(needs: Needs, chosen: Sequence[Strand]) -> tuple[object, ...]:
    steps = sorted((strand.source.step for strand in chosen), reverse=True)
    return (
        len([*_unmet(needs, chosen)]),
        steps[0] if steps else -1,
        sum(step == Source.FORMAL.step for step in steps),
        len(chosen),
        sum(steps),
        -sum(strand.score for strand in chosen),
        sorted(strand.id for strand in chosen),
    )
