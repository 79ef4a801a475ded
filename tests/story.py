"""The story every room test starts from: what Fatma asks and what Noor gives."""

from decimal import Decimal

from kruispunt.arrangements import actions as arrangements
from kruispunt.core.triage import Answers
from kruispunt.matching import actions as matching
from kruispunt.offers import actions as offers
from kruispunt.people import actions as people
from kruispunt.questions import actions as questions

WALKING = questions.Clarification(
    need="Fatma mist iemand om mee naar buiten te gaan.",
    kind="WANDELEN",
    self_reliance=2,
    own_network="Een dochter, ver weg",
    slots=("ma-ochtend", "do-middag"),
    hours=Decimal(2),
    circumstances=("kat",),
    role="bondgenoot",
    frequency="wekelijks",
    term_months=6,
)
NOORS_PROFILE = offers.Profile(
    kinds=("WANDELEN", "KOFFIE"),
    slots=("ma-ochtend", "wo-avond"),
    hours=Decimal(4),
    max_km=Decimal(3),
    places=2,
    roles=("bondgenoot",),
    frequencies=("wekelijks",),
    terms=(6, 12),
)
INTENSIVE = Answers(self_reliance=2, indicators={"netwerk": 1, "frequentie": 1})
AGREEMENT = arrangements.Agreement(
    activity="Elke maandag wandelen", frequency="wekelijks", term_months=6
)


def asked(fatma, words="Ik kom de deur niet meer uit"):
    """Fatma asks, in her own words."""
    return questions.open_question(fatma.actor, asked_by_id=fatma.person.pk, words=words)


def triaged(fatma, wim, *, found=WALKING, answers=INTENSIVE, **how):
    """Wim talks with Fatma, clarifies, and says how much help it takes."""
    question = asked(fatma)
    questions.contact(wim.actor, question.pk)
    questions.clarify(wim.actor, question.pk, found=found)
    return questions.triage(wim.actor, question.pk, answers=answers, **how)


def searched(fatma, wim, *, found=WALKING, answers=INTENSIVE, **how):
    """Then he looks for a volunteer."""
    question = triaged(fatma, wim, found=found, answers=answers, **how)
    return questions.search(wim.actor, question.pk)


def eating_club(wim, *, capacity=1):
    """A table for people who eat together, with few places."""
    welfare = people.register_organisation(wim.actor, name="Welzijn", kind="welfare")
    listing = offers.Listing(
        name="Samen eten", organisation_id=welfare.pk, kinds=("EETCLUB",), capacity=capacity
    )
    return offers.list_activity(wim.actor, listing=listing, rhythm="elke dinsdag")


def available(noor, els, *, profile=NOORS_PROFILE, trainings=("basis",)):
    """Noor signs up, meets Els, and is ready to start."""
    given = offers.apply_as_volunteer(noor.actor, person_id=noor.person.pk, profile=profile)
    offers.meet_volunteer(els.actor, given.pk)
    offers.certify(
        els.actor,
        given.pk,
        trainings=trainings,
        vog="in_order",
        vog_issued_on=els.actor.today,
        agreed=True,
    )
    offers.deploy_volunteer(els.actor, given.pk)
    return offers.make_available(els.actor, given.pk)


def introduced(fatma, noor, *, wim, els, question=None):
    """Both said yes: the two may meet."""
    question = question or searched(fatma, wim)
    given = available(noor, els)
    [invitation] = matching.invite(
        els.actor, question.pk, volunteering_ids=(given.pk,), words="Wandelen, vlak bij u"
    )
    match = arrangements.accept_invitation(noor.actor, invitation.pk)
    return arrangements.agree_as_resident(fatma.actor, match.pk)
