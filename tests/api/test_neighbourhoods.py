"""What other systems read without signing in: the parts of the municipality and nothing else."""

import pytest

from kruispunt.people.models import Neighbourhood

ADDRESS = "/api/v1/buurten"


@pytest.mark.django_db
def test_before_there_is_a_municipality_the_answer_is_a_problem_in_json(client):
    answer = client.get(ADDRESS)

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert answer.json()["status"] == 404


def test_anyone_reads_the_parts_of_the_municipality_in_order_of_their_codes(client, merwedam):
    for code, name in (("BU02", "Rietgaard"), ("BU01", "Binnenvesting")):
        Neighbourhood.objects.create(municipality=merwedam, code=code, name=name)

    answer = client.get(ADDRESS)

    assert answer.json() == {
        "count": 2,
        "next": None,
        "previous": None,
        "results": [
            {"code": "BU01", "naam": "Binnenvesting"},
            {"code": "BU02", "naam": "Rietgaard"},
        ],
    }
    assert (answer["API-Version"], answer["Cache-Control"]) == ("1.0.0", "no-store")


def test_a_slash_at_the_end_is_another_address_and_nothing_can_be_sent(client, merwedam):
    assert client.get(f"{ADDRESS}/").status_code == 404
    assert client.post(ADDRESS).status_code == 405
