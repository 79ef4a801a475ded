"""What every test of this room may ask for."""

import pytest

from tests.arrangements import teams


@pytest.fixture
def table(merwedam, wim) -> teams.Table:
    return teams.set_table(merwedam, wim)
