"""The kernel compiled by numba: loaded when it pays, cached beside the source, never required."""

# ruff: noqa: ANN401 - numba passes types of its own

from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from inspect import getsource
from threading import Event
from types import SimpleNamespace
from typing import Any, Final

from kruispunt.core.arrays import (
    fields,
    hours,
    kernel,
    lexicon,
    pick,
    sheet,
    shelf,
    sweep,
    ties,
    walk,
)
from kruispunt.core.ready import may_use_machine_code

_PARTS: Final = (
    kernel.squared_distance, kernel.is_hopeful, kernel.fits, kernel.broken, kernel.rounded,
    kernel.shares_of, kernel.unknown_of, kernel.score_of, kernel.question_at, kernel.volunteer_at,
    walk.more_of, walk.is_among, walk.tally,
    sweep.quick_of, sweep.bands_of, sweep.stretch_of, sweep.asker_at,
    sweep.look_over, sweep.short_list, sweep.able_of, sweep.able_with_rare,
    sweep.score_with_rare, sweep.scan, sweep.scatter, ties.stirred,
    kernel.most_of, pick.look_over_prices, pick.keep, pick.pick,
    hours.hold, hours.how_many_fit, hours.count_pairs, hours.fit_hours,
    shelf.is_in_reach, shelf.ring, shelf.look_at_shelf, shelf.helper_at, shelf.reasons,
    shelf.weigh_stretches, shelf.best,
)  # fmt: skip
_ENTRANCES: Final[tuple[Callable[..., Any], ...]] = (
    sweep.scan, sweep.scatter, pick.pick, hours.count_pairs, hours.fit_hours, walk.tally,
    shelf.best,
)  # fmt: skip


@cache
def numba_is_installed() -> bool:
    """Tell whether numba can be imported, without importing it."""
    return find_spec("numba") is not None


def numba_is_here() -> bool:
    """Tell whether numba may be used now: it is installed, and no page waits for it."""
    return numba_is_installed() and may_use_machine_code()


READY: Final = Event()
"""Set once every kernel has been compiled, or loaded, and run."""


def is_warm() -> bool:
    """Tell whether the compiled kernel answers at once, so that a page may ask it."""
    return READY.is_set()


@cache
def compiled_kernel() -> SimpleNamespace:
    """Compile the kernel, or load it from the cache.

    The source of everything that the machine code was made from goes into the key of the cache:
    numba itself looks at one file only and would run yesterday's rules.
    """
    from numba import njit, types  # noqa: PLC0415 - half a second that few need to wait for
    from numba.extending import intrinsic, overload, register_jitable  # noqa: PLC0415

    @intrinsic
    def set_bits(_context: Any, mask: Any) -> Any:
        def generate(_context: Any, builder: Any, _signature: Any, given: Any) -> Any:
            return builder.ctpop(given[0])

        return types.int64(mask), generate

    @overload(kernel.ones)
    def ones(mask: Any) -> Any:  # noqa: ARG001 - numba compares this header with the next
        def count(mask: Any) -> Any:
            return set_bits(mask)  # type: ignore[call-arg]

        return count

    for part in _PARTS:
        register_jitable(part)
    texts = "".join(
        getsource(module)
        for module in (shelf, hours, pick, sweep, sheet, ties, walk, kernel, fields, lexicon)
    )
    made_from = blake2b(texts.encode(), digest_size=8).hexdigest()
    compiler = njit(cache=True, nogil=True, error_model="numpy")
    return SimpleNamespace(
        **{part.__name__: compiler(_entrance(part, made_from)) for part in _ENTRANCES}
    )


def _entrance(part: Callable[..., Any], made_from: str) -> Callable[..., Any]:
    def enter(*given: Any) -> Any:
        if made_from:
            return part(*given)
        return part(*given)

    enter.__qualname__ = f"enter.{part.__name__}"
    return enter
