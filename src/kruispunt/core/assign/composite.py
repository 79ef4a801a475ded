"""One number for three wishes: most value, then most questions served, then a fixed tie-break."""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

MOST_TOTAL = 62
"""Bits of the largest sum of plain weights that a live optimum keeps count of."""

ROOM = 61
"""Bits of a composite weight, so that two prices and a path still fit in 64."""
TIE_BITS = 40
"""More tie bits than this make nothing more unique."""
HASH_BITS = 58
"""Bits of a tie before it is cut to size."""
COLUMN = 1640531527
"""Spreads the numbers of the volunteers over those bits."""


class Scale(NamedTuple):
    """How a composite weight is laid out: value, one served bit, room for ties to add up, tie."""

    value_bits: int
    served_shift: int
    tie_bits: int

    @property
    def value_shift(self) -> int:
        """Bits to the right of the value."""
        return self.served_shift + 1


def scale_for(questions: int, heaviest: int, *, value_bits: int | None = None) -> Scale:
    """Lay out a composite weight for this many questions and this heaviest weight.

    Why it is exact. The difference of two assignments falls apart into paths and cycles. Each one
    changes the number served by at most one and adds at most one edge per question, so its ties
    change by less than ``questions * 2**tie_bits <= 2**served_shift``. A path that improves the
    value by one therefore outweighs all it can lose further on, and one that serves one more
    outweighs all ties.

    Raises
    ------
    OverflowError
        When the value and the served bit alone do not fit.
    """
    wanted = max(value_bits or 0, heaviest.bit_length())
    value = min(-(-wanted // 4) * 4, max(wanted, 36)) if value_bits is None else wanted
    counting = questions.bit_length()
    tie = min(TIE_BITS, ROOM - value - 1 - counting)
    if tie < 0:
        raise OverflowError(
            f"weights up to {heaviest} with {questions} questions need {-tie} bits more than "
            "64-bit arithmetic has; divide the weights by a common factor"
        )
    return Scale(value, tie + counting, tie)


def compose(
    weights: npt.NDArray[np.int64],
    ties: npt.NDArray[np.uint64],
    scale: Scale,
    need: npt.NDArray[np.int64],
) -> npt.NDArray[np.int64]:
    """Put value, served bit and the top bits of the tie in one number per edge.

    The helpers of one team share the served bit of their question.
    """
    served = np.int64(1) << np.int64(scale.served_shift)
    composite = weights << np.int64(scale.value_shift)
    composite += served if int(need.max(initial=1)) == 1 else served // need
    if scale.tie_bits:
        composite += (ties >> np.uint64(64 - scale.tie_bits)).astype(np.int64)
    return composite


def recomposed(composite: npt.NDArray[np.int64], old: Scale, new: Scale) -> npt.NDArray[np.int64]:
    """Lay out weights of single helpers anew, with fewer tie bits."""
    value = (composite >> np.int64(old.value_shift)) << np.int64(new.value_shift)
    tie = composite & np.int64((1 << old.tie_bits) - 1)
    served = np.int64(1 << new.served_shift)
    return value + served + (tie >> np.int64(old.tie_bits - new.tie_bits))


def tie_hash(rows: npt.NDArray[Any], columns: npt.NDArray[Any]) -> npt.NDArray[np.uint64]:
    """Mix the number of a question and the number of a volunteer to 64 even bits."""
    key = row_key(rows.astype(np.int64)) ^ (columns.astype(np.int64) * COLUMN)
    mixed: npt.NDArray[np.uint64] = mingled(key).astype(np.uint64)
    return mixed << np.uint64(64 - HASH_BITS)


def row_key(row: Any) -> Any:  # noqa: ANN401 - a number or an array of them
    """Give the half of a tie that all edges of a question share."""
    return mingled(2 * row + 1)


def mingled(number: Any) -> Any:  # noqa: ANN401 - a number or an array of them
    """Mix a number of 62 bits to one of 58.

    Two rounds of multiplying the halves and folding the top back. No step outgrows 62 bits, so
    Python, numpy and machine code all give the same.
    """
    number = (number & 0x7FFFFFFF) * 739982445 + (number >> 31) * 695872825
    number ^= number >> 29
    number = (number & 0x7FFFFFFF) * 843315881 + (number >> 31) * 461845907
    return (number ^ (number >> 32)) & 0x3FFFFFFFFFFFFFF
