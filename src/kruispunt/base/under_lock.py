"""Locks on what only some may read: made of the secret of the house, and of whose it is.

What lies under a lock is unreadable in a copy of the database. An older secret of the house still
opens what it closed, for as long as it stands among the old ones.
"""

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac


def lock_of(noun: str, whose: str) -> MultiFernet:
    """The lock on one noun of one owner."""
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(_key(noun, whose, secret)) for secret in secrets])


def _key(noun: str, whose: str, secret: str) -> bytes:
    made = salted_hmac(noun, whose, secret=secret, algorithm="sha256")
    return urlsafe_b64encode(made.digest())
