"""Getting the compiled kernel ready before anyone waits for it: some seconds once, then a blink."""

from kruispunt.core.arrays.compiled import READY, numba_is_installed
from kruispunt.core.arrays.edges import edges
from kruispunt.core.arrays.pack import pack
from kruispunt.core.arrays.refusals import refusal_counts
from kruispunt.core.arrays.top import TopIndex
from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.vocabulary import Intensity
from kruispunt.core.weights import Weights


def warm() -> bool:
    """Compile every kernel, or load it from the cache, and from then on let everyone use it.

    Returns
    -------
    bool
        False where numba is missing; plain numpy then goes on answering, equal but slower.

    Notes
    -----
    Takes 20 to 40 seconds the first time on a machine, about one second later. Meant for the
    start of a worker, in a thread of its own if need be.
    """
    if not numba_is_installed():
        return False
    asked = Question("q", ("WANDELEN",), Intensity.LIGHT, x=0, y=0)
    offered = Volunteer("v", frozenset({"WANDELEN"}), x=0, y=0)
    packed = pack([asked], [offered], Weights())
    edges(packed, compiled=True)
    refusal_counts(packed, [0], compiled=True)
    TopIndex([offered], Weights()).top(asked, 1, compiled=True)
    READY.set()
    return True
