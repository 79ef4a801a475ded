"""Every column that gives someone a part in a case is known to the guard, and no action goes by."""

import ast

import pytest
from django.apps import apps

from kruispunt.base import parts
from tests.house.guards import SRC, Source, package

WHOM = {"people.person", "people.organisation", "offers.guide", "arrangements.hybridteam"}
ROOMS = ("questions", "matching", "arrangements")
# Columns that name somebody and give no part; each says why.
NO_PART = {
    "questions.emergencylook.by": "a look in an emergency, with its own rules",
    "questions.liveability.brought_by": "about the street, not about a resident",
    "questions.liveability.taken_by": "about the street, not about a resident",
    "questions.question.asked_by": "whose question it is",
    "questions.question.brought_by": "who spoke for her, from her own circle",
    "questions.signal.brought_by": "who heard it",
    "questions.signal.named": "about whom it is",
    "questions.signal.organisation": "where it was heard",
    "questions.signalpair.decided_by": "who compared two signals of nobody by name",
    "questions.visit.by": "who came by",
    "questions.walkin.by": "who noted that somebody came by",
    "matching.round.made_by": "about everyone at once",
    "matching.roundline.decided_by": "says yes to a line of a round; the question has its worker",
    "arrangements.carercase.brought_by": "who saw it",
    "arrangements.carercase.carer": "whose case it is",
    "arrangements.carercase.cares_for": "for whom she cares",
    "arrangements.checkin.answered_by": "one of the two, or who wrote down what she said",
    "arrangements.coachyear.person": "whose hours these are",
    "arrangements.covenant.organisation": "no resident in it",
    "arrangements.enrolment.confirmed_by": "she herself, or who wrote down her yes",
    "arrangements.escalation.reported_by": "who saw that it was stuck",
    "arrangements.evaluation.held_by": "who listened to both voices",
    "arrangements.guidecontact.resident": "whose guide it is",
    "arrangements.guidenote.by": "the guide, who has her part by being chosen",
    "arrangements.instrumentlicence.confirmed_by": "no resident in it",
    "arrangements.intervisiongroup.facilitator": "about volunteers, and no resident is named",
    "arrangements.intervisionmeeting.owner": "prepares an evening, and no resident is named",
    "arrangements.mandate.organisation": "no resident in it",
    "arrangements.meeting.organisation": "no resident in it",
    "arrangements.promise.organisation": "no resident in it",
    "arrangements.minutes.by": "time spent on guidance",
    "arrangements.oddjob.tested_by": "who tested it; the question has its worker",
    "arrangements.teammember.organisation": "a team has its part by its trajectory",
    "arrangements.teammember.team": "a team has its part by its trajectory",
    "arrangements.trajectory.starter": "one of the team, that has its part already",
    "arrangements.voice.by": "somebody of the team, that has its part already",
}
BUILDS_APART = {"Question", "Match", "GuideContact"}  # kept later, or without a holder yet


def columns() -> set[str]:
    return {
        f"{model._meta.label_lower}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label in ROOMS
        for field in model._meta.fields
        if field.related_model and field.related_model._meta.label_lower in WHOM
    }


def declared() -> set[str]:
    return {
        f"{one.model}.{name}"
        for one in parts.REGISTER.values()
        for name in (one.column, one.organisation)
    }


def undeclared(found: set[str]) -> list[str]:
    return sorted(found - declared() - set(NO_PART))


def test_rol_01_every_column_that_names_someone_is_a_part_or_says_why_not():
    assert undeclared(columns()) == []
    assert sorted(set(NO_PART) - columns()) == []


def test_rol_01_a_new_column_that_nobody_declared_is_found():
    assert undeclared({*columns(), "arrangements.match.assessor"}) == [
        "arrangements.match.assessor"
    ]


def test_rol_01_every_part_leads_somewhere():
    for one in parts.REGISTER.values():
        model = apps.get_model(one.model)
        paths = [path for path in (one.case, one.person, one.organisation) if path]
        assert list(model.objects.filter(one.while_).values_list(*paths).query.values_select)
        assert one.person or one.organisation


# --- no action goes by the guard -----------------------------------------------------------------


def by_the_way(source: Source) -> list[str]:
    """Actions keep rows that give a part through `keep(row, giving=actor)`, and in no other way."""
    models = {apps.get_model(one.model).__name__ for one in parts.REGISTER.values()}
    givers = {(apps.get_model(one.model).__name__, one.column) for one in parts.REGISTER.values()}
    columns = {word for _, column in givers for word in (column, f"{column}_id")}
    wrong = []
    for word, call in source.calls():
        where = f"{source.name}:{call.lineno}"
        if word in {"create", "bulk_create", "get_or_create", "update_or_create", "update"}:
            owner = ast.unparse(call.func).partition(".")[0]
            if owner in models and columns & {one.arg for one in call.keywords}:
                wrong.append(f"{where} {ast.unparse(call.func)}")
        if word in models and columns & {one.arg for one in call.keywords}:
            kept = [
                outer
                for name, outer in source.calls()
                if name == "keep" and outer.args and outer.args[0] is call
            ]
            giving = any(one.arg == "giving" for outer in kept for one in outer.keywords)
            if not giving and word not in BUILDS_APART | {"Booking"}:
                wrong.append(f"{where} {word} is kept without saying who gives it")
    return wrong


def test_rol_01_no_action_gives_a_part_by_the_way():
    sources = [
        one for one in package() if one.name.split("/")[0] in ROOMS and "actions" in one.name
    ]
    assert len(sources) > 40
    assert [each for source in sources for each in by_the_way(source)] == []


@pytest.mark.parametrize(
    "text",
    [
        "keep(Referral(contact_id=1, organisation=o))",
        "Party.objects.create(contact_id=1)",
        "Question.objects.filter(pk=1).update(worker_id=2)",
    ],
)
def test_rol_01_an_action_that_is_left_out_is_found(text):
    assert len(by_the_way(Source("arrangements/actions/left_out.py", text))) == 1


def test_rol_01_every_action_file_that_names_a_part_is_walked():
    """What gives a part is written in these files; a new one is walked by itself."""
    names = {
        "Referral": "referring",
        "Party": "escalating",
        "Trajectory": "trajectories",
        "Advice": "accompanying",
        "Measurement": "measuring",
    }
    for model, home in names.items():
        text = (SRC / "arrangements" / "actions" / f"{home}.py").read_text()
        alone = (
            text.replace(", giving=actor", "")
            .replace("giving=actor,", "")
            .replace("giving=actor", "")
        )
        assert by_the_way(Source(f"arrangements/actions/{home}.py", alone)), model
