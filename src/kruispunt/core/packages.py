"""Packages: questions that are served together or not at all, as their cards say it."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from kruispunt.core.cards import Question


def packages_of(questions: Sequence[Question]) -> NDArray[np.int64] | None:
    """Number the package of each question from 1, nought for who asks alone; nothing if all do.

    Examples
    --------
    >>> from kruispunt.core.vocabulary import Intensity
    >>> def ask(one, package=""):
    ...     return Question(one, ("KOFFIE",), Intensity.LIGHT, x=0, y=0, package=package)
    >>> packages_of([ask("a"), ask("b", "huis"), ask("c", "huis"), ask("d", "straat")]).tolist()
    [0, 1, 1, 0]
    >>> packages_of([ask("a"), ask("b", "huis")]) is None
    True
    """
    many = Counter(card.package for card in questions if card.package)
    number = {one: at for at, one in enumerate(sorted(w for w in many if many[w] > 1), start=1)}
    if not number:
        return None
    return np.array([number.get(card.package, 0) for card in questions], np.int64)


def asks_alone(need: NDArray[np.int64], package: NDArray[np.int64] | None) -> NDArray[np.bool_]:
    """Tell which questions need one helper and are in no package."""
    return np.asarray(need == 1 if package is None else (need == 1) & (package == 0))


def all_whole(questions: Iterable[Question], served: Collection[str]) -> bool:
    """Tell whether each package is served as a whole or not at all."""
    seen: dict[str, set[bool]] = {}
    for card in questions:
        if card.package:
            seen.setdefault(card.package, set()).add(card.id in served)
    return all(len(both) == 1 for both in seen.values())
