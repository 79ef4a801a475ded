"""For tests in which a real worker reads the real clock."""

from datetime import date

import pytest

from kruispunt.base.models import Term

ALWAYS = {"from_hour": 0, "until_hour": 24, "on_sundays": 1, "on_holidays": 1}
PLENTY = {"a_day": 30_000, "a_week": 30_000}


@pytest.fixture
def never_quiet(transactional_db, merwedam):
    """A town that is awake day and night, so that a test ends the same at any hour."""
    Term.objects.bulk_create(
        Term(
            municipality=merwedam,
            name=f"letters.{name}",
            length=length,
            valid_from=date(2020, 1, 1),
        )
        for name, length in {**ALWAYS, **PLENTY}.items()
    )
