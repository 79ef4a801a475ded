"""A rule that is tried counts everybody once, by the colour that each would have."""

from kruispunt.core.signs import OF_A_MATCH, POINTS
from kruispunt.core.trying import SignsTried, try_signs


def test_k15_other_signs_of_the_same_colour_are_counted_together():
    nothing, silent = frozenset[str](), frozenset({"unanswered"})
    seen = [(nothing, nothing, 4), (silent, silent, 2), (nothing, silent, 3)]

    tried = try_signs(seen, OF_A_MATCH, POINTS, {**POINTS, "unanswered": POINTS["amber"]})

    assert tried == SignsTried(seen=9, amber_then=5, changed=5)
