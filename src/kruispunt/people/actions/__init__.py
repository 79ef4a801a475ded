"""Everything that can happen to the people and organisations we know."""

from kruispunt.people.actions.arriving import (
    arrive,
    arrive_as_organisations,
    leave_again,
    leave_again_as_organisations,
)
from kruispunt.people.actions.consents import (
    AT_MOST,
    ask_consent,
    expire_consent,
    give_consent,
    refuse_consent,
    withdraw_consent,
)
from kruispunt.people.actions.forgetting import forget_name, forget_person
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
from kruispunt.people.actions.reaching import choose_channel
from kruispunt.people.actions.rights import ask_right, grant_right, turn_down_right

__all__ = [
    "AT_MOST",
    "Particulars",
    "arrive",
    "arrive_as_organisations",
    "ask_consent",
    "ask_right",
    "change_person",
    "choose_channel",
    "draw_neighbourhood",
    "exclude",
    "expire_consent",
    "forget_name",
    "forget_person",
    "give_consent",
    "grant_right",
    "leave_again",
    "leave_again_as_organisations",
    "refuse_consent",
    "register_organisation",
    "register_person",
    "relate",
    "seat",
    "turn_down_right",
    "unseat",
    "withdraw_consent",
    "write_to",
]
