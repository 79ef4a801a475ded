"""Rows of what can be given: one noun, offer, of several kinds."""

from kruispunt.offers.models import held
from kruispunt.offers.models.course import Course, Participant
from kruispunt.offers.models.days import ActivityOtherDay, ActivityRhythm
from kruispunt.offers.models.entries import Activity, Service
from kruispunt.offers.models.gathering import Gathering
from kruispunt.offers.models.guide import Guide
from kruispunt.offers.models.knowledge import Knowledge
from kruispunt.offers.models.offer import Offer
from kruispunt.offers.models.recruiting import Campaign, Origin, Outing
from kruispunt.offers.models.volunteering import Place, Volunteering

__all__ = [
    "Activity",
    "ActivityOtherDay",
    "ActivityRhythm",
    "Campaign",
    "Course",
    "Gathering",
    "Guide",
    "Knowledge",
    "Offer",
    "Origin",
    "Outing",
    "Participant",
    "Place",
    "Service",
    "Volunteering",
    "held",
]
