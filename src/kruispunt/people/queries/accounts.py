"""Which accounts nobody uses, who was asked, and which go (RET-17)."""

from django.db.models import Exists, F, Min, OuterRef, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from kruispunt.base.actor import Actor
from kruispunt.base.keeping import Going, Over, over
from kruispunt.base.letter_words import LetterWord
from kruispunt.base.roles import Role
from kruispunt.base.until import lasts
from kruispunt.people import permits
from kruispunt.people.models import AccountAsk, Seat
from kruispunt.people.states import AccountAskState

RET = "RET-17"
WORD = LetterWord("kruispunt.people.account", AccountAsk, "person_id")
WAITING = (AccountAskState.ASKED, AccountAskState.ASKED_AGAIN)
# Without the last one who gives seats nobody could come in any more.
NEVER_THE_LAST = Role.TECHNICIAN


def idle(actor: Actor) -> list[int]:
    """The first seats of accounts with which nobody signed in for so long as is set (RET-17)."""
    is_over = over(actor)
    asked = AccountAsk.objects.filter(account_id=OuterRef("user_id"))
    kept = asked.filter(state=AccountAskState.STAYS).order_by("-state_since")
    rows = (
        _first_seats(actor)
        .exclude(pk__in=_last_keyholders(actor))
        .filter(~Exists(asked.filter(state__in=(*WAITING, AccountAskState.GOES))))
        .annotate(seen=Coalesce("user__last_login", "user__made_at"))
        .annotate(said=kept.values("state_since")[:1])
        .values_list("pk", "seen", "said")
    )
    return [
        pk
        for pk, seen, said in rows.order_by("pk")
        if is_over(RET, timezone.localdate(max(seen, said or seen)))
    ]


def in_silence(actor: Actor) -> QuerySet[AccountAsk, int]:
    """Who was asked, and whose day passed without an answer."""
    rows = permits.ASK_ACCOUNT.narrow(AccountAsk.objects.all(), actor)
    silent = rows.filter(state__in=WAITING, answer_by__lt=actor.today)
    return silent.order_by("pk").values_list("pk", flat=True)


def seen_since(actor: Actor) -> QuerySet[AccountAsk, int]:
    """Who was asked and signed in since then: that is an answer as well."""
    rows = permits.ASK_ACCOUNT.narrow(AccountAsk.objects.all(), actor).filter(state__in=WAITING)
    used = rows.filter(account__last_login__gt=F("state_since"))
    return used.order_by("pk").values_list("pk", flat=True)


def accounts_going(actor: Actor, _over: Over) -> list[Going]:
    """Accounts of who said no, or nothing twice; each by the seat under which we know it."""
    rows = permits.ASK_ACCOUNT.narrow(AccountAsk.objects.all(), actor)
    gone = rows.filter(state=AccountAskState.GOES).order_by("pk")
    return [Going(RET, *row) for row in gone.values_list("seat_id", "person_id")]


def asked(actor: Actor, ask_id: int) -> AccountAsk:
    """What I was asked about my own account."""
    return permits.ANSWER_ACCOUNT.narrow(AccountAsk.objects.all(), actor).get(pk=ask_id)


def link_of(ask: AccountAsk) -> str:
    return WORD.write(ask)


def by_link(word: str) -> tuple[int, int, int]:
    """Read a word from a letter: which ask, who may answer it, and the municipality."""
    return WORD.read(word)


def _first_seats(actor: Actor) -> QuerySet[Seat]:
    """One seat for each account, and each account of one municipality: that of its first seat."""
    firsts = (
        Seat.objects.filter(user__isnull=False).order_by().values("user").annotate(one=Min("pk"))
    )
    rows = permits.ASK_ACCOUNT.narrow(Seat.objects.all(), actor)
    return rows.filter(pk__in=firsts.values("one"))


def _last_keyholders(actor: Actor) -> list[int]:
    seats = Seat.objects.filter(
        lasts(actor.today),
        municipality_id=actor.municipality_id,
        role=NEVER_THE_LAST,
        user__isnull=False,
    )
    users = set(seats.values_list("user_id", flat=True))
    if len(users) != 1:
        return []
    return list(Seat.objects.filter(user_id__in=users).values_list("pk", flat=True))
