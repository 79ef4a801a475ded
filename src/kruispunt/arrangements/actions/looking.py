"""Looking at who the other is, in a match or a referral: noted in the resident's dossier."""

from kruispunt.arrangements import permits
from kruispunt.arrangements.models import Match, Referral
from kruispunt.base.actor import Actor
from kruispunt.base.looking import note_look
from kruispunt.base.verbs import action


@action
def look_into_match(actor: Actor, match_id: int) -> Match:
    """See the address of a resident, or everything around a match, for who has a part in it."""
    rows = Match.objects.select_related("arrangement__question")
    match = permits.READ_MATCH.narrow(rows, actor).get(pk=match_id)
    note_look(actor, match, person_id=match.arrangement.question.asked_by_id)
    return match


@action
def look_into_referral(actor: Actor, referral_id: int) -> Referral:
    """Read what an organisation was asked, and who asks it when the resident agreed."""
    rows = Referral.objects.select_related("arrangement__question")
    referral = permits.READ_REFERRAL.narrow(rows, actor).get(pk=referral_id)
    note_look(actor, referral, person_id=referral.arrangement.question.asked_by_id)
    return referral
