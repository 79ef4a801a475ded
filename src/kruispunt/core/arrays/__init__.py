"""Everyone in arrays: the same rules and scores as on the cards, for millions of pairs a second."""

from kruispunt.core.arrays.candidate import Candidate
from kruispunt.core.arrays.columns import CardsRefused
from kruispunt.core.arrays.edges import (
    Edges,
    SharesOfEdges,
    edges,
    edges_of_questions,
    edges_of_volunteers,
    shares,
)
from kruispunt.core.arrays.fallen import Fallen
from kruispunt.core.arrays.lexicon import TooManyWords
from kruispunt.core.arrays.pack import pack
from kruispunt.core.arrays.packed import Packed
from kruispunt.core.arrays.refusals import RefusalCounts, refusal_counts, refusals_of
from kruispunt.core.arrays.ties import ties
from kruispunt.core.arrays.top import TopIndex
from kruispunt.core.arrays.warm import warm
from kruispunt.core.arrays.whole_graph import Picked, WholeGraph
from kruispunt.core.arrays.within_hours import caps_within_hours, count_eligible

__all__ = [
    "Candidate",
    "CardsRefused",
    "Edges",
    "Fallen",
    "Packed",
    "Picked",
    "RefusalCounts",
    "SharesOfEdges",
    "TooManyWords",
    "TopIndex",
    "WholeGraph",
    "caps_within_hours",
    "count_eligible",
    "edges",
    "edges_of_questions",
    "edges_of_volunteers",
    "pack",
    "refusal_counts",
    "refusals_of",
    "shares",
    "ties",
    "warm",
]
