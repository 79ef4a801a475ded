"""Keeping in touch with volunteers who wait, and asking whether a profile still holds (D49)."""

from datetime import date

from django.core.exceptions import ValidationError

from kruispunt.base import journal, post
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep, may_begin
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.core.wording import illnesses
from kruispunt.offers import permits
from kruispunt.offers.actions.steps import confirmed
from kruispunt.offers.models import Volunteering
from kruispunt.offers.queries import in_touch, waiting
from kruispunt.offers.states import VolunteerState
from kruispunt.people import actions as people

TERM = "volunteer.available"
AT_ONCE = 1000


@action
def keep_in_touch(actor: Actor, volunteering_id: int, *, how: str = "phone") -> Volunteering:
    """Note that someone who waits heard from us how it stands; the term begins again (K1)."""
    row = take(actor, Volunteering, volunteering_id, may=permits.KEEP_IN_TOUCH, see=permits.READ)
    if row.state != VolunteerState.AVAILABLE:
        raise ImpossibleMove("Deze vrijwilliger wacht nu niet op een vraag.")
    if row.reflection_due:
        raise ImpossibleMove("Praat eerst over de koppeling die eerder stopte.")
    return _heard(actor, row, how=how, until=due(actor, TERM))


@action
def write_to_waiting(actor: Actor, *, volunteering_ids: tuple[int, ...], words: str) -> int:
    """Write the same letter to many who wait, with how long it mostly takes and a way to answer.

    Who was told today already gets no second letter. Returns how many heard from us.
    """
    may_begin(actor, permits.KEEP_IN_TOUCH)
    if named := illnesses(words):
        raise ValidationError(
            {"words": f"Noem geen ziekte: {', '.join(one.word for one in named)}."}
        )
    chosen = set(volunteering_ids)
    if len(chosen) > AT_ONCE:
        raise ImpossibleMove("Dit zijn er te veel voor één keer.")
    until, again = due(actor, TERM), due(actor, "volunteer.confirm")
    lines = (words, *_how_long(actor))
    old = set(
        in_touch.waiting(actor).filter(in_touch.grown_old(actor)).values_list("pk", flat=True)
    )
    rows = in_touch.waiting(actor).select_for_update(of=("self",)).filter(pk__in=chosen)
    told = 0
    for row in rows.exclude(due_on__gte=until):
        if row.pk in old:
            row.confirm_by = again
        _write(actor, row, subject="Een bericht voor wie wil helpen", lines=lines)
        _heard(actor, row, how="letter", until=until)
        told += 1
    return told


@action
def ask_to_confirm(actor: Actor, volunteering_id: int) -> Volunteering:
    """Ask a volunteer whether what she said long ago still holds (D49)."""
    row = take(actor, Volunteering, volunteering_id, may=permits.ASK_TO_CONFIRM)
    if row.confirm_by is not None:
        return row
    row.confirm_by = due(actor, "volunteer.confirm")
    lines = ("U vertelde ons een tijd geleden wat u wilt doen voor een ander.",)
    _write(actor, row, subject="Klopt dit nog?", lines=lines)
    journal.write(actor, "volunteer.ask_to_confirm", row, person_id=row.person_id)
    return keep(row)


@action
def confirm_profile(actor: Actor, volunteering_id: int) -> Volunteering:
    """She says, or said by phone, that her profile still holds."""
    row = take(actor, Volunteering, volunteering_id, may=permits.DESCRIBE, see=permits.READ)
    if row.state == VolunteerState.AVAILABLE and not row.reflection_due:
        row.due_on = due(actor, TERM)
    confirmed(actor, row)
    journal.write(actor, "volunteer.confirm_profile", row, person_id=row.person_id)
    return keep(row)


@action
def doubt_profile(actor: Actor, volunteering_id: int) -> Volunteering:
    """No answer came: she is not proposed until somebody heard that her profile holds (D49)."""
    row = take(actor, Volunteering, volunteering_id, may=permits.ASK_TO_CONFIRM)
    if not row.unconfirmed:
        row.unconfirmed = True
        journal.write(actor, "volunteer.doubt_profile", row, person_id=row.person_id)
    return keep(row)


def _heard(actor: Actor, row: Volunteering, *, how: str, until: date) -> Volunteering:
    if row.due_on == until:  # heard today already
        return row
    row.due_on = until
    journal.write(actor, "volunteer.keep_in_touch", row, person_id=row.person_id, how=how)
    return keep(row)


def _write(actor: Actor, row: Volunteering, *, subject: str, lines: tuple[str, ...]) -> None:
    where = post.link("profile", in_touch.profile_link(row))
    asked = (
        f"Klopt uw profiel nog? Wilt u iets veranderen, even rust of stoppen? Zeg het hier: {where}"
    )
    people.write_to(
        actor,
        row.person_id,
        subject=subject,
        lines=(*lines, asked),
        key=f"profile:{row.pk}:{actor.today.isoformat()}",
    )


def _how_long(actor: Actor) -> tuple[str, ...]:
    """How long it mostly takes, honestly; where we cannot know, nothing."""
    weeks = waiting.weeks_to_wait(actor)
    if weeks is None:
        return ()
    return (f"De meeste mensen wachten ongeveer {weeks} weken op hun eerste vraag.",)
