"""Lighter help first: what must hold before an organisation is asked (rule 5.1, D5, D45)."""

from django.core.exceptions import ValidationError

from kruispunt.arrangements.models import Arrangement
from kruispunt.base.actor import Actor
from kruispunt.offers import queries as offers
from kruispunt.people import queries as people

SELF_RELIANT = 1
FORMAL = "formal"


def refuse_when_too_heavy(
    arrangement: Arrangement, *, formal: bool, to_an_organisation: bool, why: str
) -> None:
    """The own circle is asked first (D45), and heavier help has its reason (D5, rule 5.1)."""
    question = arrangement.question
    level_1 = question.self_reliance == SELF_RELIANT and to_an_organisation
    if (formal or level_1) and not why.strip():
        raise ValidationError({"why": "Schrijf op waarom lichtere hulp niet genoeg is."})
    if to_an_organisation and not (question.own_network or arrangement.own_help.exists()):
        raise ValidationError("Vraag eerst wie er dichtbij staan. Ook als dat niemand is.")


def gives_formal_help(actor: Actor, organisation_id: int, service_id: int | None) -> bool:
    """Whether this is care: by the service that is asked, or by what the organisation is for."""
    given = offers.services(actor).filter(organisation_id=organisation_id)
    if service_id is not None:
        return given.filter(pk=service_id, kind=FORMAL).exists()
    organisation = people.organisations(actor).get(pk=organisation_id)
    return organisation.kind == "care" or given.filter(kind=FORMAL).exists()
