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
        except REFUSED:
            raise
        except (OSError, smtplib.SMTPException) as broken:
            errands.doubt(letter, type(broken).__name__)
        else:
            errands.finish(letter, now)
    finally:
        office.close()


def _message(letter: Letter, address: str) -> EmailMultiAlternatives:
    """Plain words, and the same words as a small page; nothing in it is fetched from elsewhere."""
    name = hashlib.sha256(f"{letter.municipality_id}:{letter.key}".encode()).hexdigest()
    words = "\n\n".join((first_line(letter), letter.whole, last_line(letter)))
    message = EmailMultiAlternatives(
        letter.subject,
        words,
        to=[address],
        headers={
            "Message-ID": f"<{name[:32]}@{settings.DEFAULT_FROM_EMAIL.partition('@')[2]}>",
            "Auto-Submitted": "auto-generated",
        },
    )
    page = {"subject": letter.subject, "text": words}
    message.attach_alternative(render_to_string("letters/letter.html", page), "text/html")
    return message
