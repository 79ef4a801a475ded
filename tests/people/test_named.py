"""Finding somebody by name: as it is said, by an index, and only of one's own town."""

import pytest
from django.db import connection

from kruispunt.people.models import Person
from kruispunt.people.queries import called

pytestmark = pytest.mark.django_db


@pytest.fixture
def street(merwedam):
    """People of one street, written as people write themselves."""
    names = (
        ("Truus", "de Vries"), ("Jan Willem", "van der Meer"), ("Trudy", "Jansen"),
        ("Els", "Vriesema"), ("Ömer", "Yildiz"), ("Bo", "Li"),
    )  # fmt: skip
    for given, surname in names:
        Person.objects.create(municipality=merwedam, given_name=given, surname=surname)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Truus", ["Truus de Vries"]),
        ("truus", ["Truus de Vries"]),
        ("TRUUS", ["Truus de Vries"]),
        ("Tru", ["Trudy Jansen", "Truus de Vries"]),
        ("vries", ["Els Vriesema", "Truus de Vries"]),
        ("de vries", ["Truus de Vries"]),
        ("Truus de Vries", ["Truus de Vries"]),
        ("truus vries", ["Truus de Vries"]),
        ("jan willem", ["Jan Willem van der Meer"]),
        ("jan willem van der m", ["Jan Willem van der Meer"]),
        ("meer", ["Jan Willem van der Meer"]),
        ("ömer", ["Ömer Yildiz"]),
        ("Bo", ["Bo Li"]),
        ("rudy", []),
        ("T", []),
        ("", []),
        ("Tru%", []),
        ("Tr_us", []),
        ("Truus Jansen", []),
    ],
)
def test_a_name_is_found_as_it_is_said(street, wim, said, found):
    assert sorted(one.name for one in called(wim.actor, said)) == found


def test_nobody_of_another_town_is_found(street, zed):
    assert list(called(zed.actor, "Truus")) == []


def test_names_are_found_by_an_index_and_not_by_reading_everyone(street, wim):
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan TO off")
    plan = called(wim.actor, "truus vries").explain()
    assert "person_by_" in plan  # which of them is for the planner of a small town
    assert "SCAN people_person" not in plan
    assert "Seq Scan" not in plan
