"""Everything that can happen to the people and organisations we know."""

from kruispunt.people.actions.arriving import (
    arrive,
    arrive_as_organisations,
    leave_again,
    leave_again_as_organisations,
)
from kruispunt.people.actions.consents import (
    ask_consent,
    expire_consent,
    give_consent,
    refuse_consent,
    withdraw_consent,
)
from kruispunt.people.actions.letters import write_to
from kruispunt.people.actions.organisations import register_organisation, seat, unseat
from kruispunt.people.actions.persons import (
    Particulars,
    change_person,
    draw_neighbourhood,
    exclude,
    register_person,
    relate,
)

__all__ = [
    "Particulars",
    "arrive",
    "arrive_as_organisations",
    "ask_consent",
    "change_person",
    "draw_neighbourhood",
    "exclude",
    "expire_consent",
    "give_consent",
    "leave_again",
    "leave_again_as_organisations",
    "refuse_consent",
    "register_organisation",
    "register_person",
    "relate",
    "seat",
    "unseat",
    "withdraw_consent",
    "write_to",
]
