"""What waits for whom around invitations and rounds."""

from kruispunt.base.actor import Actor
from kruispunt.base.work import Pile
from kruispunt.matching import permits
from kruispunt.matching.models import RoundLine
from kruispunt.matching.queries.invitations import visible
from kruispunt.matching.states import InvitationState, LineState


def piles(actor: Actor) -> list[Pile]:
    """An invitation waits for the volunteer; a question back and a round for the Startpunt."""
    if permits.INVITE.every_row(actor):
        back = {InvitationState.ASKED_MORE: "De vrijwilliger vraagt iets. Antwoord"}
        lines = RoundLine.objects.filter(municipality_id=actor.municipality_id)
        step = {LineState.PROPOSED: "Neem dit voorstel over, of leg het opzij"}
        return [
            Pile(
                "invitation", "question", back, visible(actor), due="answer_by",
                whose="volunteering__person", about="question_id",
            ),
            Pile("round_line", "rounds", step, lines, due=""),
        ]  # fmt: skip
    mine = visible(actor).filter(volunteering__person_id=actor.person_id or 0)
    asked = {InvitationState.SENT: "Er is een vraag voor u. Zeg ja of nee"}
    return [Pile("invitation", "invitation", asked, mine, due="answer_by")]
