"""Who waits for a question and must hear from us, and whose profile has grown old (D49)."""

from datetime import timedelta

from django.db.models import Q, QuerySet

from kruispunt.base.actor import Actor
from kruispunt.base.letter_words import LetterWord
from kruispunt.base.terms import amount
from kruispunt.offers import permits
from kruispunt.offers.models import Volunteering
from kruispunt.offers.states import VolunteerState

WORD = LetterWord("kruispunt.offers.profile", Volunteering, "person_id")
SOON = timedelta(days=7)
A_YEAR, MONTHS = 365, 12


def waiting(actor: Actor) -> QuerySet[Volunteering]:
    """Everyone who waits for a question and may hear from this actor, the longest first.

    With whoever we must talk first (MAT-07), a letter of the many is not how she hears from us.
    """
    rows = Volunteering.objects.filter(state=VolunteerState.AVAILABLE, reflection_due=False)
    rows = rows.select_related("person")
    return permits.KEEP_IN_TOUCH.narrow(rows, actor).order_by("due_on", "pk")


def too_late(actor: Actor) -> QuerySet[Volunteering]:
    """Whom we should have told by now how it stands."""
    return waiting(actor).filter(due_on__lte=actor.today)


def soon(actor: Actor) -> QuerySet[Volunteering]:
    """These, and whose day comes within a week."""
    return waiting(actor).filter(due_on__lte=actor.today + SOON)


def grown_old(actor: Actor) -> Q:
    """Profiles of which nobody said for long that they still hold."""
    months = amount(actor, "volunteer.confirm_months")
    before = actor.today - timedelta(days=months * A_YEAR // MONTHS)
    never = Q(confirmed_on__isnull=True, applied_at__date__lt=before)
    return Q(confirm_by__isnull=True) & (Q(confirmed_on__lt=before) | never)


def to_confirm(actor: Actor) -> list[int]:
    """Whom the house asks today whether her profile still holds."""
    rows = permits.ASK_TO_CONFIRM.narrow(Volunteering.objects.all(), actor)
    found = rows.filter(grown_old(actor), state=VolunteerState.AVAILABLE)
    return list(found.order_by("pk").values_list("pk", flat=True))


def unanswered(actor: Actor) -> list[int]:
    """Who was asked, and whose day passed in silence."""
    rows = permits.ASK_TO_CONFIRM.narrow(Volunteering.objects.all(), actor)
    silent = rows.filter(
        state=VolunteerState.AVAILABLE, confirm_by__lt=actor.today, unconfirmed=False
    )
    return list(silent.order_by("pk").values_list("pk", flat=True))


def profile_link(row: Volunteering) -> str:
    return WORD.write(row)


def by_link(word: str) -> tuple[int, int, int]:
    """Read a word from a letter: whose profile, who may answer, and the municipality."""
    return WORD.read(word)
