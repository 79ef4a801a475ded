"""From asked to answered: an invitation to a volunteer, and a line of a matching round."""

from django.db.models import TextChoices

from kruispunt.base.moves import Table, move


class InvitationState(TextChoices):
    """Where an invitation stands."""

    SENT = "sent", "Gevraagd"
    ASKED_MORE = "asked_more", "Wil meer weten"
    ACCEPTED = "accepted", "Ja"
    OVER = "over", "Ja, nu voorbij"
    DECLINED = "declined", "Nee"
    EXPIRED = "expired", "Geen antwoord"
    TAKEN_BACK = "taken_back", "Ingetrokken"


I = InvitationState  # noqa: E741  (as short as the column of the table)
WAITING = frozenset({I.SENT, I.ASKED_MORE})
# Still to be answered: a late yes is welcome.
ANSWERABLE = WAITING | {I.EXPIRED}

INVITATION_MOVES = Table(
    "invitation",
    (
        move("ask_more", {I.SENT}, I.ASKED_MORE),
        move("accept", ANSWERABLE, I.ACCEPTED),
        move("decline", ANSWERABLE, I.DECLINED),
        move("expire", WAITING, I.EXPIRED),
        # What she said yes to came to nothing, or came to its end.
        move("let_go", {I.ACCEPTED}, I.OVER),
        move("take_back", ANSWERABLE, I.TAKEN_BACK),
    ),
)


class LineState(TextChoices):
    """Where one line of a round stands: a person reads each and decides."""

    PROPOSED = "proposed", "Voorgesteld"
    ADOPTED = "adopted", "Overgenomen"
    PUT_ASIDE = "put_aside", "Niet overgenomen"


LINE_MOVES = Table(
    "round_line",
    (
        move("adopt", {LineState.PROPOSED}, LineState.ADOPTED),
        move("put_aside", {LineState.PROPOSED}, LineState.PUT_ASIDE),
    ),
)


class Sharing(TextChoices):
    """How a round shared out the places that there were: the sentence says it on its page."""

    BY_WORTH = "by_worth", ""
    LONGEST_FIRST = "longest_first", "Wie het langst wacht, gaat hierin voor."
    NEIGHBOURHOODS = "neighbourhoods", "Elke buurt krijgt hierin een deel van de hulp die er is."


class NoReason(TextChoices):
    """Why a volunteer says no; remembered, so that she is not asked the same again."""

    NO_TIME = "no_time", "Ik heb nu geen tijd"
    TOO_FAR = "too_far", "Het is te ver weg"
    TOO_HEAVY = "too_heavy", "Het lijkt me te zwaar"
    NOT_MY_KIND = "not_my_kind", "Dit soort hulp past niet bij mij"
    OTHER = "other", "Een andere reden"
