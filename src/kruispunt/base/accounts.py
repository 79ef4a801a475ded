"""Making accounts: an address, and perhaps a password."""

from typing import TYPE_CHECKING

from django.contrib.auth.base_user import BaseUserManager

if TYPE_CHECKING:
    from kruispunt.base.models import Account


class AccountManager(BaseUserManager["Account"]):
    """Accounts are known by their e-mail address, in whatever capitals it is typed."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(email=(username or "").lower())

    def open(self, email: str, password: str | None = None, *, sealed: str = "") -> "Account":
        """Without a password one signs in by a link or passkey only; one may be sealed before."""
        account = self.model(email=email.strip().lower(), password=sealed)
        if not sealed:
            account.set_password(password)
        account.save()
        return account
