"""The words in letters with which organisations answer without signing in."""

from django.core import signing
from django.core.exceptions import ObjectDoesNotExist

from kruispunt.arrangements.models import Party, Referral


def referral_link(referral: Referral) -> str:
    return _signer("referral").sign(str(referral.pk))


def party_link(party: Party) -> str:
    return _signer("party").sign(str(party.pk))


def who_answers(model: type[Referral] | type[Party], kind: str, word: str) -> tuple[int, int, int]:
    """The row, the contact person it was sent to, and the municipality; a forged word is nobody."""
    try:
        rows = model._default_manager.values_list("pk", "contact_id", "municipality_id")
        found = rows.get(pk=_signer(kind).unsign(word))
    except signing.BadSignature as forged:
        raise ObjectDoesNotExist from forged
    return found[0], found[1], found[2]


def _signer(kind: str) -> signing.Signer:
    return signing.Signer(salt=f"kruispunt.arrangements.{kind}")
