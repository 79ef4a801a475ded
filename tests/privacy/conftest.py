"""Who watches over privacy in Merwedam."""

import pytest

from kruispunt.base.roles import Role
from tests.cast import enter


@pytest.fixture
def frans(merwedam):
    """Is the privacy officer, and sits in that seat."""
    player = enter("Frans", merwedam, Role.PRIVACY_OFFICER)
    player.browser()
    return player
