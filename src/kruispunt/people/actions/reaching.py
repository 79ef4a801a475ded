"""How someone wants to hear from us: e-mail, text message, paper and a call are equal."""

from django.core.exceptions import ValidationError

from kruispunt.base import journal, post
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.states import Channel
from kruispunt.base.steps import keep
from kruispunt.base.verbs import action
from kruispunt.core.phones import mobile
from kruispunt.people import permits
from kruispunt.people.models import Person

NO_MAIL = "Vul uw e-mailadres in. Anders kunnen wij u niet mailen."
NO_MOBILE = "Vul een mobiel nummer in. Dat begint met 06."
NO_PHONE = "Vul uw telefoonnummer in. Anders kunnen wij u niet bellen."
NO_STREET = "Wij hebben uw adres nog niet. Bel ons, dan schrijven wij het op."


@action
def choose_channel(
    actor: Actor, person_id: int, *, channel: str, phone: str = "", email: str = ""
) -> Person:
    """Choose how to hear from us from now on; letters that still wait obey as well."""
    permit = permits.CHOOSE_CHANNEL
    person = take(actor, Person, person_id, may=permit, see=permit)
    before = person.channel
    person.channel = channel
    person.phone, person.email = phone or person.phone, email or person.email
    _must_reach(person)
    keep(person)
    turned = post.turn_to(actor, person_id=person.pk, channel=channel)
    journal.write(
        actor,
        "person.choose_channel",
        person,
        person_id=person.pk,
        before=before,
        channel=channel,
        letters=turned,
    )
    return person


def _must_reach(person: Person) -> None:
    """A choice along which nothing can come is no choice."""
    if person.channel == Channel.MAIL and not person.email:
        raise ValidationError({"email": NO_MAIL})
    if person.channel == Channel.TEXT and not mobile(person.phone):
        raise ValidationError({"phone": NO_MOBILE})
    if person.channel == Channel.PHONE and not person.phone:
        raise ValidationError({"phone": NO_PHONE})
    if person.channel == Channel.LETTER and not (person.street and person.postcode):
        raise ValidationError({"channel": NO_STREET})
