"""A town looked through in several parts at once has the same answer as in one."""

import numpy as np
import pytest

from bench.sparse_towns import REGIMES, town
from kruispunt.core.assign import assign, certify, compiled, pose
from kruispunt.core.assign.checked import read_edges


@pytest.fixture(params=[1, 2, 3])
def parts(request, monkeypatch):
    monkeypatch.setattr(compiled, "MANY", 1)
    monkeypatch.setattr(compiled, "MOST_PARTS", request.param)
    monkeypatch.setattr(compiled.os, "cpu_count", lambda: 4)
    return request.param


@pytest.mark.parametrize("regime", REGIMES)
def test_the_number_of_parts_changes_no_pair_and_no_price(parts, regime):
    made = town("S", regime, 3)
    arrays, cap = (made.indptr, made.indices, made.weights), made.cap
    assert compiled.parts(len(made.weights)) == parts
    found = assign(*arrays, cap=cap, compiled=True)
    plain = assign(*arrays, cap=cap, compiled=False)
    for name in ("questions", "volunteers", "prices_u", "prices_v"):
        np.testing.assert_array_equal(getattr(found, name), getattr(plain, name))
    assert found.proven


@pytest.mark.parametrize("at", [0, 31_000, -1])
def test_a_wrong_edge_is_found_in_every_part(parts, at):
    made = town("S", "ample", 1)
    columns = made.indices.copy()
    columns[at] = len(made.cap)
    with pytest.raises(ValueError, match="names volunteer 2000 of 2000"):
        read_edges(made.indptr, columns, made.weights, len(made.cap))


def test_no_part_of_a_certificate_is_left_out(parts):
    made = town("S", "scarce", 2)
    problem = pose(made.indptr, made.indices, made.weights, cap=made.cap)
    best = assign(made.indptr, made.indices, made.weights, cap=made.cap)
    found = certify(problem, (best.questions, best.volunteers), best.prices_v)
    assert found.proven
    np.testing.assert_array_equal(found.surplus, best.prices_u)
