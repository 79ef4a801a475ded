"""One source, two ways to run: plain Python for small towns, compiled by numba for large ones."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from inspect import getsource
from types import FunctionType, ModuleType, SimpleNamespace
from typing import Any

import numpy as np

from kruispunt.core.assign import (
    bidding,
    composite,
    events,
    joining,
    kernels,
    laying,
    proof,
    reading,
    spreading,
    tables,
    turns,
)
from kruispunt.core.ready import may_use_machine_code

SMALL = 300_000
"""Edges below which plain Python has solved a town before numba has been loaded."""
WORTH_IT = 1_000
"""Edges from which machine code is faster, once it is loaded."""
PLAIN = (
    composite.mingled,
    *reading.KERNELS,
    *kernels.KERNELS,
    *bidding.KERNELS,
    *events.EVENTS,
    *proof.KERNELS,
    *spreading.KERNELS,
    *turns.KERNELS,
)
"""Kernels that run as plain Python too, each after those that it calls."""
SOURCES = (
    tables, composite, reading, kernels, bidding, events, proof, laying, joining, spreading, turns,
)  # fmt: skip
"""Where kernels, and the numbers that they know by name, are written."""


@cache
def numba_is_installed() -> bool:
    """Tell whether numba can be imported, without importing it."""
    return find_spec("numba") is not None


def numba_is_here() -> bool:
    """Tell whether numba may be used now: it is installed, and no page waits for it."""
    return numba_is_installed() and may_use_machine_code()


@cache
def compiled_kernels() -> SimpleNamespace:
    """Compile every kernel lazily and keep the machine code beside the source.

    The twins live in a name space of their own, so that the plain functions stay what they are.
    """
    import numba  # noqa: PLC0415 - half a second that a small town need not wait for

    compiler: Callable[..., Any] = numba.njit(cache=True, nogil=True)
    twins: dict[str, Any] = {"__name__": __name__, "np": np, **_numbers_of(*SOURCES)}
    made_from = _fingerprint()
    for kernel in (*PLAIN, *laying.LAYING, *joining.JOINING):
        twin = FunctionType(kernel.__code__, twins, kernel.__name__)
        twin.__qualname__ = f"{kernel.__qualname__}_{made_from}"
        twins[kernel.__name__] = compiler(twin)
    return SimpleNamespace(**twins)


def _numbers_of(*modules: ModuleType) -> dict[str, Any]:
    """Give the numbers that kernels know by name."""
    return {
        name: worth
        for module in modules
        for name, worth in vars(module).items()
        if name.isupper() and isinstance(worth, int | np.uint64)
    }


def _fingerprint() -> str:
    """Tell by what source the machine code was made.

    numba looks at the file of one function only, and would go on using yesterday's machine code of
    the kernels in another file that it calls.
    """
    texts = "".join(getsource(module) for module in SOURCES)
    return blake2b(texts.encode(), digest_size=4).hexdigest()


def is_small(edges: int, *, most: int = SMALL) -> bool:
    """Tell whether an instance runs as plain Python: when that is ready first."""
    if not numba_is_here():
        return True
    return edges < (WORTH_IT if compiled_kernels.cache_info().currsize else most)


def as_lists[T: tuple[Any, ...]](table: T) -> T:
    """Give the same table with lists for arrays: plain Python reads those three times faster."""
    return type(table)(*map(_as_list, table))


def _as_list(column: Any) -> Any:  # noqa: ANN401 - array, table or number
    if isinstance(column, np.ndarray):
        return column.tolist()
    return as_lists(column) if isinstance(column, tuple) else column


def write_back(arrays: tuple[Any, ...], lists: tuple[Any, ...]) -> None:
    """Copy what plain Python changed in the lists into the arrays they came from."""
    for array, changed in zip(arrays, lists, strict=True):
        if isinstance(array, np.ndarray):
            array[:] = changed


@cache
def plain_kernels() -> SimpleNamespace:
    """Give the kernels as plain Python."""
    return SimpleNamespace(**{one.__name__: one for one in PLAIN})


def kernels_for(*, small: bool) -> Any:  # noqa: ANN401 - two twins of one source
    """Give the kernels as plain Python or compiled."""
    return plain_kernels() if small else compiled_kernels()


MANY = 1_000_000
"""Edges from which more than one thread is worth its start."""
MOST_PARTS = 4
"""More threads than this wait for the same memory."""


def parts(edges: int) -> int:
    """Tell in how many parts so many edges are looked through: one per processor where many."""
    return 1 if edges < MANY else min(os.cpu_count() or 1, MOST_PARTS)


def side_by_side(work: Callable[[int, int, int], None], count: int, *, parts: int) -> None:
    """Run ``work(part, begin, end)`` for every part of a range, each in a thread of its own.

    Compiled kernels let go of Python's lock. A part writes only what is of its own range, so that
    the answer does not depend on how many parts there are.
    """
    if parts == 1:
        work(0, 0, count)
        return
    ends = [count * part // parts for part in range(parts + 1)]
    with ThreadPoolExecutor(parts) as threads:
        list(threads.map(work, range(parts), ends[:-1], ends[1:]))
