"""The coordinator's desk: two files and one command."""

import pytest

from tests.exchange.two_files import Desk


@pytest.fixture
def desk(tmp_path, capsys) -> Desk:
    return Desk(tmp_path, capsys)
