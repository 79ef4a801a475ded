"""An account that nobody uses: asked about twice, kept on a yes or a visit, and else deleted."""

from django.core.exceptions import ObjectDoesNotExist

from kruispunt.base import journal, keeping, post
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import bury, erase
from kruispunt.base.locks import take
from kruispunt.base.models import Account
from kruispunt.base.permits import Permit
from kruispunt.base.steps import keep, make_move
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.people import permits
from kruispunt.people.actions.letters import write_to
from kruispunt.people.models import AccountAsk, Seat
from kruispunt.people.queries import accounts
from kruispunt.people.states import ACCOUNT_ASK_MOVES, AccountAskState

TERM = "account.answer"


@action
def ask_about_account(actor: Actor, seat_id: int) -> AccountAsk:
    """Ask whether she still wants her account, along the channel that she chose (RET-17)."""
    seat = take(actor, Seat, seat_id, may=permits.ASK_ACCOUNT)
    if seat.user_id is None:
        raise ObjectDoesNotExist
    ask = keep(
        AccountAsk(
            municipality_id=actor.municipality_id,
            account_id=seat.user_id,
            seat=seat,
            person_id=seat.person_id,
            state_since=actor.at,
            answer_by=due(actor, TERM),
        )
    )
    journal.write(actor, "account_ask.ask", ask, person_id=ask.person_id)
    _write(actor, ask, "U logde een tijd niet in bij ons. Wilt u uw account houden?")
    return ask


@action
def hear_silence(actor: Actor, ask_id: int) -> AccountAsk:
    """No answer came: once more it is asked, and after the second time the account goes."""
    ask = take(actor, AccountAsk, ask_id, may=permits.ASK_ACCOUNT)
    if ask.state == AccountAskState.ASKED_AGAIN:
        return _move(actor, ask, "give_up")
    ask.answer_by = due(actor, TERM)
    again = _move(actor, ask, "ask_again")
    _write(actor, again, "Wij vroegen het al eens: wilt u uw account houden?")
    return again


@action
def stay(actor: Actor, ask_id: int) -> AccountAsk:
    """Yes: it stays, and for as long as before nobody asks again."""
    return _move(actor, _take(actor, ask_id, permits.ANSWER_ACCOUNT), "stay")


@action
def note_visit(actor: Actor, ask_id: int) -> AccountAsk:
    """She signed in since she was asked: that is a yes as well."""
    return _move(actor, _take(actor, ask_id, permits.ASK_ACCOUNT), "stay")


@action
def leave(actor: Actor, ask_id: int) -> AccountAsk:
    """No: it is deleted this very night. Whatever runs for her goes on as it was."""
    return _move(actor, _take(actor, ask_id, permits.ANSWER_ACCOUNT), "leave")


@action
def forget_account(actor: Actor, seat_id: int, *, ret: str) -> None:
    """Delete the account with all its seats and its way in; of the person nothing is touched."""
    seat = take(actor, Seat, seat_id, may=keeping.FORGET)
    bury(actor, seat, ret)
    account_id = seat.user_id
    same = {"pk": seat.pk} if account_id is None else {"user_id": account_id}
    erase(Seat.objects.filter(**same))
    if account_id is not None:
        erase(Account.objects.filter(pk=account_id))


def _take(actor: Actor, ask_id: int, may: Permit) -> AccountAsk:
    return take(actor, AccountAsk, ask_id, may=may)


def _move(actor: Actor, ask: AccountAsk, verb: str) -> AccountAsk:
    if verb != "ask_again":
        for state in accounts.WAITING:  # the first letter may wait still beside the second
            post.recall(actor, key=_key(ask, state))
    return make_move(actor, ask, table=ACCOUNT_ASK_MOVES, verb=verb, person_id=ask.person_id)


def _write(actor: Actor, ask: AccountAsk, first: str) -> None:
    write_to(
        actor,
        ask.person_id,
        subject="Uw account bij het Startpunt",
        lines=(
            first,
            f"Zeg het ons vóór {post.day_in_words(ask.answer_by)}.",
            f"U antwoordt hier: {post.link('account', accounts.link_of(ask))}",
            "Zegt u nee, dan verwijderen wij uw account. Hulp die loopt, gaat gewoon door.",
            "Horen wij twee keer niets, dan verwijderen wij het ook.",
        ),
        key=_key(ask, ask.state),
        answer_by=ask.answer_by,
    )


def _key(ask: AccountAsk, state: str) -> str:
    return f"account_ask:{ask.pk}:{state}"
