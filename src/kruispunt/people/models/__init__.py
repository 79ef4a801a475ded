"""Rows of everyone we know: persons and their network, organisations and seats, yes and never."""

from kruispunt.people.models import held
from kruispunt.people.models.account_ask import AccountAsk
from kruispunt.people.models.consent import Consent, Exclusion
from kruispunt.people.models.four_eyes import KeyHolder, SeatRequest, Unsealing
from kruispunt.people.models.handover import Handover
from kruispunt.people.models.households import Household, Housemate
from kruispunt.people.models.nomination import Nomination
from kruispunt.people.models.organisations import Organisation, Seat
from kruispunt.people.models.persons import Neighbourhood, Person, Relation
from kruispunt.people.models.rest import Rest
from kruispunt.people.models.rights import RightsRequest

__all__ = [
    "AccountAsk",
    "Consent",
    "Exclusion",
    "Handover",
    "Household",
    "Housemate",
    "KeyHolder",
    "Neighbourhood",
    "Nomination",
    "Organisation",
    "Person",
    "Relation",
    "Rest",
    "RightsRequest",
    "Seat",
    "SeatRequest",
    "Unsealing",
    "held",
]
