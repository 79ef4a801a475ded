"""The best proposal for a whole town at once, with the proof that no other is worth more.

``assign(indptr, indices, weights, *, cap, limits, level, need, hours, slots, package, …)``
    One solve on plain sparse arrays (rows are questions, columns volunteers, whole weights); gives
    the pairs (``.questions``, ``.volunteers``), ``.value``, ``.served``, ``.bound``, ``.proven``.
``assign_in_order(indptr, indices, weights, *, first, cap, limits, level, ties)``
    Longest waiting first, exactly; what is worth most only decides among those.
``assign_covering(indptr, indices, weights, *, neighbourhood, bonus, cap, limits, level, …)``
    With a bonus for every neighbourhood that falls with each question served there.
``assign_whole(market, *, cap, level, scale, limits)``
    The same over pairs that are too many to write down: they are asked for at prices.
``Live(indptr, indices, weights, *, cap, limits, level, ties)``
    The same town kept solved. ``try_volunteer``, ``try_change``, ``try_without_volunteer``,
    ``try_question``, ``try_question_change`` and ``try_without_question`` tell exactly what would
    happen as a ``Change`` (``value``, ``served``, ``came``, ``went``) and undo it;
    ``add_…``, ``remove_…`` and ``change_…`` do it. Exact where every question needs one helper and
    hours do not bind.
``intervals(indptr, indices, weights, *, cap, limits, level, ties)``
    What one place less would cost and one place more would bring, for every volunteer at once.
``certify(problem, pairs, price)`` with ``pose(…)``
    The independent proof, by other code than the solver's.
``warm()``
    Loads the compiled kernels, so that no page waits for them.

Only numpy is needed. numba makes it fast where it is present, with the same answers; HiGHS is
asked only where hours, slots, teams or packages bind. Between proposals of equal value the one that
serves most questions is taken, and then the one that ``ties`` (64 random-looking bits per edge,
made of the two ids) prefer: the answer does not depend on the order of rows and columns.
"""

from kruispunt.core.assign.certificate import Certificate, certify
from kruispunt.core.assign.change import Change
from kruispunt.core.assign.composite import Scale, scale_for
from kruispunt.core.assign.covering import Covering, assign_covering
from kruispunt.core.assign.in_order import InOrder, assign_in_order
from kruispunt.core.assign.intervals import Intervals, intervals
from kruispunt.core.assign.live import Live
from kruispunt.core.assign.market import ListedPairs
from kruispunt.core.assign.problem import Problem, pose
from kruispunt.core.assign.propose import Assignment, assign, warm
from kruispunt.core.assign.whole import assign_whole

__all__ = [
    "Assignment",
    "Certificate",
    "Change",
    "Covering",
    "InOrder",
    "Intervals",
    "ListedPairs",
    "Live",
    "Problem",
    "Scale",
    "assign",
    "assign_covering",
    "assign_in_order",
    "assign_whole",
    "certify",
    "intervals",
    "pose",
    "scale_for",
    "warm",
]
