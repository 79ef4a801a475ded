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
from kruispunt.people.actions.households import (
    SeenApart,
    agree_housemate,
    close_household,
    decline_housemate,
    leave_household,
    look_into_household,
    name_housemate,
    open_household,
    review_household,
)
from kruispunt.people.actions.letters import write_to
from kruispunt.people.actions.looking import look_into_person
from kruispunt.people.actions.organisations import (
    NeedsTwo,
    register_organisation,
    seat,
    unseat,
)
from kruispunt.people.actions.persons import (
    Particulars,
    change_person,
    count_homes,
    draw_neighbourhood,
    exclude,
    register_person,
    relate,
)
from kruispunt.people.actions.reaching import choose_channel
from kruispunt.people.actions.resting import lift_rest, rest
from kruispunt.people.actions.rights import ask_right, grant_right, turn_down_right
from kruispunt.people.actions.seats import (
    SamePerson,
    SeatWish,
    agree_seat,
    extend_seat,
    place,
    turn_down_seat,
)
from kruispunt.people.actions.unsealing import (
    agree_unsealing,
    ask_address,
    look_at_address,
    name_key_holder,
    seal_address,
    seal_again,
    take_key_back,
    turn_down_unsealing,
)

__all__ = [
    "AT_MOST",
    "NeedsTwo",
    "Particulars",
    "SamePerson",
    "SeatWish",
    "SeenApart",
    "agree_housemate",
    "agree_seat",
    "agree_unsealing",
    "arrive",
    "arrive_as_organisations",
    "ask_address",
    "ask_consent",
    "ask_right",
    "change_person",
    "choose_channel",
    "close_household",
    "count_homes",
    "decline_housemate",
    "draw_neighbourhood",
    "exclude",
    "expire_consent",
    "extend_seat",
    "forget_name",
    "forget_person",
    "give_consent",
    "grant_right",
    "leave_again",
    "leave_again_as_organisations",
    "leave_household",
    "lift_rest",
    "look_at_address",
    "look_into_household",
    "look_into_person",
    "name_housemate",
    "name_key_holder",
    "open_household",
    "place",
    "refuse_consent",
    "register_organisation",
    "register_person",
    "relate",
    "rest",
    "review_household",
    "seal_address",
    "seal_again",
    "seat",
    "take_key_back",
    "turn_down_right",
    "turn_down_seat",
    "turn_down_unsealing",
    "unseat",
    "withdraw_consent",
    "write_to",
]
