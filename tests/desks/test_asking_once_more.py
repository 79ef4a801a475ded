"""Who is known already asks again without telling who she is: her question is hers at once."""

import pytest

from kruispunt.people.models import Person
from kruispunt.questions.models import Question

pytestmark = pytest.mark.django_db


def form_of(browser):
    page = browser.get("/hulp-vragen/")
    assert page.status_code == 200
    return page.context["form"].fields.keys(), page.content.decode()


def test_fatma_asks_again_in_her_own_words_and_nobody_is_written_down_twice(fatma):
    browser, before = fatma.browser(), Person.objects.count()
    fields, page = form_of(browser)
    assert {"words", "spoken", "kept"} == set(fields)
    assert "Wij weten wie u bent" in page

    for _ in range(2):
        answer = browser.post("/hulp-vragen/", {"words": "Wie leest mijn post?", "form_key": "a"})
        assert answer.status_code == 302

    [asked] = Question.objects.all()
    assert (asked.asked_by_id, asked.intake) == (fatma.person.pk, "site")
    assert Person.objects.count() == before


def test_without_words_she_reads_what_to_do(fatma):
    answer = fatma.browser().post("/hulp-vragen/", {"words": "", "form_key": "een"})

    assert answer.status_code == 422
    assert not Question.objects.exists()


def test_a_guest_and_a_volunteer_still_say_who_they_are(client, noor):
    for browser in (client, noor.browser()):
        fields, page = form_of(browser)
        assert {"given_name", "phone"} <= set(fields)
        assert "U hebt geen account nodig" in page
