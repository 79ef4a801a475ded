"""One browser for all page tests of a worker process: starting it takes longer than a page."""

import pytest

from tests.browser import opened


@pytest.fixture(scope="session")
def browser():
    with opened() as found:
        yield found
