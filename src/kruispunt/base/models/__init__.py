"""Rows of the cellar: what every room stands on and none of them owns."""

from kruispunt.base.models.errands import Chore, Errand, Letter, Once
from kruispunt.base.models.fixed_days import FixedDay, SaidOfDay
from kruispunt.base.models.journal import JournalHead, JournalLine
from kruispunt.base.models.keeping import Certificate, Hold, Tombstone
from kruispunt.base.models.knock import Knock
from kruispunt.base.models.municipality import Account, Municipality, Term
from kruispunt.base.models.unsent import Unsent

__all__ = [
    "Account",
    "Certificate",
    "Chore",
    "Errand",
    "FixedDay",
    "Hold",
    "JournalHead",
    "JournalLine",
    "Knock",
    "Letter",
    "Municipality",
    "Once",
    "SaidOfDay",
    "Term",
    "Tombstone",
    "Unsent",
]
