"""Ways to work compared at full size: `python -m bench.replay [sizes] [regimes] [seeds]`.

A province in cards. Questions come over 200 days; the first 60 are only learned from. In a scarce
province there are places for two thirds of the questions.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from time import process_time
from typing import Final

import numpy as np

from bench.crowd import crowd
from bench.lines import line, peak_mib
from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.replay import hindsight, history_of, period_of, usual_policies
from kruispunt.core.replay.outcome import outcome_of
from kruispunt.core.replay.run import played
from kruispunt.core.weights import Weights

WARM_UP: Final = 60
FEW: Final = 0.67


def province(size: str, regime: str, seed: int) -> tuple[Sequence[Question], Sequence[Volunteer]]:
    """Make the cards; scarce leaves a place to some volunteers only."""
    asked, offered = crowd(size, seed=seed)
    if regime == "ample":
        return asked, offered
    has_place = np.random.default_rng(seed).random(len(offered)) < FEW * len(asked) / len(offered)
    pairs = zip(offered, has_place.tolist(), strict=True)
    return asked, [replace(one, places=int(place)) for one, place in pairs]


def measure(size: str, regime: str, seed: int) -> None:
    """Replay one province under every way to work, one line each."""
    begun = process_time()
    history = history_of(*province(size, regime, seed), Weights())
    period = period_of(history, warm_up=WARM_UP)
    ceiling, most = hindsight(history, period)
    place = {"bench": "replay", "size": size, "regime": regime, "seed": seed}
    laid_out = process_time() - begun
    for policy in usual_policies():
        begun = process_time()
        board = played(history, period, policy)
        found = outcome_of(board, policy.name, ceiling=ceiling, most_served=most)
        line(
            **place,
            policy=policy.name,
            asked=found.everyone.asked,
            served=found.everyone.served,
            hindsight_served=most,
            quality=round(found.quality, 4),
            mean_score=round(found.mean_score, 2),
            wait_mean=round(found.everyone.mean, 2),
            wait_p90=round(found.everyone.p90, 1),
            cpu_seconds=round(process_time() - begun, 1),
            before_seconds=round(laid_out, 1),
            pairs=len(history.worth),
            peak_mib=peak_mib(),
        )


if __name__ == "__main__":
    given = dict(enumerate(sys.argv))
    for asked in given.get(1, "M").split(","):
        for kind in given.get(2, "ample,scarce").split(","):
            for number in given.get(3, "1,2,3,4,5").split(","):
                measure(asked, kind, int(number))
