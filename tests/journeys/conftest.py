"""One browser for the journeys."""

import pytest

from tests.browser import opened


@pytest.fixture(scope="session")
def browser():
    with opened() as found:
        yield found
