"""The smallest sufficient package is proposed; a person composes (C1, D5, D19, D21, rule 5.1)."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.actions import Asked, Composition
from kruispunt.offers import actions as offers
from kruispunt.people import actions as people
from kruispunt.questions import actions as questions
from kruispunt.questions import queries as asks
from kruispunt.questions.states import State
from tests import story

NEEDS = (("WANDELEN", 1), ("EETCLUB", 1), ("ADMINISTRATIE", 1))


@pytest.fixture
def town(wim, ank, noor, els):
    """Noor, an eating club with a place, a welfare organisation, and home care that does it all."""
    welfare = people.register_organisation(
        wim.actor, name="Welzijn", kind="welfare", contact_id=ank.person.pk
    )
    care = people.register_organisation(
        wim.actor, name="Thuiszorg", kind="care", contact_id=ank.person.pk
    )
    club = offers.list_activity(
        wim.actor,
        listing=offers.Listing(
            name="Samen eten", organisation_id=welfare.pk, kinds=("EETCLUB",), capacity=3
        ),
    )
    paper = offers.list_service(
        wim.actor,
        listing=offers.Listing(
            name="Papierwinkel", organisation_id=welfare.pk, kinds=("ADMINISTRATIE",)
        ),
    )
    kinds = ("WANDELEN", "EETCLUB", "ADMINISTRATIE")
    formal = offers.list_service(
        wim.actor,
        listing=offers.Listing(name="Begeleiding", organisation_id=care.pk, kinds=kinds),
        kind="formal",
    )
    given = story.available(noor, els)
    return {"club": club, "paper": paper, "formal": formal, "noor": given, "care": care}


def weighed(fatma, wim, *, level=2, own_network="Een dochter, ver weg"):
    question = story.asked(fatma)
    questions.contact(wim.actor, question.pk)
    found = replace(story.WALKING, self_reliance=level, own_network=own_network)
    questions.clarify(wim.actor, question.pk, found=found)
    questions.triage(wim.actor, question.pk, answers=replace(story.INTENSIVE, self_reliance=level))
    return questions.divide(wim.actor, question.pk, needs=NEEDS)


def ids(options):
    return [option.strand.id for option in options]


def test_c1_informal_first_and_formal_only_when_nothing_lighter_does(town, fatma, wim):
    question = weighed(fatma, wim)

    proposed = queries.mix(wim.actor, question.pk)

    assert ids(proposed.proposed) == [
        f"volunteer-{town['noor'].pk}",
        f"activity-{town['club'].pk}",
        f"service-{town['paper'].pk}",
    ]
    assert (proposed.unmet, proposed.needs_reason) == ((), False)
    assert f"service-{town['formal'].pk}" in ids(proposed.others)


def test_d45_the_own_circle_goes_before_everything_else(town, fatma, wim):
    question = weighed(fatma, wim)
    near = actions.Nearby(who="de buurvrouw", what="doet de post", meets=("ADMINISTRATIE",))
    own = actions.name_own_help(wim.actor, question.pk, nearby=near)

    proposed = queries.mix(wim.actor, question.pk)

    assert ids(proposed.proposed)[0] == f"own-{own.pk}"
    assert f"service-{town['paper'].pk}" not in ids(proposed.proposed)


def test_d1_rule_51_who_depends_on_care_gets_a_professional_in_the_package(town, fatma, wim):
    question = weighed(fatma, wim, level=4)
    proposed = queries.mix(wim.actor, question.pk)
    assert f"service-{town['formal'].pk}" in ids(proposed.proposed)
    assert proposed.needs_reason
    with pytest.raises(ValidationError, match="leidt een beroepskracht"):
        actions.compose(
            wim.actor,
            question.pk,
            chosen=Composition(volunteering_ids=(town["noor"].pk,), words="Wandelen"),
        )


def care(town, **how):
    asked = Asked(
        organisation_id=town["care"].pk,
        service_id=town["formal"].pk,
        meets=("ADMINISTRATIE",),
        formal=True,
    )
    return Composition(organisations=(asked,), words="Hulp met de post", agrees=True, **how)


def test_d5_formal_help_asks_for_a_written_reason(town, fatma, wim):
    question = weighed(fatma, wim)
    with pytest.raises(ValidationError, match="lichtere hulp"):
        actions.compose(wim.actor, question.pk, chosen=care(town))

    arrangement = actions.compose(wim.actor, question.pk, chosen=care(town, why="Te ingewikkeld."))
    assert arrangement.why_formal == "Te ingewikkeld."
    assert asks.one(wim.actor, question.pk).state == State.COMBINING


def test_d45_no_organisation_before_we_asked_who_is_near(town, fatma, wim):
    question = weighed(fatma, wim, own_network="")
    with pytest.raises(ValidationError, match="wie er dichtbij staan"):
        actions.compose(wim.actor, question.pk, chosen=care(town, why="Nodig"))


def test_prv04_composing_shares_nothing_without_a_yes(town, fatma, wim):
    question = weighed(fatma, wim)
    chosen = replace(care(town, why="Nodig"), agrees=False)
    with pytest.raises(ValidationError, match="Zonder ja"):
        actions.compose(wim.actor, question.pk, chosen=chosen)
    assert not queries.parts(wim.actor, question.pk)


def test_d21_adopting_the_package_sets_every_part_in_motion(town, fatma, wim):
    question = weighed(fatma, wim)
    near = actions.Nearby(who="de buurvrouw", what="doet de post", meets=("ADMINISTRATIE",))
    own = actions.name_own_help(wim.actor, question.pk, nearby=near)

    actions.compose(
        wim.actor,
        question.pk,
        chosen=Composition(
            own_help_ids=(own.pk,),
            activities=((town["club"].pk, ("EETCLUB",)),),
            volunteering_ids=(town["noor"].pk,),
            words="Samen wandelen",
        ),
    )

    assert [(part.sort, part.runs) for part in queries.parts(wim.actor, question.pk)] == [
        ("own_help", True),
        ("enrolment", True),
    ]
    assert queries.needs_left(wim.actor, question.pk) == {"WANDELEN": 1}
    assert asks.one(wim.actor, question.pk).state == State.COMBINING
    assert not queries.mix(wim.actor, question.pk).proposed
