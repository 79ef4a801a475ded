"""What happens to people's papers because time passed."""

from kruispunt.base.actor import Actor
from kruispunt.base.one_by_one import each
from kruispunt.people import actions, queries
from kruispunt.people.actions import accounts as asking
from kruispunt.people.queries import accounts


def expire_consents(actor: Actor) -> None:
    """A yes that is over counts no more; the Startpunt asks again when it is still needed."""
    each(queries.consents_over(actor), lambda pk: actions.expire_consent(actor, pk))


def seal_addresses_again(actor: Actor) -> None:
    """An address that showed for a while is sealed again; its time was over already."""
    each(queries.unsealings_over(actor), lambda pk: actions.seal_again(actor, pk))


def ask_after_accounts(actor: Actor) -> None:
    """Whoever did not sign in for long is asked; a visit is a yes, silence is asked again."""
    each(accounts.seen_since(actor), lambda pk: asking.note_visit(actor, pk))
    each(accounts.in_silence(actor), lambda pk: asking.hear_silence(actor, pk))
    each(accounts.idle(actor), lambda pk: asking.ask_about_account(actor, pk))
