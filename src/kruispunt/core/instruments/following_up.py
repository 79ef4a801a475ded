"""What a score asks of us (INS-07), and who says yes for a child (PRV-12). People decide."""

from enum import StrEnum

from kruispunt.core.instruments.scoring import Score
from kruispunt.core.instruments.shelf import HEAVY_HOW_LONG

SOME = {"ediz_plus": {"matig"}, "maca": {"matig", "hoog"}, "panoc": {"zorg"}}
HEAVY = {
    "ediz_plus": {"overbelast"},
    "csi": {"overbelast"},
    "maca": {"zeer hoog"},
    "volhoudtijd": HEAVY_HOW_LONG,
}


class FollowUp(StrEnum):
    """How soon somebody gets in touch."""

    NONE = "none"
    TALK = "talk"
    CONTACT = "contact"
    SAME_DAY = "same_day"


def follow_up(code: str, score: Score) -> FollowUp:
    """Read off how soon somebody gets in touch: a talk, a contact with an offer, or today.

    Examples
    --------
    >>> follow_up("csi", Score(7, "overbelast")).value
    'contact'
    >>> follow_up("maca", Score(17, "hoog")).value
    'talk'
    """
    if score.same_day:
        return FollowUp.SAME_DAY
    if score.band in HEAVY.get(code, ()):
        return FollowUp.CONTACT
    return FollowUp.TALK if score.band in SOME.get(code, ()) else FollowUp.NONE


class WhoSaysYes(StrEnum):
    """Whose yes counts."""

    REPRESENTATIVE = "representative"
    CHILD_AND_PARENT = "child_and_parent"
    SELF = "self"


CHILD, TEENAGER = 12, 16


def who_says_yes(age: int | None) -> WhoSaysYes:
    """Under twelve the representative; twelve to fifteen the child, and a parent too (PRV-12).

    Examples
    --------
    >>> [who_says_yes(age).value for age in (11, 12, 15, 16, None)]
    ['representative', 'child_and_parent', 'child_and_parent', 'self', 'self']
    """
    if age is None or age >= TEENAGER:
        return WhoSaysYes.SELF
    return WhoSaysYes.REPRESENTATIVE if age < CHILD else WhoSaysYes.CHILD_AND_PARENT
