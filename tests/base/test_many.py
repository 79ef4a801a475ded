"""Many rows kept at once are the same rows as when they are kept one by one."""

from decimal import Decimal

from django.forms.models import model_to_dict

from kruispunt.base.many import keep_many
from kruispunt.offers.models import Volunteering
from kruispunt.people.models import Person
from tests.cast import MONDAY


def volunteer(person) -> Volunteering:
    return Volunteering(
        municipality_id=person.municipality_id,
        person=person,
        kinds=["WANDELEN", "KOFFIE"],
        slots=["ma-ochtend"],
        terms=[6, 12],
        hours=Decimal("2.5"),
        vog_until=MONDAY.date(),
        applied_at=MONDAY,
        state_since=MONDAY,
    )


def test_both_ways_keep_the_same_words_in_every_column(fatma, noor):
    one_by_one = volunteer(fatma.person)
    one_by_one.save()
    [at_once] = keep_many([volunteer(noor.person)])

    alone, together = (
        model_to_dict(Volunteering.objects.get(pk=row.pk), exclude=["id", "person"])
        for row in (one_by_one, at_once)
    )
    assert alone == together


def test_each_row_gets_its_own_id_in_order_however_many(merwedam):
    people = [Person(municipality=merwedam, given_name=f"P{number}") for number in range(3000)]
    keep_many(people)

    kept = dict(Person.objects.values_list("pk", "given_name"))
    assert [kept[person.pk] for person in people] == [person.given_name for person in people]


def test_nothing_to_keep_is_fine(db):
    assert keep_many([]) == []
