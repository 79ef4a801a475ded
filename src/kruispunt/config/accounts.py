"""How people sign in: by invitation, with an address and a password or passkey."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class InvitedOnly(DefaultAccountAdapter):
    """Nobody makes an account for themselves: an account shows what people told in confidence."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  (allauth asks so)
        return False
