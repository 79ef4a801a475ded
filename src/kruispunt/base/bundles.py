"""Not writing too often: what is too much for a day or a week goes along in one letter."""

from collections import Counter
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter
from kruispunt.base.states import MOVES, Channel, ErrandState, Haste
from kruispunt.core.courtesy import Courtesy

NUMBERS = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf",
)  # fmt: skip
KEY = "bundle"


def day_for(manners: Courtesy, letter: Letter) -> date | None:
    """The later day on which this letter goes along in a bundle; None when it goes by itself.

    What is urgent, and what must be answered too soon after that day, goes by itself.
    """
    if letter.haste == Haste.URGENT:
        return None
    day = timezone.localdate(letter.due_at)
    sent = _sent(letter, day)
    if manners.has_room(day, sent):
        return None
    bundle = _open_bundles(letter).first()
    later = timezone.localdate(bundle.due_at) if bundle else manners.day_with_room(day, sent)
    return later if manners.leaves_time(later, letter.answer_by) else None


def lay_in(actor: Actor, manners: Courtesy, letter: Letter, day: date) -> Letter:
    """Lay a letter in the bundle of that day, which becomes one letter with everything in it."""
    begin = timezone.make_aware(datetime.combine(day, time()))
    bundle, _ = Letter.objects.select_for_update(of=("self",)).get_or_create(
        municipality_id=letter.municipality_id,
        key=f"{KEY}:{letter.to_person_id}:{day}",
        defaults={
            "to_person_id": letter.to_person_id,
            "channel": letter.channel,
            "subject": letter.subject,
            "text": letter.text,
            "greeting": letter.greeting,
            "closing": letter.closing,
            "due_at": manners.next_moment(begin),
        },
    )
    if bundle.state != ErrandState.WAITING:  # it left just now: this one goes by itself
        return letter
    before, letter.state = letter.state, MOVES.target("bundle", letter.state)
    letter.bundle, letter.due_at = bundle, bundle.due_at
    letter.save()
    _write(bundle)
    journal.write(actor, "letter.bundle", letter, person_id=letter.to_person_id, before=before)
    return letter


def without(actor: Actor, letter: Letter) -> Letter | None:
    """Write the bundle of a letter anew after it was taken out; return it when it is empty."""
    bundles = Letter.objects.select_for_update(of=("self",))
    waiting = bundles.filter(pk=letter.bundle_id or 0, municipality_id=actor.municipality_id)
    bundle = waiting.filter(state=ErrandState.WAITING).first()
    return bundle if bundle is not None and not _write(bundle) else None


def _write(bundle: Letter) -> int:
    """Write the one letter: every thing under its own line. Return how many things there are."""
    inside = Letter.objects.filter(bundle=bundle, state=ErrandState.BUNDLED).order_by("pk")
    letters = list(inside)
    if not letters:
        return 0
    bundle.subject, bundle.text = letters[0].subject, letters[0].text
    if len(letters) > 1:
        bundle.subject = f"Er zijn {in_words(len(letters))} dingen voor u"
        told = (f"{n}. {one.subject}\n\n{one.text}" for n, one in enumerate(letters, 1))
        bundle.text = "\n\n".join((f"{bundle.subject}.", *told))
    bundle.answer_by = min((one.answer_by for one in letters if one.answer_by), default=None)
    bundle.save()
    return len(letters)


def in_words(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def _sent(letter: Letter, day: date) -> Counter[date]:
    """How many letters come to this person on each day, from the Monday of this week on."""
    monday = timezone.make_aware(datetime.combine(day - timedelta(days=day.weekday()), time()))
    came = _others(letter).filter(due_at__gte=monday).exclude(haste=Haste.URGENT)
    # What was taken back before anyone took it to the post never came.
    never = came.filter(
        state=ErrandState.DONE, token=0, channel__in=(Channel.MAIL, Channel.TEXT)
    ).values("pk")
    came = came.exclude(state=ErrandState.BUNDLED).exclude(pk__in=never)
    return Counter(timezone.localdate(at) for at in came.values_list("due_at", flat=True))


def _open_bundles(letter: Letter) -> QuerySet[Letter]:
    waiting = _others(letter).filter(state=ErrandState.WAITING, key__startswith=f"{KEY}:")
    return waiting.filter(due_at__gt=letter.due_at).order_by("due_at")


def _others(letter: Letter) -> QuerySet[Letter]:
    same = Letter.objects.filter(
        municipality_id=letter.municipality_id, to_person_id=letter.to_person_id
    )
    return same.exclude(pk=letter.pk)
