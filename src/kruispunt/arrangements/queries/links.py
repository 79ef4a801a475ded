"""The words in letters with which organisations answer without signing in."""

from kruispunt.arrangements.models import Party, Referral
from kruispunt.base.letter_words import LetterWord

REFERRAL = LetterWord("kruispunt.arrangements.referral", Referral, "contact_id")
PARTY = LetterWord("kruispunt.arrangements.party", Party, "contact_id")


def referral_link(referral: Referral) -> str:
    return REFERRAL.write(referral)


def referral_by_link(word: str) -> tuple[int, int, int]:
    """Read a word from a letter: the referral, who may answer it, and the municipality."""
    return REFERRAL.read(word)


def party_link(party: Party) -> str:
    return PARTY.write(party)


def party_by_link(word: str) -> tuple[int, int, int]:
    """Read a word from a letter: the party, who may answer it, and the municipality."""
    return PARTY.read(word)
