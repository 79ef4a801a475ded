"""How people sign in: by invitation, with an address and a password or passkey."""

import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils import timezone

from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.base.models import Account
from kruispunt.base.states import Channel, Haste
from kruispunt.people import queries as people


class InvitedOnly(DefaultAccountAdapter):
    """Nobody makes an account for themselves: an account shows what people told in confidence."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "Dit account is afgesloten. Vraag het uw beheerder.",
        "email_password_mismatch": "Dit e-mailadres en dit wachtwoord horen niet bij elkaar.",
        "enter_current_password": "Vul het wachtwoord in dat u nu hebt.",
        "incorrect_code": "Deze code klopt niet. Neem de code die uw telefoon nu toont.",
        "incorrect_password": "Dit wachtwoord klopt niet.",
        "invalid_or_expired_key": "Deze link werkt niet meer. Vraag een nieuwe.",
        "invalid_password_reset": "Deze link werkt niet meer. Vraag een nieuwe.",
        "same_as_current": "Kies iets anders dan u nu hebt.",
        "rate_limited": "U probeert het te vaak. Wacht even.",
        "too_many_login_attempts": "Te vaak geprobeerd. Wacht even, of kies: wachtwoord vergeten.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  (allauth asks so)
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Letters about signing in lie in the outbox too: no page waits for the post office."""
        message = self.render_mail(template_prefix, email, context)
        found = _whose(email)
        if found is None:
            message.send()
            return
        person_id, municipality_id = found
        # The link in it differs by the second: one form that is sent twice is one letter.
        pressed = self.request.POST.get("form_key") or message.body
        words = f"{template_prefix}:{email}:{pressed}".encode()
        post.hand_in(
            Actor.system(municipality_id, timezone.now()),
            to_person_id=person_id,
            channel=Channel.MAIL,
            haste=Haste.URGENT,
            subject=message.subject,
            text=message.body,
            key=f"{post.SIGNING_IN}:{hashlib.sha256(words).hexdigest()[:40]}",
        )


def _whose(email: str) -> tuple[int, int] | None:
    """Whose account this is, when letters to that person go to the same address."""
    account = Account.objects.filter(email=email.lower()).first()
    if account is None:
        return None
    now = timezone.now()
    for seat in people.seats_of(account.pk, timezone.localdate(now)):
        if seat.person.email.lower() == account.email:
            return seat.person_id, seat.municipality_id
    return None
