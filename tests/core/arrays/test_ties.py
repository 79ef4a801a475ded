"""The last word between equals comes from the ids, not from the order of the rows."""

from hashlib import blake2b

import numpy as np

from kruispunt.core.arrays import pack, ties
from tests.core.arrays.crowds import WEIGHTS, easy_question, easy_volunteer


def every_tie(asked, offered, seed=1):
    packed = pack(asked, offered, WEIGHTS)
    rows, columns = np.divmod(np.arange(len(asked) * len(offered)), len(offered))
    numbers = ties(packed, rows, columns, seed=seed)
    return {
        (packed.question_ids[row], packed.volunteer_ids[column]): int(number)
        for row, column, number in zip(rows, columns, numbers, strict=True)
    }


ASKED = [easy_question(n) for n in range(30)]
OFFERED = [easy_volunteer(n) for n in range(40)]


def test_the_order_of_the_rows_does_not_matter():
    assert every_tie(ASKED, OFFERED) == every_tie(ASKED[::-1], OFFERED[::-1])


def test_no_two_pairs_share_a_number_and_another_seed_gives_others():
    first, second = every_tie(ASKED, OFFERED), every_tie(ASKED, OFFERED, seed=2)
    assert len(set(first.values()) | set(second.values())) == 2 * len(first)


def stirred(number):
    """The finish of SplitMix64 in unbounded integers, cut to 64 bits."""
    number = (number ^ number >> 30) * 0xBF58476D1CE4E5B9 % 2**64
    number = (number ^ number >> 27) * 0x94D049BB133111EB % 2**64
    return number ^ number >> 31


def test_the_numbers_are_those_of_the_written_down_formula():
    asked, given = (
        int.from_bytes(blake2b(one, digest_size=8).digest(), "little") for one in (b"q0", b"v0")
    )
    expected = stirred(stirred((asked + 7 * 0x9E3779B97F4A7C15) % 2**64) ^ given)
    assert every_tie(ASKED[:1], OFFERED[:1], seed=7) == {("q0", "v0"): expected}
