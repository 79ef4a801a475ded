"""Brings letters that go by e-mail to the post office, each at most once."""

import hashlib
import smtplib
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, mailers
from django.template.loader import render_to_string

from kruispunt.base import errands
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter
from kruispunt.people.actions.letters import first_line, last_line
from kruispunt.people.queries import mail_address

# The post office said no, so the letter is surely not on its way.
REFUSED = (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused)
# From here on a server means: never, so do not try again.
FOR_GOOD = 500


def deliver(letter: Letter, now: datetime) -> None:
    """Hand over one letter. First reach the post office, and only then note that it begins."""
    address = mail_address(Actor.system(letter.municipality_id, now), letter.to_person_id)
    if not address:
        errands.park(letter, "geen e-mailadres")
        return
    office = mailers["default"]
    office.open()
    try:
        errands.hand(letter)
        try:
            office.send_messages([_message(letter, address)])
        except REFUSED as refused:
            if not (code := _for_good(refused)):
                raise
            errands.come_back(letter, f"geweigerd door de ontvangende server ({code})")
        except (OSError, smtplib.SMTPException) as broken:
            errands.doubt(letter, type(broken).__name__)
        else:
            errands.finish(letter, now)
    finally:
        office.close()


def name_of(municipality_id: int, key: str) -> str:
    """The name a letter has on its way: the same letter is the same name, and says nothing."""
    name = hashlib.sha256(f"{municipality_id}:{key}".encode()).hexdigest()
    return f"<{name[:32]}@{settings.DEFAULT_FROM_EMAIL.partition('@')[2]}>"


def _for_good(refused: Exception) -> int:
    """With which code this letter or its reader was refused for good; nought when it was not.

    What is refused about us (who we are, how we sign in) is no news about the reader.
    """
    codes: list[int] = []
    if isinstance(refused, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _ in refused.recipients.values()]
    elif isinstance(refused, smtplib.SMTPDataError):
        codes = [refused.smtp_code]
    return codes[0] if codes and min(codes) >= FOR_GOOD else 0


def _message(letter: Letter, address: str) -> EmailMultiAlternatives:
    """Plain words, and the same words as a small page; nothing in it is fetched from elsewhere."""
    words = "\n\n".join((first_line(letter), letter.whole, last_line(letter)))
    message = EmailMultiAlternatives(
        letter.subject,
        words,
        to=[address],
        headers={
            "Message-ID": name_of(letter.municipality_id, letter.key),
            "Auto-Submitted": "auto-generated",
        },
    )
    page = {"subject": letter.subject, "text": words}
    message.attach_alternative(render_to_string("letters/letter.html", page), "text/html")
    return message
