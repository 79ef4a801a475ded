"""What if we had worked another way: the same town once more, under several ways to work."""

from kruispunt.core.replay.history import History, Period, history_of, period_of
from kruispunt.core.replay.outcome import Outcome, Waiting
from kruispunt.core.replay.policies import Batch, FirstCome, Greedy, Live, Policy
from kruispunt.core.replay.run import (
    MEASURES,
    Comparison,
    Spread,
    compare,
    hindsight,
    replay,
    spread_of,
    usual_policies,
)

__all__ = [
    "MEASURES",
    "Batch",
    "Comparison",
    "FirstCome",
    "Greedy",
    "History",
    "Live",
    "Outcome",
    "Period",
    "Policy",
    "Spread",
    "Waiting",
    "compare",
    "hindsight",
    "history_of",
    "period_of",
    "replay",
    "spread_of",
    "usual_policies",
]
