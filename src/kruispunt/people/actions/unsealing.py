"""A sealed address: who may know it is named, two of them decide, for a while, and it is noted."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.looking import LOOK
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep, make_move, may_begin, named
from kruispunt.base.terms import amount
from kruispunt.base.verbs import action
from kruispunt.people import permits, queries
from kruispunt.people.actions.letters import write_to
from kruispunt.people.actions.seats import SamePerson
from kruispunt.people.actions.steps_of_households import take_apart
from kruispunt.people.models import KeyHolder, Person, Unsealing
from kruispunt.people.states import UNSEALING_MOVES, UnsealingState

# What the resident reads among who looked in her dossier; the reason itself stays with staff.
GROUND = "Uw adres: twee mensen vonden dat dit nodig was"


@action
def name_key_holder(actor: Actor, person_id: int) -> KeyHolder:
    """Name somebody who may have a sealed address shown, together with another one."""
    may_begin(actor, permits.NAME_KEY_HOLDER)
    queries.known(actor, person_id)
    held, fresh = KeyHolder.objects.get_or_create(
        municipality_id=actor.municipality_id,
        person_id=person_id,
        until=None,
        defaults={"named_by_id": named(actor), "since": actor.today},
    )
    if fresh:
        journal.write(actor, "key_holder.name", held, person_id=person_id)
    return held


@action
def take_key_back(actor: Actor, holder_id: int) -> KeyHolder:
    """She is no key holder any more, from now on."""
    held = take(actor, KeyHolder, holder_id, may=permits.NAME_KEY_HOLDER)
    held.until = actor.today
    keep(held)
    journal.write(actor, "key_holder.take_back", held, person_id=held.person_id)
    return held


@action
def seal_address(actor: Actor, person_id: int) -> Person:
    """From now on nobody sees this address."""
    person = take(actor, Person, person_id, may=permits.SEAL_ADDRESS, see=permits.READ)
    person.address_sealed = True
    keep(person)
    take_apart(actor, person.pk)
    journal.write(actor, "person.seal_address", person, person_id=person.pk)
    return person


@action
def ask_address(actor: Actor, person_id: int, *, reason: str) -> Unsealing:
    """Ask to have a sealed address shown; another key holder looks whether that is needed."""
    may_begin(actor, permits.UNSEAL)
    _holds_a_key(actor)
    person = queries.known(actor, person_id)
    mine = Unsealing.objects.filter(person=person, asked_by_id=named(actor))
    if mine.filter(state=UnsealingState.ASKED).exists():
        raise ImpossibleMove("U vroeg dit al. Een tweede kijkt er nog naar.")
    asked = keep(
        Unsealing(
            municipality_id=actor.municipality_id,
            person=person,
            reason=reason,
            state_since=actor.at,
            asked_by_id=named(actor),
            asked_at=actor.at,
        )
    )
    journal.write(actor, "unsealing.ask", asked, person_id=person.pk)
    for someone in queries.key_holders(actor):
        if someone != actor.person_id:
            write_to(
                actor,
                someone,
                subject="Iemand vraagt of u meekijkt",
                lines=("Een collega heeft een afgeschermd adres nodig. Kijkt u of dat zo is?",),
                key=f"unsealing.ask:{asked.pk}:{someone}",
            )
    return asked


@action
def agree_unsealing(actor: Actor, unsealing_id: int, *, safe_to_tell: bool = False) -> Unsealing:
    """A second key holder agrees; it shows for some hours, to who asked and to nobody else."""
    asked = _decide(actor, unsealing_id)
    hours = amount(actor, "unsealing.hours")
    asked.until, asked.safe_to_tell = actor.at + timedelta(hours=hours), safe_to_tell
    opened = make_move(
        actor, asked, table=UNSEALING_MOVES, verb="agree_unsealing", person_id=asked.person_id
    )
    if safe_to_tell:
        write_to(
            actor,
            asked.person_id,
            subject="Bericht van het Startpunt",
            lines=(
                "Uw adres is afgeschermd. Iemand van ons moest het toch even weten.",
                "Twee mensen hebben dat samen besloten. Wilt u weten waarom? Bel ons.",
            ),
            key=f"unsealing.tell:{asked.pk}",
        )
    return opened


@action
def turn_down_unsealing(actor: Actor, unsealing_id: int) -> Unsealing:
    """A second key holder does not agree: the address stays sealed."""
    asked = _decide(actor, unsealing_id)
    return make_move(
        actor, asked, table=UNSEALING_MOVES, verb="turn_down_unsealing", person_id=asked.person_id
    )


@action
def look_at_address(actor: Actor, unsealing_id: int) -> str:
    """Read the address; each time it is noted, and the resident reads that in her own list."""
    shown = queries.open_unsealings(actor).select_related("person").get(pk=unsealing_id)
    permits.UNSEAL.require(actor, shown)
    journal.write(actor, LOOK, shown, person_id=shown.person_id, ground=GROUND)
    who = shown.person
    return f"{who.street}, {who.postcode} {who.city}".strip(", ")


@action
def seal_again(actor: Actor, unsealing_id: int) -> Unsealing:
    """The time is over: nobody sees the address any more."""
    shown = take(actor, Unsealing, unsealing_id, may=permits.SEAL_AGAIN)
    return make_move(
        actor, shown, table=UNSEALING_MOVES, verb="seal_again", person_id=shown.person_id
    )


def _decide(actor: Actor, unsealing_id: int) -> Unsealing:
    asked = take(actor, Unsealing, unsealing_id, may=permits.UNSEAL)
    _holds_a_key(actor)
    if named(actor) in {asked.asked_by_id, asked.person_id}:
        raise SamePerson("Iemand anders moet hiernaar kijken.")
    asked.agreed_by_id = actor.person_id
    return asked


def _holds_a_key(actor: Actor) -> None:
    if actor.person_id not in queries.key_holders(actor):
        raise PermissionDenied("only named staff")
