"""What may follow what with someone's yes: asked, given, taken back or run out (SM-14)."""

from django.db.models import TextChoices

from kruispunt.base.moves import Table, move


class ConsentState(TextChoices):
    """Where a consent stands."""

    ASKED = "asked", "Gevraagd"
    GIVEN = "given", "Gegeven"
    REFUSED = "refused", "Niet gegeven"
    WITHDRAWN = "withdrawn", "Ingetrokken"
    EXPIRED = "expired", "Verlopen"


CONSENT_MOVES = Table(
    "consent",
    (
        move("give", {ConsentState.ASKED}, ConsentState.GIVEN),
        move("refuse", {ConsentState.ASKED}, ConsentState.REFUSED),
        move("withdraw", {ConsentState.GIVEN}, ConsentState.WITHDRAWN),
        move("expire", {ConsentState.GIVEN}, ConsentState.EXPIRED),
    ),
)


class RightState(TextChoices):
    """Where a request about one's own data stands (PRV-13)."""

    ASKED = "asked", "Gevraagd"
    GRANTED = "granted", "Gedaan"
    TURNED_DOWN = "turned_down", "Afgewezen"


RIGHTS_MOVES = Table(
    "rights_request",
    (
        move("grant", {RightState.ASKED}, RightState.GRANTED),
        move("turn_down", {RightState.ASKED}, RightState.TURNED_DOWN),
    ),
)


class RightKind(TextChoices):
    """What someone may ask about her own data (PRV-13)."""

    LOOK_AGAIN = "look_again", "Kijk opnieuw naar wat er over mij besloten is"
    CORRECT = "correct", "Verbeter wat niet klopt"
    DELETE = "delete", "Verwijder mijn gegevens"
    COPY = "copy", "Stuur mij alles op papier"


class OrganisationKind(TextChoices):
    """What sort of organisation."""

    WELFARE = "welfare", "Welzijn"
    CARE = "care", "Zorg"
    VOLUNTEERS = "volunteers", "Vrijwilligersorganisatie"
    MUNICIPALITY = "municipality", "Gemeente"
    FAITH = "faith", "Kerk of moskee"
    SPORT = "sport", "Sport en bewegen"
    CULTURE = "culture", "Cultuur en leren"
    HOUSING = "housing", "Wonen"
    RESIDENTS = "residents", "Bewonersgroep"
    COMMITTEE = "committee", "Bewonerscomité"
    COMPANY = "company", "Bedrijf"
    OTHER = "other", "Anders"


class SeatRequestState(TextChoices):
    """Where a seat stands that two people must want (S27)."""

    ASKED = "asked", "Wacht op een tweede"
    GIVEN = "given", "Gegeven"
    TURNED_DOWN = "turned_down", "Niet gegeven"


SEAT_REQUEST_MOVES = Table(
    "seat_request",
    (
        move("agree_seat", {SeatRequestState.ASKED}, SeatRequestState.GIVEN),
        move("turn_down_seat", {SeatRequestState.ASKED}, SeatRequestState.TURNED_DOWN),
    ),
)


class UnsealingState(TextChoices):
    """Where a sealed address stands that somebody must know (S27)."""

    ASKED = "asked", "Wacht op een tweede"
    OPEN = "open", "Zichtbaar"
    TURNED_DOWN = "turned_down", "Niet getoond"
    SEALED = "sealed", "Weer afgeschermd"


UNSEALING_MOVES = Table(
    "unsealing",
    (
        move("agree_unsealing", {UnsealingState.ASKED}, UnsealingState.OPEN),
        move("turn_down_unsealing", {UnsealingState.ASKED}, UnsealingState.TURNED_DOWN),
        move("seal_again", {UnsealingState.OPEN}, UnsealingState.SEALED),
    ),
)


class HouseholdState(TextChoices):
    """Whether people of one house are seen together now (D7)."""

    OPEN = "open", "Samen gezien"
    CLOSED = "closed", "Niet meer samen gezien"


HOUSEHOLD_MOVES = Table(
    "household",
    (
        move("review_household", {HouseholdState.OPEN}, HouseholdState.OPEN),
        move("close_household", {HouseholdState.OPEN}, HouseholdState.CLOSED),
    ),
)


class HousemateState(TextChoices):
    """Where somebody stands in a household: said by another, agreed herself, or not any more."""

    NAMED = "named", "Genoemd"
    AGREED = "agreed", "Vindt het goed"
    DECLINED = "declined", "Liever niet"
    LEFT = "left", "Hoorde erbij"


B = HousemateState
HOUSEMATE_MOVES = Table(
    "housemate",
    (
        move("agree_housemate", {B.NAMED}, B.AGREED),
        move("decline_housemate", {B.NAMED}, B.DECLINED),
        move("leave_household", {B.NAMED, B.AGREED}, B.LEFT),
    ),
)


class How(TextChoices):
    """How somebody agreed to be seen with the others of her house."""

    HERSELF = "herself", "Zei het zelf"
    PHONE = "phone", "Zei het aan de telefoon"
    PARENT = "parent", "Ouder of voogd zei het"
    SITE = "site", "Op de eigen pagina"


class NominationState(TextChoices):
    """Where it stands with who was put forward as an ambassador (D13)."""

    PROPOSED = "proposed", "Voorgedragen"
    JOINED = "joined", "Is wijkambassadeur"
    DECLINED = "declined", "Doet het niet"


NOMINATION_MOVES = Table(
    "nomination",
    (
        move("call_again", {NominationState.PROPOSED}, NominationState.PROPOSED),
        move("welcome", {NominationState.PROPOSED}, NominationState.JOINED),
        move("not_now", {NominationState.PROPOSED}, NominationState.DECLINED),
    ),
)


class AccountAskState(TextChoices):
    """Where the question stands whether an account is still wanted (RET-17)."""

    ASKED = "asked", "Gevraagd"
    ASKED_AGAIN = "asked_again", "Nog eens gevraagd"
    STAYS = "stays", "Blijft"
    GOES = "goes", "Gaat weg"


K = AccountAskState
ACCOUNT_ASK_MOVES = Table(
    "account_ask",
    (
        move("ask_again", {K.ASKED}, K.ASKED_AGAIN),
        move("stay", {K.ASKED, K.ASKED_AGAIN}, K.STAYS),
        move("leave", {K.ASKED, K.ASKED_AGAIN}, K.GOES),
        # Twice no answer is an answer.
        move("give_up", {K.ASKED_AGAIN}, K.GOES),
    ),
)
