"""What shuts a case somebody could see: it is over, a yes was taken back, two may not meet.

Each is done to the own case of the town, and everything is asked anew.
"""

from datetime import timedelta

from kruispunt.base.roles import Role
from kruispunt.people.models import Consent, Exclusion
from tests.cast import MONDAY
from tests.matrix import afterwards

LONG_AGO = MONDAY - timedelta(days=60)


def over(case, role: str) -> None:
    """The case was closed two months ago (ROL-03)."""
    afterwards.over(case, LONG_AGO)


def withdrawn(case, role: str) -> None:
    """The resident took back every yes she gave (SM-14)."""
    Consent.objects.filter(person=case.people[Role.RESIDENT]).update(state="withdrawn")


def apart(case, role: str) -> None:
    """Whoever asks and the resident may never be brought together."""
    one, other = sorted((case.people[role].pk, case.people[Role.RESIDENT].pk))
    if one != other:
        Exclusion.objects.create(
            municipality=case.municipality, one_id=one, other_id=other, reason="eerder",
            set_at=MONDAY,
        )  # fmt: skip


BLOCKED = {"over": over, "withdrawn": withdrawn, "apart": apart}
