"""Reading who was asked for what, and what they answered."""

from django.db.models import Max, QuerySet

from kruispunt.base.actor import Actor
from kruispunt.base.letter_words import LetterWord
from kruispunt.matching import permits
from kruispunt.matching.models import Invitation
from kruispunt.matching.states import WAITING, InvitationState

WORD = LetterWord("kruispunt.matching.invitation", Invitation, "volunteering__person_id")


def visible(actor: Actor) -> QuerySet[Invitation]:
    """Invitations the actor may see: her own, or for finders all of them."""
    rows = Invitation.objects.select_related("question", "volunteering__person")
    return permits.READ.narrow(rows, actor)


def being_asked(actor: Actor) -> QuerySet[Invitation, int]:
    """Questions of which somebody thinks over whether she will help."""
    open_ones = permits.READ.narrow(Invitation.objects.filter(state__in=WAITING), actor)
    return open_ones.values_list("question_id", flat=True)


def one(actor: Actor, invitation_id: int) -> Invitation:
    return visible(actor).get(pk=invitation_id)


def asked(actor: Actor, invitation_id: int) -> Invitation:
    """That somebody was asked, for who may answer: what it says, only `tells` may show."""
    rows = Invitation.objects.select_related("question", "volunteering__person")
    return permits.ANSWER.narrow(rows, actor).get(pk=invitation_id)


def tells(actor: Actor, invitation: Invitation) -> bool:
    """Whether the actor may still read what an invitation says of the question (ROL-03)."""
    return permits.READ.allows(actor, invitation)


def of_question(actor: Actor, question_id: int) -> QuerySet[Invitation]:
    """Who was asked for this question, wave by wave, in the order of the scales."""
    return visible(actor).filter(question_id=question_id).order_by("wave", "rank", "pk")


def mine(actor: Actor) -> QuerySet[Invitation]:
    """What I am asked and have not answered yet."""
    if actor.person_id is None:
        return Invitation.objects.none()
    found = visible(actor).filter(volunteering__person_id=actor.person_id, state__in=WAITING)
    return found.order_by("answer_by", "pk")


def overdue(actor: Actor) -> QuerySet[Invitation]:
    """Invitations nobody answered in time."""
    rows = permits.EXPIRE.narrow(Invitation.objects.all(), actor)
    return rows.filter(state__in=WAITING, answer_by__lt=actor.today).order_by("answer_by", "pk")


def waiting_for(actor: Actor, question_id: int) -> list[int]:
    """The invitations for a question that still wait for an answer."""
    rows = Invitation.objects.filter(
        municipality_id=actor.municipality_id, question_id=question_id, state__in=WAITING
    )
    return list(rows.order_by("pk").values_list("pk", flat=True))


def last_wave(actor: Actor, question_id: int) -> int:
    """The number of the last wave for this question; nought when nobody was asked yet."""
    rows = Invitation.objects.filter(municipality_id=actor.municipality_id, question_id=question_id)
    return rows.aggregate(last=Max("wave"))["last"] or 0


def link(invitation: Invitation) -> str:
    """The word in a letter with which a volunteer answers without signing in."""
    return WORD.write(invitation)


def by_link(word: str) -> tuple[int, int, int]:
    """Read a word from a letter: the invitation, who may answer it, and in which municipality.

    A word that we did not write, or of an invitation that is gone, is an invitation that does not
    exist.
    """
    return WORD.read(word)


def answers(actor: Actor, question_id: int) -> dict[int, tuple[str, int]]:
    """What was answered before; a no to this question is remembered for good."""
    rows = Invitation.objects.filter(
        municipality_id=actor.municipality_id, question_id=question_id
    ).exclude(state__in=(InvitationState.TAKEN_BACK, InvitationState.EXPIRED))
    return {row.volunteering_id: (row.get_state_display(), row.pk) for row in rows.order_by("pk")}
