"""What happens because time passed, walked twice without harm."""

from kruispunt.base.models import JournalLine
from kruispunt.config import rounds
from kruispunt.matching import actions as matching
from kruispunt.matching.models import Invitation
from kruispunt.offers import actions as offers
from kruispunt.offers.models import Service
from kruispunt.people import actions as people
from kruispunt.people.models import Consent
from tests import story


def test_a_yes_an_invitation_and_an_entry_grow_old_once(fatma, noor, wim, els):
    home = people.register_organisation(wim.actor, name="Huis aan de Linge", kind="care")
    listing = offers.Listing(name="Eettafel", organisation_id=home.pk, kinds=("EETCLUB",))
    offers.list_service(wim.actor, listing=listing)
    consent = people.ask_consent(
        wim.actor,
        person_id=fatma.person.pk,
        scope="contact",
        purpose="Bellen",
        organisation_id=home.pk,
    )
    people.give_consent(fatma.actor, consent.pk, until=wim.later(days=30).today)
    question = story.searched(fatma, wim)
    given = story.available(noor, els)
    matching.invite(els.actor, question.pk, volunteering_ids=(given.pk,), words="Wandelen")

    late = wim.later(days=91).at
    assert rounds.walk(late) == []
    lines = JournalLine.objects.count()
    assert rounds.walk(late) == []

    assert JournalLine.objects.count() == lines
    assert (
        Consent.objects.get().state,
        Invitation.objects.get().state,
        Service.objects.get().state,
    ) == ("expired", "expired", "to_verify")
