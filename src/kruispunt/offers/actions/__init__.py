"""Everything that can happen to what people and organisations give."""

from kruispunt.offers.actions.arriving import Brought, arrive, leave_again
from kruispunt.offers.actions.calling import tick_off_call
from kruispunt.offers.actions.entries import (
    Listing,
    assure_entry,
    grow_stale,
    list_activity,
    list_service,
    take_off_entry,
)
from kruispunt.offers.actions.forgetting import forget_volunteer
from kruispunt.offers.actions.guides import (
    GuideIsFull,
    GuideProfile,
    apply_as_guide,
    describe_guide,
    engage_guide,
    release_guide,
    rest_guide,
    show_guide,
    stop_guide,
)
from kruispunt.offers.actions.joining import join
from kruispunt.offers.actions.looking import look_into_volunteer
from kruispunt.offers.actions.places import NoPlaceLeft, free_place, take_place
from kruispunt.offers.actions.spots import free_spot, take_spot
from kruispunt.offers.actions.volunteers import (
    Profile,
    apply_as_volunteer,
    await_reflection,
    certify,
    deploy_volunteer,
    describe_volunteer,
    make_available,
    meet_volunteer,
    pause_volunteer,
    reflect,
    return_volunteer,
    stop_volunteer,
    vouch_for,
)

__all__ = [
    "Brought",
    "GuideIsFull",
    "GuideProfile",
    "Listing",
    "NoPlaceLeft",
    "Profile",
    "apply_as_guide",
    "apply_as_volunteer",
    "arrive",
    "assure_entry",
    "await_reflection",
    "certify",
    "deploy_volunteer",
    "describe_guide",
    "describe_volunteer",
    "engage_guide",
    "forget_volunteer",
    "free_place",
    "free_spot",
    "grow_stale",
    "join",
    "leave_again",
    "list_activity",
    "list_service",
    "look_into_volunteer",
    "make_available",
    "meet_volunteer",
    "pause_volunteer",
    "reflect",
    "release_guide",
    "rest_guide",
    "return_volunteer",
    "show_guide",
    "stop_guide",
    "stop_volunteer",
    "take_off_entry",
    "take_place",
    "take_spot",
    "tick_off_call",
    "vouch_for",
]
