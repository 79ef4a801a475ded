"""Every page that shows what a resident told leaves a line of who looked (PRV-15).

The pages come from the URLconf and the town from the matrix, where each drawer of the resident's
dossier holds a word that stands nowhere else. Whoever finds such a word has looked.
"""

import pytest
from django.urls import get_resolver

from kruispunt.base.drawers import Drawer
from kruispunt.base.looking import EMERGENCY, GROUNDS, LOOK
from kruispunt.base.models import JournalLine
from kruispunt.base.roles import Role
from kruispunt.desks.ui import policy
from tests.house.test_addresses import addresses
from tests.matrix.test_addresses import address, browser, numbers

pytestmark = pytest.mark.django_db
# What is the volunteer's own, or about nobody, is no word of the resident.
HERS = sorted(set(Drawer) - {Drawer.PROFILE, Drawer.CERTIFICATE, Drawer.STATISTICS, Drawer.MONEY})
ABOUT_ONE = sorted(
    name for name in set(addresses(get_resolver())) - set(policy.OPEN) if numbers(name)
)
# Pages about one row on which a word of hers may stand without a look, each with its reason.
NO_LOOK = {
    "ambassador:solve": "what he brought himself",
    "neighbourhood:one": "about the street, with nobody's name",
    "neighbourhood:verb": "about the street, with nobody's name",
    "safety:concern": "a line in nobody's dossier: who reads along at home may not learn of it",
    "safety:verb": "a line in nobody's dossier: who reads along at home may not learn of it",
    "startpunt:carer": "about who cares: the line stands in her dossier; see below",
    "startpunt:carer_verb": "about who cares: the line stands in her dossier; see below",
    "startpunt:signal": "without a name it is about nobody yet; see test_who_looked",
    "startpunt:signal_verb": "without a name it is about nobody yet; see test_who_looked",
}


def unseen_looks(name: str, cases) -> list[str]:
    """Roles that read her words on this page, and of whom no line says so."""
    case = cases["own"]
    resident = case.people[Role.RESIDENT]
    found = []
    for role in Role.values:
        if role == Role.RESIDENT or not policy.may_come_in(name, frozenset({role})):
            continue
        answer = browser(cases, role).get(address(name, case))
        if answer.status_code != 200:
            continue
        told = answer.content.decode(errors="replace")  # a sound is no text
        words = [drawer for drawer in HERS if case.word(drawer) in told]
        looks = JournalLine.objects.filter(
            verb__in=(LOOK, EMERGENCY),
            person_id=resident.pk,
            actor_id=case.people[role].pk,
        )
        if words and not looks.exists():
            found.append(f"{name} by {role}: {', '.join(words)}")
    return found


@pytest.mark.parametrize("name", ABOUT_ONE)
def test_prv_15_whoever_reads_her_words_leaves_a_line(name, cases):
    found = unseen_looks(name, cases)
    assert bool(found) == (name in NO_LOOK), found


def test_prv_15_a_carer_and_a_guides_resident_hear_who_looked(cases):
    """Two pages on which no word of the resident's drawers need stand, and that are about one."""
    case = cases["own"]
    asked = {Role.GUIDE: "volunteer:beside", Role.WORKER: "startpunt:carer"}
    for role, name in asked.items():
        assert browser(cases, role).get(address(name, case)).status_code == 200
    looks = JournalLine.objects.filter(verb=LOOK).values_list("actor_id", "person_id")
    assert set(looks) == {
        (case.people[Role.GUIDE].pk, case.people[Role.RESIDENT].pk),
        (case.people[Role.WORKER].pk, case.people[Role.CARER].pk),
    }


def test_prv_15_reading_a_concern_leaves_a_line_that_names_nobody(cases):
    case = cases["own"]
    client = browser(cases, Role.SAFETY_OFFICER)
    for _ in range(2):
        assert client.get(address("safety:concern", case)).status_code == 200
    [look] = JournalLine.objects.filter(verb=LOOK)
    assert (look.actor_id, look.person_id) == (case.people[Role.SAFETY_OFFICER].pk, None)
    assert look.ground == GROUNDS[Role.SAFETY_OFFICER]
